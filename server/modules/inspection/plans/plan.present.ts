import type { Plan } from '#contract/inspection-plans.ts'
import type { Uuid } from '#contract/values.ts'
import { type Actor, may } from '#platform/auth/actor.ts'
import type { PlanFigures, PlanRow } from './plan.store.ts'

const named = (id: Uuid | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })

export const presentPlan = (actor: Actor, row: PlanRow & PlanFigures): Plan => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  task: row.task,
  line: row.line,
  recurrence: row.recurrence,
  hours: row.hours,
  months: row.months,
  conditions: row.conditions,
  placeIds: row.place_ids,
  touchpoints: row.touchpoints,
  sample: row.sample,
  items: row.items,
  assigneeRole: row.assignee_role,
  assigneeId: row.assignee_id,
  assignee: named(row.assignee_id, row.assignee_name),
  areaId: row.area_id,
  area: named(row.area_id, row.area_name),
  fromDate: row.from_date,
  untilDate: row.until_date,
  active: row.active,
  places: row.places,
  seed: row.seed,
  madeUntil: row.made_until,
  nextAt: row.next_at,
  done30: row.done30,
  missed30: row.missed30,
  version: row.version,
  mayChange: may(actor, 'inspection.plan', row.estate_id),
})
