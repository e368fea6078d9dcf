import { expect, test } from 'vitest'
import type { FieldPack, Round } from '#contract/field.ts'
import type { Act, Deed } from '../queue/act.rules.ts'
import { inOrder, leftOf, roundState, roundSubject, spoken, stopsOf, waitingAt } from './round.rules.ts'

type Place = FieldPack['places'][number]
const place = (id: string): Place => ({
  id,
  code: id,
  name: id,
  touchpoint: 'T01',
  building: null,
  floor: null,
  labelToken: id,
  scanNeeded: false,
  positionNeeded: false,
  position: null,
})
const stop = (seq: number, placeId: string, more = {}) => ({
  seq,
  placeId,
  doneAt: null,
  doneBy: null,
  inspectionId: null,
  skippedReason: null,
  ...more,
})
const round = { id: 'r', state: 'planned', stops: [stop(2, 'b'), stop(1, 'a'), stop(3, 'c')] } as unknown as Round
const places = ['a', 'b', 'c'].map(place)
const said = (deed: Deed, state: Act['state'] = 'waiting', answer: unknown = null) => ({
  deed,
  state,
  subject: roundSubject('r'),
  answer,
})
const look = (placeId: string, state?: Act['state'], answer?: unknown) =>
  said({ type: 'inspection', body: { roundId: 'r', placeId } } as unknown as Deed, state, answer)
const skip: Deed = {
  type: 'tickStop',
  roundId: 'r',
  placeId: 'b',
  body: { at: '2026-11-30T01:00:00.000Z', skippedReason: '门锁着', fileIds: [] },
}
const start: Deed = { type: 'startRound', roundId: 'r', body: { at: '2026-11-30T01:00:00.000Z' } }
const finish: Deed = { type: 'finishRound', roundId: 'r', body: { at: '2026-11-30T01:00:00.000Z' } }

test('places stand in walking order, each as the server knows it and as this phone has done since', () => {
  const stops = stopsOf(round, places, [look('a'), said(skip)], new Set(['c']))
  expect(stops.map((s) => [s.place.id, s.state, s.reason])).toEqual([
    ['a', 'done', null],
    ['b', 'skipped', '门锁着'],
    ['c', 'begun', null],
  ])
  expect(leftOf(stops)).toBe(1)
})

test('what a person put aside does not count as done; what was refused is marked', () => {
  expect(stopsOf(round, places, [look('a', 'dropped')], new Set())[0]?.state).toBe('open')
  expect(stopsOf(round, places, [look('a', 'refused')], new Set())[0]).toMatchObject({ state: 'done', refused: true })
})

test('a place whose round asks more than the look that was sent is still open, until a whole one is sent', () => {
  const taken = (missing: string[]) => ({
    id: '0193a0b0-7c00-7000-8000-000000000001',
    score: 10_000,
    passed: 2,
    failed: 0,
    notApplicable: 0,
    clockOffMs: 0,
    findings: [],
    apart: [],
    missing,
    warnings: missing.length > 0 ? ['incomplete'] : [],
  })
  const partial = look('a', 'sent', taken(['T12-F-13']))
  expect(stopsOf(round, places, [partial], new Set())[0]?.state).toBe('open')
  expect(stopsOf(round, places, [partial], new Set(['a']))[0]?.state).toBe('begun')
  expect(stopsOf(round, places, [partial, look('a', 'sent', taken([]))], new Set())[0]?.state).toBe('done')
})

test('a round begins and ends on the phone before anybody hears of it', () => {
  expect(roundState(round, [])).toBe('planned')
  expect(roundState(round, [said(start)])).toBe('started')
  expect(roundState(round, [said(start), said(finish)])).toBe('done')
  expect(roundState(round, [said(finish, 'dropped')])).toBe('planned')
  expect(roundState({ id: 'r', state: 'cancelled' }, [said(start)])).toBe('cancelled')
  expect(roundState({ id: 'r', state: 'missed' }, [said(start)])).toBe('missed')
})

test('FD-810 who scans a label is led to the task that waits there, then to the round that ends first, else to neither', () => {
  const at = (id: string, kind: string, hour: number) =>
    ({ ...round, id, kind, fromAt: '2026-11-30T00:00:00.000Z', dueAt: `2026-11-30T${hour}:00:00.000Z` }) as Round
  const now = Date.parse('2026-11-30T01:00:00.000Z')
  const rounds = [at('late', 'self', 12), at('soon', 'self', 10), at('r', 'task', 14)]
  const led = (placeId: string, acts: Parameters<typeof waitingAt>[1] = [], ms = now) =>
    waitingAt({ rounds, places }, acts, placeId, ms)?.round.id
  expect([led('a'), led('b'), led('nowhere')]).toEqual(['r', 'r', undefined])
  // once the task is ticked or left out there, the inspection has its turn
  expect([led('b', [said(skip)]), led('a', [said(skip)])]).toEqual(['soon', 'r'])
  expect(led('a', [], now - 7_200_000)).toBeUndefined()
})

test('the round with the least time left stands first, those to come later, those over last', () => {
  const at = (hour: number) => new Date(hour * 3_600_000).toISOString()
  const one = (fromAt: number, dueAt: number, shown: Round['state']) => ({
    fromAt: at(fromAt),
    dueAt: at(dueAt),
    shown,
  })
  const [soon, late, coming, over] = [
    one(0, 2, 'planned'),
    one(0, 5, 'started'),
    one(3, 4, 'planned'),
    one(0, 1, 'missed'),
  ]
  expect(inOrder([late, over, coming, soon], 1.5 * 3_600_000)).toEqual({
    now: [soon, late],
    later: [coming],
    over: [over],
  })
})

test('a usual round is called in the language of who goes it, one that somebody named as it was named', () => {
  const inEnglish = { name: 'Cleaning · Wash handrails and railings', task: 'Wash handrails and railings' }
  const usual = { ...round, name: '保洁 · 擦洗楼梯扶手和栏杆', task: '擦洗楼梯扶手和栏杆', inEnglish }
  expect(spoken(usual, 'zh')).toEqual(usual)
  expect(spoken(usual, 'en')).toMatchObject(inEnglish)
  expect(spoken({ ...round, name: '二期扶手', task: null }, 'en')).toMatchObject({ name: '二期扶手', task: null })
})
