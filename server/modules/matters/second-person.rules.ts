import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'

/** FD-766, FD-771: who put it right does not say that it is right. */
export const secondPerson = (checker: Uuid, rectifiedBy: Uuid | null): Refusal | undefined =>
  checker === rectifiedBy ? refuse('E_SECOND_PERSON', { details: { rectifiedBy } }) : undefined
