import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { expectAccessible } from '#test/browser/accessible.ts'
import { closePage } from '#test/browser/browser.ts'
import { openComplaintHouse } from '#test/browser/complaint-house.ts'
import { handsOf } from '#test/browser/desk-house.ts'
import { type FieldHouse, openFieldHouse } from '#test/browser/field-house.ts'
import { handAt } from '#test/browser/hand.ts'
import { expectNoConsoleErrors } from '#test/browser/page-record.ts'
import { expectHolds, NARROW_DARK, staffWeb } from '#test/browser/staff-web.ts'

const web = staffWeb()
let house: FieldHouse
let complaints: Awaited<ReturnType<typeof openComplaintHouse>>

beforeAll(async () => {
  house = await openFieldHouse(web.browser, web.server)
  complaints = await openComplaintHouse(web)
}, 180_000)

const { opened } = web
/** At an hour when nobody may be called, tests say why they call all the same. */
const excuse = async (page: Page) => {
  await page
    .getByText(/^现在(可以打|不宜打|不能打)$/)
    .last()
    .waitFor()
  const blocked = page.getByRole('group', { name: /此时不能拨打/ })
  if ((await blocked.count()) === 0) return
  await blocked.getByText('客户要求此时打').click()
  await blocked.getByLabel('写明情况').fill('客户约了这个时间')
  await page.locator('main h1').click()
}

