import type { Tone } from '../palette.ts'

const TONE: Record<string, Tone> = {
  RECEIVED: 'waiting',
  LOGGED: 'waiting',
  AVAILABILITY_ASKED: 'waiting',
  ORGANISED: 'waiting',
  DISPATCHED: 'active',
  ASSIGNED: 'active',
  CONFIRMED_TO_CUSTOMER: 'active',
  IN_SERVICE: 'active',
  IN_PROGRESS: 'active',
  ON_SITE: 'active',
  CONTROLLED: 'active',
  DEDICATED: 'active',
  DONE: 'waiting',
  ACCEPTED: 'waiting',
  RESOLVED: 'waiting',
  PROPOSED: 'waiting',
  RECTIFIED: 'waiting',
  REPORTED: 'waiting',
  PERSUADING: 'active',
  NOTICE_ISSUED: 'waiting',
  NOTICED: 'active',
  AT_AUTHORITY: 'active',
  CALLED_BACK: 'good',
  ESCALATED: 'late',
}

/** What a state asks of us: something waits for us, something goes on, or it is over. */
export const toneOfState = (state: string, open: boolean): Tone => (open ? (TONE[state] ?? 'neutral') : 'ended')
