import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { getSession } from '#contract/session.ts'
import { openBrowser } from '#test/browser/browser.ts'
import { phonePhoto, signInAt, untilOffline } from '#test/browser/field-hand.ts'
import { type FieldHouse, openFieldHouse } from '#test/browser/field-house.ts'
import { fieldPhone } from '#test/browser/field-phone.ts'
import type { FieldServer } from '#test/browser/field-web.ts'
import { screenshot } from '#test/browser/screenshot.ts'

const web = fieldPhone()
let browser: Browser
let house: FieldHouse
let photo: Buffer
let server: FieldServer
let phone: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  house = await openFieldHouse(browser, web.server.staff)
  photo = await phonePhoto()
}, 60_000)
afterAll(async () => {
  await browser?.close()
})
beforeEach(() => {
  ;({ server, phone, page } = web)
})

const tap = (name: string) => page.getByRole('button', { name, exact: true }).click()
const openOrder = async (said: string) => {
  await signInAt(page, server.url, 'jishu')
  await untilOffline(page)
  await page.getByRole('link', { name: '工单' }).click()
  await page.getByText(said).click()
  await page.getByRole('button', { name: '接单' }).waitFor()
}
const upload = async (label: string) => {
  const input = page.getByRole('dialog').getByLabel(label, { exact: true })
  await input.setInputFiles({ name: 'p.jpg', mimeType: 'image/jpeg', buffer: photo })
}

const sign = async () => {
  const pad = page.getByRole('dialog').getByRole('img', { name: '签名处' })
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box) throw new Error('nowhere to sign')
  await page.mouse.move(box.x + 30, box.y + 60)
  await page.mouse.down()
  await page.mouse.move(box.x + 200, box.y + 120, { steps: 6 })
  await page.mouse.up()
}

test('a provider signs in to the orders, without rounds, scanner or reports', async () => {
  await signInAt(page, server.url, 'gongyingshang', '工单')
  const ways = page.getByRole('navigation').getByRole('link')
  expect(await ways.allInnerTexts()).toEqual(['工单', '待发'])
  await page.getByRole('link', { name: '我的' }).click()
  await page.getByRole('button', { name: '退出登录' }).waitFor()
})

test('FD-713 FD-775 a technician takes, does and finishes an order in a basement; all of it arrives in order', async () => {
  const order = await house.offer('地下室水泵异响')
  await openOrder('地下室水泵异响')
  await phone.setOffline(true)
  for (const verb of ['接单', '出发', '已到场']) await tap(verb)
  await tap('开始施工')
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: '开始施工' }).click()
  await sheet.getByText(/入户记录还缺/).waitFor()
  await sheet.getByLabel('同意人(成年住户或授权人)').fill('周丽华')
  await sheet.getByLabel('已出示工牌').check()
  await sheet.getByLabel('已穿鞋套').check()
  await sheet.getByRole('button', { name: '开始施工' }).click()
  await page.getByRole('button', { name: '完工', exact: true }).click()
  await sheet.getByRole('button', { name: '完工', exact: true }).click()
  await sheet.getByText(/缺施工前照片/).waitFor()
  await screenshot(page, 'field-order-finish')
  await sheet.getByLabel('结果').fill('更换轴承，试运行正常')
  await upload('施工前照片')
  await expect.poll(() => sheet.locator('img').count()).toBe(1)
  await upload('完工后照片')
  await expect.poll(() => sheet.locator('img').count()).toBe(2)
  await sheet.getByLabel('签字人').fill('周丽华')
  await sign()
  await sheet.getByRole('button', { name: '完工', exact: true }).click()
  await page.getByText('有 5 步等着发出').waitFor()
  await screenshot(page, 'field-order')
  expect((await house.order(order.id)).state).toBe('OFFERED')

  await phone.setOffline(false)
  await expect.poll(async () => (await house.order(order.id)).state, { timeout: 40_000 }).toBe('DONE')
  const done = await house.order(order.id)
  expect(done.files.map(({ purpose }) => purpose).sort()).toEqual(['after', 'before', 'signature'])
  expect(done.signatures).toMatchObject([{ signer: '周丽华', capacity: 'owner', medium: 'screen' }])
  expect(done.signatures[0]?.fileId).toBeTruthy()
  await page.getByText('已完工，等首接人验收').waitFor()
}, 150_000)

