import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { MatterAnswer } from '#contract/matters.ts'
import { type FieldGround, layFieldGround } from '#test/browser/field-ground.ts'
import { actsLeft, phonePhoto, signInAt, untilOffline } from '#test/browser/field-hand.ts'
import { fieldPhone } from '#test/browser/field-phone.ts'
import type { FieldServer } from '#test/browser/field-web.ts'
import { screenshot } from '#test/browser/screenshot.ts'
import { itemOf } from '#test/inspection-rows.ts'

const web = fieldPhone()
let server: FieldServer
let ground: FieldGround
let photo: { name: string; mimeType: string; buffer: Buffer }
let phone: BrowserContext
let page: Page

beforeAll(async () => {
  photo = { name: 'p.jpg', mimeType: 'image/jpeg', buffer: await phonePhoto() }
  ground = await layFieldGround(web.server.staff, 'jishu')
}, 180_000)
beforeEach(async () => {
  ;({ server, phone, page } = web)
  server.seen.length = 0
  await signInAt(page, server.url, 'jishu')
  await untilOffline(page)
})

const allSent = () => expect.poll(() => actsLeft(page), { timeout: 40_000 }).toBe(0)
const takePhoto = async () => {
  await page.locator('input[type=file]').setInputFiles(photo)
  await page.locator('main img').waitFor()
}
/** Closed with what was filled in, and opened again where there is no signal. */
const closeAndOpen = async () => {
  // typing is written down when it pauses
  await new Promise((paused) => setTimeout(paused, 1_000))
  await web.reopen()
  ;({ phone, page } = web)
  await phone.setOffline(true)
  await page.goto(`${server.url}/field/`)
  await page.getByRole('heading', { name: '今天' }).waitFor()
}

test('a report is there with its photo when the browser was closed over it, and when one looked elsewhere; it is sent once', async () => {
  await phone.setOffline(true)
  await page.getByRole('link', { name: '上报' }).click()
  await page.getByLabel('看到了什么').fill('5栋门口路灯不亮')
  await takePhoto()
  // typing that has just ended when somebody taps elsewhere
  await page.getByLabel('在哪里').fill('5栋门口')
  await page.getByRole('link', { name: '待发' }).click()
  await page.getByRole('heading', { name: '待发' }).waitFor()
  await page.getByRole('link', { name: '上报' }).click()
  expect(await page.getByLabel('看到了什么').inputValue()).toBe('5栋门口路灯不亮')
  expect(await page.getByLabel('在哪里').inputValue()).toBe('5栋门口')
  await page.locator('main img').waitFor()
  await page.getByRole('checkbox').check()

  await closeAndOpen()
  await page.getByRole('link', { name: '上报' }).click()
  await page.locator('main img').waitFor()
  expect(await page.getByLabel('看到了什么').inputValue()).toBe('5栋门口路灯不亮')
  expect(await page.getByLabel('在哪里').inputValue()).toBe('5栋门口')
  expect(await page.getByRole('checkbox').isChecked()).toBe(true)
  await screenshot(page, 'field-report-kept')
  await page.getByRole('button', { name: '上报' }).click()
  await page.getByRole('heading', { name: '今天' }).waitFor()
  await page.getByRole('link', { name: '上报' }).click()
  await page.getByLabel('看到了什么').waitFor()
  expect(await page.getByLabel('看到了什么').inputValue()).toBe('')
  expect(await page.locator('main img').count()).toBe(0)
  await phone.setOffline(false)
  await allSent()
  const reports = server.seen.filter(({ path }) => path.endsWith('/matters'))
  expect(reports.map(({ status }) => status)).toEqual([201])
  const { matter } = MatterAnswer.parse(reports[0]?.answer)
  expect(matter).toMatchObject({ customerSaid: '5栋门口路灯不亮', place: '5栋门口', urgent: true })
  expect(matter.files).toHaveLength(1)
}, 120_000)

test('a report is given up only when that is confirmed, and its photo goes with it', async () => {
  await page.getByRole('link', { name: '上报' }).click()
  await page.getByLabel('看到了什么').fill('写错了')
  await takePhoto()
  await page.getByRole('button', { name: '不要了，清空' }).click()
  expect(await page.getByLabel('看到了什么').inputValue()).toBe('写错了')
  await page.getByRole('button', { name: '确定清空，照片也删掉' }).click()
  await expect.poll(() => page.locator('main img').count()).toBe(0)
  expect(await page.getByLabel('看到了什么').inputValue()).toBe('')
  await page.reload()
  await page.getByLabel('看到了什么').waitFor()
  expect(await page.getByLabel('看到了什么').inputValue()).toBe('')
}, 60_000)

test('what is said of a finding that was put right is there with its photo when the browser was closed over it', async () => {
  const broken = itemOf('T01', 'T01-F-01')
  const findingId = await ground.finding('G1', broken.id, 'repair')
  await page.reload()
  await page.getByText(broken.zh).click()
  await phone.setOffline(true)
  await page.getByLabel('怎么处理的，现在怎样').fill('已更换灯泡')
  await takePhoto()

  await closeAndOpen()
  await page.getByText(broken.zh).click()
  await page.locator('main img').waitFor()
  expect(await page.getByLabel('怎么处理的，现在怎样').inputValue()).toBe('已更换灯泡')
  await page.getByRole('button', { name: '已整改' }).click()
  await page.getByRole('heading', { name: '今天' }).waitFor()
  await phone.setOffline(false)
  await allSent()
  const moves = server.seen.filter(({ path }) => path.includes('/findings/'))
  expect(moves.map(({ path, status }) => [path.split('/').at(-1), status])).toEqual([['rectify', 200]])
  expect(await ground.findingCard(findingId)).toMatchObject({ measure: '已更换灯泡', photos: { after: [{}] } })
}, 120_000)
