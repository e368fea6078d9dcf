import { isMatterReport, type ReportKind } from '#contract/complaint-report-parts.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { canSee, findMatter, notAboutThemselves } from '#modules/matters/index.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { openReport } from './open-report.ts'
import { periodDraft } from './report-dues.rules.ts'
import { termsOf } from './terms.ts'

type Asked = { kind: ReportKind; matterId?: Uuid | undefined; day?: LocalDate | undefined }

const FLAGS: Partial<Record<ReportKind, readonly string[]>> = {
  majorFirst: ['major', 'majorSuspected'],
  majorTopic: ['major', 'majorSuspected'],
  hotFirst: ['hot'],
  hotTopic: ['hot'],
}

/**
 * Opens a draft by hand: a case worth telling (CP-135), a report that was not opened by itself, or a period. What is
 * there already is opened again. E_INPUT for a report about something that the complaint is not.
 */
export const beginReport = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  asked: Asked,
): Promise<{ id: Uuid } | Refusal> => {
  const made = await (isMatterReport(asked.kind)
    ? aboutMatter(tx, actor, estateId, { ...asked, kind: asked.kind })
    : aboutPeriod(tx, actor, estateId, { ...asked, kind: asked.kind }))
  if (isRefusal(made) || !made.opened) return made
  await audit(tx, actor, {
    estateId,
    action: 'complaintReport.opened',
    subjectKind: 'complaintReport',
    subjectId: made.id,
    after: asked,
  })
  return made
}

const aboutMatter = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  { kind, matterId, day }: Asked & { kind: Extract<Parameters<typeof openReport>[1], { matter: unknown }>['kind'] },
) => {
  if (matterId === undefined) return refuse('E_INPUT', { field: 'body.matterId' })
  if (day !== undefined) return refuse('E_INPUT', { field: 'body.day' })
  const matter = await findMatter(tx, estateId, matterId)
  if (matter?.kind !== 'complaint' || !canSee(actor, matter)) return refuse('E_NOT_FOUND', { field: 'body.matterId' })
  const own = notAboutThemselves(actor, matter)
  if (own) return own
  // its voices are heard, and written about, where it went
  if (matter.state === 'MERGED')
    return refuse('E_STATE_CHANGED', { field: 'body.matterId', details: { state: matter.state } })
  const flags = FLAGS[kind]
  if (flags !== undefined && !flags.some((flag) => matter.flags.includes(flag)))
    return refuse('E_INPUT', { field: 'body.kind' })
  return openReport(tx, { kind, matter, by: actor.id })
}

const aboutPeriod = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  { kind, matterId, day }: Asked & { kind: Extract<Parameters<typeof openReport>[1], { period: unknown }>['kind'] },
) => {
  if (matterId !== undefined) return refuse('E_INPUT', { field: 'body.matterId' })
  const terms = await termsOf(tx, estateId)
  const today = localDateOf(terms.calendar, tx.now)
  const draft = periodDraft(kind, day ?? today, terms)
  if (draft.period.from > today) return refuse('E_TIME_FUTURE', { field: 'body.day' })
  return openReport(tx, { kind, estateId, period: draft.period, dueAt: draft.dueAt ?? undefined, by: actor.id })
}
