import type { Instant } from '#contract/values.ts'
import type { WorkCalendar } from '#platform/calendar/working-days.rules.ts'
import type { Settings } from '#platform/settings/settings.ts'
import { DEFAULT_REPLY_SETTINGS, type ReplyChannel, type ReplyDeadline, replyDeadline } from './reply-deadline.rules.ts'

const CHANNEL: Record<string, ReplyChannel> = { inspection: 'on_site', web_form: 'email' }

/** The reply deadline of a matter by its channel, on the estate's calendar and close of business (CP-070 to CP-080). */
export const replyDeadlineOf = (
  matter: { channel: string; received_at: Instant },
  calendar: WorkCalendar,
  settings: Settings,
): ReplyDeadline =>
  replyDeadline(
    { ...calendar, workEnd: settings.get('hours.closeOfBusiness') },
    { channel: CHANNEL[matter.channel] ?? (matter.channel as ReplyChannel), receivedAt: matter.received_at },
    { ...DEFAULT_REPLY_SETTINGS, answerInTalkFrom: settings.get('telephone.lateOralAfter') },
  )
