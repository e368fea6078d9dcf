import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { getComplaintCase } from '#contract/complaint-case.ts'
import { MatterAnswer } from '#contract/matters.ts'
import { expectAccessible } from '#test/browser/accessible.ts'
import { closePage } from '#test/browser/browser.ts'
import { openComplaintHouse } from '#test/browser/complaint-house.ts'
import { handsOf } from '#test/browser/desk-house.ts'
import { expectNoConsoleErrors } from '#test/browser/page-record.ts'
import { staffWeb } from '#test/browser/staff-web.ts'

const web = staffWeb()
const { opened } = web
let house: Awaited<ReturnType<typeof openComplaintHouse>>
let id: string

const soon = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
/** Two neighbours about one thing, treated by the steward; it waits for somebody else to check it. */
beforeAll(async () => {
  house = await openComplaintHouse(web)
  const steward = await handsOf((await web.browser.newContext()).request, web.server, 'guanjia')
  const registered = async (customerName: string, contactPhone: string): Promise<string> =>
    MatterAnswer.parse(
      await house.head.send('post', `${house.estate}/matters`, {
        contactType: 'complaint',
        channel: 'phone',
        customerSaid: '晚上回来没有车位',
        customerName,
        contactPhone,
        place: '地下车库',
        complaint: { feeling: '烦躁', wish: '多划一些车位' },
      }),
    ).matter.id
  const act = async (by: typeof house.head, of: string, verb: string, input: object = {}) => {
    const { version } = MatterAnswer.shape.matter.parse(await by.get(`${house.estate}/matters/${of}`))
    await by.send('post', `${house.estate}/complaints/${of}/${verb}`, { version, ...input })
  }
  id = await registered('周女士', '13900000001')
  await house.setting('complaint.hotPersons', 30)
  const other = await registered('钱先生', '13900000002')
  await act(house.head, other, 'merge', { intoId: id, reason: '同一处车库' })
  await act(house.head, id, 'add-voice', {
    callerName: '孙女士',
    contactPhone: '13900000003',
    channel: 'phone',
    said: '我也停不上',
  })
  const [lead, handler] = [house.staffId('kefuzhuguan'), house.staffId('guanjia')]
  await act(house.head, id, 'dispatch', { handlerId: handler, leadId: lead, promisedFeedbackAt: soon(1) })
  await act(steward, id, 'accept-case')
  await act(steward, id, 'reply', {
    found: '规划时车位配比偏低',
    measure: '协调周边道路夜间临停',
    responsibleId: handler,
    nextAt: soon(2),
    way: 'inPerson',
    measureDueAt: soon(20),
  })
  await act(steward, id, 'agree', { agreedBy: '周女士', way: 'inPerson', treatmentDueAt: soon(20) })
  await act(steward, id, 'finish-work', { result: '已协调三十个临停车位', evidence: '协议照片' })
}, 180_000)

const caseNow = async () =>
  getComplaintCase.response.parse(await house.head.get(`${house.estate}/complaints/${id}/case`))
/** A verb of the page's head: a button of its own, or in the menu behind them. */
const choose = async (page: Page, verb: string) => {
  await page.getByRole('button', { name: /更多$/ }).first().waitFor()
  const button = page.getByRole('button', { name: new RegExp(`${verb}$`) })
  if ((await button.count()) > 0) await button.first().click()
  else {
    await page.getByRole('button', { name: /更多$/ }).first().click()
    await page.getByRole('menuitem', { name: verb, exact: true }).click()
  }
  return page.getByRole('dialog')
}
const done = async (page: Page, verb: string) => {
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: verb, exact: true }).click()
  await form.waitFor({ state: 'detached' })
}

