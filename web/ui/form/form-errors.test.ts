import { expect, test } from 'vitest'
import { z } from 'zod'
import { resources } from '#content/texts/index.ts'
import { text } from '#contract/values.ts'
import { ApiError } from '../api-error.ts'
import { startI18n, textNow } from '../i18n.ts'
import { schemaErrors, serverErrors } from './form-errors.ts'

const zh = resources('zh')
startI18n(resources('zh'), 'zh')
const t = textNow
const names = ['title', 'message']

test('issues of the schema stand beside their field, nested ones at the field that holds them', () => {
  const schema = z.object({ title: text(10), message: z.object({ what: text(5) }), version: z.number() })
  const values = { message: { what: '' } }
  const error = schema.safeParse(values).error
  if (!error) throw new Error('the values were right')
  expect(schemaErrors(t, error, values, names)).toEqual({
    fields: { title: ['请填写'], message: ['请填写'] },
    whole: '请填写',
  })
})

test('issues of the server stand beside their field and need no line above the form', () => {
  const error = new ApiError({
    code: 'E_INPUT',
    status: 400,
    issues: [{ path: 'message.what', code: 'too_small', params: { origin: 'string', minimum: 1 } }],
  })
  expect(serverErrors(t, error, names, {})).toEqual({ fields: { message: ['请填写'] }, whole: undefined })
})

test('a refusal about one field stands there, any other above the form', () => {
  const past = new ApiError({ code: 'E_TIME_PAST', status: 422, field: 'title' })
  expect(serverErrors(t, past, names, {})).toEqual({ fields: { title: [zh['error.E_TIME_PAST']] }, whole: undefined })
  const changed = new ApiError({ code: 'E_STATE_CHANGED', status: 409 })
  expect(serverErrors(t, changed, names, {})).toEqual({ fields: {}, whole: zh['error.E_STATE_CHANGED'] })
  const elsewhere = new ApiError({ code: 'E_TIME_PAST', status: 422, field: 'notShown' })
  expect(serverErrors(t, elsewhere, names, {}).whole).toBe(zh['error.E_TIME_PAST'])
})

const refusedInput = (field: string, details: Record<string, unknown> = {}) =>
  new ApiError({ code: 'E_INPUT', status: 400, field, details })

test('a field refused without more is asked for while it is empty, else said not to fit, and never told to look beside itself', () => {
  const said = (values: object) => serverErrors(t, refusedInput('title'), names, values)
  expect(said({})).toEqual({ fields: { title: ['请填写'] }, whole: undefined })
  expect(said({ title: '' }).fields.title).toEqual(['请填写'])
  expect(said({ title: '旧的' }).fields.title).toEqual([zh['issue.custom']])
  const inside = serverErrors(t, refusedInput('message.what'), names, { message: { what: '一' } })
  expect(inside.fields.message).toEqual([zh['issue.custom']])
})

test('a refusal that says by its code what does not fit has its own words', () => {
  const said = (code: string) =>
    serverErrors(t, refusedInput('title', { code }), names, { title: '有' }).fields.title?.[0]
  for (const code of ['factor_sub', 'category_twice', 'not_marked', 'handed_back', 'same_owner'] as const)
    expect(said(code)).toBe(zh[`issue.${code}`])
})

test('what has to be so says so beside its box, and no choice that nobody sees', () => {
  const schema = z.object({ title: z.literal(true), message: z.boolean() })
  for (const values of [{}, { title: false }]) {
    const error = schema.safeParse(values).error
    if (!error) throw new Error('the values were right')
    expect(schemaErrors(t, error, values, names).fields).toEqual({
      title: ['须属实并勾选，才能提交'],
      message: ['请选择'],
    })
  }
  const error = new ApiError({
    code: 'E_INPUT',
    status: 400,
    issues: [{ path: 'title', code: 'invalid_value', params: { values: [true] } }],
  })
  expect(serverErrors(t, error, names, {}).fields).toEqual({ title: ['须属实并勾选，才能提交'] })
})
