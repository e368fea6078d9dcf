import { z } from 'zod'
import { CHANNELS, CONTACT_TYPES } from '#contract/channels.ts'
import { LINES } from '#contract/permissions.ts'

/** What a conversation is about; a message for a colleague (KN-215) is no matter, but begins like one. */
export const TALK_TYPES = [...CONTACT_TYPES, 'message'] as const
export type TalkType = (typeof TALK_TYPES)[number]

const said = z.string().default('')
const yes = z.boolean().default(false)

/** Everything a clerk types, as typed: what is missing or wrong is said when it is to be registered. */
export const Values = z.object({
  contactType: z.enum(TALK_TYPES).optional(),
  channel: z.enum(CHANNELS).default('phone'),
  said,
  saw: said,
  place: said,
  line: z.enum(LINES).optional(),
  name: said,
  phone: said,
  anonymous: yes,
  urgent: yes,
  noCallback: yes,
  collectedById: z.string().optional(),
  collectedAt: z.string().optional(),
  files: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        size: z.number(),
        mime: z.string().optional(),
        thumbnail: z.string().optional(),
      }),
    )
    .default([]),
  /** A matter this one belongs to, because another customer reports the same (CP-097). */
  link: z.object({ id: z.string(), number: z.string() }).optional(),
  // complaint
  feeling: said,
  wish: said,
  claim: z.union([z.number(), z.string()]).optional(),
  persons: z.number().nullable().default(1),
  aboutNeighbour: yes,
  accusedStaffId: z.string().optional(),
  promisedAt: z.string().optional(),
  interimAt: z.string().optional(),
  thanked: yes,
  category: z.string().optional(),
  touchpoint: z.string().optional(),
  senderWants: z.string().optional(),
  outlet: said,
  // a post on line
  postWatchId: z.string().optional(),
  postUrl: said,
  postAccount: said,
  postedAt: z.string().optional(),
  forwardedAt: z.string().optional(),
  postPoints: said,
  // enquiry
  answer: said,
  source: z.enum(['mustKnow', 'colleague', 'document', 'ownKnowledge']).optional(),
  // message for a colleague
  forStaffId: z.string().optional(),
  firm: said,
  when: said,
  who: said,
  where: said,
  why: said,
  how: said,
  points: said,
  isComplaint: yes,
  replyNeeded: yes,
  replyBy: z.string().optional(),
})
export type Values = z.output<typeof Values>

/** How a conversation ended: registered as a matter, joined to one, or left as a message. */
export const Outcome = z.object({
  how: z.enum(['registered', 'joined', 'message']),
  matterId: z.string().optional(),
  number: z.string(),
})
export type Outcome = z.output<typeof Outcome>

export const Conversation = z.object({
  id: z.string(),
  /** When the customer began to speak: the call was answered, the visitor called, the first word typed. */
  beganAt: z.string().optional(),
  callId: z.string().optional(),
  /** Answered after the third ring (KN-211). */
  late: yes,
  visitorId: z.string().optional(),
  unit: z.object({ id: z.string(), display: z.string() }).optional(),
  customer: z.object({ id: z.string(), name: z.string() }).optional(),
  values: Values,
  /** The key of a sending whose answer never came; the same words are sent again under it. */
  intent: z.object({ key: z.string(), said: z.string() }).optional(),
  outcome: Outcome.optional(),
})
export type Conversation = z.output<typeof Conversation>

export const newConversation = (
  id: string,
  begun: Partial<Omit<Conversation, 'id' | 'values'>> & { values?: Partial<Values> } = {},
): Conversation => {
  const { values, ...rest } = begun
  return Conversation.parse({ ...rest, id, values: { ...values } })
}

/** Nothing in it that would be missed. */
export const isBlank = ({ callId, visitorId, unit, customer, outcome, values }: Conversation): boolean => {
  if (callId || visitorId || unit || customer || outcome) return false
  const { channel: _channel, contactType: _type, persons: _persons, files, ...typed } = values
  return (
    files.length === 0 &&
    !Object.values(typed).some((value) => (typeof value === 'string' ? value.trim() !== '' : value === true))
  )
}
