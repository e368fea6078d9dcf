import { z } from 'zod'
import { TOUCHPOINTS } from './complaint-categories.ts'
import { EstateParams, Person } from './matters.ts'
import { PageQuery, pageOf } from './paging.ts'
import { LINES, ROLE_CODES } from './permissions.ts'
import { route } from './route.ts'
import { PlaceRef } from './scores.ts'
import { CONDITIONS, FREQUENCIES, ItemId, SEVERITIES } from './touchpoints.ts'
import { Instant, InstantInput, LocalDate, LocalTime, optionalText, text, Uuid } from './values.ts'

const base = '/api/v1/estates/:estateId'
const PlanParams = EstateParams.extend({ id: Uuid })

/** The centre's own, a surprise of the quality department, a mystery visitor; FD-810: a task is ticked, not inspected. */
export const PLAN_KINDS = ['self', 'surprise', 'mystery', 'task'] as const
/** What the centre is not to see coming: gone by a named person, else by the quality department. */
export const isSecret = (kind: unknown): boolean => kind === 'surprise' || kind === 'mystery'

/** What somebody says has begun or is to come; night, season, holidays are told by clock and calendar instead. */
export const CALLED_CONDITIONS = [
  'weather:rain',
  'weather:snow',
  'phase:renovation',
  'event:works',
  'event:cleaning',
  'event:lift-maintenance',
  'event:payment',
  // an important notice or a large community event (items that are asked per event)
  'event:notice',
] as const
export type CalledCondition = (typeof CALLED_CONDITIONS)[number]
export const CALLED_WHEN = ['before', 'at', 'after'] as const

/** What a plan does on a day off by the working calendar: goes all the same, is left out, or goes on the next working day. */
export const DAYS_OFF = ['keep', 'skip', 'shift'] as const
const times = z.number().int().min(1).max(24).default(1)
const daysOff = z.enum(DAYS_OFF).default('keep')

/** On which local days of the estate, and how often on each. */
export const Recurrence = z.discriminatedUnion('kind', [
  /** Every so many days, reckoned from the plan's first day. */
  z.strictObject({ kind: z.literal('days'), every: z.number().int().min(1).max(366), times, daysOff }),
  /** On these weekdays (1 Monday … 7 Sunday) of every so many weeks. */
  z.strictObject({
    kind: z.literal('weekdays'),
    days: z.array(z.number().int().min(1).max(7)).min(1).max(7),
    every: z.number().int().min(1).max(52).default(1),
    times,
    daysOff,
  }),
  /** So many times a week or month, spread evenly. */
  z.strictObject({ kind: z.literal('perWeek'), n: z.number().int().min(1).max(7), times, daysOff }),
  z.strictObject({ kind: z.literal('perMonth'), n: z.number().int().min(1).max(15), times, daysOff }),
  /** On these days of every so many months; a month without the day has its last one instead. */
  z.strictObject({
    kind: z.literal('monthDays'),
    days: z.array(z.number().int().min(1).max(31)).min(1).max(31),
    every: z.number().int().min(1).max(12).default(1),
    times,
    daysOff,
  }),
  /** On the n-th working day of a month; negative ones are counted from its end. */
  z.strictObject({
    kind: z.literal('workingDay'),
    nth: z
      .number()
      .int()
      .min(-20)
      .max(20)
      .refine((n) => n !== 0, { message: 'nth_zero' }),
    times,
  }),
  /** On the first day of each public holiday; `names` empty: of all of them. */
  z.strictObject({ kind: z.literal('holidays'), names: z.array(text(20)).max(20).default([]), times }),
  /**
   * When one of the plan's conditions is called: before it begins, at once, or when it has ended. `daily`: at once, and again in
   * the plan's hours of each further day on which it has not ended.
   */
  z.strictObject({
    kind: z.literal('called'),
    when: z.enum(CALLED_WHEN).default('at'),
    daily: z.boolean().optional(),
  }),
])
export type Recurrence = z.output<typeof Recurrence>

export const ITEM_FREQUENCIES = [...FREQUENCIES, 'none'] as const
export const ITEM_CONDITIONS = [...CONDITIONS, 'none'] as const
/** Which items are asked: those that fit every list given; `none` stands for items without a frequency or condition. */
export const PlanItems = z.strictObject({
  frequencies: z.array(z.enum(ITEM_FREQUENCIES)).max(20).optional(),
  severities: z.array(z.enum(SEVERITIES)).max(3).optional(),
  conditions: z.array(z.enum(ITEM_CONDITIONS)).max(20).optional(),
  ids: z.array(ItemId).max(466).optional(),
  /** Items whose evidence is a photo need it also when they pass. */
  proofOnPass: z.boolean().default(false),
})
export type PlanItems = z.output<typeof PlanItems>

/** Local times; one that ends before it begins goes on into the next day. */
const HourWindow = z.strictObject({ from: LocalTime, to: LocalTime })