test('FD-713 what was filled in for finishing an order is there when its sheet or the browser was closed: words, photos and signature', async () => {
  const order = await house.offer('卫生间排风扇不转')
  for (const verb of ['accept', 'go-on-the-way', 'arrive']) await house.act(order, verb)
  await house.act(order, 'start-work', {
    entry: { ground: 'residentPresent', consentBy: '周丽华', badgeShown: true, shoeCovers: true },
  })
  await signInAt(page, server.url, 'jishu')
  await untilOffline(page)
  await page.getByRole('link', { name: '工单' }).click()
  const finish = async () => {
    await page.getByText('卫生间排风扇不转').first().click()
    await page.getByRole('button', { name: '完工', exact: true }).click()
  }
  await finish()
  await phone.setOffline(true)
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('结果').fill('更换排风扇')
  await upload('施工前照片')
  await upload('完工后照片')
  await expect.poll(() => sheet.locator('img').count()).toBe(2)
  await sign()
  // the sheet is closed by a slip of the finger, and the browser after it
  await sheet.getByRole('button', { name: '关闭' }).click()
  await page.getByRole('button', { name: '完工', exact: true }).click()
  await sheet.getByRole('img', { name: '已签的名' }).waitFor()
  await web.reopen()
  ;({ phone, page } = web)
  await phone.setOffline(true)
  await page.goto(`${server.url}/field/orders`)
  await finish()
  const again = page.getByRole('dialog')
  await again.getByRole('img', { name: '已签的名' }).waitFor()
  expect(await again.getByLabel('结果').inputValue()).toBe('更换排风扇')
  await screenshot(page, 'field-order-kept')
  await again.getByRole('button', { name: '完工', exact: true }).click()
  await page.getByText('有 1 步等着发出').waitFor()
  await phone.setOffline(false)
  await expect.poll(async () => (await house.order(order.id)).state, { timeout: 40_000 }).toBe('DONE')
  const done = await house.order(order.id)
  expect(done.result).toBe('更换排风扇')
  expect(done.files.map(({ purpose }) => purpose).sort()).toEqual(['after', 'before', 'signature'])
  expect(done.signatures).toMatchObject([{ signer: '周丽华' }])
}, 150_000)

test('OS-012 an order that went to somebody else meanwhile is told, and nothing of it is dropped silently', async () => {
  const order = await house.offer('车库灯管闪烁')
  await openOrder('车库灯管闪烁')
  await phone.setOffline(true)
  for (const verb of ['接单', '出发']) await tap(verb)
  const { version } = await house.order(order.id)
  const others = await house.lead.get(`${house.estate}/line-people?line=repair`)
  const { people } = others as { people: { id: string }[] }
  const me = getSession.response.parse(await house.technician.get(getSession.path))
  const other = people.find(({ id }) => id !== me.staff.id)
  await house.lead.send('post', `${house.estate}/orders/${order.id}/reassign`, {
    version,
    executorId: other?.id,
    reason: '临时调整',
  })
  await phone.setOffline(false)
  await page.goto(`${server.url}/field/queue`)
  await page.getByText('没有被接收，需要决定').waitFor({ timeout: 40_000 })
  await page.getByText(/没有信号的时候，这张工单改派给了别人/).waitFor()
  expect(await page.getByRole('button', { name: '再发一次' }).count()).toBe(0)
  await page.getByText('等着发', { exact: true }).waitFor()
  await screenshot(page, 'field-refused')
  await tap('放弃')
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('原因').fill('已改派')
  await sheet.getByRole('button', { name: '放弃' }).click()
  // the step behind it is told in its turn
  await page.getByText('放弃的原因：已改派').waitFor()
  await page.getByText('没有被接收，需要决定').waitFor({ timeout: 40_000 })
  expect(await page.getByTestId('waiting').textContent()).toBe('1')
}, 120_000)
