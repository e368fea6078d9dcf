import type { Uuid } from '#contract/values.ts'

declare module '#platform/events/events.ts' {
  interface Events {
    /** Somebody talks, or tries to talk, with a customer whose callback is due; asked before it is written. */
    'callback.made': { estateId: Uuid; how: string }
  }
}
