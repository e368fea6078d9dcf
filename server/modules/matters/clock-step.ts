import type { Instant } from '#contract/values.ts'

/** One thing that a clock will do, at its time. */
export type Step = { at: Instant; do: 'warn' | 'due' | 'escalate' }
