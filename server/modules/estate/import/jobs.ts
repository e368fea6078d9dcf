import { isRefusal } from '#contract/refusal.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { inTransaction } from '#platform/db/tx.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { estatesWithFiles, forgetFiles, waitingBatches } from './batch.store.ts'
import { silentSince, workOnBatch } from './work-on-batch.ts'

const DAY_MS = 86_400_000

/** Whoever took a file works on it at once; this finds what a crash left behind. */
export const workOnImports: Job = {
  name: 'work-on-imports',
  schedule: '* * * * *',
  handle: async (house) => {
    const waiting = await inTransaction(house.database, { scope: 'all', readOnly: true }, (tx) =>
      waitingBatches(tx, silentSince()),
    )
    if (isRefusal(waiting)) return
    for (const { estate_id, id } of waiting) await workOnBatch(house, estate_id, id)
  },
}

/** Every night: files of imports that ended some days ago (setting) are thrown away; what they did stays on record. */
export const forgetImportFiles: Job = {
  name: 'forget-import-files',
  schedule: '17 19 * * *',
  handle: async ({ database }) => {
    const estates = await inTransaction(database, { scope: 'all', readOnly: true }, estatesWithFiles)
    if (isRefusal(estates)) return
    for (const estateId of estates)
      await inTransaction(database, { scope: [estateId] }, async (tx) => {
        const days = (await settingsOf(tx, estateId)).get('customers.importKeepDays')
        await forgetFiles(tx, estateId, plusMilliseconds(tx.now, -days * DAY_MS))
      })
  },
}
