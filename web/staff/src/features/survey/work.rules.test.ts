import { expect, test } from 'vitest'
import { SurveySample } from '#contract/surveys.ts'
import { moved, standingFor, toSend, type Work, without, withQuestion } from './work.rules.ts'

const attribute = (zh: string) => ({ touchpoint: null, itemId: null, zh, en: zh, classDefault: null })
const empty: Work = {
  base: 3,
  titleZh: '问卷',
  titleEn: 'Survey',
  introZh: '',
  introEn: '',
  questions: [],
  freeText: true,
  anonymous: false,
  sample: SurveySample.parse({}),
}
const two = withQuestion(withQuestion(empty, 'kano', attribute('甲')), 'kano', attribute('乙'))
const names = (work: Work) => work.questions.map((q) => `${q.no}${q.zh}`)

test('a new question takes the next number and asks what its kind asks', () => {
  expect(names(two)).toEqual(['1甲', '2乙'])
  expect(two.questions[0]?.asks).toEqual(['pair', 'satisfaction'])
  expect(withQuestion(empty, 'transaction', attribute('甲')).questions[0]?.asks).toEqual(['satisfaction'])
})

test('OS-071 the four standing questions can be asked in every survey but the one after a service, each once', () => {
  for (const kind of ['kano', 'satisfaction', 'yearly'] as const) {
    const standing = standingFor(empty, kind)
    expect(standing.map((q) => q.zh).join()).toMatch(/生硬.*分歧.*活动.*细节/)
    expect(standing).toHaveLength(4)
    const [, second = attribute('')] = standing
    const asked = withQuestion(empty, kind, second)
    expect(standingFor(asked, kind)).toEqual(standing.filter((q) => q !== second))
  }
  expect(standingFor(empty, 'transaction')).toEqual([])
})

test('moving and removing leaves the numbers in order', () => {
  expect(names(moved(two, 0, 1))).toEqual(['1乙', '2甲'])
  expect(names(moved(two, 1, -1))).toEqual(['1乙', '2甲'])
  expect(names(without(two, 0))).toEqual(['1乙'])
})

test('what is sent carries the version it was begun from, and no empty wording', () => {
  const [first] = two.questions
  if (!first) throw new Error('no question')
  const sent = toSend({ ...two, questions: [{ ...first, withZh: '', withEn: 'How?' }] })
  expect(sent.version).toBe(3)
  expect(sent.questions[0]).not.toHaveProperty('withZh')
  expect(sent.questions[0]).toMatchObject({ withEn: 'How?' })
})
