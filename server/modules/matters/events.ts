import type { Matter } from './matter-kind.ts'

declare module '#platform/events/events.ts' {
  interface Events {
    'matter.registered': { matter: Matter }
    'matter.moved': { before: Matter; matter: Matter; verb: string; input: unknown }
  }
}
