import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { expectAccessible } from '#test/browser/accessible.ts'
import { closePage } from '#test/browser/browser.ts'
import { type FieldHouse, openFieldHouse } from '#test/browser/field-house.ts'
import { handAt } from '#test/browser/hand.ts'
import { expectNoConsoleErrors } from '#test/browser/page-record.ts'
import { expectHolds, NARROW_DARK, staffWeb } from '#test/browser/staff-web.ts'

const web = staffWeb()
let house: FieldHouse

beforeAll(async () => {
  house = await openFieldHouse(web.browser, web.server)
}, 180_000)

/** Refusals that a test brings about on purpose. */
const REFUSED = [/422/]
const { opened } = web
const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
const sheet = (page: Page) => page.getByRole('dialog')
/** A button while it waits carries the word of its icon in front. */
const press = (page: Page, name: RegExp) => sheet(page).getByRole('button', { name }).last().click()
/** A page that is still drawing itself may miss a press; who sees nothing happen presses again. */
const pressUntil = (act: () => Promise<unknown>, result: Locator) =>
  expect
    .poll(
      async () => {
        if (!(await result.isVisible())) await act().catch(() => undefined)
        return result.isVisible()
      },
      { timeout: 30_000, interval: 1_500 },
    )
    .toBe(true)
const BRIEFLY = { timeout: 3_000 }
const said = (page: Page, word: string) => page.getByText(word).first().waitFor()

