import type { getMustKnow } from '#contract/must-know.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { AnswerOf } from '#contract/route.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { type Actor, may } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { currentSheet, viewSheet } from './read-sheet.ts'
import { bestQuizzes, insertReading, lastReadContent } from './reading.store.ts'
import { contentOf, presentVersion } from './sheet.present.ts'
import { openSheet, type SheetRow, sheetToCome } from './sheet.store.ts'
import { changesOf, EMPTY_SHEET } from './sheet-fields.rules.ts'
import { readingDue } from './standing.rules.ts'
import { standingOf } from './standing.ts'

/** KN-003: what this person has not read yet: everything that differs from the version they last confirmed. */
const unread = async (tx: Tx, estateId: Uuid, staffId: Uuid, sheet: SheetRow) => {
  const last = await lastReadContent(tx, estateId, staffId)
  if (last && last.number >= sheet.number) return []
  return changesOf(last ? contentOf(last.content) : EMPTY_SHEET, contentOf(sheet.content))
}

export const myMustKnow = async (tx: Tx, actor: Actor, estateId: Uuid): Promise<AnswerOf<typeof getMustKnow>> => {
  const calendar = await calendarOf(tx, estateId)
  const sheet = await currentSheet(tx, estateId)
  const next = await sheetToCome(tx, estateId, localDateOf(calendar, tx.now))
  const draft = may(actor, 'mustknow.edit', estateId) ? await openSheet(tx, estateId) : undefined
  const changes = sheet ? await unread(tx, estateId, actor.id, sheet) : []
  const dueAt =
    sheet && changes.length > 0
      ? readingDue(calendar, sheet, (await settingsOf(tx, estateId)).get('desk.readConfirmWorkingDays'))
      : null
  const best = sheet ? (await bestQuizzes(tx, estateId, sheet.id)).get(actor.id) : undefined
  const { passed, percent, validUntil } = await standingOf(tx, estateId, best)
  return {
    inForce: sheet ? await viewSheet(tx, sheet) : null,
    next: next ? presentVersion(next, sheet?.id) : null,
    draft: draft ? presentVersion(draft, sheet?.id) : null,
    toRead: { changes, dueAt },
    quiz: { passed, percent, validUntil },
  }
}

/** KN-003: read and confirmed, field by field what had changed for this person. E_STATE_CHANGED when it is no longer in force. */
export const confirmReading = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  versionId: Uuid,
): Promise<{ versionId: Uuid; confirmedAt: Instant } | Refusal> => {
  const sheet = await currentSheet(tx, estateId)
  if (!sheet) return refuse('E_NOT_FOUND', { field: 'body.versionId' })
  if (sheet.id !== versionId) return refuse('E_STATE_CHANGED', { details: { number: sheet.number, id: sheet.id } })
  const fields = (await unread(tx, estateId, actor.id, sheet)).map((c) =>
    c.name === null ? c.key : `${c.key}:${c.name}`,
  )
  return { versionId, confirmedAt: await insertReading(tx, estateId, versionId, actor.id, fields) }
}
