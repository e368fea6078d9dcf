import { type RawBuilder, sql } from 'kysely'
import { keptLike, nameKept } from '#content/usual-names.ts'
import type { PlanInput } from '#contract/inspection-plans.ts'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import { newestFirst, type PageWanted } from '#modules/desk/index.ts'
import type { Tx } from '#platform/db/tx.ts'

export type PlanRow = {
  estate_id: Uuid
  id: Uuid
  name: string
  kind: PlanInput['kind']
  task: string | null
  line: PlanInput['line']
  recurrence: PlanInput['recurrence']
  hours: PlanInput['hours']
  months: number[]
  conditions: PlanInput['conditions']
  place_ids: Uuid[]
  touchpoints: PlanInput['touchpoints']
  sample: number | null
  seed: string
  items: PlanInput['items']
  assignee_role: PlanInput['assigneeRole']
  assignee_id: Uuid | null
  assignee_name: string | null
  area_id: Uuid | null
  area_name: string | null
  from_date: LocalDate
  until_date: LocalDate | null
  made_until: LocalDate | null
  active: boolean
  created_at: Instant
  version: number
}
export type PlanFigures = { places: number; next_at: Instant | null; done30: number; missed30: number }

const PLAN = sql`select p.*, s.name as assignee_name, a.name as area_name from inspection_plan p
  left join staff s on s.id = p.assignee_id left join area a on a.estate_id = p.estate_id and a.id = p.area_id`
/** Places that a plan goes to, whatever its items. */
const GOES_TO = sql`l.active and (l.id = any(p.place_ids) or cardinality(p.place_ids) = 0 and l.touchpoint = any(p.touchpoints))
  and (p.area_id is null or l.building_id in (select building_id from area_building ab
    where ab.estate_id = p.estate_id and ab.area_id = p.area_id))`

const figures = (now: Instant) => sql`
  (select count(*)::int from place l where l.estate_id = p.estate_id and ${GOES_TO}) as places,
  (select min(r.from_at) from inspection_round r where r.estate_id = p.estate_id and r.plan_id = p.id and r.state = 'planned' and r.due_at > ${now}) as next_at,
  (select count(*)::int from inspection_round r where r.estate_id = p.estate_id and r.plan_id = p.id and r.state = 'done' and r.due_at > ${now}::timestamptz - interval '30 days') as done30,
  (select count(*)::int from inspection_round r where r.estate_id = p.estate_id and r.plan_id = p.id and r.missed_at > ${now}::timestamptz - interval '30 days') as missed30`

type Shown = PlanRow & PlanFigures
const shown = (tx: Tx, where: RawBuilder<unknown>, visible: RawBuilder<unknown>) => sql<Shown>`
  select p.*, ${figures(tx.now)} from (${PLAN} where ${where} and ${visible}) p`

export const findPlan = async (
  tx: Tx,
  estateId: Uuid,
  id: Uuid,
  visible: RawBuilder<unknown>,
): Promise<Shown | undefined> => {
  const { rows } = await shown(tx, sql`p.estate_id = ${estateId} and p.id = ${id}`, visible).execute(tx.db)
  return rows[0]
}

export type PlanFilter = {
  kind?: string | undefined
  active?: 'true' | 'false' | undefined
  line?: string | undefined
  touchpoint?: string | undefined
  q?: string | undefined
}
export const listPlanRows = async (
  tx: Tx,
  estateId: Uuid,
  filter: PlanFilter,
  page: PageWanted,
  visible: RawBuilder<unknown>,
): Promise<Shown[]> => {
  const where = sql`p.estate_id = ${estateId}
    ${filter.kind ? sql`and p.kind = ${filter.kind}` : sql``} ${filter.line ? sql`and p.line = ${filter.line}` : sql``}
    ${filter.active ? sql`and p.active = ${filter.active === 'true'}` : sql``}
    ${filter.q ? sql`and ${hasWords(sql`p.name`, filter.q)}` : sql``}
    ${
      filter.touchpoint
        ? sql`and (${filter.touchpoint} = any(p.touchpoints) or exists (select 1 from place l
            where l.estate_id = p.estate_id and l.id = any(p.place_ids) and l.touchpoint = ${filter.touchpoint}))`
        : sql``
    }`
  const { rows } = await sql<Shown>`select q.* from (${shown(tx, where, visible)}) q where true
    ${newestFirst(sql`q.created_at`, sql`q.id`, page)}`.execute(tx.db)
  return rows
}

