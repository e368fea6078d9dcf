import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { getComplaintCase } from '#contract/complaint-case.ts'
import { getMatter, MatterAnswer } from '#contract/matters.ts'
import { expectAccessible } from '#test/browser/accessible.ts'
import { closePage } from '#test/browser/browser.ts'
import { openComplaintHouse } from '#test/browser/complaint-house.ts'
import { phonePhoto } from '#test/browser/field-hand.ts'
import { expectNoConsoleErrors } from '#test/browser/page-record.ts'
import { staffWeb } from '#test/browser/staff-web.ts'

const web = staffWeb()
const { opened } = web
let house: Awaited<ReturnType<typeof openComplaintHouse>>
beforeAll(async () => {
  house = await openComplaintHouse(web)
  await house.head.send('post', `${house.estate}/watch-channels`, { name: '业主论坛' })
}, 180_000)

const registered = async (over: object = {}): Promise<string> =>
  MatterAnswer.parse(
    await house.head.send('post', `${house.estate}/matters`, {
      contactType: 'complaint',
      channel: 'phone',
      customerSaid: '路灯坏了一周没人修',
      customerName: '周女士',
      contactPhone: '13900000001',
      place: '东区小路',
      complaint: { feeling: '不满', wish: '尽快修好' },
      ...over,
    }),
  ).matter.id
/** A person of our staff takes it in hand. */
const accepted = async (over: object = {}): Promise<string> => {
  const id = await registered(over)
  await act(id, 'dispatch', {
    handlerId: house.staffId('zhuren'),
    leadId: house.staffId('kefuzhuguan'),
    ...('customerName' in over ? {} : { promisedFeedbackAt: new Date(Date.now() + 3_600_000).toISOString() }),
  })
  await act(id, 'accept-case')
  return id
}
const matterNow = async (id: string) => getMatter.response.parse(await house.head.get(`${house.estate}/matters/${id}`))
const caseNow = async (id: string) =>
  getComplaintCase.response.parse(await house.head.get(`${house.estate}/complaints/${id}/case`))
const act = async (id: string, verb: string, input: object = {}) =>
  house.head.send('post', `${house.estate}/complaints/${id}/${verb}`, {
    version: (await matterNow(id)).version,
    ...input,
  })