test('OS-044 the lead answers with a technician and a time in two clicks', async () => {
  await house.ask('阳台推拉门推不动')
  const page = await opened('gongcheng', 'availability')
  const hand = handAt(page)
  const tomorrow = new Date(Date.now() + 32 * 3_600_000).toISOString().slice(0, 10)
  await page.getByLabel('上门日期').fill(tomorrow)
  const person = page.getByRole('region', { name: '刘伟' })
  await expectAccessible(page)
  await hand.click(person.getByRole('button').first())
  await hand.click(page.getByRole('button', { name: '答复：可派人' }))
  await said(page, '没有待答复的询问')
  expect(hand.effort().clicks).toBe(2)
  const matter = await house.titled('阳台推拉门推不动')
  expect(matter.state).toBe('ORGANISED')
  expect(matter.appointmentFrom).not.toBeNull()
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('OS-012 a line that cannot go says why, and the ask leaves its list', async () => {
  await house.ask('热水器打不着火')
  const page = await opened('gongcheng', 'availability', { width: 390 })
  await page.getByRole('article').getByRole('button', { name: '暂不能派' }).click()
  await press(page, /答复：暂不能派/)
  await sheet(page).getByText('请填写').waitFor()
  await sheet(page).getByLabel('原因').fill('两名技术员都在抢修水管')
  await press(page, /答复：暂不能派/)
  await said(page, '没有待答复的询问')
  expect((await house.titled('热水器打不着火')).state).toBe('RECEIVED')
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('FD-714 on the phone the next step is one large button, from the offer to the door', async () => {
  const order = await house.offer('客厅吸顶灯不亮')
  const page = await opened('jishu', 'orders', { width: 390 })
  const card = page.getByRole('article', { name: order.number })
  await card.getByText('接单后显示房号').waitFor()
  await expectAccessible(page, { within: 'main' })
  const next = card.getByRole('button', { name: /接\s?单$/ })
  expect((await next.boundingBox())?.height).toBeGreaterThanOrEqual(48)
  await next.click()
  await card.getByText('周丽华').waitFor()
  await card.getByRole('button', { name: '查看客户电话' }).click()
  expect(await card.getByRole('link', { name: '拨打 13900001111' }).getAttribute('href')).toBe('tel:13900001111')
  await card.getByRole('button', { name: /出\s?发$/ }).click()
  await card.getByRole('button', { name: '已到场' }).click()
  await card.getByRole('button', { name: '开始施工' }).waitFor()
  expect((await house.order(order.id)).state).toBe('ON_SITE')
  expect(await sideways(page)).toBeLessThanOrEqual(1)
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('FD-710 whoever of the line takes an emergency first has it', async () => {
  await house.clerk.send('post', `${house.estate}/matters`, {
    contactType: 'emergency',
    channel: 'phone',
    customerSaid: '车库水管爆了',
    place: '地下车库',
    line: 'repair',
  })
  const page = await opened('jishu', 'orders', { width: 390 })
  const first = page.getByRole('region', { name: '下一单' }).getByRole('article')
  await first.getByText('马上去').waitFor()
  await first.getByText('全组可接').waitFor()
  await first.getByRole('button', { name: /接\s?单$/ }).click()
  await first.getByRole('button', { name: /出\s?发$/ }).waitFor()
  await closePage(page)
})

test('FD-713 paid work: price told line by line, accepted by signature, and only then begun', async () => {
  const order = await house.offer('厨房下水道堵了')
  for (const verb of ['accept', 'go-on-the-way', 'arrive']) await house.act(order, verb)
  const page = await opened('jishu', `orders/${order.id}`, { width: 390 })
  const item = page.getByRole('menuitem', { name: /报\s?价/ })
  await pressUntil(
    () => page.getByRole('region', { name: '下一步' }).getByRole('button', { name: '更多' }).click(BRIEFLY),
    item,
  )
  await pressUntil(() => item.click(BRIEFLY), sheet(page))
  await press(page, /报\s?价$/)
  await sheet(page).getByText('请填写').waitFor()
  for (const [label, value] of [
    ['第 1 项 名称', '疏通下水道'],
    ['第 1 项 数量', '1.5'],
    ['第 1 项 单位', '小时'],
    ['第 1 项 单价', '80'],
  ] as const)
    await sheet(page).getByLabel(label).fill(value)
  await sheet(page).getByText('¥120.00').first().waitFor()
  await page.waitForTimeout(500)
  await page.reload()
  await expect.poll(() => sheet(page).getByLabel('第 1 项 名称').inputValue()).toBe('疏通下水道')
  await expectAccessible(page, { within: '[role=dialog]' })
  await press(page, /报\s?价$/)

  await page.getByRole('button', { name: '客户同意报价' }).click()
  await press(page, /客户同意报价$/)
  await sheet(page).getByRole('alert').getByText('还没有签字').waitFor()
  await sheet(page).getByRole('combobox', { name: '身份' }).click()
  await page.getByTitle('业主').click()
  const pad = sheet(page).getByRole('img', { name: /签名区/ })
  const box = await pad.boundingBox()
  if (!box) throw new Error('nothing to sign on')
  await page.mouse.move(box.x + 40, box.y + 60)
  await page.mouse.down()
  await page.mouse.move(box.x + 160, box.y + 110, { steps: 8 })
  await page.mouse.up()
  await sheet(page).getByRole('button', { name: '签好了，保存签名' }).click()
  await sheet(page).getByRole('img', { name: '周丽华的签名' }).waitFor()
  await page.waitForTimeout(500)
  await page.reload()
  await sheet(page).getByRole('img', { name: '周丽华的签名' }).waitFor()
  const agree = sheet(page)
    .getByRole('button', { name: /客户同意报价$/ })
    .last()
  await pressUntil(() => agree.click(BRIEFLY), page.getByRole('button', { name: '开始施工' }))
  const quote = (await house.order(order.id)).quotes[0]
  expect(quote).toMatchObject({ totalFen: 12_000, acceptedWho: '周丽华', acceptedHow: 'signature' })
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('FD-775 FD-713 entry, photos and signature: what is missing is named and led to', async () => {
  const order = await house.offer('马桶水箱漏水')
  for (const verb of ['accept', 'go-on-the-way', 'arrive']) await house.act(order, verb)
  const page = await opened('jishu', `orders/${order.id}?do=startWork`, { width: 390 })
  await press(page, /开始施工$/)
  await sheet(page).getByText('请先记录入户依据').waitFor()
  await sheet(page).getByText('成年住户在场同意').click()
  await sheet(page).getByLabel('同意人(成年住户或授权人)').fill('周丽华')
  await sheet(page).getByText('已出示工牌').click()
  await press(page, /开始施工$/)
  await sheet(page).getByText('入户记录还缺：穿好鞋套').waitFor()
  await sheet(page).getByText('已穿鞋套').click()
  await press(page, /开始施工$/)

  await page.getByRole('button', { name: /完\s?工$/ }).click()
  await sheet(page).getByLabel('处理结果').fill('更换进水阀,试水不漏')
  await press(page, /完\s?工$/)
  await sheet(page).getByText('还缺照片：施工前、施工后').waitFor()
  for (const purpose of ['施工前', '施工后']) {
    const slot = sheet(page).getByRole('region', { name: purpose })
    await slot
      .locator('input[type=file]')
      .last()
      .setInputFiles({ name: `${purpose}.jpg`, mimeType: 'image/jpeg', buffer: house.photo })
    await slot.getByRole('button', { name: /^移除/ }).waitFor()
    await slot.getByText('正在上传').waitFor({ state: 'detached' })
  }
  await press(page, /完\s?工$/)
  await sheet(page).getByText('客户不在时请选').waitFor()
  await expectAccessible(page, { within: '[role=dialog]' })
  await sheet(page).getByText('键入姓名').click()
  await sheet(page).getByLabel('签名人姓名').fill('周丽华')
  await sheet(page).getByRole('combobox', { name: '身份' }).click()
  await page.getByTitle('业主').click()
  await press(page, /完\s?工$/)
  await said(page, '已完工，等首接人验收')
  const done = await house.order(order.id)
  expect(done.state).toBe('DONE')
  expect(done.files.map((file) => file.purpose).sort()).toEqual(['after', 'before'])
  expect(done.signatures).toMatchObject([{ about: 'done', signer: '周丽华', capacity: 'owner' }])
  await expectAccessible(page, { within: 'main' })
  expectNoConsoleErrors(page, { except: REFUSED })
  await closePage(page)
})

test('FD-715 nobody opens: the second time a card must be left, and the order waits for a new time', async () => {
  const order = await house.offer('门锁拧不动')
  for (const verb of ['accept', 'go-on-the-way']) await house.act(order, verb)
  const page = await opened('jishu', `orders/${order.id}`, { width: 390 })
  await page.getByRole('button', { name: '客户不在' }).click()
  await sheet(page).getByRole('switch').click()
  await press(page, /客户不在$/)
  await said(page, '等前台与客户重新约时间')
  expect((await house.order(order.id)).absentCount).toBe(1)
  await closePage(page)
})

test('OS-005 what is typed in a form outlives a reload of the phone', async () => {
  const order = await house.offer('插座没有电')
  for (const verb of ['accept', 'go-on-the-way', 'arrive']) await house.act(order, verb)
  const page = await opened('jishu', `orders/${order.id}`, { width: 390 })
  await page.getByRole('button', { name: '现场查看' }).click()
  await sheet(page).getByLabel('查看情况').fill('零线松动')
  await sheet(page)
    .getByRole('region', { name: '施工前' })
    .locator('input[type=file]')
    .last()
    .setInputFiles({ name: '现场.jpg', mimeType: 'image/jpeg', buffer: house.photo })
  await sheet(page).getByRole('button', { name: /^移除/ }).waitFor()
  await page.waitForTimeout(500)
  await page.reload()
  await expect.poll(() => sheet(page).getByLabel('查看情况').inputValue()).toBe('零线松动')
  await sheet(page).getByRole('button', { name: /^移除/ }).waitFor()
  await closePage(page)
})

test('OS-044 the pages of field work hold at 1024 px, dark, in zh', async () => {
  const order = await house.offer('对讲没有声音')
  for (const [username, path] of [
    ['gongcheng', 'orders'],
    ['gongcheng', 'orders?view=list'],
    ['gongcheng', `orders/${order.id}`],
    ['gongcheng', 'availability'],
    ['jishu', 'orders'],
    ['kefuzhuguan', 'orders?view=list&open=false'],
  ] as const)
    await expectHolds(web, username, path, { ...NARROW_DARK, lang: 'zh' })
}, 120_000)

test('OS-005 who may not answer for a line is told so', async () => {
  const page = await opened('jishu', 'orders')
  await page.goto(`${web.server.url}/e/CH/availability`)
  await said(page, '没有权限查看')
  await closePage(page)
})
