import type { Matter } from '#modules/matters/index.ts'
import type { Tx } from '#platform/db/tx.ts'
import { forgetAnswers, saveCase } from './case.store.ts'

/** The work begins again: what was done, told and answered is of the round before. */
export const workAnew = async (tx: Tx, matter: Matter): Promise<undefined> => {
  await forgetAnswers(tx, matter)
  return saveCase(tx, matter, {
    treatment_ended_at: null,
    doer_id: null,
    company_informed_at: null,
    quiet_told_at: null,
  })
}
