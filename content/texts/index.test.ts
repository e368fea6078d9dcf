import { expect, test } from 'vitest'
import { NAMESPACES, resources } from './index.ts'

const entries = NAMESPACES.flatMap((namespace) => Object.entries<{ zh: string; en: string }>(namespace))
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1]).sort()
/** Latin words that Chinese readers know; the language switch speaks the other language on purpose. */
const ALLOWED_LATIN =
  /\{\{\w+\}\}|https?:\/\/\S+|\b\w+@\S+|\b(PDF|Alt|Excel|CSV|xlsx|csv|MB|Ctrl|ID|App|API|AED|IC|VIP|SMS|Webhook|URL)\b/g

test('every text is there in both languages', () => {
  for (const [key, text] of entries) {
    expect(text.zh.trim(), `${key} zh`).not.toBe('')
    expect(text.en.trim(), `${key} en`).not.toBe('')
  }
})

test('placeholders are the same in both languages and well formed', () => {
  for (const [key, text] of entries) {
    expect(placeholders(text.zh), key).toEqual(placeholders(text.en))
    for (const said of [text.zh, text.en]) {
      expect(said.replaceAll(/\{\{\w+\}\}/g, ''), `${key}: stray brace`).not.toMatch(/[{}]/)
    }
  }
})

test('Chinese texts hold no leftover English, English texts no leftover Chinese', () => {
  for (const [key, text] of entries) {
    if (key === 'shell.switchLanguage') continue
    expect(text.zh.replaceAll(ALLOWED_LATIN, ''), `${key} zh`).not.toMatch(/[A-Za-z]{2,}/)
    expect(text.en, `${key} en`).not.toMatch(/[\u4e00-\u9fff]/)
  }
})

test('no key stands in two namespaces and every key has a subject', () => {
  const keys = entries.map(([key]) => key)
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  for (const key of keys) expect(key).toMatch(/^[a-z][A-Za-z]*(\.[A-Za-z0-9_:-]+)+$/)
})

test('resources() gives a flat table of one language', () => {
  expect(resources('zh')['common.save']).toBe('保存')
  expect(resources('en')['common.save']).toBe('Save')
  expect(Object.keys(resources('en'))).toHaveLength(entries.length)
})

/** Rooms whose English says a number without a plural: "Places: 1", never "1 places". */
const NUMBER_LAST = /^(places|placeImport|plans|standards|finding|gate|survey|surveyTemplate|violation)\./
/** What is never one: the most that a page lists, the least of a sample. */
const NEVER_ONE = ['placeImport.some', 'surveyTemplate.small']

test('an English text of the rounds, findings, goods, violations and surveys reads right with one', () => {
  const wrong = entries.filter(
    ([key, { en }]) =>
      NUMBER_LAST.test(key) && !NEVER_ONE.includes(key) && /\{\{(count|n|rows)\}\} (?:[a-z-]+ )?[a-z]+s\b/.test(en),
  )
  expect(wrong.map(([key, { en }]) => `${key}: ${en}`)).toEqual([])
})