test('OS-017 a content customer is two presses: the answer is written and the matter closed', async () => {
  await house.callbackDue('厨房水龙头滴水')
  const page = await opened('qiantai', 'callbacks')
  await excuse(page)
  await expectAccessible(page, { within: 'main' })
  const hand = handAt(page)
  await hand.press('1')
  await hand.words('师傅很细心')
  await hand.press('Enter')
  await page.getByText('客户满意，已关闭').waitFor()
  expect(hand.effort()).toMatchObject({ presses: 2, clicks: 0 })
  expect(await house.titled('厨房水龙头滴水')).toMatchObject({ state: 'CLOSED', satisfaction: 'satisfied' })
  await page.getByText('没有待回访的客户').waitFor()
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('OS-018 who is not content says what is missing before it can be saved; the matter goes back to the work', async () => {
  await house.callbackDue('空调不制冷')
  const page = await opened('qiantai', 'callbacks')
  await excuse(page)
  await page.keyboard.press('3')
  await page.keyboard.press('Enter')
  await page.getByText('请写明客户哪里不满意').waitFor()
  await page.keyboard.type('还是吹热风')
  await page.getByText('已告知客户可以投诉').click()
  await expectAccessible(page, { within: 'main' })
  await page.getByRole('button', { name: /^保\s?存/ }).click()
  await page.getByText('没有待回访的客户').waitFor()
  const matter = await house.titled('空调不制冷')
  expect(matter).toMatchObject({ state: 'ORGANISED', satisfaction: 'notSatisfied' })
  expect(matter.flags).toContain('complaintOffered')
  await closePage(page)
})

test('KN-205 the whole number is shown only on asking, and a try in vain keeps the customer in the list', async () => {
  await house.callbackDue('门锁难开')
  const page = await opened('qiantai', 'callbacks', { width: 390 })
  await page.getByRole('button', { name: /门锁难开/ }).click()
  await excuse(page)
  await page.getByRole('button', { name: /查看号码/ }).click()
  expect(await page.getByRole('link', { name: '13900001111' }).getAttribute('href')).toBe('tel:13900001111')
  await page.getByRole('button', { name: /没人接/ }).click()
  await page.getByRole('button', { name: /^保\s?存/ }).click()
  await page.getByText(/试过 1 次/).waitFor()
  await expectAccessible(page, { within: 'main' })
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('CP-066 who wants no callbacks stands in red before anybody dials, and nothing can be dialled', async () => {
  await house.callbackDue('水表异响')
  const { id } = await house.titled('水表异响')
  const owner = await handsOf((await web.browser.newContext()).request, web.server, 'qiantai')
  const { version } = await house.titled('水表异响')
  await owner.send('post', `${house.estate}/matters/${id}/callback-attempts`, {
    version,
    outcome: 'refused',
    how: 'inPerson',
  })
  const page = await opened('qiantai', `callbacks?id=${id}`)
  await page.getByRole('alert').getByText('客户不愿接受回访，请不要拨打').waitFor()
  expect(await page.getByRole('button', { name: /查看号码/ }).count()).toBe(0)
  expect(await page.getByRole('button', { name: /^满\s?意/ }).count()).toBe(0)
  await page.getByRole('button', { name: '免回访' }).waitFor()
  await expectAccessible(page, { within: 'main' })
  await closePage(page)
})

/** A complaint whose work is done and checked, with a cause found: somebody is to call. */
const complaintDue = (title: string, more: { flags?: 'noCallbackWish'[] } = {}) =>
  complaints.callbackDue({
    receivedAt: new Date(Date.now() - 86_400_000).toISOString(),
    title,
    category: 'C1.1',
    contactPhone: '13900001111',
    ...more,
  })

test('CP-118 a complaint is called about with three questions, none of which stays unasked, and the answers are kept', async () => {
  const { id, number } = await complaintDue('电梯停了三天没人管')
  const page = await opened('zhuren', `callbacks?id=${id}`)
  await page.getByRole('article', { name: number }).waitFor()
  await excuse(page)
  await page.keyboard.press('1')
  const asked = [
    ['对接待的意见', '接待的人很耐心'],
    ['对措施的意见', '换了钢丝绳，放心'],
    ['对结果的意见', '不再停了'],
  ] as const
  for (const [question] of asked) await page.getByLabel(question).waitFor()
  await page.keyboard.press('Enter')
  for (const [question] of asked)
    await expect.poll(() => page.getByLabel(question).getAttribute('aria-invalid')).toBe('true')
  await expectAccessible(page, { within: 'main' })
  expect(await complaints.head.get(`${complaints.estate}/matters/${id}`)).toMatchObject({ state: 'CALLBACK_DUE' })
  for (const [question, answer] of asked) await page.getByLabel(question).fill(answer)
  await page.keyboard.press('Enter')
  await page.getByText(`${number}：满意，已记录`).waitFor()
  expect(await complaints.head.get(`${complaints.estate}/matters/${id}`)).toMatchObject({
    state: 'CLOSED',
    satisfaction: 'satisfied',
  })
  const kept = JSON.stringify(await complaints.head.get(`${complaints.estate}/matters/${id}/timeline`))
  for (const [, answer] of asked) expect(kept).toContain(answer)
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('CP-118 KN-205 what was typed of a callback waits while another row is looked at, also what is thought of the parts', async () => {
  const { id, number } = await complaintDue('门禁坏了没人修')
  const other = await complaintDue('草坪没有浇水')
  const page = await opened('zhuren', `callbacks?id=${id}`)
  await excuse(page)
  await page.keyboard.press('2')
  await page.getByLabel(/^客户原话/).fill('基本可以')
  await page.getByLabel('对接待的意见').fill('说得清楚')
  await page.getByLabel('对结果的意见').fill('还要看看')
  await page.getByRole('button', { name: /草坪没有浇水/ }).click()
  await page.getByRole('article', { name: other.number }).waitFor()
  await page.keyboard.press('2')
  expect(await page.getByLabel('对接待的意见').inputValue()).toBe('')
  await page.getByRole('button', { name: /门禁坏了没人修/ }).click()
  await page.getByRole('article', { name: number }).waitFor()
  await page.keyboard.press('2')
  expect(await page.getByLabel('对接待的意见').inputValue()).toBe('说得清楚')
  expect(await page.getByLabel('对措施的意见').inputValue()).toBe('')
  expect(await page.getByLabel('对结果的意见').inputValue()).toBe('还要看看')
  expect(await page.getByLabel(/^客户原话/).inputValue()).toBe('基本可以')
  await closePage(page)
})

test('CP-066 who complained and wants no callback stands in red before anybody dials, also for the head', async () => {
  const { id } = await complaintDue('楼上装修太吵', { flags: ['noCallbackWish'] })
  const page = await opened('zhuren', `callbacks?id=${id}`)
  const wish = page.getByRole('alert').filter({ hasText: '客户不愿接受回访，请不要拨打' })
  await wish.waitFor()
  const [red = 0, green = 0, blue = 0] = await wish.evaluate(
    (element) => getComputedStyle(element).color.match(/\d+/g)?.map(Number) ?? [],
  )
  expect(red).toBeGreaterThan(2 * Math.max(green, blue))
  expect(await page.getByRole('button', { name: /查看号码/ }).count()).toBe(0)
  expect(await page.getByRole('button', { name: /^满\s?意/ }).count()).toBe(0)
  await page.getByRole('button', { name: '免回访' }).waitFor()
  await expectAccessible(page, { within: 'main' })
  await closePage(page)
})

test('CP-118 the desk sees a complaint among the callbacks, and that the call is not theirs: no number, no answer', async () => {
  const { id, number } = await complaintDue('楼道堆物没人清')
  const page = await opened('qiantai', `callbacks?id=${id}`)
  await page.getByRole('article', { name: number }).getByText('投诉由客服负责人或品质部回访').waitFor()
  expect(await page.getByRole('button', { name: /查看号码/ }).count()).toBe(0)
  expect(await page.getByRole('group', { name: /此时不能拨打/ }).count()).toBe(0)
  expect(await page.getByRole('button', { name: /^满\s?意/ }).count()).toBe(0)
  await expectAccessible(page, { within: 'main' })
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('OS-017 the callbacks hold at 1024 px, dark, in en', () =>
  expectHolds(web, 'qiantai', 'callbacks', { ...NARROW_DARK, lang: 'en' }))
