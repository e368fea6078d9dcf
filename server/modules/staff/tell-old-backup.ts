import type { Instant } from '#contract/values.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { inTransaction, type Tx } from '#platform/db/tx.ts'
import { localText } from '#platform/documents/local-text.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { lastBackup } from '#platform/postgres/last-backup.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { backupTooOld, toldSince } from './backup-age.rules.ts'
import { companyDay } from './company-day.rules.ts'
import { adminsUntold } from './people.store.ts'
import { tellStaff } from './tell-staff.ts'

const TEMPLATE = 'backup.old'

/** CP-151: the administrators hear once a day that the last backup is too old; each once, however many estates are theirs. */
export const tellOldBackup = async (tx: Tx, last: Instant | null): Promise<void> => {
  if (last === null) return
  for (const { id, estateId } of await adminsUntold(tx, TEMPLATE, toldSince(tx.now), companyDay(tx.now))) {
    const hours = (await settingsOf(tx, estateId)).get('security.backupAgeHours')
    if (!backupTooOld(last, tx.now, hours)) continue
    const { timeZone } = await calendarOf(tx, estateId)
    await tellStaff(tx, estateId, [id], { template: TEMPLATE, params: { at: localText(last, timeZone), hours } })
  }
}

export const tellOfOldBackup: Job = {
  name: 'tell-of-old-backup',
  // 09:20 in China
  schedule: '20 1 * * *',
  handle: async (house) => {
    const last = await lastBackup(house.config.dataDir)
    await inTransaction(house.database, { scope: 'all' }, (tx) => tellOldBackup(tx, last))
  },
}