test('CP-118 CP-097 what is treated is checked by another, and each voice hears its answer before it is closed', async () => {
  const page = await opened('kefuzhuguan', `matters/${id}`)
  const check = await choose(page, '验证通过')
  await check.getByLabel('验证情况').fill('现场看过，协议已签')
  await done(page, '验证通过')
  await page.getByText('待回访').first().waitFor()

  const of = (name: string) => page.getByRole('listitem').filter({ hasText: name }).getByRole('button')
  const answer = page.getByRole('dialog')
  const said = answer.getByLabel('客户原话')
  await of('钱先生').click()
  await answer.getByText('钱先生').waitFor()
  await said.fill('有总比没有好')
  await page.waitForFunction(() => JSON.stringify(sessionStorage).includes('有总比没有好'))
  await answer.getByRole('button', { name: '取消' }).click()
  // what was typed for one is not put into the mouth of another
  await of('孙女士').click()
  await answer.getByText('孙女士').waitFor()
  expect(await said.inputValue()).toBe('')
  await answer.getByRole('radio', { name: '不满意' }).check()
  await said.fill('写错了人')
  await done(page, '答复并案客户')
  await page.getByText('不满意').first().waitFor()

  await of('钱先生').click()
  expect(await said.inputValue()).toBe('有总比没有好')
  await answer.getByRole('radio', { name: '一般' }).check()
  await expectAccessible(page, { within: '[role="dialog"]' })
  await done(page, '答复并案客户')
  await page.getByRole('heading', { name: /^投诉人/ }).waitFor()
  expect((await caseNow()).voices.map((v) => [v.own, v.answer])).toEqual([
    [true, null],
    [false, 'neutral'],
    [false, 'notSatisfied'],
  ])
  // what was written down wrongly is put right, or nobody could close it
  expect(await of('孙女士').textContent()).toMatch(/^更\s?正$/)
  await of('孙女士').click()
  expect(await answer.getByRole('radio', { name: '不满意' }).isChecked()).toBe(true)
  await answer.getByRole('radio', { name: '满意', exact: true }).check()
  await said.fill('满意')
  await done(page, '答复并案客户')
  await expect.poll(async () => (await caseNow()).voices.map((v) => v.answer)).toEqual([null, 'neutral', 'satisfied'])
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('FD-790 CP-150 what cannot be solved for now is graded with its plan, closed, told of, and filed when it is carried out', async () => {
  const page = await opened('kefuzhuguan', `matters/${id}`)
  const category = await choose(page, '按原因定类')
  await category.getByRole('combobox', { name: '类别' }).first().fill('C7.3')
  await page.keyboard.press('Enter')
  await category.getByLabel('原因（何处、何事、谁的责任）').fill('规划时车位配比偏低，现有车库无法增加')
  await category.getByRole('radio', { name: /^环/ }).check()
  await done(page, '按原因定类')

  const grade = await choose(page, '投诉定级')
  await grade.getByRole('radio', { name: /^待改进/ }).check()
  await grade.getByLabel('原因').fill('交付前的规划问题')
  await grade.getByRole('button', { name: '投诉定级' }).click()
  // refused beside the field; what was typed stays
  await expect.poll(() => grade.getByLabel('改进计划').getAttribute('aria-invalid')).toBe('true')
  expect(await grade.getByLabel('原因').inputValue()).toBe('交付前的规划问题')
  await grade.getByLabel('改进计划').fill('与商场谈夜间停车，下季度签约')
  await done(page, '投诉定级')
  await page.getByText('与商场谈夜间停车，下季度签约').first().waitFor()

  const called = await choose(page, '回访：满意')
  await called.getByRole('radio', { name: '一般' }).check()
  for (const field of ['对接待的意见', '对措施的意见', '对结果的意见']) await called.getByLabel(field).fill('可以')
  await called.getByRole('button', { name: '回访：满意', exact: true }).click()
  // two have spoken of it: how far it reached is said first, and what was typed waits
  await called.getByText('投诉不止一人或不止一次，请先说明影响程度。').waitFor()
  expect(await called.getByLabel('对结果的意见').inputValue()).toBe('可以')
  await called.getByRole('button', { name: '取消' }).click()
  const impact = await choose(page, '说明影响')
  await impact.getByLabel('影响程度').fill('晚归的住户都停不上车')
  await done(page, '说明影响')
  await choose(page, '回访：满意')
  await called.getByRole('radio', { name: '一般' }).check()
  for (const field of ['对接待的意见', '对措施的意见', '对结果的意见']) await called.getByLabel(field).fill('可以')
  await done(page, '回访：满意')
  await page.getByText('已关闭').first().waitFor()
  await page.getByText('告知改进进展').first().waitFor()
  // the file lacks what is not carried out yet
  await page.getByText('改进计划的落实').waitFor()

  const told = await choose(page, '告知改进进展')
  await told.getByRole('textbox').first().fill('已签约，下月起可停')
  await told.getByRole('radio', { name: '当面' }).check()
  await told.getByLabel('改进计划已落实，不再告知').check()
  await done(page, '告知改进进展')
  await page.getByText('改进计划的落实').waitFor({ state: 'detached' })
  expectNoConsoleErrors(page, { except: [/grade/, /call-back/] })
  await closePage(page)

  const verifier = await opened('heshi', `matters/${id}`)
  const count = await choose(verifier, '核实统计')
  await count.getByRole('radio', { name: '是', exact: true }).check()
  await done(verifier, '核实统计')
  // for good, so it is asked about once more
  await verifier.getByRole('button', { name: '归档' }).click()
  const question = verifier.getByRole('tooltip')
  await question.getByText('确定归档吗？之后不能再改，也不能重新打开。').waitFor()
  await expectAccessible(verifier, { within: 'main' })
  await question.getByRole('button', { name: '归档' }).click()
  await verifier.getByText(/^归入/).waitFor()
  expectNoConsoleErrors(verifier)
  await closePage(verifier)
  expect(await caseNow()).toMatchObject({ volume: 'ordinary', missing: [] })
})
