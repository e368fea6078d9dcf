import type { CallJudgement } from '#contract/callbacks.ts'
import { type Refusal, refuse, type WarningCode } from '#contract/refusal.ts'
import type { CallOverride } from '#contract/rules/call-hours.ts'
import type { Matter } from '#modules/matters/index.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { judge } from './callback.present.ts'
import { calleeOf } from './callback.store.ts'

export type CallVerdict = {
  call: CallJudgement
  /** In full; only for the one who dials. */
  number: string | null
  warnings: { code: WarningCode; details?: Record<string, unknown> }[]
}

/**
 * CP-066 and KN-205 together: who wishes no callback is not called at all, not with any reason; at a blocked hour only with
 * an override. A text message or a talk in person is free of the hours, not of the wish.
 */
export const mayCallNow = async (
  tx: Tx,
  matter: Matter,
  how: { byPhone: boolean; override?: CallOverride | undefined },
): Promise<CallVerdict | Refusal> => {
  const callee = await calleeOf(tx, matter.estate_id, matter.customer_id)
  if (matter.flags.includes('noCallbackWish') || callee.no_callback) return refuse('E_NO_CALLBACK_WISH')
  const calendar = await calendarOf(tx, matter.estate_id)
  const call = judge({ calendar, settings: await settingsOf(tx, matter.estate_id), now: tx.now }, callee.quiet_hours)
  const details = { grade: call.grade, reasons: call.reasons, allowedAt: call.allowedAt, freeAt: call.freeAt }
  if (how.byPhone && call.grade === 'blocked' && !how.override) return refuse('E_CALL_HOURS', { details })
  const warnings = how.byPhone && call.grade !== 'free' ? [{ code: 'W_CALL_HOURS' as const, details }] : []
  return { call, number: matter.contact_phone ?? callee.phone, warnings }
}
