import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { closePage, newPage, type PageOptions } from '../browser/browser.ts'
import { type DeskHouse, openDeskHouse } from '../browser/desk-house.ts'
import { expectNoConsoleErrors } from '../browser/page-record.ts'
import { screenshot } from '../browser/screenshot.ts'
import { staffWeb } from '../browser/staff-web.ts'

const web = staffWeb()
let house: DeskHouse
let photo: Buffer
const opened: Page[] = []

beforeAll(async () => {
  house = await openDeskHouse(web.browser, web.server)
  photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#7fa0a8' } })
    .jpeg()
    .toBuffer()
}, 180_000)

const SAID = '厨房水管漏水，水流到楼下邻居家'
const MISSING = '接口处还在渗水'
const PATIENT = { timeout: 20_000 }

const personAt = async (username: string, path: string, options: PageOptions = {}): Promise<Page> => {
  const page = await newPage(web.browser, options)
  opened.push(page)
  await web.server.signIn(page, username)
  await page.goto(`${web.server.url}/e/CH/${path}`)
  return page
}
const dialog = (page: Page) => page.getByRole('dialog')
/** The button of the dialogue; while it waits its name begins with the word of its icon. */
const send = async (page: Page, name: RegExp) => {
  await dialog(page).getByRole('button', { name }).last().click()
  await dialog(page).waitFor({ state: 'detached', ...PATIENT })
}

const clerkTakesTheCall = async (desk: Page): Promise<string> => {
  await desk.getByLabel('客户说的').waitFor()
  await desk.getByText('实时', { exact: true }).first().waitFor()
  await house.ring(house.phone)
  const ringing = desk.getByRole('region', { name: '来电' })
  await ringing.getByText(house.room).first().waitFor(PATIENT)
  await ringing.getByRole('button', { name: /接听/ }).first().click()
  await desk.getByText('本次客户').waitFor(PATIENT)
  // The page puts the cursor there once the card stands.
  await expect.poll(() => desk.evaluate(() => document.activeElement?.tagName), PATIENT).toBe('TEXTAREA')
  await desk.getByLabel('客户说的').fill(SAID)
  await desk.getByRole('button', { name: '采用' }).click(PATIENT)
  await desk.getByRole('button', { name: /^登记报修/ }).click(PATIENT)
  const told = await desk
    .locator('main')
    .getByText(/已登记 \d\d-\d+$/)
    .textContent(PATIENT)
  await desk.getByRole('button', { name: '询问能否派人' }).click()
  await desk.getByText('待业务线答复').first().waitFor(PATIENT)
  await house.hangUp()
  return told?.replace(/^\D*/, '') ?? ''
}

const leadSendsTheTechnician = async (lead: Page) => {
  await lead.getByRole('heading', { name: '派工答复' }).waitFor(PATIENT)
  await lead.getByText(SAID).first().waitFor(PATIENT)
  const tomorrow = new Date(Date.now() + 32 * 3_600_000).toISOString().slice(0, 10)
  await lead.getByLabel('上门日期').fill(tomorrow)
  await lead.getByRole('region', { name: '刘伟' }).getByRole('button').first().click()
  await lead.getByRole('button', { name: /答复.可派人/ }).click()
  await lead.getByText('没有待答复的询问').waitFor(PATIENT)
}

const clerkTellsTheTime = async (matter: Page) => {
  await matter.getByRole('button', { name: '与客户约定时间' }).click(PATIENT)
  await send(matter, /与客户约定时间/)
}

const technicianRepairs = async (phone: Page, order: string) => {
  const card = phone.getByRole('article', { name: order })
  await card.getByRole('button', { name: /接\s?单$/ }).click(PATIENT)
  await card.getByText(house.room).first().waitFor(PATIENT)
  await card.getByRole('button', { name: /出\s?发$/ }).click(PATIENT)
  await card.getByRole('button', { name: '已到场' }).click(PATIENT)
  await card.getByRole('button', { name: '开始施工' }).click(PATIENT)
  await dialog(phone).getByText('成年住户在场同意').click(PATIENT)
  await dialog(phone).getByLabel('同意人(成年住户或授权人)').fill('住户本人')
  await dialog(phone).getByText('已出示工牌').click()
  await dialog(phone).getByText('已穿鞋套').click()
  await send(phone, /开始施工$/)
  await phone.getByRole('button', { name: /完\s?工$/ }).click(PATIENT)
  await dialog(phone).getByLabel('处理结果').fill('更换软管，试水不漏')
  for (const purpose of ['施工前', '施工后']) {
    const slot = dialog(phone).getByRole('region', { name: purpose })
    await slot
      .locator('input[type=file]')
      .last()
      .setInputFiles({ name: `${purpose}.jpg`, mimeType: 'image/jpeg', buffer: photo })
    await slot.getByRole('button', { name: /^移除/ }).waitFor(PATIENT)
  }
  await dialog(phone).getByText('键入姓名').click()
  await dialog(phone).getByLabel('签名人姓名').fill('住户本人')
  await dialog(phone).getByRole('combobox', { name: '身份' }).click()
  await phone.getByTitle('业主').click()
  await send(phone, /完\s?工$/)
}

