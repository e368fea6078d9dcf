import { declareFileRule } from '#platform/files/visibility.ts'
import { canSee } from './matter.policy.ts'
import { findMatter } from './matter.store.ts'

/** Who may see a matter may see its files. */
export const declareMatterFiles = (): void =>
  declareFileRule(async (tx, actor, file) => {
    const matter = file.matter_id ? await findMatter(tx, file.estate_id, file.matter_id) : undefined
    return matter !== undefined && canSee(actor, matter)
  })
