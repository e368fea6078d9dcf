import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { expectAccessible } from '#test/browser/accessible.ts'
import { closePage } from '#test/browser/browser.ts'
import { type FieldHouse, openFieldHouse } from '#test/browser/field-house.ts'
import { expectNoConsoleErrors } from '#test/browser/page-record.ts'
import { expectHolds, NARROW_DARK, staffWeb } from '#test/browser/staff-web.ts'

const web = staffWeb()
let house: FieldHouse

beforeAll(async () => {
  house = await openFieldHouse(web.browser, web.server)
  for (const said of ['电梯按钮不灵', '楼道灯不亮', '门禁打不开']) await house.register(said)
}, 180_000)

const { opened } = web
const note = (page: Page, said: string) =>
  page
    .getByRole('listitem')
    .filter({ hasText: said })
    .getByLabel(/的当日说明$/)

test('FD-404 Enter writes the note of the day and goes on to the next matter without one', async () => {
  const page = await opened('qiantai', 'inventory')
  await page.getByText('已写说明 0 / 3').waitFor()
  await expectAccessible(page)
  await note(page, '电梯按钮不灵').fill('厂家明天上门')
  await page.keyboard.press('Enter')
  await page.getByText('已写说明 1 / 3').waitFor()
  await expect.poll(() => note(page, '楼道灯不亮').evaluate((input) => input === document.activeElement)).toBe(true)
  await note(page, '楼道灯不亮').fill('正在等灯管')
  await page.reload()
  await expect.poll(() => note(page, '楼道灯不亮').inputValue()).toBe('正在等灯管')
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('FD-404 a signature is refused while notes are missing, names them and leads there', async () => {
  const page = await opened('qiantai', 'inventory')
  await page.getByRole('button', { name: '签字确认' }).click()
  await page.getByRole('tooltip').getByRole('button', { name: '签字确认' }).click()
  await page.getByText('还有 2 件没有写今天的说明').waitFor()
  await page.getByRole('button', { name: /门禁打不开$/ }).click()
  await expect.poll(() => note(page, '门禁打不开').evaluate((input) => input === document.activeElement)).toBe(true)
  await expectAccessible(page, { within: 'main' })
  expectNoConsoleErrors(page, { except: [/422/] })
  await closePage(page)
})

test('FD-404 OS-043 the same note for all that are chosen, then the day is signed and never changes', async () => {
  const page = await opened('qiantai', 'inventory?noted=false')
  await page.getByRole('checkbox', { name: '全选' }).check()
  await page.getByLabel('给选中的写同一句说明').fill('已催工程部')
  await page.getByRole('button', { name: '写到每一件' }).click()
  await page.getByText('已写说明 3 / 3').waitFor()
  await page.getByRole('button', { name: '签字确认' }).click()
  await page.getByRole('tooltip').getByRole('button', { name: '签字确认' }).click()
  await page.getByText('已签字').first().waitFor()
  expect(await page.getByLabel(/的当日说明$/).count()).toBe(0)
  await page.getByRole('tab', { name: '往日' }).click()
  await page.getByRole('table', { name: '往日盘点' }).getByText('林晓雨').waitFor()
  await expectAccessible(page, { within: 'main' })
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('OS-015 what a guard received on site is taken by the desk in one click', async () => {
  const page = await opened('baoan', 'mine')
  const guard = page.context().request
  const answer = await guard.post(`${web.server.url}${house.estate}/matters`, {
    data: { contactType: 'suggestion', channel: 'on_site', customerSaid: '北门希望加一盏灯', place: '北门' },
    headers: { origin: web.server.url, 'idempotency-key': crypto.randomUUID() },
  })
  expect(answer.ok()).toBe(true)
  await closePage(page)
  const desk = await opened('qiantai', 'inventory?tab=toTake')
  await desk.getByText('马超 首接').waitFor()
  await expectAccessible(desk, { within: 'main' })
  await desk.getByRole('button', { name: /接\s?手$/ }).click()
  await desk.getByText('没有待接手的事项').waitFor()
  expect((await house.titled('北门希望加一盏灯')).handler?.name).toBe('林晓雨')
  await closePage(desk)
})

test('OS-043 the inventory holds at 1024 px, dark, in en', async () => {
  for (const path of ['inventory', 'inventory?tab=past', 'inventory?tab=toTake'])
    await expectHolds(web, 'qiantai', path, { ...NARROW_DARK, lang: 'en' })
})