const firstReceiverAccepts = async (matter: Page) => {
  await matter.getByRole('button', { name: '验收通过' }).click(PATIENT)
  await dialog(matter).getByLabel('督办情况').fill('打电话问过住户，厨房已干')
  await send(matter, /验收通过/)
  await matter.getByText('待回访').first().waitFor(PATIENT)
}

/** At an hour when nobody may be called, the clerk says why she calls all the same. */
const clerkCalls = async (callbacks: Page) => {
  await callbacks.getByRole('heading', { name: SAID }).waitFor(PATIENT)
  await callbacks
    .getByText(/^现在(可以打|不宜打|不能打)$/)
    .last()
    .waitFor(PATIENT)
  const blocked = callbacks.getByRole('group', { name: /此时不能拨打/ })
  if ((await blocked.count()) === 0) return
  await blocked.getByText('客户要求此时打').click()
  await blocked.getByLabel('写明情况').fill('客户约了这个时间')
  await callbacks.locator('main h1').click()
}

const VISIT = [
  '询问能否派人 待业务线答复',
  '答复：可派人 已安排',
  '与客户约定时间 已约时间',
  '派出工单 待接单',
  '接单 已接单',
  '出发 在途',
  '已到场 已到场',
  '开始处理 服务中',
  '开始施工 施工中',
  '完工 完工待验收',
  '完工 待验收',
  '验收通过 待回访',
  '工单结清 验收通过',
]

/** What the page tells, oldest first: the words of each entry with the state it led to. */
const storyOf = async (matter: Page): Promise<string[]> => {
  const list = matter.locator('section', { has: matter.getByRole('heading', { name: '经过' }) }).locator('ol > li')
  await list.first().waitFor(PATIENT)
  const told = await list.evaluateAll((entries) =>
    entries.map((entry) =>
      [...(entry.querySelector('[class*=title]')?.childNodes ?? [])].map((node) => node.textContent?.trim()).join(' '),
    ),
  )
  return told.reverse()
}

test('OS-018 a call runs through the pages: asked, visited, refused at the callback, done again, and closed content', async () => {
  const desk = await personAt('qiantai', 'desk')
  const lead = await personAt('gongcheng', 'availability')
  const phone = await personAt('jishu', 'orders', { width: 390 })
  const number = await clerkTakesTheCall(desk)
  await leadSendsTheTechnician(lead)

  await desk.getByRole('link', { name: number }).first().click()
  const matter = desk
  await clerkTellsTheTime(matter)
  await technicianRepairs(phone, `${number}-1`)
  await firstReceiverAccepts(matter)

  const callbacks = await personAt('qiantai', 'callbacks')
  await clerkCalls(callbacks)
  await callbacks.keyboard.press('3')
  await callbacks.keyboard.type(MISSING)
  await callbacks.getByText('已告知客户可以投诉').click()
  await callbacks.getByRole('button', { name: /^保\s?存/ }).click()
  await callbacks.getByText('没有待回访的客户').waitFor(PATIENT)

  // Once more, from the line's answer on.
  await matter.getByRole('button', { name: '询问能否派人' }).click(PATIENT)
  await send(matter, /询问能否派人/)
  await leadSendsTheTechnician(lead)
  await clerkTellsTheTime(matter)
  await phone.goto(`${web.server.url}/e/CH/orders`)
  await technicianRepairs(phone, `${number}-2`)
  await firstReceiverAccepts(matter)
  await clerkCalls(callbacks)
  await callbacks.keyboard.press('1')
  await callbacks.keyboard.type('这次修好了')
  await callbacks.keyboard.press('Enter')
  await callbacks.getByText('客户满意，已关闭').waitFor(PATIENT)

  await matter.getByText('已关闭').first().waitFor(PATIENT)
  expect(await storyOf(matter)).toEqual([
    '登记了这件事',
    '客户来电',
    ...VISIT,
    '回访：联系上了',
    '客户不满意 已安排',
    ...VISIT,
    '回访：联系上了',
    '回访：满意 已回访',
    '关闭 已关闭',
  ])
  const clocks = matter.locator('section', { has: matter.getByRole('heading', { name: '时限' }) }).getByRole('listitem')
  const kept = await clocks.allInnerTexts()
  expect(kept.length).toBeGreaterThanOrEqual(12)
  expect(kept.filter((clock) => !clock.includes('按时完成'))).toEqual([])
  for (const word of [SAID, MISSING, '这次修好了', '林晓雨 · 前台客服', '刘伟 · 技术员', '赵志刚 · 维修负责人'])
    await matter.getByText(word).first().waitFor(PATIENT)
  expect(await house.matter(number)).toMatchObject({ state: 'CLOSED', satisfaction: 'satisfied' })
  await screenshot(matter, 'scenario-matter')
  for (const page of opened) {
    expectNoConsoleErrors(page)
    await closePage(page)
  }
}, 240_000)
