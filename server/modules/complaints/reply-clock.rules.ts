import type { Instant } from '#contract/values.ts'
import type { Span } from '#platform/calendar/due.rules.ts'
import type { WorkCalendar } from '#platform/calendar/working-days.rules.ts'
import type { Settings } from '#platform/settings/settings.ts'
import {
  DEFAULT_REPLY_SETTINGS,
  type Receipt,
  type ReplyChannel,
  type ReplyDeadline,
  type ReplySettings,
  replyDeadline,
} from './reply-deadline.rules.ts'

const CHANNEL: Record<string, ReplyChannel> = { inspection: 'on_site', web_form: 'email' }

/** Channels whose two working days are the setting `clock.writtenReplyWorkingDays` (CP-071, CP-080). */
const WRITTEN = [
  'letter',
  'email',
  'fax',
  'suggestion_box',
  'press',
  'superior',
  'questionnaire',
  'government_hotline',
] as const

const spansOf = (settings: Settings): ReplySettings['spans'] => {
  const n = settings.get('clock.writtenReplyWorkingDays')
  const span: Span = n < 1 ? { kind: 'sameDay' } : { kind: 'workingDays', n }
  return { ...DEFAULT_REPLY_SETTINGS.spans, ...Object.fromEntries(WRITTEN.map((channel) => [channel, span])) }
}

/**
 * The reply deadline of a matter by its channel, on the estate's calendar (CP-070 to CP-080). Working days end with
 * the close of business (CP-072); whether a post came within working hours is asked of the working hours (CP-077).
 */
export const replyDeadlineOf = (
  matter: { channel: string; received_at: Instant } & Pick<Receipt, 'online' | 'senderWants'>,
  calendar: WorkCalendar,
  settings: Settings,
): ReplyDeadline => {
  const channel = CHANNEL[matter.channel] ?? (matter.channel as ReplyChannel)
  return replyDeadline(
    channel === 'forum' ? calendar : { ...calendar, workEnd: settings.get('hours.closeOfBusiness') },
    {
      channel,
      receivedAt: matter.received_at,
      ...(matter.online ? { online: matter.online } : {}),
      ...(matter.senderWants ? { senderWants: matter.senderWants } : {}),
    },
    { ...DEFAULT_REPLY_SETTINGS, spans: spansOf(settings), answerInTalkFrom: settings.get('telephone.lateOralAfter') },
  )
}
