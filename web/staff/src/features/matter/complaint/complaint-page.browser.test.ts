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
type Made = { id: string; number: string; version: number }
let first: Made
let second: Made

beforeAll(async () => {
  house = await openComplaintHouse(web)
  const registered = async (customerName: string, contactPhone: string): Promise<Made> =>
    MatterAnswer.parse(
      await house.head.send('post', `${house.estate}/matters`, {
        contactType: 'complaint',
        channel: 'phone',
        customerSaid: '垃圾站三天没清，味道很大',
        customerName,
        contactPhone,
        place: '东区垃圾站',
        complaint: { feeling: '很生气', wish: '每天清运' },
      }),
    ).matter
  first = await registered('周女士', '13900000001')
  second = await registered('钱先生', '13900000002')
}, 180_000)

const caseOf = async ({ id }: Made) =>
  getComplaintCase.response.parse(await house.head.get(`${house.estate}/complaints/${id}/case`))
/** A verb from the menu of the page's head. */
const choose = async (page: Page, verb: string) => {
  await page.getByRole('button', { name: /更多$/ }).first().click()
  await page.getByRole('menuitem', { name: verb }).click()
  return page.getByRole('dialog')
}

test('CP-097 CP-123 from its own page a complaint goes into another, which then names both who spoke', async () => {
  const page = await opened('kefuzhuguan', `matters/${second.id}`)
  const form = await choose(page, '并入另一事项')
  await form.getByLabel('原因').fill('同一处垃圾站')
  await form.getByRole('combobox', { name: '并入哪个事项' }).fill(first.number)
  await page.getByTitle(new RegExp(first.number)).last().click()
  await form.getByRole('button', { name: '并入另一事项' }).click()
  await form.waitFor({ state: 'detached' })
  expectNoConsoleErrors(page)
  await closePage(page)
  const other = await opened('kefuzhuguan', `matters/${first.id}`)
  await other.getByRole('heading', { name: '投诉人 · 2 人，2 次' }).waitFor()
  await other.getByText('钱先生').first().waitFor()
  await other.getByRole('link', { name: second.number }).first().waitFor()
  await expectAccessible(other, { within: 'main' })
  await closePage(other)
  expect(await caseOf(first)).toMatchObject({ persons: 2, times: 2 })
})

test('CP-115 each point of a post is ticked on the page as it is answered', async () => {
  await house.setting('complaint.hotPersons', 30)
  const { version } = MatterAnswer.shape.matter.parse(await house.head.get(`${house.estate}/matters/${first.id}`))
  await house.head.send('post', `${house.estate}/complaints/${first.id}/describe-post`, {
    version,
    account: '东区业主',
    points: '垃圾没清\n清运时间没公示',
  })
  const page = await opened('kefuzhuguan', `matters/${first.id}`)
  await page.getByText('待答复').nth(1).waitFor()
  await page.getByRole('button', { name: '答复这一点' }).first().click()
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: '逐点答复' }).click()
  await expect.poll(() => form.getByLabel('答复内容').getAttribute('aria-invalid')).toBe('true')
  await form.getByLabel('答复内容').fill('今天上午已清运')
  await page.waitForFunction(() => JSON.stringify(sessionStorage).includes('今天上午已清运'))
  await form.getByRole('button', { name: '取消' }).click()
  // the words for one point are not those for another
  await page.getByRole('button', { name: '答复这一点' }).nth(1).click()
  expect(await form.getByLabel('答复内容').inputValue()).toBe('')
  await form.getByRole('button', { name: '取消' }).click()
  await page.getByRole('button', { name: '答复这一点' }).first().click()
  expect(await form.getByLabel('答复内容').inputValue()).toBe('今天上午已清运')
  await form.getByRole('button', { name: '逐点答复' }).click()
  await page.getByText('今天上午已清运').first().waitFor()
  await expect.poll(() => page.getByText('待答复', { exact: true }).count()).toBe(1)
  expectNoConsoleErrors(page)
  await closePage(page)
  expect((await caseOf(first)).points.map((p) => p.answer)).toEqual(['今天上午已清运', null])
})