const PlanShape = {
  name: text(60),
  kind: z.enum(PLAN_KINDS),
  task: text(100).nullable().default(null),
  line: z.enum(LINES).nullable().default(null),
  recurrence: Recurrence,
  hours: z.array(HourWindow).max(24).default([]),
  months: z.array(z.number().int().min(1).max(12)).max(12).default([]),
  conditions: z.array(z.enum(CALLED_CONDITIONS)).max(8).default([]),
  /** A route: these places in this order. */
  placeIds: z.array(Uuid).max(200).default([]),
  /** Or all places of these touchpoints, in their own order. */
  touchpoints: z.array(z.enum(TOUCHPOINTS)).max(20).default([]),
  /** So many of the places each time; over some rounds every one gets its turn. */
  sample: z.number().int().min(1).max(200).nullable().default(null),
  items: PlanItems.default({ proofOnPass: false }),
  assigneeRole: z.enum(ROLE_CODES).nullable().default(null),
  assigneeId: Uuid.nullable().default(null),
  areaId: Uuid.nullable().default(null),
  fromDate: LocalDate,
  untilDate: LocalDate.nullable().default(null),
  active: z.boolean().default(true),
}
type Checked = z.output<z.ZodObject<typeof PlanShape>>

/** What no single field can see: each fault stands beside the field that must change. */
const coherent = (plan: Checked, ctx: z.core.$RefinementCtx<Checked>) => {
  const fault = (field: string, message: string) =>
    ctx.addIssue({ code: 'custom', path: [field], message, input: plan })
  if ((plan.kind === 'task') !== (plan.task !== null)) fault('task', 'plan_task')
  if (isSecret(plan.kind) && plan.assigneeRole !== null) fault('assigneeRole', 'plan_secret')
  if (plan.placeIds.length === 0 && plan.touchpoints.length === 0) fault('touchpoints', 'plan_places')
  if (new Set(plan.placeIds).size < plan.placeIds.length) fault('placeIds', 'plan_place_twice')
  const called = plan.recurrence.kind === 'called'
  if (called !== plan.conditions.length > 0) fault('conditions', 'plan_conditions')
  if (plan.recurrence.kind === 'called' && plan.recurrence.daily && plan.recurrence.when !== 'at')
    fault('recurrence', 'plan_daily')
  const often = plan.recurrence.kind === 'called' ? 1 : plan.recurrence.times
  if (plan.hours.length > 1 && plan.hours.length !== often) fault('hours', 'plan_hours')
  if (plan.untilDate !== null && plan.untilDate < plan.fromDate) fault('untilDate', 'plan_until')
}

export const PlanInput = z.strictObject(PlanShape).superRefine(coherent)
export type PlanInput = z.output<typeof PlanInput>

export const Plan = z.object({
  ...PlanShape,
  id: Uuid,
  assignee: Person.nullable(),
  area: Person.nullable(),
  /** Places that it goes to as things stand; with a sample so many of them each time. */
  places: z.number().int(),
  seed: z.string(),
  madeUntil: LocalDate.nullable(),
  nextAt: Instant.nullable(),
  /** Of the last thirty days. */
  done30: z.number().int(),
  missed30: z.number().int(),
  version: z.number().int(),
  mayChange: z.boolean(),
})
export type Plan = z.output<typeof Plan>

export const listInspectionPlans = route({
  id: 'listInspectionPlans',
  method: 'GET',
  path: `${base}/inspection-plans`,
  access: 'inspection.read',
  tag: 'inspection',
  summary: 'How often, where, what and by whom is looked; surprises are shown to the quality department alone',
  params: EstateParams,
  query: PageQuery.extend({
    kind: z.enum(PLAN_KINDS).optional(),
    active: z.enum(['true', 'false']).optional(),
    line: z.enum(LINES).optional(),
    touchpoint: z.enum(TOUCHPOINTS).optional(),
    q: text(60).optional(),
  }),
  response: pageOf(Plan),
})
export const getInspectionPlan = route({
  id: 'getInspectionPlan',
  method: 'GET',
  path: `${base}/inspection-plans/:id`,
  access: 'inspection.read',
  tag: 'inspection',
  summary: 'One plan',
  params: PlanParams,
  response: Plan,
})
export const createInspectionPlan = route({
  id: 'createInspectionPlan',
  method: 'POST',
  path: `${base}/inspection-plans`,
  access: 'inspection.plan',
  tag: 'inspection',
  summary: 'A plan; its rounds of the next days are made at once',
  params: EstateParams,
  body: PlanInput,
  response: Plan,
  status: 201,
})
export const changeInspectionPlan = route({
  id: 'changeInspectionPlan',
  method: 'PUT',
  path: `${base}/inspection-plans/:id`,
  access: 'inspection.plan',
  tag: 'inspection',
  summary: 'Another plan from tomorrow on: rounds to come that nobody has begun are made anew',
  params: PlanParams,
  body: z.strictObject({ ...PlanShape, version: z.number().int() }).superRefine(coherent),
  response: Plan,
})
export const createUsualPlans = route({
  id: 'createUsualPlans',
  method: 'POST',
  path: `${base}/inspection-plans/usual`,
  access: 'inspection.plan',
  tag: 'inspection',
  summary: 'The plans that ask every item of the standard at its frequency; those whose name there is stay as they are',
  params: EstateParams,
  body: z.strictObject({ tasks: z.boolean().default(true) }),
  response: z.object({ created: z.array(z.string()), kept: z.array(z.string()) }),
  status: 201,
})

