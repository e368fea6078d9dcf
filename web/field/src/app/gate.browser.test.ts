import type { BrowserContext, Page } from 'playwright-core'
import { request } from 'playwright-core'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { getGateCheck, listGateChecks, sendGateCheck } from '#contract/goods.ts'
import { expectAccessible } from '#test/browser/accessible.ts'
import { type Hands, handsOf } from '#test/browser/desk-house.ts'
import { type FieldGround, layFieldGround } from '#test/browser/field-ground.ts'
import { actsLeft, phonePhoto, signInAt, untilOffline } from '#test/browser/field-hand.ts'
import { fieldPhone } from '#test/browser/field-phone.ts'
import type { FieldServer } from '#test/browser/field-web.ts'
import { screenshot } from '#test/browser/screenshot.ts'

const web = fieldPhone()
let server: FieldServer
let photo: { name: string; mimeType: string; buffer: Buffer }
let phone: BrowserContext
let page: Page
let desk: Hands
let ground: FieldGround
let estate: string

beforeAll(async () => {
  photo = { name: 'p.jpg', mimeType: 'image/jpeg', buffer: await phonePhoto() }
  ground = await layFieldGround(web.server.staff, 'baoan')
  estate = `/api/v1/estates/${web.server.staff.estateId}`
  desk = await handsOf(await request.newContext(), web.server.staff, 'qiantai')
}, 180_000)
beforeEach(async () => {
  ;({ server, phone, page } = web)
  server.seen.length = 0
  await signInAt(page, server.url, 'baoan')
  await untilOffline(page)
})

const allSent = () => expect.poll(() => actsLeft(page), { timeout: 40_000 }).toBe(0)
const toGate = async () => {
  await page.getByRole('button', { name: '出门查验' }).click()
  await page.getByRole('heading', { name: '出门查验' }).waitFor()
}
const begin = async () => {
  await page.getByRole('button', { name: '1号门岗' }).click()
  await page.getByRole('button', { name: '查一票' }).click()
}
const take = async (label: string) => {
  const before = await page.locator('main img').count()
  await page.getByLabel(label).setInputFiles(photo)
  await expect.poll(() => page.locator('main img').count()).toBe(before + 1)
}
const count = async (category: string, quantity: string, unit: string) => {
  await page.getByLabel('品名').fill(category)
  await page.getByLabel('数量').fill(quantity)
  await page.getByLabel('单位').fill(unit)
}
const matches = async (slip: string) => {
  await page.getByLabel('放行条号').fill(slip)
  await page.getByLabel('房号').fill('3栋2单元1203')
  await count('双门冰箱', '1', '台')
  await page.getByRole('button', { name: '相符' }).click()
  await take('拍放行条')
  await page.getByLabel('放行条已收回').check()
}
const letOut = () => page.getByRole('button', { name: '放行', exact: true }).click()
const kept = () => page.getByRole('heading', { name: '今天查过的' }).waitFor()
const rows = async (query: string) =>
  listGateChecks.response.parse(await desk.get(`${estate}/gate-checks${query}`)).rows