test('CP-011 CP-013 the category is set by its cause on the page, and the card of causes says so', async () => {
  const page = await opened('kefuzhuguan', `matters/${first.id}`)
  const form = await choose(page, '按原因定类')
  await form.getByRole('combobox', { name: '类别' }).first().fill('C4.3')
  await page.keyboard.press('Enter')
  await form.getByLabel('原因（何处、何事、谁的责任）').fill('清运')
  await form.getByRole('button', { name: '按原因定类' }).click()
  // too short a cause is refused beside its field, and nothing is lost
  await expect.poll(() => form.getByLabel('原因（何处、何事、谁的责任）').getAttribute('aria-invalid')).toBe('true')
  await form.getByLabel('原因（何处、何事、谁的责任）').fill('东区清运车故障三天没有替换，外包单位没有报告')
  await form.getByRole('radio', { name: '人（员工）' }).check()
  await form.getByRole('combobox', { name: '具体因素' }).click()
  await page.keyboard.press('Enter')
  await expectAccessible(page, { within: '[role="dialog"]' })
  await form.getByRole('button', { name: '按原因定类' }).click()
  await form.waitFor({ state: 'detached' })
  await page.getByText('东区清运车故障三天没有替换，外包单位没有报告').first().waitFor()
  expectNoConsoleErrors(page)
  await closePage(page)
  expect(await caseOf(first)).toMatchObject({ categoryFinal: 'C4.3', factor: 'man' })
})

/** The answer is the next step, so it has a button of its own. */
const reply = async (page: Page) => {
  await page.getByRole('button', { name: '答复客户', exact: true }).first().click()
  return page.getByRole('dialog')
}
const POSTED = '您好，关于垃圾站：今天上午已经清运，以后每天两次，由东区保洁负责。'
const HOLDING = '您好，帖子已看到，我们正在核实，会尽快答复。'

test('CP-112 CP-113 what quality is asked about stands on the page with its state, and what it approved stands in the reply word for word', async () => {
  const made = await house.complaint({
    receivedAt: new Date(Date.now() - 3_600_000).toISOString(),
    title: '垃圾站的帖子',
    state: 'INVESTIGATING',
    channel: 'forum',
    handlerId: house.staffId('kefuzhuguan'),
    flags: ['online', 'wideImpact'],
  })
  const as = async (username: string) => handsOf((await web.browser.newContext()).request, web.server, username)
  const [lead, quality] = await Promise.all([as('kefuzhuguan'), as('pinzhi')])
  const act = async (by: typeof lead, verb: string, input: object = {}) => {
    const { version } = MatterAnswer.shape.matter.parse(await by.get(`${house.estate}/matters/${made.id}`))
    await by.send('post', `${house.estate}/complaints/${made.id}/${verb}`, { version, ...input })
  }
  await act(lead, 'describe-post', { account: '东区业主', points: '垃圾没清' })
  await act(lead, 'ask-review', { reply: POSTED, holdingReply: HOLDING })
  const page = await opened('kefuzhuguan', `matters/${made.id}`)
  const fact = (label: string) => page.locator('dl > div').filter({ has: page.getByText(label, { exact: true }) })
  await fact('拟发的答复').getByText(POSTED).waitFor()
  await fact('品质部审核').getByText('已送审，等答复').waitFor()
  await fact('过渡回复').getByText(HOLDING).waitFor()
  await fact('过渡回复').getByText('待同意').waitFor()
  // nothing is put into the reply before it is approved
  const form = await reply(page)
  expect(await form.getByLabel('给客户的话').inputValue()).toBe('')
  await form.getByRole('button', { name: '取消' }).click()

  await act(house.head, 'approve-holding')
  await act(quality, 'review', { verdict: 'approved' })
  await page.reload()
  await fact('品质部审核').getByText('同意').waitFor()
  await fact('过渡回复').getByText(HOLDING).waitFor()
  await fact('过渡回复').getByText('已同意').waitFor()
  await expectAccessible(page, { within: 'main' })
  await reply(page)
  expect(await form.getByLabel('给客户的话').inputValue()).toBe(POSTED)
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('CP-060 CP-062 the head sees that somebody proposed a demand as unreasonable, until it is confirmed', async () => {
  const made = await house.complaint({
    receivedAt: new Date(Date.now() - 3_600_000).toISOString(),
    title: '要求全年免费',
    state: 'INVESTIGATING',
    handlerId: house.staffId('kefuzhuguan'),
  })
  const lead = await handsOf((await web.browser.newContext()).request, web.server, 'kefuzhuguan')
  const { version } = MatterAnswer.shape.matter.parse(await lead.get(`${house.estate}/matters/${made.id}`))
  const page = await opened('zhuren', `matters/${made.id}`)
  const note = page.getByRole('note').filter({ hasText: /提出认定为不合理诉求/ })
  await page.getByText('要求全年免费').first().waitFor()
  expect(await note.count()).toBe(0)
  await lead.send('post', `${house.estate}/complaints/${made.id}/propose-unreasonable`, {
    version,
    facts: '要求全年免费',
    grounds: '合同无此约定',
    explained: '已解释',
  })
  await page.reload()
  await note.waitFor()
  const by = (await caseOf({ ...made, version })).unreasonableProposed?.by
  expect(by).toMatchObject({ id: house.staffId('kefuzhuguan') })
  await note.getByText(by?.name ?? '').waitFor()
  await expectAccessible(page, { within: 'main' })
  expectNoConsoleErrors(page)
  await closePage(page)
})
