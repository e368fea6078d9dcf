import { z } from 'zod'
import { DayRange } from './desk.ts'
import { EstateParams, Person } from './matters.ts'
import { PageQuery, pageOf } from './paging.ts'
import { route } from './route.ts'
import { Instant, LocalDate, optionalText, text, Uuid } from './values.ts'

const base = '/api/v1/estates/:estateId'
/** Whoever works at the desk may have been assigned a place; the use case asks whether they were. */
const WATCHERS = ['complaint.watch', 'complaint.read_reports', 'matter.write'] as const

/** A place on line (CP-110), or a suggestion box that is emptied (CP-080). */
export const WATCH_KINDS = ['online', 'box'] as const
export type WatchKind = (typeof WATCH_KINDS)[number]

export const WatchChannel = z.object({
  id: Uuid,
  kind: z.enum(WATCH_KINDS),
  name: z.string(),
  url: z.string().nullable(),
  assigned: Person.nullable(),
  active: z.boolean(),
  createdAt: Instant,
  lastCheckedAt: Instant.nullable(),
  version: z.number().int(),
  mayCheck: z.boolean(),
})
export type WatchChannel = z.infer<typeof WatchChannel>

export const WatchCheck = z.object({
  id: Uuid,
  watchId: Uuid,
  kind: z.enum(WATCH_KINDS),
  name: z.string(),
  date: LocalDate,
  at: Instant,
  by: Person,
  found: z.number().int(),
  note: z.string().nullable(),
})
export type WatchCheck = z.infer<typeof WatchCheck>

const WatchInput = {
  name: text(60),
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable()
    .default(null),
  assignedId: Uuid.nullable().default(null),
}

export const listWatchChannels = route({
  id: 'listWatchChannels',
  method: 'GET',
  path: `${base}/watch-channels`,
  access: WATCHERS,
  tag: 'complaints',
  summary: 'The places on line that somebody watches for complaints, and the suggestion boxes',
  params: EstateParams,
  query: PageQuery.extend({ kind: z.enum(WATCH_KINDS).optional(), active: z.enum(['true', 'false']).optional() }),
  response: pageOf(WatchChannel),
})
export const createWatchChannel = route({
  id: 'createWatchChannel',
  method: 'POST',
  path: `${base}/watch-channels`,
  access: 'complaint.watch',
  tag: 'complaints',
  summary: 'A place to watch or a box to empty; its checks are due from the next day on',
  params: EstateParams,
  body: z.strictObject({ kind: z.enum(WATCH_KINDS).default('online'), ...WatchInput }),
  response: WatchChannel,
  status: 201,
})
export const changeWatchChannel = route({
  id: 'changeWatchChannel',
  method: 'PUT',
  path: `${base}/watch-channels/:id`,
  access: 'complaint.watch',
  tag: 'complaints',
  summary: 'Another name, address or person; or no longer watched. The kind stays',
  params: EstateParams.extend({ id: Uuid }),
  body: z.strictObject({ ...WatchInput, active: z.boolean(), version: z.number().int() }),
  response: WatchChannel,
})
export const markWatchCheck = route({
  id: 'markWatchCheck',
  method: 'POST',
  path: `${base}/watch-channels/:id/checks`,
  access: ['complaint.watch', 'matter.write'],
  tag: 'complaints',
  summary: 'I have looked there now, and how many complaints I found',
  params: EstateParams.extend({ id: Uuid }),
  body: z.strictObject({ found: z.number().int().min(0).max(1000).default(0), note: optionalText(1000) }),
  response: WatchCheck,
  status: 201,
})
export const getWatchDay = route({
  id: 'getWatchDay',
  method: 'GET',
  path: `${base}/watch-day`,
  access: WATCHERS,
  tag: 'complaints',
  summary: 'Which place needs how many checks on a day, and how many were made',
  params: EstateParams,
  query: z.object({ date: LocalDate.optional() }),
  response: z.object({
    date: LocalDate,
    workingDay: z.boolean(),
    channels: z.array(
      z.object({
        channel: WatchChannel,
        needed: z.number().int(),
        done: z.number().int(),
        found: z.number().int(),
      }),
    ),
    /** What the night after the day wrote down; null while it has not looked. */
    night: z.object({ needed: z.number().int(), missing: z.number().int(), at: Instant }).nullable(),
  }),
})
export const listWatchChecks = route({
  id: 'listWatchChecks',
  method: 'GET',
  path: `${base}/watch-checks`,
  access: WATCHERS,
  tag: 'complaints',
  summary: 'Every look at a watched place, newest first',
  params: EstateParams,
  query: DayRange.extend({
    watchId: Uuid.optional(),
    byId: Uuid.optional(),
    kind: z.enum(WATCH_KINDS).optional(),
    found: z.enum(['true', 'false']).optional(),
    ...PageQuery.shape,
  }),
  response: pageOf(WatchCheck),
})
