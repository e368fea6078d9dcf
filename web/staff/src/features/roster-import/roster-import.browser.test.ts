import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible } from '#test/browser/accessible.ts'
import { closePage, type PageOptions } from '#test/browser/browser.ts'
import { expectNoConsoleErrors } from '#test/browser/page-record.ts'
import { staffWeb } from '#test/browser/staff-web.ts'

const SAMPLE = resolve('server/modules/estate/roster/fixtures/roster-cuihu.xlsx')
const READ_WITHIN_MS = 60_000

const web = staffWeb()

const opened = (options: PageOptions = {}) => web.opened('dangan', 'roster-import', options)
const choose = async (page: Page, name: string, buffer: Buffer) => {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
  await page.waitForURL(/roster-import\/[0-9a-f-]{36}/)
}
const figure = (page: Page, label: string) =>
  page
    .locator('dl > div', { has: page.getByText(label, { exact: true }) })
    .locator('dd')
    .textContent()
const csv = (...lines: string[]) => Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`)

test('a real roster is read, shown and written; read again it changes nothing', async () => {
  const page = await opened()
  await choose(page, '翠湖业主台账.xlsx', readFileSync(SAMPLE))
  await page.getByRole('button', { name: '确认写入' }).waitFor({ timeout: READ_WITHIN_MS })
  expect(Number(await figure(page, '数据行'))).toBeGreaterThanOrEqual(390)
  await expectAccessible(page)
  // What is wrong stands with its row and column, and with what would be right.
  await page.getByRole('tab', { name: /^问题/ }).click()
  await page
    .getByText(/校验位不对|不是有效号码|位数不对/)
    .first()
    .waitFor()
  await expectAccessible(page)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载问题行' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
  await page.getByRole('tab', { name: /^略过/ }).click()
  await page.getByRole('columnheader', { name: '略过原因' }).waitFor()
  await page.getByRole('button', { name: '确认写入' }).click()
  await page.getByRole('button', { name: '确定' }).click()
  await page.getByText('导入完成').waitFor({ timeout: READ_WITHIN_MS })
  await page.getByRole('button', { name: '查看房产' }).waitFor()
  await expectAccessible(page)

  await page.getByRole('button', { name: '返回导入列表' }).click()
  await choose(page, '翠湖业主台账.xlsx', readFileSync(SAMPLE))
  await page.getByText('没有需要写入的变动').waitFor({ timeout: READ_WITHIN_MS })
  expect(await page.getByRole('button', { name: '确认写入' }).count()).toBe(0)
  await page.getByRole('button', { name: '放弃这次导入' }).click()
  await page.getByRole('button', { name: '确定' }).click()
  await page.getByText('没有写入任何内容').waitFor()
  await page.getByRole('button', { name: '返回导入列表' }).click()
  await expect.poll(() => page.getByRole('row', { name: /翠湖业主台账/ }).count()).toBe(2)
  expectNoConsoleErrors(page)
  await closePage(page)
}, 240_000)

test('a column whose heading nobody knows is named, given its meaning and read again', async () => {
  const page = await opened()
  await choose(
    page,
    '台账.csv',
    csv('房号,业主姓名,主人手机', '91-1-101,司徒清,13800001111', '91-1-102,司徒明,13800002222'),
  )
  await page.getByText('没有识别的列：主人手机').waitFor({ timeout: READ_WITHIN_MS })
  await page.getByRole('tab', { name: /^列的对应关系/ }).click()
  await page.getByRole('combobox', { name: '“主人手机”对应内容' }).click()
  await page.getByTitle('业主电话').click()
  await page.getByText('改了 1 处').waitFor()
  await expectAccessible(page, { within: 'main' })
  await page.getByRole('button', { name: '按新的对应关系重新读取' }).click()
  await expect.poll(() => page.getByText('没有识别的列').count(), { timeout: READ_WITHIN_MS }).toBe(0)
  const phones = page.getByRole('row', { name: /^电话/ })
  await expect.poll(() => phones.textContent(), { timeout: READ_WITHIN_MS }).toMatch(/^电话2/)
  expectNoConsoleErrors(page)
  await closePage(page)
}, 120_000)

test('another owner than the one on file is pointed out before anything is written', async () => {
  const page = await opened()
  await choose(page, '一户.csv', csv('房号,业主姓名,业主电话', '1-1-101,诸葛换主,13800003333'))
  await page.getByText('有 1 套房的业主与现有资料不同').waitFor({ timeout: READ_WITHIN_MS })
  await page.getByRole('button', { name: '逐一查看' }).click()
  const line = page.getByRole('row', { name: /1栋1单元101/ })
  expect(await line.textContent()).toMatch(/诸葛换主/)
  expect(await line.textContent()).toContain('结束')
  await expectAccessible(page)
  expectNoConsoleErrors(page)
  await closePage(page)
}, 120_000)

test('what is no roster is refused in words that say what to do', async () => {
  const page = await opened()
  await page.locator('input[type=file]').setInputFiles({ name: '旧.xls', mimeType: '', buffer: Buffer.from('x') })
  await page.getByText('这是旧版 Excel 格式').waitFor()
  await choose(page, '坏.xlsx', Buffer.from('这不是表格'))
  await page.getByText('这次导入没有完成').waitFor({ timeout: READ_WITHIN_MS })
  await expectAccessible(page)
  expectNoConsoleErrors(page)
  await closePage(page)
}, 120_000)

test('the preview works on a phone, in English and in the dark', async () => {
  const page = await opened({ width: 390, lang: 'en', theme: 'dark' })
  await choose(
    page,
    'roster.csv',
    csv('房号,业主姓名,业主电话', '92-1-101,司徒清,13800001111', '92-1-1O2,司徒明,1380000'),
  )
  await page.getByRole('heading', { level: 1, name: 'roster.csv' }).waitFor()
  await page.getByText('To be confirmed').first().waitFor({ timeout: READ_WITHIN_MS })
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  await expectAccessible(page)
  await page.getByRole('tab', { name: /^Problems/ }).click()
  await page
    .getByText(/no valid phone number/)
    .first()
    .waitFor()
  await expectAccessible(page)
  expectNoConsoleErrors(page)
  await closePage(page)
}, 120_000)