test('FD-506 FD-507 three checks without signal, closed and opened: each arrives once, and the one that differs is in the queue of the desk', async () => {
  await phone.setOffline(true)
  await toGate()
  await begin()
  await matches('A-0001')
  await expectAccessible(page)
  await screenshot(page, 'field-gate-check')
  await letOut()
  await kept()
  await page.getByRole('list', { name: '今天查过的' }).getByText('A-0001').waitFor()

  // the same slip again: the phone knows it from its own queue
  await begin()
  await page.getByLabel('放行条号').fill('ａ－０００１')
  await page.getByText(/不能再用/).waitFor()
  await page.getByRole('button', { name: '物品留下，报服务台' }).waitFor()
  await page.getByLabel('放行条号').fill('A-0002')
  await page.getByLabel('房号').fill('5-1-302')
  await count('餐椅', '6', '把')
  await page.getByRole('button', { name: '不符' }).click()
  await page.getByRole('button', { name: '物品留下，报服务台' }).click()
  await page.getByText('请填写').waitFor()
  await page.getByLabel('哪里不符').fill('条上写 4 把')
  await take('拍物品')

  // the browser is closed over the second one, half filled in
  await new Promise((paused) => setTimeout(paused, 1_000))
  await web.reopen()
  ;({ phone, page } = web)
  await phone.setOffline(true)
  await page.goto(`${server.url}/field/`)
  await toGate()
  await begin()
  expect(await page.getByLabel('哪里不符').inputValue()).toBe('条上写 4 把')
  expect(await page.getByLabel('数量').inputValue()).toBe('6')
  await page.locator('main img').waitFor()
  await page.getByRole('button', { name: '物品留下，报服务台' }).click()
  await kept()

  await begin()
  await page.getByRole('button', { name: '没有', exact: true }).click()
  await page.getByRole('button', { name: '物品留下，报服务台' }).click()
  await kept()
  expect(server.seen.filter(({ path }) => /gate-checks|files/.test(path))).toEqual([])
  expect(await rows('?limit=9')).toEqual([])

  await phone.setOffline(false)
  await allSent()
  const sent = server.seen.filter(({ path }) => path.endsWith('/gate-checks'))
  expect(sent.map(({ status }) => status)).toEqual([201, 201, 201])
  const checks = await rows('?limit=9')
  expect(checks.map(({ result }) => result)).toEqual(['noSlip', 'differs', 'match'])
  expect(checks.map(({ id }) => id).sort()).toEqual(
    sent.map(({ answer }) => sendGateCheck.response.parse(answer).id).sort(),
  )
  const [, differs, match] = checks
  expect(match).toMatchObject({ slipNumber: 'A-0001', photos: 1, slipCollected: true, matter: null, secondOf: null })
  expect(differs).toMatchObject({ difference: '条上写 4 把', photos: 1, matter: { open: true } })
  expect(getGateCheck.response.parse(await desk.get(`${estate}/gate-checks/${differs?.id}`)).goodsPhotos).toHaveLength(
    1,
  )
  const waiting = JSON.stringify(await desk.get(`${estate}/to-take`))
  expect(waiting).toContain(differs?.matter?.number)
  await page.getByRole('list', { name: '今天查过的' }).getByText(`服务台 ${differs?.matter?.number}`).waitFor()
  await expectAccessible(page)
  await screenshot(page, 'field-gate-today')
}, 180_000)

test('FD-507 with signal the server is asked: a slip used at another gate lets nothing out; done without signal it is kept as a second passage', async () => {
  const guard = await handsOf(await request.newContext(), web.server.staff, 'baoan')
  const used = {
    id: crypto.randomUUID(),
    at: new Date(Date.now() - 60_000).toISOString(),
    placeId: ground.placeId('G1'),
    result: 'match',
    slipNumber: 'B-0001',
    unitSaid: '3栋2单元1203',
    lines: [{ category: '钢琴', quantity: 1, unit: '架' }],
    slipCollected: true,
    photoMissing: '测试',
    gone: true,
  }
  await toGate()
  await begin()
  await matches('B-0001')
  // meanwhile somebody lets goods out on it at another gate
  await guard.send('post', `${estate}/gate-checks`, used)
  await letOut()
  await page.getByText(/不能再用/).waitFor()
  expect(await actsLeft(page)).toBe(0)
  await phone.setOffline(true)
  await page.getByLabel('放行条号').fill('B-0002')
  await guard.send('post', `${estate}/gate-checks`, { ...used, id: crypto.randomUUID(), slipNumber: 'B-0002' })
  await letOut()
  await kept()
  await phone.setOffline(false)
  await allSent()
  const [second] = await rows('?q=B-0002&second=true')
  expect(second).toMatchObject({ slipNumber: 'B-0002', secondOf: { gate: '1号门岗' }, matter: { open: true } })
  await page
    .getByRole('list', { name: '今天查过的' })
    .getByText(/已放行过一次/)
    .waitFor()
}, 120_000)