/** What a person types in either language: words of the name, or of the English that a usual name is shown with. */
export const hasWords = (name: RawBuilder<unknown>, words: string) => sql`(strpos(lower(${name}), lower(${words})) > 0
  or exists (select 1 from unnest(${keptLike(words)}::text[]) part where strpos(${name}, part) > 0))`

const written = (plan: PlanInput) => ({
  // a usual name that was read in English is kept as the one it is
  name: nameKept(plan.name),
  kind: plan.kind,
  task: plan.task === null ? null : nameKept(plan.task),
  line: plan.line,
  recurrence: JSON.stringify(plan.recurrence),
  hours: JSON.stringify(plan.hours),
  months: plan.months,
  conditions: plan.conditions,
  place_ids: plan.placeIds,
  touchpoints: plan.touchpoints,
  sample: plan.sample,
  items: JSON.stringify(plan.items),
  assignee_role: plan.assigneeRole,
  assignee_id: plan.assigneeId,
  area_id: plan.areaId,
  from_date: plan.fromDate,
  until_date: plan.untilDate,
  active: plan.active,
})

export type NewPlan = { id: Uuid; seed: string; plan: PlanInput; by: Uuid }
export const insertPlans = async (tx: Tx, estateId: Uuid, plans: readonly NewPlan[]): Promise<void> => {
  if (plans.length === 0) return
  await tx.db
    .insertInto('inspection_plan')
    .values(
      plans.map(({ id, seed, plan, by }) => ({
        ...written(plan),
        estate_id: estateId,
        id,
        seed,
        created_at: tx.now,
        created_by: by,
      })),
    )
    .execute()
}

/** False when it is no longer the version that the caller saw. Its days are reckoned anew. */
export const savePlan = async (
  tx: Tx,
  estateId: Uuid,
  { id, version }: { id: Uuid; version: number },
  plan: PlanInput,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('inspection_plan')
    .set((eb) => ({ ...written(plan), version: eb('version', '+', 1) }))
    .where('estate_id', '=', estateId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const planNames = async (tx: Tx, estateId: Uuid): Promise<string[]> =>
  (await tx.db.selectFrom('inspection_plan').select('name').where('estate_id', '=', estateId).execute()).map(
    (r) => r.name,
  )

/** Locks and reads; what another process works on is left to it. */
export const lockPlans = async (
  tx: Tx,
  estateId: Uuid,
  wanted: { shortOf: LocalDate } | { ids: readonly Uuid[] } | { condition: string },
): Promise<PlanRow[]> => {
  const where =
    'shortOf' in wanted
      ? sql`p.active and cardinality(p.conditions) = 0 and p.from_date <= ${wanted.shortOf}
          and coalesce(p.made_until, '1900-01-01') < least(${wanted.shortOf}, coalesce(p.until_date, ${wanted.shortOf}))`
      : 'ids' in wanted
        ? sql`p.id = any(${[...wanted.ids]}::uuid[])`
        : sql`p.active and ${wanted.condition} = any(p.conditions)`
  // whoever answers a press waits for its turn; the job of the hour goes on with the others
  const wait = 'shortOf' in wanted ? sql`for update of p skip locked` : sql`for update of p`
  const { rows } = await sql<PlanRow>`
    ${PLAN} where p.estate_id = ${estateId} and ${where} order by p.id ${wait}`.execute(tx.db)
  return rows
}

export const markMade = async (tx: Tx, estateId: Uuid, ids: readonly Uuid[], until: LocalDate): Promise<void> => {
  await tx.db
    .updateTable('inspection_plan')
    .set({ made_until: until })
    .where('estate_id', '=', estateId)
    .where('id', 'in', [...ids])
    .execute()
}

export const buildingsOfArea = async (tx: Tx, estateId: Uuid, areaId: Uuid): Promise<ReadonlySet<Uuid>> => {
  const rows = await tx.db
    .selectFrom('area_building')
    .select('building_id')
    .where('estate_id', '=', estateId)
    .where('area_id', '=', areaId)
    .execute()
  return new Set(rows.map((r) => r.building_id))
}

export const areaExists = async (tx: Tx, estateId: Uuid, areaId: Uuid): Promise<boolean> =>
  (await tx.db
    .selectFrom('area')
    .select('id')
    .where('estate_id', '=', estateId)
    .where('id', '=', areaId)
    .executeTakeFirst()) !== undefined
