import type { Recurrence } from '#contract/inspection-plans.ts'

export const KINDS = [
  'days',
  'weekdays',
  'perWeek',
  'perMonth',
  'monthDays',
  'workingDay',
  'holidays',
  'called',
] as const
export type Kind = (typeof KINDS)[number]

const off = { daysOff: 'keep', times: 1 } as const
/** What a kind of recurrence begins with when it is chosen. */
export const FRESH: Record<Kind, Recurrence> = {
  days: { kind: 'days', every: 1, ...off },
  weekdays: { kind: 'weekdays', days: [1], every: 1, ...off },
  perWeek: { kind: 'perWeek', n: 2, ...off },
  perMonth: { kind: 'perMonth', n: 2, ...off },
  monthDays: { kind: 'monthDays', days: [1], every: 1, ...off },
  workingDay: { kind: 'workingDay', nth: 1, times: 1 },
  holidays: { kind: 'holidays', names: [], times: 1 },
  called: { kind: 'called', when: 'at' },
}

const partsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {}

/** What stands in the field, also while it is no recurrence yet (no weekday is ticked): the contract judges when it is sent. */
export const recurrenceIn = (value: unknown): Recurrence => {
  const parts = partsOf(value)
  const kind = KINDS.find((one) => one === parts.kind) ?? 'days'
  return Object.assign({}, FRESH[kind], parts)
}

export type TypedWindow = { from?: string; to?: string }
const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** The windows as they stand in the field, also where one is half filled in. */
export const windowsIn = (value: unknown): TypedWindow[] =>
  (Array.isArray(value) ? value : []).map((one) => {
    const { from, to } = partsOf(one)
    return {
      ...(textIn(from) === undefined ? {} : { from: textIn(from) }),
      ...(textIn(to) === undefined ? {} : { to: textIn(to) }),
    }
  })
