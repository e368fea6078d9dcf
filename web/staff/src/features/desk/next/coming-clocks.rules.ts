import type { TextKey } from '#content/texts/index.ts'
import type { Channel } from '#contract/channels.ts'
import type { Instant } from '#contract/values.ts'
import type { TalkType } from '../conversation.rules.ts'
import { replyDue } from '../promise.rules.ts'

type ClockName = Extract<TextKey, `clock.${string}`>
/** A clock that registering will start; its due time only where no setting and no calendar can change it. */
export type ComingClock = { name: ClockName; dueAt: Instant | undefined }

const NAMES: Readonly<Record<TalkType, readonly ClockName[]>> = {
  service: ['clock.service.ask'],
  complaint: ['clock.complaint.forward', 'clock.complaint.reply', 'clock.complaint.handlingForm'],
  enquiry: ['clock.info.dispatch', 'clock.info.answer'],
  suggestion: ['clock.info.dispatch', 'clock.info.answer'],
  praise: ['clock.info.dispatch', 'clock.info.answer'],
  emergency: ['clock.emergency.arrival', 'clock.emergency.form'],
  message: [],
}

/** Which clocks begin to run, as far as it can be said before the server has reckoned them. */
export const comingClocks = (
  { type, answered, channel }: { type: TalkType | undefined; answered: boolean; channel: Channel },
  beganAt: Instant,
  zone: string,
): ComingClock[] => {
  if (!type || (type === 'enquiry' && answered)) return []
  return NAMES[type].map((name) => ({
    name,
    dueAt: name === 'clock.complaint.reply' ? replyDue(channel, beganAt, zone) : undefined,
  }))
}
