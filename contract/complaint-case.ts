import { z } from 'zod'
import { CAUSE_FACTORS } from './complaint-categories.ts'
import { TopicWording } from './complaint-wordings.ts'
import { GRADES, VOLUMES } from './kinds/complaint-needs.ts'
import { MatterParams, Person } from './matters.ts'
import { route } from './route.ts'
import { Instant, LocalDate, Uuid } from './values.ts'

/** One voice about a complaint: who it was as far as known, and whether they had their own answer (CP-097). */
export const ComplaintVoice = z.object({
  id: Uuid,
  /** The complaint it was registered as; null: told without a registration of its own. */
  origin: z.object({ id: Uuid, number: z.string() }).nullable(),
  at: Instant,
  channel: z.string(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  unit: z.string().nullable(),
  persons: z.number().int(),
  anonymous: z.boolean(),
  contactable: z.boolean(),
  /** CP-066: nobody calls this person. */
  noCallback: z.boolean(),
  said: z.string().nullable(),
  answer: z.enum(['satisfied', 'neutral', 'notSatisfied', 'unreachable', 'noWish']).nullable(),
  answerWords: z.string().nullable(),
  answeredAt: Instant.nullable(),
  /** The complaint's own first voice, which the callback itself answers. */
  own: z.boolean(),
})
export type ComplaintVoice = z.infer<typeof ComplaintVoice>

export const ComplaintCase = z.object({
  receivedOn: LocalDate,
  categoryInitial: z.string().nullable(),
  categoryFinal: z.string().nullable(),
  secondaryCategory: z.string().nullable(),
  cause: z.string().nullable(),
  classifiedBy: Person.nullable(),
  classifiedAt: Instant.nullable(),
  factor: z.enum(CAUSE_FACTORS).nullable(),
  factorSub: z.string().nullable(),
  secondaryFactors: z.array(z.string()),
  ours: z.boolean().nullable(),
  obviousNeglect: z.boolean(),
  grade: z.enum(GRADES).nullable(),
  gradeReason: z.string().nullable(),
  /** FD-790: what is planned where it cannot be solved for now, and when it was carried out. */
  improvementPlan: z.string().nullable(),
  improvementDoneAt: Instant.nullable(),
  touchpoint: z.string().nullable(),
  claimFen: z.number().int(),
  compensationFen: z.number().int().nullable(),
  compensationBasis: z.string().nullable(),
  persons: z.number().int(),
  times: z.number().int(),
  /** CP-096: the people who made it hot share one household. */
  oneHousehold: z.boolean(),
  impact: z.string().nullable(),
  counted: z.boolean().nullable(),
  notCountedReason: z.string().nullable(),
  replyDueAt: Instant.nullable(),
  firstReplyAt: Instant.nullable(),
  /** CP-063: nobody left a way to be reached, and nothing hangs on the board. */
  replyNotPossible: z.boolean(),
  board: z.object({ place: z.string(), at: Instant }).nullable(),
  proposal: z.string().nullable(),
  responsible: Person.nullable(),
  treatmentDueAt: Instant.nullable(),
  treatmentEndedAt: Instant.nullable(),
  exemption: z.string().nullable(),
  exemptionReason: z.string().nullable(),
  quietUntil: Instant.nullable(),
  externalBody: z.string().nullable(),
  majorAt: Instant.nullable(),
  hotAt: Instant.nullable(),
  headAppearedAt: Instant.nullable(),
  /** T27: who proposed it as an unreasonable demand, for somebody else to confirm. */
  unreasonableProposed: z.object({ by: Person, at: Instant }).nullable(),
  /** CP-062: local days on which it was explained. */
  explainedOn: z.array(LocalDate),
  /** KN-011, most important first. */
  expectations: z.array(z.object({ text: z.string(), possible: z.enum(['yes', 'partly', 'no']), agreed: z.boolean() })),
  /** CP-028 */
  wording: z.string().nullable(),
  wordingBy: Person.nullable(),
  wordingAt: Instant.nullable(),
  /** CP-028: what the topics say that it is about. */
  topics: z.array(TopicWording),
  factsApprovedAt: Instant.nullable(),
  companyInformedAt: Instant.nullable(),
  archivedAt: Instant.nullable(),
  volume: z.enum(VOLUMES).nullable(),
  /** CP-150: what the file still lacks; empty once it may be archived. */
  missing: z.array(z.string()),
  voices: z.array(ComplaintVoice),
  post: z
    .object({
      url: z.string().nullable(),
      account: z.string().nullable(),
      watchId: Uuid.nullable(),
      watch: z.string().nullable(),
      postedAt: Instant.nullable(),
      forwardedAt: Instant.nullable(),
      reviewText: z.string().nullable(),
      reviewAskedAt: Instant.nullable(),
      verdict: z.enum(['approved', 'objected']).nullable(),
      verdictReason: z.string().nullable(),
      holdingText: z.string().nullable(),
      holdingApprovedAt: Instant.nullable(),
      holdingAt: Instant.nullable(),
      holdingPublishedAt: Instant.nullable(),
    })
    .nullable(),
  /** CP-115: what a reply has to answer; also points that came along with a merged post. */
  points: z.array(
    z.object({
      id: Uuid,
      no: z.number().int(),
      text: z.string(),
      answer: z.string().nullable(),
      origin: z.object({ id: Uuid, number: z.string() }).nullable(),
    }),
  ),
  reports: z.array(
    z.object({
      id: Uuid,
      kind: z.string(),
      state: z.enum(['draft', 'submitted', 'voided']),
      dueAt: Instant.nullable(),
      submittedAt: Instant.nullable(),
      voidedInto: z.object({ id: Uuid, number: z.string() }).nullable(),
    }),
  ),
})
export type ComplaintCase = z.infer<typeof ComplaintCase>

export const getComplaintCase = route({
  id: 'getComplaintCase',
  method: 'GET',
  path: '/api/v1/estates/:estateId/complaints/:id/case',
  access: ['matter.read', 'matter.read_line', 'matter.read_own'],
  tag: 'complaints',
  summary:
    'What a complaint has beyond its matter: category and cause, voices, wording, post, reports, what its file lacks',
  params: MatterParams,
  response: ComplaintCase,
})

export const printHandlingRecord = route({
  id: 'printHandlingRecord',
  method: 'GET',
  path: '/api/v1/estates/:estateId/complaints/:id/handling-record.pdf',
  access: ['matter.read', 'matter.read_line', 'matter.read_own'],
  tag: 'complaints',
  summary:
    'The customer complaint handling record as a printed form, with lines for the pen where nothing is filled in yet',
  params: MatterParams,
  query: z.object({ lang: z.enum(['zh', 'en']).default('zh') }),
  response: z.unknown(),
})
