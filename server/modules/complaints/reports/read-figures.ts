import { isMatterReport } from '#contract/complaint-report-parts.ts'
import { type CaseLine, type MatterFacts, ReportFigures, type ReportLine } from '#contract/complaint-reports.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import type { Tx } from '#platform/db/tx.ts'
import { readAnalysis } from '../analysis/read-analysis.ts'
import { type CaseRow, caseRowsOf, courseOf, factsRowOf } from './content.store.ts'

const COURSE = 100
/** No estate has so many complaints in a quarter; beyond it a list is no longer read anyway. */
const MOST_CASES = 5_000
const COMPARED = 12

type About = {
  estate_id: Uuid
  kind: ReportLine['kind']
  matter_id: Uuid | null
  from_date: string | null
  to_date: string | null
}

/** The figures of a report as they are now. E_NOT_FOUND when the complaint has no case. */
export const readFigures = async (tx: Tx, report: About): Promise<ReportFigures | Refusal> => {
  const { estate_id: estateId, kind, matter_id: matterId, from_date: from, to_date: to } = report
  if (isMatterReport(kind) && matterId !== null) return factsOf(tx, estateId, matterId)
  if (from === null || to === null) throw new Error(`a ${kind} report is about neither a complaint nor a period`)
  const analysis = await readAnalysis(tx, estateId, { from, to, compareMonths: COMPARED })
  if (isRefusal(analysis)) return analysis
  const { timeZone } = await calendarOf(tx, estateId)
  const cases = await caseRowsOf(tx, estateId, { from, to }, { legacy: kind === 'legacy', timeZone, limit: MOST_CASES })
  return { about: 'period', analysis, cases: cases.map(presentCase) }
}

/** What was fixed at the submission. */
export const frozenFigures = (stored: unknown): ReportFigures => ReportFigures.parse(stored)

const factsOf = async (tx: Tx, estateId: Uuid, matterId: Uuid): Promise<ReportFigures | Refusal> => {
  const row = await factsRowOf(tx, estateId, matterId)
  if (!row) return refuse('E_NOT_FOUND')
  const course = await courseOf(tx, estateId, matterId, COURSE)
  const { details, code, ...known } = row
  const facts: MatterFacts = {
    number: known.number,
    title: known.title,
    state: known.state,
    channel: known.channel,
    receivedAt: known.received_at,
    customer: known.customer,
    unit: known.unit,
    place: known.place,
    customerSaid: known.customer_said,
    feeling: saidIn(details, 'feeling'),
    wish: saidIn(details, 'wish'),
    claimFen: known.claim_fen,
    compensationFen: known.compensation_fen,
    category: code,
    classified: known.classified,
    cause: known.cause,
    factor: known.factor,
    persons: known.persons,
    times: known.times,
    impact: known.impact,
    proposal: known.proposal,
    result: known.result,
    replyDueAt: known.reply_due_at,
    firstReplyAt: known.first_reply_at,
    majorAt: known.major_at,
    hotAt: known.hot_at,
    closedAt: known.closed_at,
    satisfaction: known.satisfaction,
    owner: known.owner,
    handler: known.handler,
    course,
  }
  return { about: 'matter', facts }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
/** What the intake asked beside the rest (CP-034). */
export const saidIn = (details: unknown, field: 'feeling' | 'wish'): string | null => {
  const complaint = isRecord(details) ? details.complaint : undefined
  const said = isRecord(complaint) ? complaint[field] : undefined
  return typeof said === 'string' ? said : null
}

const presentCase = ({ received_on, code, closed_on, ...row }: CaseRow): CaseLine => ({
  ...row,
  receivedOn: received_on,
  category: code,
  closedOn: closed_on,
})
