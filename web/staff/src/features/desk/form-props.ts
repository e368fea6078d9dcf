import type { Conversation, Values } from './conversation.rules.ts'

/** What every part of the intake gets. */
export type PartProps = {
  talk: Conversation
  set: (patch: Partial<Values>) => void
  errorOf: (name: string) => string | undefined
}
