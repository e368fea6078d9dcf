import type { Span } from '#platform/calendar/due.rules.ts'
import type { Settings } from '#platform/settings/settings.ts'

/** Who is told of a clock: fields of the matter, roles of its centre, or the lead of its line. */
export type Who =
  | 'owner'
  | 'coOwner'
  | 'handler'
  | 'dedicated'
  | 'lineLead'
  | 'csLead'
  | 'centreHead'
  | 'qualityDept'
  | 'companyLeader'
  | 'developerCentre'
  | 'complaintVerifier'
  | 'pressOffice'
  | 'desk'

export type ClockDef = {
  /** Rule of the specification that it carries. */
  rule: string
  /** Its length when the move does not say one. */
  span?(settings: Settings): Span
  warn: readonly Who[]
  due: readonly Who[]
  /** One working day after the due time (CP-082); empty: nobody more. */
  escalate: readonly Who[]
  /** Goes on when the matter is closed: something about it is still owed (a report). */
  outlives?: true
}

const minutes = (n: number): Span => ({ kind: 'minutes', n })
const days = (n: number): Span => (n < 1 ? { kind: 'sameDay' } : { kind: 'workingDays', n })
const usual = { warn: ['owner', 'handler'], due: ['owner', 'csLead', 'centreHead'], escalate: ['qualityDept'] } as const

const clocks = new Map<string, ClockDef>()

/** Each room declares its clocks once, at start. */
export const declareClock = (name: string, def: ClockDef): void => {
  if (clocks.has(name)) throw new Error(`the clock ${name} is declared twice`)
  clocks.set(name, def)
}

/** Names of the clocks that closing does not stop. */
export const lastingClocks = (): string[] => [...clocks].filter(([, def]) => def.outlives).map(([name]) => name)

export const clockDef = (name: string): ClockDef => {
  const def = clocks.get(name)
  if (!def) throw new Error(`no clock is called ${name}`)
  return def
}
// the spine's own and those of the desk's kinds
declareClock('promise', { rule: 'CP-022', warn: ['owner'], due: ['owner', 'csLead'], escalate: [] })
declareClock('desk.take', {
  rule: 'CP-036',
  span: (s) => minutes(s.get('clock.takeMinutes')),
  warn: [],
  due: ['desk', 'csLead'],
  escalate: [],
})
declareClock('info.dispatch', {
  rule: 'OS-044',
  span: (s) => minutes(s.get('clock.forwardMinutes')),
  warn: ['owner'],
  due: ['owner', 'csLead'],
  escalate: [],
})
declareClock('info.answer', { rule: 'CP-005', span: (s) => days(s.get('clock.answerWorkingDays')), ...usual })
declareClock('service.ask', {
  rule: 'OS-044',
  span: (s) => minutes(s.get('clock.forwardMinutes')),
  warn: ['owner'],
  due: ['owner', 'csLead'],
  escalate: [],
})
declareClock('service.availability', {
  rule: 'OS-045',
  span: (s) => minutes(s.get('clock.availabilityMinutes')),
  warn: ['lineLead'],
  due: ['owner', 'lineLead', 'csLead'],
  escalate: [],
})
declareClock('service.tellTime', {
  rule: 'OS-044',
  span: (s) => minutes(s.get('clock.tellTimeMinutes')),
  warn: ['owner'],
  due: ['owner', 'csLead'],
  escalate: [],
})
declareClock('service.visit', {
  rule: 'OS-018',
  warn: ['lineLead'],
  due: ['owner', 'lineLead', 'csLead'],
  escalate: ['centreHead'],
})
declareClock('service.accept', {
  rule: 'OS-011',
  span: (s) => days(s.get('clock.acceptWorkingDays')),
  warn: ['owner'],
  due: ['owner', 'csLead'],
  escalate: ['centreHead'],
})
declareClock('service.callback', { rule: 'OS-017', span: (s) => days(s.get('clock.callbackWorkingDays')), ...usual })
declareClock('emergency.dispatch', {
  rule: 'OS-044',
  span: (s) => minutes(s.get('clock.emergencyDispatchMinutes')),
  warn: [],
  due: ['csLead'],
  escalate: [],
})
declareClock('emergency.arrival', {
  rule: 'OS-045',
  span: (s) => minutes(s.get('clock.emergencyArrivalMinutes')),
  warn: ['lineLead'],
  due: ['owner', 'lineLead', 'csLead', 'centreHead'],
  escalate: ['qualityDept'],
})
declareClock('emergency.form', {
  rule: 'FD-760',
  span: (s) => minutes(s.get('clock.emergencyFormMinutes')),
  warn: ['owner'],
  due: ['owner', 'csLead'],
  escalate: [],
})
declareClock('matter.callback', { rule: 'OS-017', span: (s) => days(s.get('clock.callbackWorkingDays')), ...usual })
