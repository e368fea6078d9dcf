import type { Instant, LocalTime } from '#contract/values.ts'
import { type Due, dueAt, type Span } from '#platform/calendar/due.rules.ts'
import { localTimeOf, type WorkCalendar } from '#platform/calendar/working-days.rules.ts'

/** The ways a complaint reaches us (CP-030, CP-031) and the rule that gives each its reply deadline. */
const RULE = {
  visit: 'CP-070',
  phone: 'CP-070',
  on_site: 'CP-070',
  letter: 'CP-071',
  email: 'CP-071',
  forum: 'CP-075',
  app_message: 'CP-080',
  fax: 'CP-080',
  suggestion_box: 'CP-080',
  press: 'CP-080',
  superior: 'CP-080',
  questionnaire: 'CP-080',
  government_hotline: 'CP-080',
} as const
export type ReplyChannel = keyof typeof RULE
export type ReplyRule = (typeof RULE)[ReplyChannel]

export type ReplySettings = {
  spans: Readonly<Record<ReplyChannel, Span>>
  /** CP-074: from this local time on, an oral complaint is answered in the same conversation. */
  answerInTalkFrom: LocalTime
  /** Channels whose sender may set an earlier date for us (CP-080). */
  senderSetsDate: readonly ReplyChannel[]
}

const SAME_DAY: Span = { kind: 'sameDay' }
const TWO_WORKING_DAYS: Span = { kind: 'workingDays', n: 2 }

/** Source values: CP-070, CP-071, CP-075. PROPOSED values: CP-074, CP-080; the hotline is treated as a superior. */
export const DEFAULT_REPLY_SETTINGS: ReplySettings = {
  spans: {
    visit: SAME_DAY,
    phone: SAME_DAY,
    on_site: SAME_DAY,
    app_message: SAME_DAY,
    forum: { kind: 'nextWorkingDayEnd' },
    letter: TWO_WORKING_DAYS,
    email: TWO_WORKING_DAYS,
    fax: TWO_WORKING_DAYS,
    suggestion_box: TWO_WORKING_DAYS,
    press: TWO_WORKING_DAYS,
    superior: TWO_WORKING_DAYS,
    questionnaire: TWO_WORKING_DAYS,
    government_hotline: TWO_WORKING_DAYS,
  },
  answerInTalkFrom: '20:00',
  senderSetsDate: ['superior', 'government_hotline'],
}

export type Receipt = {
  channel: ReplyChannel
  /** When the customer spoke or wrote (CP-034); for box, letter and fax when it was opened or reached the centre. */
  receivedAt: Instant
  /** Forum only (CP-076). */
  online?: { monitored: boolean; postedAt?: Instant; forwardedAt?: Instant }
  /** The date a superior or the hotline asks for (CP-080). */
  senderWants?: Instant
}

export type ReplyDeadline = Due & {
  rule: ReplyRule
  /** When the clock began to run. */
  start: Instant
  /** CP-074: the substantive or interim reply is owed before this conversation ends. */
  inConversation: boolean
}

const earlier = (a: Instant, b: Instant): Instant => (b < a ? b : a)
const later = (a: Instant, b: Instant): Instant => (b > a ? b : a)

/**
 * CP-076: a post on a channel that we watch counts from its posting, or from being forwarded if that came first;
 * on a channel that nobody watches only from being forwarded. Unknown times leave the receipt.
 */
export const onlineStart = ({ receivedAt, online }: Pick<Receipt, 'receivedAt' | 'online'>): Instant => {
  if (!online) return receivedAt
  const { monitored, postedAt, forwardedAt } = online
  if (!monitored || !postedAt) return forwardedAt ?? receivedAt
  return forwardedAt ? earlier(postedAt, forwardedAt) : postedAt
}

/** CP-070 to CP-080: when the first valid reply (CP-078) to one receipt is due. Never before the clock's start. */
export const replyDeadline = (
  cal: WorkCalendar,
  receipt: Receipt,
  settings: ReplySettings = DEFAULT_REPLY_SETTINGS,
): ReplyDeadline => {
  const { channel, receivedAt, senderWants } = receipt
  const rule = RULE[channel]
  const start = channel === 'forum' ? onlineStart(receipt) : receivedAt
  const standard = dueAt(cal, start, settings.spans[channel])
  const inConversation = rule === 'CP-070' && localTimeOf(cal, receivedAt) >= settings.answerInTalkFrom
  if (senderWants && senderWants < standard.due && settings.senderSetsDate.includes(channel)) {
    // A date already past when it reaches us makes the reply due at once.
    return { rule, start, inConversation, due: later(start, senderWants), missing: false }
  }
  return { rule, start, inConversation, ...standard }
}

/** CP-081: of one matter that came by several channels, the earliest deadline binds. */
export const bindingDeadline = (
  cal: WorkCalendar,
  receipts: readonly [Receipt, ...Receipt[]],
  settings: ReplySettings = DEFAULT_REPLY_SETTINGS,
): ReplyDeadline => {
  const [first, ...others] = receipts
  return others.reduce<ReplyDeadline>(
    (binding, receipt) => {
      const next = replyDeadline(cal, receipt, settings)
      return next.due < binding.due ? next : binding
    },
    replyDeadline(cal, first, settings),
  )
}
