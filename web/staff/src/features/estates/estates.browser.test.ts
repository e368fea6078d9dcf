import { expect, test } from 'vitest'
import { expectAccessible } from '#test/browser/accessible.ts'
import { closePage, type PageOptions } from '#test/browser/browser.ts'
import { expectNoConsoleErrors } from '#test/browser/page-record.ts'
import { staffWeb } from '#test/browser/staff-web.ts'

const web = staffWeb()

const opened = (path: string, username: string, options: PageOptions = {}) => web.opened(username, path, options)

test('FD-820 buildings are given to an area with its steward, and those without one are pointed out', async () => {
  const page = await opened('estates?tab=areas', 'zhuren')
  await page.getByRole('button', { name: '新增片区' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: '片区名称' }).fill('湖滨片区')
  await dialog.getByRole('combobox', { name: '管家' }).fill('张敏')
  await page.getByRole('option', { name: /张敏/ }).first().waitFor({ state: 'attached' })
  await page.keyboard.press('Enter')
  for (const name of ['1栋', '10栋']) await dialog.getByRole('checkbox', { name, exact: true }).check()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('heading', { name: '湖滨片区' }).waitFor()
  await page.getByRole('tab', { name: '楼栋' }).click()
  const row = page.getByRole('row', { name: /^10栋/ })
  await row.getByText('张敏').waitFor()
  await page.getByRole('alert').getByRole('button', { name: '查看' }).click()
  await expect.poll(() => row.count()).toBe(0)
  await expectAccessible(page)
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('a building that stands already, or a code that is none, is refused beside the field', async () => {
  const page = await opened('estates', 'zhuren')
  await page.getByRole('button', { name: '新增楼栋' }).click()
  const dialog = page.getByRole('dialog')
  const code = dialog.getByRole('textbox', { name: /楼栋/ })
  await code.fill('3栋')
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.getByText('这栋楼已经有了。').waitFor()
  expect(await code.inputValue()).toBe('3栋')
  await code.fill('12栋')
  await dialog.getByRole('button', { name: '保存' }).click()
  await page.getByRole('row', { name: /^12栋/ }).waitFor()
  expectNoConsoleErrors(page, { except: [/409/] })
  await closePage(page)
})

test('an administrator of the company adds an estate; its code is checked before it is sent', async () => {
  const page = await opened('estates?tab=estates', 'admin')
  await page.getByRole('button', { name: '新增小区' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: /小区名称/ }).fill('云山府')
  await dialog.getByRole('textbox', { name: /编码/ }).fill('ys')
  await dialog.getByRole('textbox', { name: /新的服务中心/ }).fill('云山服务中心')
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.getByText('格式不对').waitFor()
  await dialog.getByRole('textbox', { name: /编码/ }).fill('YS')
  await dialog.getByRole('button', { name: '保存' }).click()
  await page.getByRole('row', { name: /云山府.*YS.*云山服务中心/ }).waitFor()
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('the page works on a phone in the dark and in English', async () => {
  const page = await opened('estates', 'zhuren', { width: 390, lang: 'en', theme: 'dark' })
  await page.getByText('1栋', { exact: true }).first().waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  await expectAccessible(page)
  expectNoConsoleErrors(page)
  await closePage(page)
})
