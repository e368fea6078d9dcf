import { expect, test } from 'vitest'
import { expectAccessible } from '#test/browser/accessible.ts'
import { closePage } from '#test/browser/browser.ts'
import { expectNoConsoleErrors } from '#test/browser/page-record.ts'
import { expectHolds, NARROW_DARK, staffWeb } from '#test/browser/staff-web.ts'

const web = staffWeb()

const { opened } = web

test('FD-403 a lead sends the report of the line; the desk sees it come in', async () => {
  const desk = await opened('qiantai', 'line-reports')
  await desk.getByRole('row', { name: /维修/ }).waitFor()
  expect(await desk.getByRole('form', { name: '提交汇报' }).count()).toBe(0)
  const page = await opened('gongcheng', 'line-reports')
  await page.getByLabel('这一段做了什么，有什么要前台知道的').fill('上午完成三单,一单待料')
  await page.getByRole('button', { name: '加一条' }).click()
  await page.getByLabel('一条信息 1').fill('水泵房有异响')
  await page.waitForTimeout(300)
  await page.reload()
  await expect.poll(() => page.getByLabel('一条信息 1').inputValue()).toBe('水泵房有异响')
  await expectAccessible(page, { within: 'main' })
  await page.getByRole('button', { name: '提交汇报' }).click()
  await page.getByRole('row', { name: /维修/ }).getByText('上午完成三单,一单待料').waitFor()
  await desk.getByRole('row', { name: /维修/ }).getByText('水泵房有异响').waitFor()
  expectNoConsoleErrors(page)
  await closePage(page)
  await closePage(desk)
})

test('FD-018 what cannot be done today gets a reason and a day, and its end a word', async () => {
  const page = await opened('qiantai', 'appointments')
  await page.getByRole('button', { name: '新预约' }).first().click()
  const form = page.getByRole('dialog')
  await form.getByLabel('办什么').fill('退装修押金')
  await form.getByRole('button', { name: /预\s?约$/ }).click()
  await form.getByText('请填写').first().waitFor()
  await form.getByLabel('今天不能办的原因（告诉客户）').fill('备用金不足,周三到账')
  await form.getByLabel('客户称呼').fill('周丽华')
  await expectAccessible(page, { within: '[role=dialog]' })
  await form
    .getByRole('button', { name: /预\s?约$/ })
    .last()
    .click()
  const row = page.getByRole('listitem').filter({ hasText: '退装修押金' })
  await row.getByText('原因：备用金不足,周三到账').waitFor()
  await row.getByRole('button', { name: '没来' }).click()
  await row.getByLabel('客户没来，联系情况如何').fill('电话里说改到下周')
  await row.getByRole('button', { name: /确\s?定$/ }).click()
  await page.getByText('没有预约').waitFor()
  await page.getByText('全部', { exact: true }).click()
  await page.getByRole('listitem').filter({ hasText: '电话里说改到下周' }).getByText('客户没来').waitFor()
  await expectAccessible(page, { within: 'main' })
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('FD-403 FD-018 reports and appointments hold at 1024 px, dark, in en', async () => {
  for (const path of [
    'line-reports',
    'line-reports?tab=history',
    'line-reports?tab=late',
    'appointments?view=all',
    'appointments?new=1',
  ])
    await expectHolds(web, 'qiantai', path, { ...NARROW_DARK, lang: 'en' }, {})
}, 90_000)
