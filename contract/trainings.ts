import { z } from 'zod'
import { DayRange } from './desk.ts'
import { EstateParams, Person } from './matters.ts'
import { PageQuery, pageOf } from './paging.ts'
import { route } from './route.ts'
import { Instant, InstantInput, LocalDate, optionalText, text, Uuid } from './values.ts'

/* ---- FD-765: plan, session, attendees, result ---- */

/** Before somebody begins, while they work here, and looking on at an interview before doing one. */
export const TRAINING_KINDS = ['induction', 'regular', 'observation', 'safety', 'drill'] as const
export const TRAINING_STATES = ['planned', 'held', 'cancelled'] as const
const READERS = ['staff.read', 'training.edit'] as const

const base = '/api/v1/estates/:estateId/trainings'
const TrainingParams = EstateParams.extend({ id: Uuid })

export const Training = z.object({
  id: Uuid,
  topic: z.string(),
  kind: z.enum(TRAINING_KINDS),
  startsAt: Instant,
  place: z.string().nullable(),
  trainer: z.string(),
  /** Whose interview is looked on at; who confirms it. */
  watched: Person.nullable(),
  content: z.string().nullable(),
  state: z.enum(TRAINING_STATES),
  invited: z.number().int(),
  attended: z.number().int(),
  passed: z.number().int(),
  failed: z.number().int(),
  summary: z.string().nullable(),
  heldBy: Person.nullable(),
  cancelReason: z.string().nullable(),
  mayChange: z.boolean(),
  /** What was looked on at is confirmed by who was watched; anything else is recorded by who plans trainings. */
  mayHold: z.boolean(),
  version: z.number().int(),
})
export type Training = z.output<typeof Training>

export const TrainingDetail = Training.extend({
  attendees: z.array(
    z.object({
      person: Person,
      attended: z.boolean().nullable(),
      /** null: nothing was examined. */
      passed: z.boolean().nullable(),
      note: z.string().nullable(),
    }),
  ),
})
export type TrainingDetail = z.output<typeof TrainingDetail>

const TrainingInput = {
  topic: text(100),
  kind: z.enum(TRAINING_KINDS),
  startsAt: InstantInput,
  place: optionalText(100),
  trainer: text(60),
  content: optionalText(2000),
  attendeeIds: z.array(Uuid).min(1).max(200),
  /** Of an observation: whose interview it is. */
  watchedId: Uuid.optional(),
}
const isWatched = ({ kind, watchedId }: { kind: string; watchedId?: string | undefined }) =>
  kind !== 'observation' || watchedId !== undefined
const WATCHED = { path: ['watchedId'], message: 'required' }

export const listTrainings = route({
  id: 'listTrainings',
  method: 'GET',
  path: base,
  access: READERS,
  tag: 'trainings',
  summary: 'Trainings planned and held, the latest first; of one person those they were to come to',
  params: EstateParams,
  query: z.object({
    ...DayRange.shape,
    kind: z.enum(TRAINING_KINDS).optional(),
    state: z.enum(TRAINING_STATES).optional(),
    staffId: Uuid.optional(),
    ...PageQuery.shape,
  }),
  response: pageOf(Training),
})
export const getTraining = route({
  id: 'getTraining',
  method: 'GET',
  path: `${base}/:id`,
  access: READERS,
  tag: 'trainings',
  summary: 'One training with who was to come, who came and what came of it',
  params: TrainingParams,
  response: TrainingDetail,
})
export const planTraining = route({
  id: 'planTraining',
  method: 'POST',
  path: base,
  access: 'training.edit',
  tag: 'trainings',
  summary: 'A training is planned; who is to come is told',
  params: EstateParams,
  body: z.strictObject(TrainingInput).refine(isWatched, WATCHED),
  response: TrainingDetail,
  status: 201,
})
export const changeTraining = route({
  id: 'changeTraining',
  method: 'PUT',
  path: `${base}/:id`,
  access: 'training.edit',
  tag: 'trainings',
  summary: 'Another plan of a training that was not held yet',
  params: TrainingParams,
  body: z.strictObject({ ...TrainingInput, version: z.number().int() }).refine(isWatched, WATCHED),
  response: TrainingDetail,
})
export const holdTraining = route({
  id: 'holdTraining',
  method: 'POST',
  path: `${base}/:id/hold`,
  access: READERS,
  tag: 'trainings',
  summary: 'It was held: who came, and what came of it for each; an observation is confirmed by who was watched',
  params: TrainingParams,
  body: z.strictObject({
    attendees: z
      .array(
        z
          .strictObject({
            staffId: Uuid,
            attended: z.boolean(),
            passed: z.boolean().nullable().default(null),
            note: optionalText(200),
          })
          .refine((one) => one.attended || one.passed === null, { path: ['passed'] }),
      )
      .min(1)
      .max(300),
    summary: optionalText(2000),
    version: z.number().int(),
  }),
  response: TrainingDetail,
})
export const cancelTraining = route({
  id: 'cancelTraining',
  method: 'POST',
  path: `${base}/:id/cancel`,
  access: 'training.edit',
  tag: 'trainings',
  summary: 'It will not be held, with the reason; who was to come is told',
  params: TrainingParams,
  body: z.strictObject({ reason: text(200), version: z.number().int() }),
  response: TrainingDetail,
})

export const Newcomer = z.object({
  person: Person,
  since: LocalDate,
  observed: z.number().int(),
  planned: z.number().int(),
})
export type Newcomer = z.output<typeof Newcomer>
/** With the days for which somebody is new, and the interviews to be looked on at before one is led alone. */
export const Newcomers = pageOf(Newcomer).extend({ days: z.number().int(), needed: z.number().int() })
export type Newcomers = z.output<typeof Newcomers>
export const listNewcomers = route({
  id: 'listNewcomers',
  method: 'GET',
  path: '/api/v1/estates/:estateId/newcomers',
  access: READERS,
  tag: 'trainings',
  summary: 'Who is new and calls customers back, with the interviews they have looked on at (FD-765), the newest first',
  params: EstateParams,
  query: z.object({ name: z.string().trim().max(100).optional(), ...PageQuery.shape }),
  response: Newcomers,
})
