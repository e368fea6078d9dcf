import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { MatterAnswer } from '#contract/matters.ts'
import { expectAccessible } from '#test/browser/accessible.ts'
import { closePage } from '#test/browser/browser.ts'
import { openComplaintHouse } from '#test/browser/complaint-house.ts'
import { expectNoConsoleErrors } from '#test/browser/page-record.ts'
import { staffWeb } from '#test/browser/staff-web.ts'

const web = staffWeb()
const { opened } = web
let house: Awaited<ReturnType<typeof openComplaintHouse>>
let received: { id: string; number: string }
let closed: { number: string }
let open: { number: string }
let merged: { number: string }
let enquiry: { number: string }

beforeAll(async () => {
  house = await openComplaintHouse(web)
  const now = new Date().toISOString()
  closed = await house.complaint({ receivedAt: now, open: false, title: '车库积水' })
  open = await house.complaint({ receivedAt: now, title: '车库灯不亮' })
  merged = await house.complaint({ receivedAt: now, open: false, state: 'MERGED', title: '车库灯坏' })
  enquiry = await house.complaint({ receivedAt: now, kind: 'info', contactType: 'enquiry', title: '车库月租' })
  received = MatterAnswer.parse(
    await house.head.send('post', `${house.estate}/matters`, {
      contactType: 'complaint',
      channel: 'phone',
      customerSaid: '车库又积水了',
      customerName: '周女士',
      contactPhone: '13900000001',
      place: '地下车库',
      complaint: { feeling: '烦躁', wish: '尽快排水' },
    }),
  ).matter
}, 180_000)

const act = async (verb: string, input: object) => {
  const { version } = MatterAnswer.shape.matter.parse(await house.head.get(`${house.estate}/matters/${received.id}`))
  await house.head.send('post', `${house.estate}/complaints/${received.id}/${verb}`, { version, ...input })
}
const menuOf = async (page: Page) => {
  await page.getByRole('button', { name: /更多$/ }).first().click()
  await page.getByRole('menuitem').first().waitFor()
}
const choose = async (page: Page, verb: string) => {
  await menuOf(page)
  await page.getByRole('menuitem', { name: verb, exact: true }).click()
  return page.getByRole('dialog')
}

test('CP-097 CP-125 a complaint is merged into another complaint, open or closed, never into itself or an enquiry', async () => {
  const page = await opened('kefuzhuguan', `matters/${received.id}`)
  const form = await choose(page, '并入另一事项')
  const into = form.getByRole('combobox', { name: '并入哪个事项' })
  await into.fill(closed.number)
  await page.getByTitle(new RegExp(closed.number)).last().waitFor()
  await into.fill('车库')
  await page.getByTitle(new RegExp(open.number)).last().waitFor()
  const numbers = await page.locator('.ant-select-item-option').allTextContents()
  expect(numbers.join('|')).toContain(closed.number)
  for (const other of [received.number, enquiry.number, merged.number]) expect(numbers.join('|')).not.toContain(other)
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('CP-022 what is refused says beside its field what is missing, not to look beside the field', async () => {
  const page = await opened('kefuzhuguan', `matters/${received.id}`)
  await page.getByRole('button', { name: /更多$/ }).first().waitFor()
  const forward = page.getByRole('button', { name: /转客服负责人$/ })
  if ((await forward.count()) > 0) await forward.first().click()
  else await choose(page, '转客服负责人')
  const form = page.getByRole('dialog')
  await form.getByRole('combobox', { name: '客服负责人' }).click()
  await page.locator('.ant-select-item-option').first().click()
  await form.getByRole('button', { name: '转客服负责人', exact: true }).click()
  await form.getByText('请填写', { exact: true }).waitFor()
  expect(await form.getByText('请按字段旁的提示改正').count()).toBe(0)
  await expectAccessible(page, { within: '[role="dialog"]' })
  await form.getByRole('button', { name: '取消' }).click()

  const transfer = await choose(page, '变更首接责任人')
  await transfer.getByRole('combobox', { name: '新的首接责任人' }).click()
  await page.locator('.ant-select-item-option').first().click()
  await transfer.getByRole('radio', { name: '离职' }).check()
  await transfer.getByRole('radio', { name: '否' }).check()
  await transfer.getByRole('button', { name: '变更首接责任人', exact: true }).click()
  await transfer.getByText('请先告知客户新的责任人').waitFor()
  expectNoConsoleErrors(page, { except: [/forward/, /transfer-owner/] })
  await closePage(page)
})

test('CP-021 CP-061 what would be refused anyway is not in the menu; news before the first reply name what to use', async () => {
  const handler = house.staffId('guanjia')
  const soon = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
  await act('dispatch', {
    handlerId: handler,
    leadId: house.staffId('kefuzhuguan'),
    promisedFeedbackAt: soon(1),
  })
  const page = await opened('kefuzhuguan', `matters/${received.id}`)
  const news = await choose(page, '告知进展')
  await news.getByRole('textbox').first().fill('正在核查')
  await news.getByRole('radio', { name: '电话' }).check()
  await news.getByRole('button', { name: '告知进展', exact: true }).click()
  await news.getByText('请用“答复客户”或“先行答复”').waitFor()
  await closePage(page)

  await act('name-accused', { accusedStaffId: handler, reason: '住户认出' })
  await act('accept-case', {})
  await act('reply', {
    found: '排水泵故障',
    measure: '今天更换',
    responsibleId: house.staffId('kefuzhuguan'),
    nextAt: soon(2),
    way: 'inPerson',
    measureDueAt: soon(20),
  })
  const head = await opened('zhuren', `matters/${received.id}`)
  await menuOf(head)
  const offered = (await head.getByRole('menuitem').allTextContents()).join('|')
  expect(offered).toContain('确认为不合理诉求')
  for (const never of ['记录被投诉员工', '解释完毕，结束']) expect(offered).not.toContain(never)
  expectNoConsoleErrors(head)
  await closePage(head)
})
