import { expect, test } from 'vitest'
import { z } from 'zod'
import { resources } from '#content/texts/index.ts'
import type { ComplaintCase } from '#contract/complaint-case.ts'
import { CAUSE_FACTORS, SUBS_OF } from '#contract/complaint-categories.ts'
import { startI18n, textNow } from '../i18n.ts'
import { beginsWithCase, complaintLook } from './complaint-look.ts'

startI18n(resources('zh'), 'zh')

const post = {
  watchId: 'w',
  url: 'https://bbs.example.com/1',
  account: '北区老李',
  postedAt: '2026-11-20T01:00:00.000Z',
}
const known = {
  categoryFinal: 'C4.2',
  secondaryCategory: 'C6',
  cause: '排班漏了五栋',
  factor: 'man',
  factorSub: 'skill',
  secondaryFactors: ['method'],
  ours: false,
  obviousNeglect: true,
  touchpoint: 'T09',
  post: { ...post, forwardedAt: null },
  points: [],
} as unknown as ComplaintCase

test('CP-013 what was found before stands in the form, so that a second look loses nothing', () => {
  expect(complaintLook(textNow, 'setCategory', known).initial).toEqual({
    code: 'C4.2',
    secondary: 'C6',
    cause: '排班漏了五栋',
    factor: 'man',
    factorSub: 'skill',
    secondaryFactors: ['method'],
    ours: false,
    obviousNeglect: true,
    touchpoint: 'T09',
  })
  expect(complaintLook(textNow, 'describePost', known).initial).toEqual(post)
  expect(beginsWithCase('complaint', 'setCategory')).toBe(true)
  expect(beginsWithCase('service', 'setCategory')).toBe(false)
})

test('CP-115 the first description of a post names a point, a later one need not', () => {
  const asks = (points: readonly object[]) =>
    complaintLook(textNow, 'describePost', { ...known, points } as ComplaintCase).schema
  expect(
    asks([])
      ?.safeParse({})
      .error?.issues.map((issue) => issue.path),
  ).toEqual([['points']])
  expect(asks([{ id: 'p' }])).toBeUndefined()
})

test('CP-133 only the sub-factors of the chosen factor are offered, and none where it has none', () => {
  const { fields } = complaintLook(textNow, 'setCategory', known)
  const sub = fields?.factorSub
  const offered = (factor: string | undefined) =>
    (sub?.options ?? []).filter((option) => option.when?.({ factor })).map((option) => option.value)
  for (const factor of CAUSE_FACTORS) {
    expect(offered(factor)).toEqual(SUBS_OF[factor])
    expect(sub?.when?.({ factor }), factor).toBe(SUBS_OF[factor].length > 0)
  }
  expect(sub?.when?.({})).toBe(false)
  // in the order that the arrow asks
  expect(Object.keys(z.record(z.string(), z.unknown()).parse(fields)).slice(2, 5)).toEqual([
    'cause',
    'factor',
    'factorSub',
  ])
})

test('CP-121 why it is not counted is asked of what is not counted alone', () => {
  const reason = complaintLook(textNow, 'count', undefined).fields?.notCountedReason
  expect([true, false, undefined].map((counted) => reason?.when?.({ counted }))).toEqual([false, true, false])
})
