import { describe, expect, test } from 'vitest'
import {
  claimsNoPower,
  isEvidenced,
  isLater,
  isOfRenovation,
  mayGiveNotice,
  mayReport,
  powersClaimed,
  wasServed,
} from './violation.rules.ts'

describe('FD-771 the company has no power to fine or to force', () => {
  test.each(['逾期罚款500元', '将停水停电处理', '我司将强制拆除', '逾期断电'])('%s is refused', (text) => {
    expect(powersClaimed(text).length).toBeGreaterThan(0)
    expect(claimsNoPower(text, 'body.demand')).toMatchObject({ code: 'E_NO_POWER', field: 'body.demand' })
  })
  test.each(['请拆除阳台外加装的雨棚，恢复原状', '逾期将报告主管部门', '请在检修时配合关闭水表前阀门'])(
    '%s is right',
    (text) => {
      expect(claimsNoPower(text, 'body.demand')).toBeUndefined()
    },
  )
})

test('FD-771 a notice comes after talk and an offer of help; danger waits for neither', () => {
  const so = { danger: false, talks: 1, helpOffered: true }
  expect(mayGiveNotice(so, 1)).toBeUndefined()
  expect(mayGiveNotice({ ...so, talks: 0 }, 1)).toMatchObject({ details: { missing: ['talk'], talks: 0, least: 1 } })
  expect(mayGiveNotice({ ...so, helpOffered: false }, 1)).toMatchObject({ details: { missing: ['help'] } })
  expect(mayGiveNotice(so, 2)).toMatchObject({ code: 'E_PERSUADE_FIRST' })
  expect(mayGiveNotice({ danger: true, talks: 0, helpOffered: false }, 3)).toBeUndefined()
})

test('FD-771 the authority is told when the time of a served notice is over, and of danger at once', () => {
  const so = { danger: false, served: true, deadline: '2026-12-07', reported: false }
  expect(mayReport(so, '2026-12-08')).toBeUndefined()
  expect(mayReport(so, '2026-12-07')).toMatchObject({ code: 'E_NOTICE_FIRST', details: { until: '2026-12-07' } })
  expect(mayReport({ ...so, served: false }, '2026-12-08')).toMatchObject({ details: { until: null } })
  expect(mayReport({ ...so, deadline: null }, '2026-12-08')).toMatchObject({ code: 'E_NOTICE_FIRST' })
  expect(mayReport({ ...so, reported: true }, '2026-12-01')).toBeUndefined()
  expect(mayReport({ danger: true, served: false, deadline: null, reported: false }, '2026-12-01')).toBeUndefined()
})

test('FD-771 signed with a picture of it; refused with a photo record or a named witness', () => {
  const photoIds = ['p']
  expect(isEvidenced({ receipt: 'signed', signedBy: '王女士', photoIds })).toBeUndefined()
  expect(isEvidenced({ receipt: 'signed', photoIds })).toMatchObject({ field: 'body.signedBy' })
  expect(isEvidenced({ receipt: 'signed', signedBy: '王女士', photoIds: [] })).toMatchObject({
    code: 'E_PHOTO_MISSING',
  })
  expect(isEvidenced({ receipt: 'refused', photoIds })).toBeUndefined()
  expect(
    isEvidenced({ receipt: 'refused', witnessOf: 'ownersCommittee', witnessName: '陈主任', photoIds: [] }),
  ).toBeUndefined()
  expect(isEvidenced({ receipt: 'refused', witnessName: '陈主任', photoIds: [] })).toMatchObject({
    field: 'body.witnessOf',
  })
  for (const half of [{ witnessOf: 'ownersCommittee' }, { witnessName: '陈主任' }, {}])
    expect(isEvidenced({ receipt: 'refused', ...half, photoIds: [] })).toMatchObject({ code: 'E_WITNESS_MISSING' })
})

test('FD-771 what is built stands in the way of an acceptance whoever ticks what; clutter only during a renovation', () => {
  expect(isOfRenovation('loadBearing', false)).toBe(true)
  expect(isOfRenovation('clutter', false)).toBe(false)
  expect(isOfRenovation('clutter', true)).toBe(true)
})

test('FD-771 a notice is served after it was issued and while its time runs; more time is a later day', () => {
  const now = '2026-12-05T02:00:00.000Z'
  const served = (day: string) =>
    wasServed({ at: `${day}T01:00:00.000Z`, issuedOn: '2026-12-01', deadline: '2026-12-04' }, now, (at) =>
      at.slice(0, 10),
    )
  expect(served('2026-12-04')).toBeUndefined()
  expect(served('2026-12-05')).toMatchObject({ code: 'E_NOTICE_OVER', details: { until: '2026-12-04' } })
  expect(served('2026-11-30')).toMatchObject({ code: 'E_TIME_RANGE', field: 'body.servedAt' })
  expect(served('2026-12-06')).toMatchObject({ code: 'E_TIME_FUTURE', field: 'body.servedAt' })
  expect(isLater('2026-12-05', '2026-12-04')).toBeUndefined()
  expect(isLater('2026-12-04', '2026-12-04')).toMatchObject({ code: 'E_NOT_LATER', field: 'body.deadline' })
})
