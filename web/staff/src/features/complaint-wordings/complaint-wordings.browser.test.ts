import { beforeAll, expect, test } from 'vitest'
import { expectAccessible } from '#test/browser/accessible.ts'
import { closePage } from '#test/browser/browser.ts'
import { openComplaintHouse } from '#test/browser/complaint-house.ts'
import { expectNoConsoleErrors } from '#test/browser/page-record.ts'
import { expectHolds, NARROW_DARK, staffWeb } from '#test/browser/staff-web.ts'

const web = staffWeb()
const { opened } = web
const ANSWER = '五栋楼道每天上午、下午各打扫一次。'
let complaint: { id: string }
let due: { number: string }

beforeAll(async () => {
  const house = await openComplaintHouse(web)
  complaint = await house.complaint({ receivedAt: new Date().toISOString(), title: '楼道没扫', category: 'C4.2' })
  due = await house.callbackDue({ receivedAt: new Date().toISOString(), title: '楼道还没扫', category: 'C4.2' })
}, 180_000)

test('CP-028 the head approves an answer for a topic, in a form that asks what it is about and keeps what was typed', async () => {
  const page = await opened('zhuren', 'complaint-wordings')
  await page.getByRole('button', { name: '新增口径' }).first().click()
  const form = page.getByRole('dialog', { name: '新增统一口径' })
  await form.getByRole('textbox', { name: '话题' }).fill('五栋楼道保洁')
  await form.getByRole('textbox', { name: '统一答复' }).fill(ANSWER)
  await form.getByRole('button', { name: '审定并启用' }).click()
  await form.getByText('投诉类别、触点、楼栋至少选一项。').waitFor()
  expect(await form.getByRole('textbox', { name: '统一答复' }).inputValue()).toBe(ANSWER)
  await form.getByRole('combobox', { name: '投诉类别' }).fill('C4.2')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expectAccessible(page, { within: '[role="dialog"]' })
  await form.getByRole('button', { name: '审定并启用' }).click()
  await form.waitFor({ state: 'detached' })
  await page
    .getByRole('row', { name: /五栋楼道保洁/ })
    .getByText('使用中')
    .waitFor()
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('CP-028 everybody who opens a complaint about it reads the answer, and so does the desk while the next one is told', async () => {
  const page = await opened('qiantai', `matters/${complaint.id}`)
  await page.getByText('统一口径：五栋楼道保洁').waitFor()
  await page.getByText(ANSWER).waitFor()
  await closePage(page)
  // who calls back says the same
  const calls = await opened('kefuzhuguan', 'callbacks')
  await calls.getByText(due.number).first().click()
  await calls.getByRole('article', { name: due.number }).getByText(ANSWER).waitFor()
  await closePage(calls)
  const desk = await opened('qiantai', 'desk')
  await desk.getByLabel('客户说的').fill('楼道三天没有打扫，垃圾很多')
  await desk.keyboard.press('Alt+2')
  await desk.getByText('统一口径：五栋楼道保洁').waitFor()
  await expectAccessible(desk)
  expectNoConsoleErrors(desk)
  await closePage(desk)
})

test('CP-028 a topic that is over is asked about once more and no longer shown; the page holds on a phone', async () => {
  const page = await opened('zhuren', 'complaint-wordings')
  await page.getByRole('button', { name: '停用「五栋楼道保洁」' }).click()
  await page
    .getByRole('tooltip')
    .getByRole('button', { name: /^停\s?用$/ })
    .click()
  await page
    .getByRole('row', { name: /五栋楼道保洁/ })
    .getByText('已停用')
    .waitFor()
  await expectAccessible(page)
  await closePage(page)
  const read = await opened('qiantai', `matters/${complaint.id}`)
  await read.getByText('楼道没扫').first().waitFor()
  expect(await read.getByText('统一口径：五栋楼道保洁').count()).toBe(0)
  await closePage(read)
  // who may not approve reads them all the same
  await expectHolds(web, 'qiantai', 'complaint-wordings', { ...NARROW_DARK, lang: 'en' })
})
