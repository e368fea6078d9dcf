import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Matter } from '#modules/matters/index.ts'
import type { Tx } from '#platform/db/tx.ts'
import { type CaseFacts, saveCase } from './case.store.ts'
import { missingInFile } from './guards.rules.ts'

/** CP-150, CP-152: a complete file goes to the archive, a major complaint into its own volume. E_FILE_INCOMPLETE names the parts. */
export const archiveCase = async (
  tx: Tx,
  before: Matter,
  matter: Matter,
  facts: CaseFacts,
): Promise<Refusal | undefined> => {
  const missing = missingInFile(before, facts)
  if (missing.length > 0) return refuse('E_FILE_INCOMPLETE', { details: { missing } })
  return saveCase(tx, matter, {
    archived_at: tx.now,
    volume: ['major', 'majorSuspected'].some((flag) => before.flags.includes(flag)) ? 'major' : 'ordinary',
  })
}
