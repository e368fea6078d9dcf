import { Temporal } from 'temporal-polyfill'
import { beforeAll, expect, test } from 'vitest'
import { MatterAnswer } from '#contract/matters.ts'
import { expectAccessible } from '#test/browser/accessible.ts'
import { closePage } from '#test/browser/browser.ts'
import { openComplaintHouse } from '#test/browser/complaint-house.ts'
import { expectNoConsoleErrors } from '#test/browser/page-record.ts'
import { expectHolds, NARROW_DARK, staffWeb } from '#test/browser/staff-web.ts'

const web = staffWeb()
const { opened } = web
const today = Temporal.Now.zonedDateTimeISO('Asia/Shanghai').toPlainDate()
const monthsAgo = (months: number) => today.toPlainYearMonth().subtract({ months })
const inMonth = (months: number) => `${monthsAgo(months).toPlainDate({ day: 10 })}T02:00:00.000Z`
const LAST = monthsAgo(1).toString()
const BEFORE = monthsAgo(2).toString()
let lift: { number: string }
let noise: { number: string }
let old: { number: string }

beforeAll(async () => {
  const house = await openComplaintHouse(web)
  await house.since(`${monthsAgo(3).toPlainDate({ day: 1 })}T00:00:00.000Z`)
  lift = await house.complaint({ receivedAt: inMonth(1), title: '电梯停运', category: 'C2.7', open: false })
  noise = await house.complaint({ receivedAt: inMonth(1), title: '楼上吵', category: 'C6.2', open: false })
  const said = { contactType: 'complaint', channel: 'phone', customerSaid: '物业费算错', place: '前台' }
  const complaint = { feeling: '着急', wish: '退还多收的' }
  old = MatterAnswer.parse(await house.head.send('post', `${house.estate}/matters`, { ...said, complaint })).matter
}, 180_000)

test('CP-137 CP-138 what gives somebody away is shown beside its field, and what was typed outlives a reload', async () => {
  const page = await opened('kefuzhuguan', 'complaint-publications')
  await page.getByRole('button', { name: LAST, exact: true }).click()
  const what = page.getByLabel(`${lift.number} 的事项`)
  await what.fill('')
  await page.getByRole('button', { name: '保存草稿' }).click()
  // refused beside the field, and nothing else is lost
  await expect.poll(() => what.getAttribute('aria-invalid')).toBe('true')
  await expect.poll(() => what.evaluate((field) => field === document.activeElement)).toBe(true)
  await what.fill('3 栋电梯停运，周女士来电 13900001111')
  await page.getByText('有改动还没保存').waitFor()
  await page.waitForTimeout(500)
  await page.reload()
  await expect.poll(() => what.inputValue()).toContain('周女士')
  // of a dispute between residents the type alone
  expect(await page.getByLabel(`${noise.number} 的事项`).isEditable()).toBe(false)
  await page.getByRole('button', { name: '保存草稿' }).click()
  await page.getByText(/有个人信息，删去后才能审批.*姓名：周女士.*电话：13900001111/).waitFor()
  expect(await what.getAttribute('aria-invalid')).toBe('true')
  await expectAccessible(page)
  await what.fill('3 栋电梯停运')
  await page.getByText(/有个人信息/).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '保存草稿' }).click()
  await page.getByText('草稿已保存').first().waitFor()
  await page.getByText('有改动还没保存').waitFor({ state: 'detached' })
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('CP-137 the writer adds what was not proposed, a second person approves, and the posting is recorded', async () => {
  const page = await opened('kefuzhuguan', `complaint-publications?month=${LAST}`)
  await page.getByRole('combobox', { name: /添加其他投诉/ }).fill(old.number)
  await page.getByRole('option', { name: new RegExp(old.number) }).waitFor({ state: 'attached' })
  await page.keyboard.press('Enter')
  await page.getByLabel(`${old.number} 的事项`).fill('物业费多收一个月')
  await page.getByLabel(`${old.number} 的处理情况`).fill('已退还')
  await page.getByLabel(`公布这一条：${noise.number}`).uncheck()
  await page.getByRole('button', { name: '保存草稿' }).click()
  await page.getByText('有改动还没保存').waitFor({ state: 'detached' })
  expect(await page.getByRole('button', { name: '审批' }).count()).toBe(0)
  await closePage(page)

  const head = await opened('zhuren', `complaint-publications?month=${LAST}`)
  await head.getByRole('button', { name: '审批' }).click()
  await head.getByRole('tooltip').getByText('同意公布这 2 条？').waitFor()
  await head.getByRole('tooltip').getByRole('button', { name: '审批' }).click()
  await head.getByText('已审批', { exact: true }).waitFor()
  await expectAccessible(head)
  const href = await head.getByRole('link', { name: '打印张贴稿' }).getAttribute('href')
  expect((await head.context().request.get(web.server.url + href)).headers()['content-type']).toBe('application/pdf')
  await head.getByRole('button', { name: '记录公布' }).click()
  const form = head.getByRole('dialog')
  await form.getByLabel('其他方式').check()
  await form.getByRole('button', { name: '记录公布' }).click()
  await expect.poll(() => form.getByLabel('写明在哪里').getAttribute('aria-invalid')).toBe('true')
  await form.getByLabel('写明在哪里').fill('电梯厅屏幕')
  await form.getByRole('button', { name: '记录公布' }).click()
  await head.getByText(/王建国 · 公告栏 · 电梯厅屏幕/).waitFor()
  // what hangs there is not changed any more
  await head.getByText('已记录公布').first().waitFor()
  expect(await head.getByLabel(`${lift.number} 的事项`).count()).toBe(0)
  expect(await head.getByRole('button', { name: '修改' }).count()).toBe(0)
  expectNoConsoleErrors(head)
  await closePage(head)
})

test('CP-137 a month with nothing of common interest is recorded as such', async () => {
  const page = await opened('zhuren', `complaint-publications?month=${BEFORE}`)
  await page.getByText('这个月没有可公布的投诉').waitFor()
  await page.getByRole('button', { name: '本月无需公布' }).click()
  await page.getByRole('tooltip').getByRole('button', { name: '本月无需公布' }).click()
  await page.getByRole('heading', { level: 1 }).getByText('本月无').waitFor()
  await page.getByRole('button', { name: '所有月份' }).click()
  await page
    .getByRole('row', { name: new RegExp(BEFORE) })
    .getByText('本月无')
    .waitFor()
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('CP-137 the publications hold on a phone and at 1024 px, dark, in en', async () => {
  for (const month of [LAST, BEFORE, monthsAgo(0).toString()]) {
    await expectHolds(web, 'zhuren', `complaint-publications?month=${month}`, { ...NARROW_DARK, lang: 'en' })
    await expectHolds(web, 'zhuren', `complaint-publications?month=${month}`, { width: 390, lang: 'en' })
  }
})
