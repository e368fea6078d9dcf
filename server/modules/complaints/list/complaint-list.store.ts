import { type RawBuilder, sql } from 'kysely'
import type { ComplaintFilter } from '#contract/complaint-list.ts'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import { findMatters, LINE_COLUMNS, LINE_JOINS, type MatterListRow, seeMatters } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import {
  brokenPromise,
  CLOSE_TIME,
  CODE,
  COUNTED,
  lateReply,
  NOT_COUNTED,
  OURS,
  openAge,
  PLAN_OPEN,
  RECATEGORISED,
  REPEATED,
  REPLY_CLASS,
  REPLY_NOT_POSSIBLE,
  REPLY_TIME,
} from '../case-facts.store.ts'
import { saysPestered } from '../complaints-saying.store.ts'

export type ComplaintRow = MatterListRow & {
  received_on: LocalDate
  category_initial: string | null
  category_final: string | null
  secondary_category: string | null
  factor: string | null
  factor_sub: string | null
  building_id: Uuid | null
  building_name: string | null
  touchpoint: string | null
  persons: number
  times: number
  counted: boolean | null
  not_counted_reason: string | null
  grade: string | null
  volume: string | null
  hot_at: Instant | null
  major_at: Instant | null
  escalated_at: Instant | null
  claim_fen: number
  reply_due_at: Instant | null
  first_reply_at: Instant | null
  reply_late: boolean
  reply_not_possible: boolean
}
/** `today` is the local day of the estate. */
type Moment = { now: Instant; today: LocalDate }
export type ComplaintPage = { after: { on: LocalDate; id: Uuid } | undefined; limit: number }

/** Up to so many are put in order on the index of days, and only those of the page are then read. */
const MOST_FOUND = 1_000

/** One row more than asked tells whether there is more. */
export const listComplaintRows = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  filter: ComplaintFilter,
  page: ComplaintPage,
  moment: Moment,
): Promise<ComplaintRow[]> => {
  const found = filter.q ? await findMatters(tx, estateId, filter.q, MOST_FOUND) : undefined
  const behind = page.after
    ? [sql`(cc.received_on, cc.matter_id) < (${page.after.on}::date, ${page.after.id}::uuid)`]
    : []
  const conditions = [
    sql`cc.estate_id = ${estateId}`,
    sql`m.estate_id = ${estateId}`,
    seeMatters(actor, estateId),
    ...conditionsOf(filter, moment),
    ...(found && 'condition' in found ? [found.condition] : []),
    ...behind,
  ]
  const newest = (of: 'cc' | 'k') =>
    sql`order by ${sql.ref(`${of}.received_on`)} desc, ${sql.ref(`${of}.matter_id`)} desc`
  // the coalesce keeps the planner on the index of days; by their key it would read all of them to put them in order
  const ordered =
    found && 'ids' in found
      ? sql`(select cc.received_on, cc.matter_id from complaint_case cc where ${sql.join(
          [sql`cc.estate_id = ${estateId}`, sql`coalesce(cc.matter_id = any(${found.ids}::uuid[]), false)`, ...behind],
          sql` and `,
        )} ${newest('cc')} offset 0) k join complaint_case cc on cc.estate_id = ${estateId} and cc.matter_id = k.matter_id`
      : undefined
  const { rows } = await sql<ComplaintRow>`
    select ${LINE_COLUMNS}, m.contact_phone, m.reopened_count, cc.received_on, cc.category_initial, cc.category_final, cc.secondary_category,
      cc.factor, cc.factor_sub, cc.building_id, b.name as building_name, cc.touchpoint, cc.persons, cc.times, cc.counted, cc.not_counted_reason,
      cc.grade, cc.volume, cc.hot_at, cc.major_at, cc.escalated_at, cc.claim_fen, cc.reply_due_at, cc.first_reply_at, ${lateReply(moment.now)} as reply_late, ${REPLY_NOT_POSSIBLE} as reply_not_possible
    from ${ordered ?? sql`complaint_case cc`} join matter m on m.estate_id = cc.estate_id and m.id = cc.matter_id
      left join building b on b.estate_id = cc.estate_id and b.id = cc.building_id ${LINE_JOINS}
    where ${sql.join(conditions, sql` and `)}
    ${newest(ordered ? 'k' : 'cc')} limit ${page.limit + 1}`.execute(tx.db)
  return rows
}

const conditionsOf = (filter: ComplaintFilter, { now, today }: Moment): RawBuilder<unknown>[] => {
  const found: RawBuilder<unknown>[] = []
  const when = (value: string | undefined, condition: RawBuilder<unknown>) => {
    if (value !== undefined) found.push(value === 'true' ? condition : sql`not ${condition}`)
  }
  const equals = (value: string | undefined, column: RawBuilder<unknown>) => {
    if (value !== undefined) found.push(value === 'none' ? sql`${column} is null` : sql`${column} = ${value}`)
  }
  if (filter.from !== undefined) found.push(sql`cc.received_on >= ${filter.from}::date`)
  if (filter.to !== undefined) found.push(sql`cc.received_on <= ${filter.to}::date`)
  if (filter.buildingId !== undefined)
    found.push(
      filter.buildingId === 'none' ? sql`cc.building_id is null` : sql`cc.building_id = ${filter.buildingId}::uuid`,
    )
  if (filter.counted !== undefined) found.push(COUNTED_AS[filter.counted])
  if (filter.flag !== undefined) found.push(sql`m.flags @> array[${filter.flag}]::text[]`)
  if (filter.pester !== undefined) found.push(saysPestered(filter.pester))
  if (filter.secondaryFactor !== undefined)
    found.push(sql`cc.secondary_factors @> array[${filter.secondaryFactor}]::text[]`)
  equals(filter.category, sql`left(${CODE}, 2)`)
  equals(filter.sub, CODE)
  equals(filter.line, sql`m.line`)
  equals(filter.factor, sql`cc.factor`)
  equals(filter.factorSub, sql`cc.factor_sub`)
  equals(filter.touchpoint, sql`cc.touchpoint`)
  equals(filter.channel, sql`cc.channel`)
  equals(filter.grade, sql`cc.grade`)
  equals(filter.volume, sql`cc.volume`)
  equals(filter.satisfaction, sql`m.satisfaction`)
  equals(filter.state, sql`m.state`)
  equals(filter.ours, sql`(${OURS})`)
  equals(filter.replyClass, sql`(${REPLY_CLASS})`)
  equals(filter.closeTime, sql`(${CLOSE_TIME})`)
  equals(filter.age, sql`(${openAge(today)})`)
  if (filter.replyTime !== undefined) found.push(sql`(${REPLY_TIME}) = ${filter.replyTime}`)
  when(filter.classified, sql`(cc.category_final is not null)`)
  when(filter.recategorised, RECATEGORISED)
  when(filter.open, sql`m.open`)
  when(filter.late, sql`coalesce(${lateReply(now)}, false)`)
  when(filter.replyNotPossible, REPLY_NOT_POSSIBLE)
  when(filter.overdue, sql`(m.overdue or coalesce(m.next_due_at < ${now}::timestamptz, false))`)
  when(filter.brokenPromise, brokenPromise(now))
  when(filter.repeat, REPEATED)
  when(filter.major, sql`(cc.major_at is not null)`)
  when(filter.planOpen, PLAN_OPEN)
  when(filter.hot, sql`(cc.hot_at is not null)`)
  when(filter.escalated, sql`(cc.escalated_at is not null)`)
  return found
}

const COUNTED_AS = {
  yes: COUNTED,
  no: NOT_COUNTED,
  unverified: sql`(cc.counted is null and ${COUNTED})`,
}
