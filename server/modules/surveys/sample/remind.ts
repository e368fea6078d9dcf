import type { Uuid } from '#contract/values.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { allowedFrom } from '#platform/notify/call-hours.ts'
import { queueMessages } from '#platform/notify/queue-messages.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { estateNameOf } from '../design/survey.store.ts'
import { listToRemind, markReminded } from './invitation.store.ts'
import { invitationMessage } from './invite.ts'

const DAY_MS = 86_400_000
const A_RUN = 5_000

/**
 * Reminds those who have not answered, each so many times at most. At a forbidden hour (KN-205) nobody yet: a message that
 * waited in the outbox would still go to who answers, opts out or moves away meanwhile; the job comes again every hour.
 */
export const remindAll = async (tx: Tx, estateId: Uuid): Promise<number> => {
  const settings = await settingsOf(tx, estateId)
  const calendar = await calendarOf(tx, estateId)
  if (allowedFrom(calendar, settings, tx.now) > tx.now) return 0
  const due = await listToRemind(tx, estateId, {
    today: localDateOf(calendar, tx.now),
    quietSince: plusMilliseconds(tx.now, -settings.get('survey.reminderDays') * DAY_MS),
    most: settings.get('survey.reminders'),
    limit: A_RUN,
  })
  if (due.length === 0) return 0
  const estateName = await estateNameOf(tx, estateId)
  await markReminded(
    tx,
    estateId,
    due.map((d) => d.id),
  )
  await queueMessages(
    tx,
    due.map((one) =>
      invitationMessage(
        'surveyMessage.remind',
        { id: one.id, customerId: one.customer_id, phone: one.phone, language: one.language },
        {
          estateId,
          titles: { zh: one.title_zh, en: one.title_en },
          estateName,
          until: localDateOf(calendar, plusMilliseconds(one.expires_at, -1)),
        },
      ),
    ),
  )
  tx.tell({ estateId, topic: 'surveys' })
  return due.length
}
