import { expect, test } from 'vitest'
import { HANDOVER_GROUPS } from '#contract/handover.ts'
import { isRefusal } from '#contract/refusal.ts'
import { endDutyRefusal } from './duty.rules.ts'
import { compareItems, confirmationRefusal, type ListedItem, onlyTaker } from './handover.rules.ts'

const all = HANDOVER_GROUPS.map((group) => ({ group, agrees: true }))
const codeOf = (refused: unknown) => (isRefusal(refused) ? refused.code : refused)
const item = (matterId: string, state = 'RECEIVED'): ListedItem => ({
  matterId,
  number: matterId,
  title: matterId,
  kind: 'service',
  state,
  dueAt: null,
  overdue: false,
})

test('FD-701 every group must get a word of the taker, and half a record is no acceptance', () => {
  expect(confirmationRefusal(all)).toBeUndefined()
  const refused = confirmationRefusal(all.filter((c) => c.group !== 'cash' && c.group !== 'cards'))
  expect(codeOf(refused)).toBe('E_NO_HANDOVER_ACCEPT')
  expect(refused?.details).toEqual({ missing: ['cash', 'cards'] })
  expect(codeOf(confirmationRefusal([...all, { group: 'cash', agrees: true }]))).toBe('E_DUPLICATE')
})

test('FD-701 a difference without a written remark is refused beside its field', () => {
  const refused = confirmationRefusal(
    all.map((c) => (c.group === 'cash' ? { ...c, agrees: false, difference: '' } : c)),
  )
  expect(refused).toMatchObject({ code: 'E_REASON_MISSING', field: 'body.confirmations.2.difference' })
  expect(
    confirmationRefusal(all.map((c) => (c.group === 'cash' ? { ...c, agrees: false, difference: '少50元' } : c))),
  ).toBeUndefined()
})

test('FD-400 the giver cannot accept for the next, and a named taker is the only one who can', () => {
  expect(codeOf(onlyTaker({ from_staff_id: 'g', to_staff_id: null }, 'g'))).toBe('E_FORBIDDEN')
  expect(onlyTaker({ from_staff_id: 'g', to_staff_id: null }, 'x')).toBeUndefined()
  expect(codeOf(onlyTaker({ from_staff_id: 'g', to_staff_id: 't' }, 'x'))).toBe('E_FORBIDDEN')
  expect(onlyTaker({ from_staff_id: 'g', to_staff_id: 't' }, 't')).toBeUndefined()
})

test('FD-700 the frozen list is held against what is in hand now: kept, closed, gone elsewhere, new', () => {
  const marks = compareItems(
    [item('a'), item('b'), item('c')],
    [item('a', 'ORGANISED'), item('d')],
    new Set(['b']),
  ).map((i) => [i.matterId, i.state, i.mark])
  expect(marks).toEqual([
    ['a', 'ORGANISED', 'listed'],
    ['b', 'RECEIVED', 'closed'],
    ['c', 'RECEIVED', 'elsewhere'],
    ['d', 'RECEIVED', 'new'],
  ])
})

test('FD-400 nobody goes off duty with work in hand or a handover that waits', () => {
  const now = '2026-11-20T10:00:00.000Z'
  const duty = { staff_id: 'g', from_at: '2026-11-20T00:00:00.000Z', ended_at: null }
  expect(endDutyRefusal(duty, { openMatters: 0, openHandover: undefined }, now)).toBeUndefined()
  expect(endDutyRefusal(duty, { openMatters: 2, openHandover: undefined }, now)).toMatchObject({
    code: 'E_NO_HANDOVER_ACCEPT',
    details: { openMatters: 2 },
  })
  expect(codeOf(endDutyRefusal(duty, { openMatters: 0, openHandover: { id: 'h', number: 'H' } }, now))).toBe(
    'E_NO_HANDOVER_ACCEPT',
  )
  expect(codeOf(endDutyRefusal({ ...duty, ended_at: now }, { openMatters: 0, openHandover: undefined }, now))).toBe(
    'E_STATE_CHANGED',
  )
  expect(
    codeOf(
      endDutyRefusal(
        { ...duty, from_at: '2026-11-20T11:00:00.000Z' },
        { openMatters: 0, openHandover: undefined },
        now,
      ),
    ),
  ).toBe('E_TIME_FUTURE')
})
