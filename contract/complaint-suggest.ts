import { z } from 'zod'
import { FLAGS } from './channels.ts'
import { SubCode, Touchpoint } from './complaint-categories.ts'
import { TopicWording } from './complaint-wordings.ts'
import { EstateParams } from './matters.ts'
import { route } from './route.ts'
import { Instant, Uuid } from './values.ts'

const suggested = <T extends z.ZodType>(code: T) =>
  z.object({
    code,
    score: z.number(),
    /** The customer's words it rests on. */
    because: z.array(z.string()),
  })

const SAME_BECAUSE = ['unit', 'place', 'customer', 'category', 'words'] as const

/** A complaint that may be the same (CP-097): a person decides. */
export const SameComplaint = z.object({
  id: Uuid,
  number: z.string(),
  title: z.string(),
  state: z.string(),
  open: z.boolean(),
  receivedAt: Instant,
  closedAt: Instant.nullable(),
  unit: z.object({ id: Uuid, display: z.string() }).nullable(),
  place: z.string().nullable(),
  category: z.string().nullable(),
  persons: z.number().int(),
  times: z.number().int(),
  flags: z.array(z.enum(FLAGS)),
  because: z.array(z.enum(SAME_BECAUSE)),
})
export type SameComplaint = z.infer<typeof SameComplaint>

export const suggestComplaint = route({
  id: 'suggestComplaint',
  method: 'GET',
  path: '/api/v1/estates/:estateId/complaint-suggestions',
  access: 'matter.register',
  tag: 'complaints',
  summary: 'What a complaint may be about, and complaints of the last month that may be the same; nothing is decided',
  params: EstateParams,
  query: z.object({
    text: z.string().trim().max(1000).optional(),
    place: z.string().trim().max(200).optional(),
    unitId: Uuid.optional(),
    customerId: Uuid.optional(),
  }),
  response: z.object({
    /** Best first. */
    categories: z.array(suggested(SubCode)),
    touchpoints: z.array(suggested(Touchpoint)),
    same: z.array(SameComplaint),
    /** CP-095, CP-098: hot, or possibly, if those that are most alike are the same and this caller joins them. */
    possiblyHot: z.boolean(),
    /** The different people among them, this caller included. */
    distinctPersons: z.number().int(),
    /** CP-028: what is answered to whoever asks about the like. */
    topics: z.array(TopicWording),
  }),
})
