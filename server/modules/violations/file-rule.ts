import { canSee, findMatter } from '#modules/matters/index.ts'
import { declareFileRule } from '#platform/files/visibility.ts'
import { showing } from './violation.store.ts'

/** Who may see a violation may see its pictures, also those of the report that it came from. */
export const declareViolationFiles = (): void =>
  declareFileRule(async (tx, actor, file) => {
    for (const id of await showing(tx, file.estate_id, file.id)) {
      const matter = await findMatter(tx, file.estate_id, id)
      if (matter && canSee(actor, matter)) return true
    }
    return false
  })
