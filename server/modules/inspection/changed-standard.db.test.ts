import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import type { Uuid } from '#contract/values.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { PRODUCT_STANDARD } from '#test/inspection-rows.ts'
import { answersTo, checklistOf, makePlace, sendPhoto, takenLook } from '#test/look-steps.ts'

let t: TestHouse
let [editor, leader]: Uuid[] = []
const on = (day: string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${day}T10:00:00+08:00`) })
beforeAll(async () => {
  on('2026-09-01')
  t = await openTestHouse()
  const people = [await t.hire(t.a.id, 'qualityDept'), await t.hire(t.a.id, 'companyLeader')]
  ;[editor, leader] = people
  // a standard is every estate's, so they hold their roles in all of them
  await t.tx(({ db }) => db.updateTable('staff_role').set({ estate_id: null }).where('staff_id', 'in', people).execute())
})
afterAll(async () => {
  vi.useRealTimers()
  await t.close()
})

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const head = () => t.as(t.a.staff.centreHead)
const ok = (answer: { status: number; body: unknown }) => {
  expect([200, 201], JSON.stringify(answer.body)).toContain(answer.status)
  return answer.body as never
}
const CERTIFICATE = 'T12-F-13'
const LEFT_OUT = 'T12-F-12'
const { id: _, touchpoint: __, aspect: ___, basis: ____, origin: _____, ...CONTENT } = CATALOGUE_ITEMS.find((i) => i.id === LEFT_OUT) ?? CATALOGUE_ITEMS[0]
