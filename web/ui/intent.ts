import { newKey } from './api.ts'

/**
 * The idempotency key of what a person means to do. Sent again unchanged after no answer, it keeps its key, so that a
 * doubtful sending is never done twice; a definite answer or another input ends the intent.
 */
export const makeIntent = () => {
  let current: { key: string; said: string } | undefined
  return {
    keyFor: (input: unknown): string => {
      const said = JSON.stringify(input)
      if (current?.said !== said) current = { key: newKey(), said }
      return current.key
    },
    settled: () => {
      current = undefined
    },
  }
}
