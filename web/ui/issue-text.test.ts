import { expect, test } from 'vitest'
import { z } from 'zod'
import { resources } from '#content/texts/index.ts'
import { complaintNeeds } from '#contract/kinds/complaint-needs.ts'
import { Fen, InstantInput, LocalDate, text, Uuid } from '#contract/values.ts'
import { startI18n, textNow } from './i18n.ts'
import { issueText, toIssue } from './issue-text.ts'

startI18n(resources('zh'), 'zh')
const t = textNow

const noteFor = (schema: z.ZodType, value: unknown) => {
  const issue = schema.safeParse(value).error?.issues[0]
  if (!issue) throw new Error('the value was right')
  return issueText(t, toIssue(issue, value))
}

test('a missing value is asked for, whatever its type', () => {
  expect(noteFor(text(10), undefined)).toBe('请填写')
  expect(noteFor(text(10), '  ')).toBe('请填写')
  expect(noteFor(z.number(), undefined)).toBe('请填写')
  expect(noteFor(z.enum(['a', 'b']), undefined)).toBe('请选择')
  expect(noteFor(z.array(z.string()).min(1), [])).toBe('请选择')
})

test('the note says what would be right', () => {
  expect(noteFor(text(3), '一二三四')).toBe('最多 3 个字')
  expect(noteFor(z.string().min(8), 'abc')).toBe('至少 8 个字')
  expect(noteFor(z.number().min(5), 1)).toBe('不能小于 5')
  expect(noteFor(z.number().gt(5), 5)).toBe('须大于 5')
  expect(noteFor(Fen, -1)).toBe('不能小于 0')
  expect(noteFor(z.int(), 1.5)).toBe('请填写整数')
  expect(noteFor(z.number(), 'x')).toBe('请填写数字')
  expect(noteFor(LocalDate, '20.11.')).toBe('请填写日期，如 2026-11-20')
  expect(noteFor(InstantInput, 'now')).toBe('请填写日期和时间，如 2026-11-20 16:40')
  expect(noteFor(Uuid, 'x')).toBe('请从列表中选择')
  expect(noteFor(z.enum(['a']), 'b')).toBe('请从给出的选项中选择')
  expect(noteFor(z.array(z.string()).max(2), ['a', 'b', 'c'])).toBe('最多 2 项')
  expect(noteFor(text(10), 'a\u0000b')).toBe('含有无法保存的字符，请删除后再试')
})

test('a check of ours that has words says them', () => {
  expect(noteFor(complaintNeeds.demand.shape.amountFen, 0)).toBe('金额须大于零')
})
