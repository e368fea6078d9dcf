import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { expectAccessible } from '#test/browser/accessible.ts'
import { closePage } from '#test/browser/browser.ts'
import { type FieldHouse, openFieldHouse } from '#test/browser/field-house.ts'
import { expectNoConsoleErrors } from '#test/browser/page-record.ts'
import { expectHolds, NARROW_DARK, staffWeb } from '#test/browser/staff-web.ts'

const web = staffWeb()
const { opened } = web
let house: FieldHouse

beforeAll(async () => {
  house = await openFieldHouse(web.browser, web.server)
  await house.register('电梯一周坏了三次，老人上不了楼', {
    contactType: 'complaint',
    complaint: { feeling: '很生气', wish: '修好并给说法' },
  })
}, 180_000)

const PARTS = ['要点与反映的问题', '原因分析', '处理过程与结果', '为什么会升级', '经验教训', '纠正措施']
/** A button keeps the sign of its waiting in its name for a while. */
const submit = async (page: Page) => {
  await page.getByRole('button', { name: /提\s?交$/ }).click()
  await page
    .getByRole('tooltip')
    .getByRole('button', { name: /提\s?交$/ })
    .click()
}

test('CP-134 CP-104 a case is written up: nothing typed is lost, an empty part refuses, a submitted one stands still', async () => {
  const page = await opened('kefuzhuguan', 'complaint-reports')
  await page.getByRole('button', { name: '写报告' }).click()
  await page.getByRole('combobox', { name: '哪一件投诉' }).fill('电梯')
  await page.locator('.ant-select-item-option').filter({ hasText: '电梯一周坏了三次' }).click()
  await page.getByRole('button', { name: '打开草稿' }).click()
  await page.getByRole('heading', { name: /典型投诉案例分析/ }).waitFor()
  await page.getByRole('region', { name: '投诉情况' }).getByText('修好并给说法').waitFor()

  await page.getByRole('textbox', { name: PARTS[0] ?? '' }).fill('停梯三次，没有一次告诉住户')
  await page.reload()
  const first = page.getByRole('textbox', { name: PARTS[0] ?? '' })
  await expect.poll(() => first.inputValue()).toBe('停梯三次，没有一次告诉住户')
  await submit(page)
  await page.getByText('这一部分还没有写').first().waitFor()
  expect(await page.getByText('这一部分还没有写').count()).toBe(5)
  await expect
    .poll(() => page.getByRole('textbox', { name: '原因分析' }).evaluate((field) => field === document.activeElement))
    .toBe(true)
  await expectAccessible(page, { within: 'main' })
  for (const name of PARTS.slice(1)) await page.getByRole('textbox', { name }).fill(`${name}：已写清`)
  await page.getByText('已写 6 / 6').waitFor()
  await submit(page)
  await page.getByText('数字为提交时的数字，不再变化').waitFor()
  expect(await page.getByRole('textbox', { name: '原因分析' }).count()).toBe(0)
  await page.getByRole('button', { name: '另出一版' }).click()
  await page
    .getByRole('tooltip')
    .getByRole('button', { name: /^确\s?定$/ })
    .click()
  await page.getByRole('heading', { name: /第 2 版/ }).waitFor()
  expectNoConsoleErrors(page, { except: [/submit.*400|400.*submit/] })
  await closePage(page)
})

test('CP-132 CP-104 two people in one monthly report: what the other has written is shown, never overwritten unseen', async () => {
  const page = await opened('kefuzhuguan', 'complaint-reports')
  await page.getByRole('button', { name: '写报告' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('报告').click()
  await page.locator('.ant-select-item-option').filter({ hasText: '月度投诉分析报告' }).click()
  await page.getByRole('button', { name: '打开草稿' }).click()
  const overall = page.getByRole('textbox', { name: '总体情况与变化原因' })
  await overall.fill('我的看法')
  const other = await opened('heshi', new URL(page.url()).pathname.replace('/e/CH/', ''))
  await other.getByRole('textbox', { name: '总体情况与变化原因' }).fill('核实员的看法')
  await other.getByRole('button', { name: /^保\s?存$/ }).click()
  await other.getByText('已保存').waitFor()
  await closePage(other)
  await page.getByText('这一部分已被别人改过').waitFor()
  await page.getByText('核实员的看法').waitFor()
  expect(await overall.inputValue()).toBe('我的看法')
  await expectAccessible(page, { within: 'main' })
  await page.getByRole('button', { name: '用新的' }).click()
  expect(await overall.inputValue()).toBe('核实员的看法')
  expectNoConsoleErrors(page)
  const path = new URL(page.url()).pathname.replace('/e/CH/', '')
  await closePage(page)
  for (const one of ['complaint-reports', path]) await expectHolds(web, 'zhuren', one, { ...NARROW_DARK, lang: 'en' })
})