const PreviewRound = z.object({
  date: LocalDate,
  slot: z.number().int(),
  fromAt: Instant,
  dueAt: Instant,
  /** How many it goes to. */
  count: z.number().int(),
  /** Where to; null: so many of the plan's places at random, which nobody can say before the plan is there with its seed. */
  places: z.array(PlaceRef).nullable(),
})
export const previewInspectionPlan = route({
  id: 'previewInspectionPlan',
  method: 'POST',
  path: `${base}/inspection-plans/preview`,
  access: 'inspection.plan',
  tag: 'inspection',
  summary: 'The next rounds as this plan would make them; nothing is written',
  params: EstateParams,
  /** The plan that is being changed: it goes on drawing with its own seed where it stopped. */
  query: z.object({ planId: Uuid.optional() }),
  body: PlanInput,
  response: z.object({
    rounds: z.array(PreviewRound),
    /** Places of the plan, of which each round draws its own. */
    places: z.number().int(),
    /** Items that are asked in all, at all places of the plan. */
    items: z.number().int(),
    /** FD-005: some day lies beyond the maintained calendar. */
    calendarMissing: z.boolean(),
  }),
})

/* ---- conditions that are called ---- */

export const ConditionCall = z.object({
  id: Uuid,
  condition: z.enum(CALLED_CONDITIONS),
  fromAt: Instant,
  untilAt: Instant.nullable(),
  note: z.string().nullable(),
  /** Only at these; empty: wherever the plans go. */
  places: z.array(PlaceRef),
  calledBy: Person,
  calledAt: Instant,
  endedBy: Person.nullable(),
  /** Rounds that came of it, and how many of them are done. */
  rounds: z.number().int(),
  done: z.number().int(),
})
export type ConditionCall = z.output<typeof ConditionCall>
/** Ended before it began: it did not come about. */
export const isCalledOff = ({ fromAt, untilAt }: Pick<ConditionCall, 'fromAt' | 'untilAt'>): boolean =>
  untilAt !== null && untilAt < fromAt

export const getConditionBoard = route({
  id: 'getConditionBoard',
  method: 'GET',
  path: `${base}/conditions`,
  access: 'inspection.do',
  tag: 'inspection',
  summary: 'What holds now, and which plans wait for what',
  params: EstateParams,
  response: z.object({
    conditions: z.array(
      z.object({
        condition: z.enum(CALLED_CONDITIONS),
        call: ConditionCall.nullable(),
        plans: z.array(z.object({ id: Uuid, name: z.string() })),
      }),
    ),
  }),
})
export const listConditionCalls = route({
  id: 'listConditionCalls',
  method: 'GET',
  path: `${base}/condition-calls`,
  access: 'inspection.do',
  tag: 'inspection',
  summary: 'Every call of a condition, newest first',
  params: EstateParams,
  query: PageQuery.extend({
    condition: z.enum(CALLED_CONDITIONS).optional(),
    from: LocalDate.optional(),
    to: LocalDate.optional(),
  }),
  response: pageOf(ConditionCall),
})
export const callCondition = route({
  id: 'callCondition',
  method: 'POST',
  path: `${base}/condition-calls`,
  access: 'inspection.do',
  tag: 'inspection',
  summary: 'It rains, works begin: the plans that wait for it make their rounds at once',
  params: EstateParams,
  body: z.strictObject({
    condition: z.enum(CALLED_CONDITIONS),
    /** When it begins, if that is still to come (maintenance of tomorrow); at most 60 days ahead. */
    fromAt: InstantInput.optional(),
    /** Only at these places; empty: wherever the plans go. */
    placeIds: z.array(Uuid).max(200).default([]),
    note: optionalText(200),
  }),
  response: ConditionCall,
  status: 201,
})
export const endCondition = route({
  id: 'endCondition',
  method: 'POST',
  path: `${base}/condition-calls/:id/end`,
  access: 'inspection.do',
  tag: 'inspection',
  summary:
    'It is over; plans that wait for the end make their rounds. What has not begun yet is called off with its rounds',
  params: PlanParams,
  body: z.strictObject({}),
  response: ConditionCall,
})
