import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { uploadFile } from '#contract/files.ts'
import { MatterAnswer } from '#contract/matters.ts'
import { openBrowser } from '#test/browser/browser.ts'
import { actsLeft, setClock, signInAt, untilOffline } from '#test/browser/field-hand.ts'
import { type FieldHouse, openFieldHouse } from '#test/browser/field-house.ts'
import { fieldPhone } from '#test/browser/field-phone.ts'
import type { FieldServer } from '#test/browser/field-web.ts'

const HOUR_MS = 3_600_000
const CLOCKS = [
  { clock: 'three hours ahead', offMs: 3 * HOUR_MS, said: '水表漏水' },
  { clock: 'two days behind', offMs: -48 * HOUR_MS, said: '洗脸盆漏水' },
] as const

const web = fieldPhone()
let browser: Browser
let house: FieldHouse
let server: FieldServer
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  house = await openFieldHouse(browser, web.server.staff)
}, 60_000)
afterAll(async () => {
  await browser?.close()
})
beforeEach(() => {
  ;({ server, page } = web)
  server.seen.length = 0
})

const allSent = () => expect.poll(() => actsLeft(page), { timeout: 40_000 }).toBe(0)
const expectNear = (at: string | null | undefined, ms: number) => {
  expect(at).toBeTruthy()
  expect(Math.abs(Date.parse(at ?? '') - ms)).toBeLessThan(10_000)
}

test.each(CLOCKS)(
  'FD-401 FD-760 from a phone $clock a report and an arrival are taken at their true times, also when the answer is lost',
  async ({ offMs, said }) => {
    const order = await house.offer(said)
    await setClock(web.phone, offMs)
    await signInAt(page, server.url, 'jishu')
    await untilOffline(page)
    await page.getByRole('link', { name: '工单' }).click()
    await page.getByText(said).click()
    const tap = (name: string) => page.getByRole('button', { name, exact: true }).click()
    await web.phone.setOffline(true)
    for (const verb of ['接单', '出发', '已到场']) await tap(verb)
    const arrivedMs = Date.now()
    await page.getByText('有 3 步等着发出').waitFor()
    await page.goto(`${server.url}/field/report`)
    await page.getByLabel('看到了什么').fill('楼道灯不亮')
    await page.getByLabel('在哪里').fill('3栋')
    await page.locator('input[type=file]').setInputFiles({ name: 'p.jpg', mimeType: 'image/jpeg', buffer: house.photo })
    await page.locator('main img').waitFor()
    await page.getByRole('button', { name: '上报' }).click()
    const reportedMs = Date.now()
    await page.getByRole('heading', { name: '今天' }).waitFor()
    // it waits for signal for a while, and the first answer is lost
    await new Promise((later) => setTimeout(later, 12_000))
    server.swallowNext.push(/POST .*\/arrive$/, /POST .*\/matters$/)
    await web.phone.setOffline(false)
    await allSent()

    const there = await house.order(order.id)
    expect(there.state).toBe('ON_SITE')
    expectNear(there.arrivedAt, arrivedMs)
    const reports = server.seen.filter(({ path }) => path.endsWith('/matters'))
    expect(reports.map(({ status }) => status)).toEqual([201, 201])
    const [first, again] = reports.map(({ answer }) => MatterAnswer.parse(answer).matter)
    expect(again?.id).toBe(first?.id)
    expectNear(first?.collectedAt, reportedMs)
    expectNear(first?.receivedAt, reportedMs)
    const photo = server.seen.find(({ path }) => path.endsWith('/files'))
    expectNear(uploadFile.response.parse(photo?.answer).takenAt, reportedMs)
  },
  150_000,
)
