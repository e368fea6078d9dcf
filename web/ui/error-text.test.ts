import { expect, test } from 'vitest'
import { resources } from '#content/texts/index.ts'
import type { ErrorCode } from '#contract/refusal.ts'
import { ApiError } from './api-error.ts'
import { errorText, warningText } from './error-text.ts'
import { startI18n, textNow } from './i18n.ts'

const zh = resources('zh')
startI18n(zh, 'zh')
const t = textNow

/** What is said beyond the sentence of the code. */
const beyond = (code: ErrorCode, details: Record<string, unknown>) => {
  const said = errorText(t, new ApiError({ code, status: 422, details }))
  expect(said.startsWith(zh[`error.${code}`] ?? '-')).toBe(true)
  return said.slice(zh[`error.${code}`]?.length)
}

test('CP-114 CP-117 a refusal names the words that may not stand there', () => {
  expect(beyond('E_PHRASE', { phrases: ['P1', 'P1'], words: ['公司规定', '公司规定'] })).toBe('涉及：“公司规定”。')
  expect(beyond('E_PERSONAL_DATA', { found: ['李建国', '5栋302'] })).toBe('涉及：“李建国”、“5栋302”。')
})

test('CP-115 CP-061 CP-097 CP-150 a refusal names what is still open', () => {
  expect(beyond('E_POINTS_OPEN', { open: [1, 3] })).toBe('还没答复的：第 1、3 点。')
  expect(beyond('E_POINTS_OPEN', { open: [] })).toBe('帖中的诉求还没有逐点写下。')
  expect(beyond('E_EXPLAIN_MORE', { done: 1, needed: 3 })).toBe('已在 1 个日子解释，须满 3 个。')
  expect(beyond('E_VOICES_OPEN', { silent: 2, unhappy: 1 })).toBe('未答复 2 位，不满意 1 位。')
  expect(beyond('E_FILE_INCOMPLETE', { missing: ['category', 'evidence'] })).toBe(
    `还缺：${zh['filePart.category']}、${zh['filePart.evidence']}。`,
  )
})

test('CP-125 CP-042 a refusal names its time on the wall of the estate', () => {
  const until = { until: '2026-12-20T02:00:00.000Z' }
  expect(beyond('E_REOPEN_OVER', until)).toBe('期限到 2026-12-20 10:00 为止。')
  const error = new ApiError({ code: 'E_REOPEN_OVER', status: 422, details: until })
  expect(errorText(t, error, 'Asia/Urumqi')).toContain('2026-12-20 08:00')
  expect(beyond('E_PROMISE_TOO_LATE', { latest: '2026-11-20T08:40:00.000Z' })).toBe('最晚 2026-11-20 16:40。')
})

test('a refusal whose details tell nothing is its sentence alone', () => {
  for (const code of ['E_PHRASE', 'E_FILE_INCOMPLETE', 'E_REOPEN_OVER', 'E_POINTS_OPEN'] as const)
    expect(beyond(code, {})).toBe('')
  expect(beyond('E_STATE_CHANGED', { state: 'CLOSED' })).toBe('')
  expect(errorText(t, new Error('broken'))).toBe(zh['error.E_INTERNAL'])
})

test('KN-301 CP-028 a warning names the words it is about, a long wording by its beginning', () => {
  expect(warningText(t, { code: 'W_PHRASE', details: { words: ['再等等'] } })).toBe(
    `${zh['warning.W_PHRASE']}涉及：“再等等”。`,
  )
  expect(warningText(t, { code: 'W_WORDING', details: { wording: '九月一日完工' } })).toBe(
    `${zh['warning.W_WORDING']}统一口径：“九月一日完工”。`,
  )
  expect(warningText(t, { code: 'W_WORDING', details: { wording: '长'.repeat(200) } })).toContain(
    `${'长'.repeat(80)}…”`,
  )
  expect(warningText(t, { code: 'W_CALL_HOURS' })).toBe(zh['warning.W_CALL_HOURS'])
})
