import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { expectAccessible } from '#test/browser/accessible.ts'
import { closePage, type PageOptions } from '#test/browser/browser.ts'
import { expectNoConsoleErrors } from '#test/browser/page-record.ts'
import { staffWeb } from '#test/browser/staff-web.ts'

const web = staffWeb()

const opened = (path: string, options: PageOptions = {}, username = 'qiantai') => web.opened(username, path, options)
const Units = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      display: z.string(),
      room: z.string(),
      owners: z.array(z.object({ name: z.string() })),
    }),
  ),
})
const unitsOf = async (page: Page, query: string) => {
  const answer = await page
    .context()
    .request.get(`${web.server.url}/api/v1/estates/${web.server.estateId}/units?${query}`)
  return Units.parse(await answer.json()).rows
}
/** An owner lives there alone; each test takes another of them. */
const ownerUnit = async (page: Page, place: number) => {
  const unit = (await unitsOf(page, 'held=owner&limit=60')).filter(({ owners }) => owners.length === 1)[place]
  if (!unit) throw new Error('the demo has no such unit')
  return { ...unit, owner: unit.owners[0]?.name ?? '' }
}

test('the list of units narrows by its filters, which live in the address', async () => {
  const page = await opened('units')
  await page.getByRole('combobox', { name: '居住情况' }).click()
  await page.getByTitle('已出租').click()
  await expect.poll(() => new URL(page.url()).searchParams.get('held')).toBe('tenant')
  const [let1] = await unitsOf(page, 'held=tenant&limit=1')
  await page.getByRole('link', { name: let1?.display ?? '', exact: true }).waitFor()
  await page.reload()
  await page.getByRole('link', { name: let1?.display ?? '', exact: true }).waitFor()
  await page.getByRole('searchbox').fill('没有这样的房号')
  await page.getByText('没有符合条件的内容').waitFor()
  await expectAccessible(page)
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('a building is shown floor by floor, each unit with a word for its occupancy, and opens its card', async () => {
  const page = await opened('units?view=grid')
  const [first] = await unitsOf(page, 'limit=1')
  const table = page.getByRole('region', { name: /楼栋图/ })
  await table.getByRole('rowheader', { name: '15 层' }).waitFor()
  expect(await table.getByRole('rowheader').first().textContent()).toBe('15 层')
  const square = table.getByRole('link', { name: new RegExp(`^${first?.room} ${first?.owners[0]?.name}`) }).first()
  expect(await square.textContent()).toContain('业主')
  await expectAccessible(page)
  await square.click()
  await page.getByRole('heading', { name: new RegExp(first?.display ?? '') }).waitFor()
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('FD-015 a number is masked until somebody says what for, and the look is kept', async () => {
  const page = await opened('units')
  const unit = await ownerUnit(page, 1)
  await page.goto(`${web.server.url}/e/CH/units/${unit.id}`)
  await page.getByText(/^\d{3}\*{4}\d{4}/).waitFor()
  await page.getByRole('button', { name: '查看 电话' }).click()
  const dialog = page.getByRole('dialog')
  await expectAccessible(page)
  await dialog.getByText('其他', { exact: true }).click()
  await dialog.getByRole('button', { name: '查看' }).click()
  await dialog.getByText('请填写').waitFor()
  await dialog.getByLabel('请说明用途').fill('通知领取快递')
  await dialog.getByRole('button', { name: '查看' }).click()
  await page.getByText(/^1\d{10}$/).waitFor()
  await page.getByRole('link', { name: unit.owner }).first().click()
  await page.getByRole('tab', { name: '变更记录' }).click()
  await page.getByText('用途：通知领取快递').waitFor()
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('FD-011 a stay that ends is folded, not lost, and its days can still be read', async () => {
  const page = await opened('units')
  const unit = await ownerUnit(page, 2)
  const guest = await ownerUnit(page, 3)
  await page.goto(`${web.server.url}/e/CH/units/${unit.id}`)
  await page.getByRole('button', { name: '登记入住' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '保存' }).click()
  expect(await dialog.getByText(/^请(填写|选择)$/).count()).toBe(2)
  await dialog.getByRole('combobox', { name: /客户/ }).fill(guest.owner)
  await page.getByRole('option').first().waitFor({ state: 'attached' })
  await page.keyboard.press('Enter')
  await dialog.getByText('家属', { exact: true }).click()
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.waitFor({ state: 'detached' })
  const people = page.locator('section', { has: page.getByRole('heading', { name: '现在的住户' }) })
  await people.getByRole('link', { name: guest.owner, exact: true }).waitFor()
  await people.getByRole('button', { name: `${guest.owner} 的操作` }).click()
  await page.getByRole('menuitem', { name: '办理迁出' }).click()
  await dialog.getByLabel('原因').fill('搬回自己家')
  await dialog.getByRole('button', { name: '办理迁出' }).click()
  await dialog.waitFor({ state: 'detached' })
  // The last day is today: it counts as lived here until it is over, and what is told about it says so.
  await expect.poll(() => people.textContent()).toMatch(/到期|以前的住户/)
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('a caution stands first on the card until it is said why it no longer holds', async () => {
  const page = await opened('units')
  const unit = await ownerUnit(page, 4)
  await page.goto(`${web.server.url}/e/CH/units/${unit.id}`)
  await page.getByRole('button', { name: '添加注意事项' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('安全', { exact: true }).click()
  await dialog.getByLabel('内容').fill('家里养有大型犬，上门前先打电话')
  await dialog.getByRole('button', { name: '保存' }).click()
  const cautions = page.getByRole('region', { name: '注意事项' })
  await cautions.getByText('家里养有大型犬，上门前先打电话').waitFor()
  await expectAccessible(page)
  await cautions.getByRole('button', { name: '解除' }).click()
  await dialog.getByLabel('解除原因').fill('狗已送走')
  await dialog.getByRole('button', { name: '解除' }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => cautions.getByText('家里养有大型犬').count()).toBe(0)
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('FD-730 people who work on the house see the house and not who lives in it', async () => {
  const clerk = await opened('units')
  const unit = await ownerUnit(clerk, 5)
  await closePage(clerk)
  const page = await opened(`units/${unit.id}`, {}, 'jishu')
  await page.getByRole('heading', { name: '物业资料' }).waitFor()
  expect(await page.getByText(unit.owner).count()).toBe(0)
  await page.goto(`${web.server.url}/e/CH/customers`)
  await page.getByText('没有权限查看').waitFor()
  expectNoConsoleErrors(page)
  await closePage(page)
})

test.each([[1024, 'zh', 'dark']] as const)(
  'the card of a unit works at %i px in %s and %s',
  async (width, lang, theme) => {
    const page = await opened('units', { width, lang, theme })
    const unit = await ownerUnit(page, 6)
    for (const path of [`units/${unit.id}`, 'units?view=grid']) {
      await page.goto(`${web.server.url}/e/CH/${path}`)
      await page.getByText(unit.owner).first().waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      await expectAccessible(page)
    }
    expectNoConsoleErrors(page)
    await closePage(page)
  },
)
