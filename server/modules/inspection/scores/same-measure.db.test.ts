import { afterAll, beforeAll, expect, test } from 'vitest'
import { CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import type { Uuid } from '#contract/values.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { addLook, addPlace, addVersion, type TestPlace } from '#test/inspection-rows.ts'
import { sheetOf } from '#test/sheet-of.ts'

const CERTIFICATE = 'T12-F-13'
const LIGHT = 'T12-F-01'
const AFTER = CATALOGUE_ITEMS.filter((i) => i.touchpoint === 'T12' && i.id !== CERTIFICATE)

let t: TestHouse
let second: Uuid
let seen: TestPlace
beforeAll(async () => {
  t = await openTestHouse()
  seen = await addPlace(t, 'T12', '1栋A梯')
  // the new version leaves the certificate out, asks for the light in other words and is in force from the first of August
  second = await addVersion(t, {
    from: '2025-08-01',
    name: '2025 年 8 月版',
    off: CERTIFICATE,
    changed: { [LIGHT]: { zh: '轿厢照度不低于 100 勒克斯' } },
  })
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const read = (path: string) => t.as(t.a.staff.centreHead).get(url(path))
const scores = async (month: string) => (await read(`scores?month=${month}`)).body
type Marks = Record<string, 'pass' | 'fail' | 'na'>
const before = (place: TestPlace, on: string, answers: Marks = {}) =>
  addLook(t, { place, by: t.a.staff.lineLead, on, answers })
const after = (place: TestPlace, on: string, answers: Marks = {}) =>
  addLook(t, { place, by: t.a.staff.lineLead, on, answers, standardId: second, items: AFTER })

test('7.3 a standard changed on the first of a month: the two months are compared on what both ask alike, at the places that both saw', async () => {
  await before(seen, '2025-07-05', { [CERTIFICATE]: 'fail' })
  await after(seen, '2025-08-05', { [LIGHT]: 'fail' })
  await after(await addPlace(t, 'T12', '只在八月查过'), '2025-08-06', { 'T12-F-09': 'fail' })
  const august = await scores('2025-08')
  expect(august).toMatchObject({ before: 59, comparableItems: null, comparablePlaces: null })
  expect(august.score).toBeLessThan(99)
  expect(august.versions).toMatchObject([{ standard: { number: 1 }, looks: 2, comparable: null }])
  // neither the certificate nor the light is asked alike, and the other lift was seen in August alone
  expect(august.sinceBefore).toEqual({ before: 100, now: 100, items: CATALOGUE_ITEMS.length - 2, places: 1 })
  const news = august.months.filter((m: { newVersions: unknown[] }) => m.newVersions.length > 0)
  expect(news).toMatchObject([{ month: '2025-08', newVersions: [{ standard: { number: 1, name: '2025 年 8 月版' } }] }])
})

test('what is held to the same versions as before, or stands beside a month without a look, needs no such words', async () => {
  await after(seen, '2025-09-02')
  expect((await scores('2025-09')).sinceBefore).toBeNull()
  expect((await scores('2025-07')).sinceBefore).toBeNull()
  expect((await scores('2025-12')).sinceBefore).toBeNull()
})

test('two months of two versions that saw no place in common cannot be compared, and the page, paper and Excel say so', async () => {
  await before(await addPlace(t, 'T12', '只在十月查过'), '2025-10-05')
  expect((await scores('2025-10')).sinceBefore).toMatchObject({ before: null, now: null, places: 0 })
  const paper = await read('scores/print.pdf?month=2025-10')
  expect(paper.status, JSON.stringify(paper.body)).toBe(200)
  const excel = await read('scores.xlsx?month=2025-10')
  expect((await sheetOf(excel.body, '所用标准版本')).flat()).toContain(
    '标准与上月不同，两个月没有查过同一处，得分不能直接比较。',
  )
})
