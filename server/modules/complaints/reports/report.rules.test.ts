import { expect, test } from 'vitest'
import { partsOfReport, REPORT_KINDS, REPORT_PARTS } from '#contract/complaint-report-parts.ts'
import type { WorkCalendar } from '#platform/calendar/working-days.rules.ts'
import { emptyParts, isLate, partsFrom, RECIPIENTS, strangeParts, writeParts } from './report.rules.ts'
import { draftsOwed, periodDraft, type Terms } from './report-dues.rules.ts'

const calendar: WorkCalendar = {
  timeZone: 'Asia/Shanghai',
  workStart: '09:00',
  workEnd: '18:00',
  days: new Map(),
  knownThrough: '2027-12-31',
}
const terms = (floorAreaM2: number, inPhases = false): Terms => ({
  calendar,
  days: { reportDay: 28, reportWarnDays: [25, 27], statCutoffDay: 25 },
  largeFromM2: 100_000,
  centre: { floorAreaM2, inPhases },
})

test('CP-104 every required part must say something; blanks say nothing', () => {
  const full = Object.fromEntries(REPORT_PARTS.hotFirst.map(({ name }) => [name, '写好了']))
  expect(emptyParts('hotFirst', null, full)).toEqual([])
  expect(emptyParts('hotFirst', null, { ...full, difficulties: '  ' })).toEqual(['difficulties'])
  expect(emptyParts('monthly', null, {})).not.toContain('projectRelation')
  for (const kind of REPORT_KINDS) expect(emptyParts(kind, null, {}).length).toBeGreaterThan(2)
})

test('CP-103 a document that serves as both first reports holds both lists, each part once', () => {
  const names = partsOfReport('majorFirst', 'hotFirst').map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  for (const { name } of [...REPORT_PARTS.majorFirst, ...REPORT_PARTS.hotFirst]) expect(names).toContain(name)
})

test('CP-104 parts that are not named stay, and what is replaced comes back', () => {
  const before = { content: '旧', cause: '因' }
  expect(writeParts(before, { content: '新', difficulties: '难' })).toEqual({
    parts: { content: '新', cause: '因', difficulties: '难' },
    replaced: { content: '旧' },
  })
  expect(strangeParts('legacy', null, { legacyWork: 'x', risk: 'y' })).toEqual(['risk'])
  expect(partsFrom({ content: 'a', unknown: 'b', cause: 3 })).toEqual({ content: 'a' })
})

test('CP-104 a report on the very deadline is in time', () => {
  expect(isLate('2026-11-23T10:00:00.000Z', '2026-11-23T10:00:00.000Z')).toBe(false)
  expect(isLate('2026-11-23T10:00:00.000Z', '2026-11-23T10:00:00.001Z')).toBe(true)
  expect(isLate(null, '2026-11-23T10:00:00.000Z')).toBe(false)
})

test('CP-094 CP-100 CP-128 CP-130 each report goes to those whom it is for', () => {
  expect(RECIPIENTS.majorFirst).toEqual(['qualityDept', 'companyLeader'])
  expect(RECIPIENTS.hotTopic).toEqual(['qualityDept', 'companyLeader'])
  expect(RECIPIENTS.monthly).toEqual(['qualityDept'])
  expect(RECIPIENTS.legacy).toEqual(['qualityDept', 'developerCentre'])
})

test('CP-128a the monthly report of November is due on Friday the 27th, because the 28th is no working day', () => {
  const draft = periodDraft('monthly', '2026-11-10', terms(0))
  expect(draft).toMatchObject({
    period: { from: '2026-10-26', to: '2026-11-25' },
    dueAt: '2026-11-27T10:00:00.000Z',
    warnOn: ['2026-11-25', '2026-11-27'],
  })
})

test('CP-129 only a large centre or one built in phases owes quarterly reports, of 100,000 m² and more', () => {
  const kinds = (m2: number, inPhases = false) =>
    draftsOwed('2026-12-25', '2020-01-01', terms(m2, inPhases)).map((d) => d.kind)
  expect(kinds(99_999)).toEqual(['monthly'])
  expect(kinds(100_000)).toEqual(['monthly', 'quarterly', 'legacy'])
  expect(kinds(1, true)).toEqual(['monthly', 'quarterly', 'legacy'])
  const quarter = periodDraft('quarterly', '2026-11-10', terms(100_000))
  expect(quarter).toMatchObject({ period: { from: '2026-09-26', to: '2026-12-25' }, dueAt: '2026-12-28T10:00:00.000Z' })
  expect(periodDraft('legacy', '2026-11-10', terms(1)).dueAt).toBeNull()
})

test('CP-128 a draft stands from the last day of its period on; nothing is owed from before the estate was there', () => {
  const periods = (today: string, since = '2020-01-01') => draftsOwed(today, since, terms(0)).map((d) => d.period.to)
  expect(periods('2026-11-24')).toEqual(['2026-10-25'])
  expect(periods('2026-11-25')).toEqual(['2026-11-25'])
  expect(periods('2026-11-26')).toEqual(['2026-11-25'])
  expect(periods('2026-11-24', '2026-10-26')).toEqual([])
})
