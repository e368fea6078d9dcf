import { z } from 'zod'
import { SubCode, Touchpoint } from './complaint-categories.ts'
import { EstateParams, Person } from './matters.ts'
import { PageQuery, pageOf } from './paging.ts'
import { route } from './route.ts'
import { Instant, text, Uuid } from './values.ts'

const base = '/api/v1/estates/:estateId'

/** What somebody who speaks to a customer has to know of a topic. */
export const TopicWording = z.object({ id: Uuid, title: z.string(), text: z.string() })
export type TopicWording = z.infer<typeof TopicWording>

/** CP-028: the one approved answer for a topic. A complaint is about it that meets each of code, touchpoint and building that is said. */
export const WordingTopic = TopicWording.extend({
  codes: z.array(SubCode),
  touchpoint: Touchpoint.nullable(),
  building: z.object({ id: Uuid, name: z.string() }).nullable(),
  /** Titles of other topics in force that the same complaint could be about: two answers are what one wording prevents. */
  overlaps: z.array(z.string()),
  approvedBy: Person,
  approvedAt: Instant,
  endedBy: Person.nullable(),
  endedAt: Instant.nullable(),
  version: z.number().int(),
})
export type WordingTopic = z.infer<typeof WordingTopic>

const WordingShape = {
  title: text(60),
  text: text(2000),
  codes: z.array(SubCode).max(20).default([]),
  touchpoint: Touchpoint.nullable().default(null),
  buildingId: Uuid.nullable().default(null),
}
type About = { codes: string[]; touchpoint: string | null; buildingId: string | null }
/** About everything is about nothing. */
const aboutSomething = ({ codes, touchpoint, buildingId }: About): boolean =>
  codes.length > 0 || touchpoint !== null || buildingId !== null
const NOTHING = { path: ['codes'], message: 'topic_about' }

export const listWordingTopics = route({
  id: 'listWordingTopics',
  method: 'GET',
  path: `${base}/wording-topics`,
  access: ['complaint.confirm', 'complaint.read_reports', 'matter.write'],
  tag: 'complaints',
  summary: 'The approved answers by topic, newest first',
  params: EstateParams,
  query: PageQuery.extend({ inForce: z.enum(['true', 'false']).optional(), code: SubCode.optional() }),
  response: pageOf(WordingTopic),
})
export const createWordingTopic = route({
  id: 'createWordingTopic',
  method: 'POST',
  path: `${base}/wording-topics`,
  access: 'complaint.confirm',
  tag: 'complaints',
  summary: 'An approved answer for a topic; every complaint about it shows it from now on',
  params: EstateParams,
  body: z.strictObject(WordingShape).refine(aboutSomething, NOTHING),
  response: WordingTopic,
  status: 201,
})
export const changeWordingTopic = route({
  id: 'changeWordingTopic',
  method: 'PUT',
  path: `${base}/wording-topics/:id`,
  access: 'complaint.confirm',
  tag: 'complaints',
  summary: 'Another answer, or about something else, approved anew; what was said before stays in the log',
  params: EstateParams.extend({ id: Uuid }),
  body: z.strictObject({ ...WordingShape, version: z.number().int() }).refine(aboutSomething, NOTHING),
  response: WordingTopic,
})
export const endWordingTopic = route({
  id: 'endWordingTopic',
  method: 'POST',
  path: `${base}/wording-topics/:id/end`,
  access: 'complaint.confirm',
  tag: 'complaints',
  summary: 'The topic is over; its answer is no longer shown',
  params: EstateParams.extend({ id: Uuid }),
  body: z.strictObject({ version: z.number().int() }),
  response: WordingTopic,
})