const choose = async (page: Page, verb: string): Promise<Locator> => {
  await page.getByRole('button', { name: /更多$/ }).first().waitFor()
  const button = page.getByRole('button', { name: new RegExp(`${verb}$`) })
  if ((await button.count()) > 0) await button.first().click()
  else {
    await page.getByRole('button', { name: /更多$/ }).first().click()
    await page.getByRole('menuitem', { name: verb, exact: true }).click()
  }
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: verb, exact: true }).waitFor()
  return form
}
const send = (form: Locator, verb: string) => form.getByRole('button', { name: verb, exact: true }).click()
const done = async (form: Locator, verb: string) => {
  await send(form, verb)
  await form.waitFor({ state: 'detached' })
}
const pick = async (form: Locator, name: string, typed: string) => {
  await form.getByRole('combobox', { name }).fill(typed)
  await form
    .page()
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
    .filter({ hasText: typed })
    .first()
    .click()
}
const typeTime = async (form: Locator, name: string, hours: number) => {
  const wall = new Date(Date.now() + hours * 3_600_000 + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
  await form.getByLabel(name).fill(wall)
  // the calendar takes it when the field is left; Enter would send the form
  await form.page().keyboard.press('Tab')
}

test('CP-020 a withdrawal is sent once it is ticked that nobody asked for it', async () => {
  const id = await accepted()
  const page = await opened('zhuren', `matters/${id}`)
  const form = await choose(page, '客户撤回')
  await form.getByLabel('客户的说法').fill('路灯已经亮了，不用再管')
  await send(form, '客户撤回')
  // refused beside the box; what was typed stays
  await form.getByText('须属实并勾选，才能提交').waitFor()
  expect(await form.getByLabel('客户的说法').inputValue()).toBe('路灯已经亮了，不用再管')
  await form.getByLabel('客户主动提出，无人劝说').check()
  await expectAccessible(page, { within: '[role="dialog"]' })
  await done(form, '客户撤回')
  expect((await matterNow(id)).state).toBe('VERIFYING')
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('CP-063 who left no way to be reached is answered on the board', async () => {
  const id = await accepted({ customerName: undefined, contactPhone: undefined, anonymous: true, contactable: false })
  const page = await opened('zhuren', `matters/${id}`)
  const form = await choose(page, '公告栏答复')
  await form.getByLabel('事关公共利益').check()
  await form.getByLabel('查明或正在做的').fill('线路受潮')
  await form.getByLabel('措施', { exact: true }).fill('本周更换线路')
  await pick(form, '责任人', '客服')
  await typeTime(form, '下次告知时间', 24)
  await form.getByLabel('张贴位置').fill('东区公告栏')
  await typeTime(form, '张贴时间', -1)
  await done(form, '公告栏答复')
  expect((await caseNow(id)).board).toMatchObject({ place: '东区公告栏' })
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('CP-021 T18 work is done with a photo as its evidence, which then lies with the complaint', async () => {
  const id = await accepted()
  await act(id, 'reply', {
    found: '线路受潮',
    measure: '更换线路',
    responsibleId: house.staffId('zhuren'),
    nextAt: new Date(Date.now() + 7_200_000).toISOString(),
    way: 'inPerson',
    measureDueAt: new Date(Date.now() + 72_000_000).toISOString(),
  })
  await act(id, 'agree', {
    agreedBy: '周女士',
    way: 'inPerson',
    treatmentDueAt: new Date(Date.now() + 72_000_000).toISOString(),
  })
  const page = await opened('zhuren', `matters/${id}`)
  const form = await choose(page, '处理完成')
  await form.getByLabel('处理结果').fill('线路已更换，路灯已亮')
  const buffer = await phonePhoto()
  await form.locator('input[type=file]').first().setInputFiles({ name: 'after.jpg', mimeType: 'image/jpeg', buffer })
  await form.getByText('after.jpg').first().waitFor()
  await form.getByText(/^正在上传/).waitFor({ state: 'detached' })
  await done(form, '处理完成')
  expect((await matterNow(id)).files.map((file) => file.name)).toEqual(['after.jpg'])
  await page.getByRole('img', { name: 'after.jpg' }).waitFor()
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('CP-124 the room of another voice is found by its number', async () => {
  const id = await registered()
  const page = await opened('zhuren', `matters/${id}`)
  const form = await choose(page, '又有人反映')
  await form.getByLabel('客户说的').fill('我家门口也黑')
  await pick(form, '房号', '1203')
  await pick(form, '渠道', '来电')
  await done(form, '又有人反映')
  expect((await caseNow(id)).voices.find((voice) => !voice.own)).toMatchObject({ said: '我家门口也黑' })
  expect((await caseNow(id)).voices.find((voice) => !voice.own)?.unit).toContain('1203')
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('CP-076 CP-115 a post is described with the channel by its name, and again without losing anything', async () => {
  const id = await registered({ channel: 'forum' })
  const page = await opened('zhuren', `matters/${id}`)
  const form = await choose(page, '登记网帖')
  await form.getByRole('combobox', { name: '监看渠道' }).click()
  await page.getByTitle('业主论坛').last().click()
  await form.getByLabel('网络账号').fill('东区老李')
  await send(form, '登记网帖')
  await expect.poll(() => form.getByLabel('帖中各点（每行一点）').getAttribute('aria-invalid')).toBe('true')
  await form.getByLabel('帖中各点（每行一点）').fill('路灯不亮')
  await done(form, '登记网帖')
  expect((await caseNow(id)).post).toMatchObject({ watch: '业主论坛', account: '东区老李' })

  await page.getByText('东区老李').first().waitFor()
  const again = await choose(page, '登记网帖')
  expect(await again.getByLabel('网络账号').inputValue()).toBe('东区老李')
  await again.getByTitle('业主论坛').first().waitFor()
  await again.getByLabel('链接').fill('https://bbs.example.com/t/9')
  await done(again, '登记网帖')
  expect(await caseNow(id)).toMatchObject({
    post: { watch: '业主论坛', account: '东区老李', url: 'https://bbs.example.com/t/9' },
    points: [{ text: '路灯不亮' }],
  })
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('CP-013 CP-133 the cause is named with the parts of its factor and its touchpoint, and a second look begins with it', async () => {
  const id = await registered()
  const page = await opened('zhuren', `matters/${id}`)
  const form = await choose(page, '按原因定类')
  await form.getByRole('combobox', { name: '类别' }).first().fill('C4.2')
  await page.keyboard.press('Enter')
  await form.getByLabel('原因（何处、何事、谁的责任）').fill('巡查员一周没有走东区小路')
  expect(await form.getByRole('combobox', { name: '具体因素' }).count()).toBe(0)
  await form.getByRole('radio', { name: /^机/ }).check()
  await form.getByRole('combobox', { name: '具体因素' }).click()
  const offered = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
  expect(await offered.allTextContents()).toEqual(['外观完好', '质量可靠', '功能适用'])
  await offered.getByText('质量可靠').click()
  // another factor has other parts: what was chosen is chosen no longer
  await form.getByRole('radio', { name: /^人/ }).check()
  await form.getByRole('combobox', { name: '具体因素' }).click()
  await expect.poll(() => offered.allTextContents()).toEqual(['态度', '按规定作业', '技能'])
  await offered.getByText('按规定作业').click()
  await form.getByLabel('明显失职').click()
  await pick(form, '触点', '苑落内')
  await expectAccessible(page, { within: '[role="dialog"]' })
  await done(form, '按原因定类')
  const found = { factor: 'man', factorSub: 'compliance', obviousNeglect: true, touchpoint: 'T09' }
  expect(await caseNow(id)).toMatchObject(found)
  // now that it speaks of a touchpoint, what is wrong there can be recorded
  await page.getByRole('button', { name: '登记检查发现' }).waitFor()

  const again = await choose(page, '按原因定类')
  expect(await again.getByLabel('原因（何处、何事、谁的责任）').inputValue()).toBe('巡查员一周没有走东区小路')
  await again.getByLabel('原因（何处、何事、谁的责任）').fill('巡查员一周没有走东区小路，灯坏未报')
  await done(again, '按原因定类')
  expect(await caseNow(id)).toMatchObject({ ...found, cause: '巡查员一周没有走东区小路，灯坏未报' })
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('OS-014 whether the customer was told the new name is asked, not taken for granted', async () => {
  const id = await registered()
  const page = await opened('kefuzhuguan', `matters/${id}`)
  const form = await choose(page, '变更首接责任人')
  const told = form.getByRole('radio', { name: '是', exact: true })
  expect([await told.isChecked(), await form.getByRole('radio', { name: '否', exact: true }).isChecked()]).toEqual([
    false,
    false,
  ])
  await send(form, '变更首接责任人')
  await form.getByText('请选择').first().waitFor()
  await told.check()
  expect(await told.isChecked()).toBe(true)
  await closePage(page)
})
