import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { expectAccessible } from '#test/browser/accessible.ts'
import { closePage, type PageOptions } from '#test/browser/browser.ts'
import { expectNoConsoleErrors } from '#test/browser/page-record.ts'
import { staffWeb } from '#test/browser/staff-web.ts'

const web = staffWeb()

const opened = (path: string, options: PageOptions = {}, username = 'qiantai') => web.opened(username, path, options)
const base = () => `${web.server.url}/api/v1/estates/${web.server.estateId}/customers`
const Rows = z.object({ rows: z.array(z.object({ id: z.string(), name: z.string() })) })
const Customer = z.object({ version: z.number(), preferences: z.string().nullable(), important: z.boolean() })
const somebody = async (page: Page, place: number) => {
  const answer = await page.context().request.get(`${base()}?kind=person&role=owner&limit=50`)
  const found = Rows.parse(await answer.json()).rows[place]
  if (!found) throw new Error('the demo has no such customer')
  return found
}
const read = async (page: Page, id: string) =>
  Customer.parse(await (await page.context().request.get(`${base()}/${id}`)).json())

test('FD-341 a customer is entered with phone and emergency contact; what is refused is said beside its field and stays', async () => {
  const page = await opened('customers')
  await page.getByRole('button', { name: '新增客户' }).click()
  const dialog = page.getByRole('dialog')
  const field = (name: string) => dialog.getByRole('textbox', { name, exact: true })
  await dialog.getByRole('textbox', { name: /姓名或单位名称/ }).fill('欧阳若云')
  await field('电话').fill('1380000')
  await field('紧急联系人').fill('欧阳林')
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.getByText('请填写').waitFor()
  await field('紧急联系人电话').fill('13900007654')
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.getByText('不是有效号码').waitFor()
  expect(await field('电话').inputValue()).toBe('1380000')
  expect(await field('紧急联系人').inputValue()).toBe('欧阳林')
  await expectAccessible(page)
  await field('电话').fill('138 0000 4321')
  await dialog.getByRole('button', { name: '保存' }).click()
  await page.getByRole('heading', { name: '欧阳若云' }).waitFor()
  await page.getByText(/^138\*{4}4321/).waitFor()
  await page.getByText('欧阳林').waitFor()
  // Found by the first letters of the name, and by the end of the phone.
  for (const typed of ['oyry', '4321']) {
    await page.goto(`${web.server.url}/e/CH/customers?q=${typed}`)
    await page.getByRole('link', { name: '欧阳若云' }).waitFor()
  }
  expectNoConsoleErrors(page, { except: [/400/] })
  await closePage(page)
})

test('FD-731 when somebody else was faster the form says what they changed and who, and saving keeps both changes', async () => {
  const page = await opened('customers')
  const lead = await opened('customers', {}, 'kefuzhuguan')
  const { id, name } = await somebody(page, 3)
  await page.goto(`${web.server.url}/e/CH/customers/${id}`)
  await page.getByRole('button', { name: '编辑' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('偏好与习惯').fill('上门前先发短信')
  const { version } = await read(lead, id)
  const faster = await lead.context().request.patch(`${base()}/${id}`, {
    data: { version, important: true },
    headers: { origin: web.server.url, 'idempotency-key': crypto.randomUUID() },
  })
  expect(faster.status()).toBe(200)
  await dialog.getByRole('button', { name: '保存' }).click()
  const conflict = dialog.getByText('刚被修改的内容如下').locator('..')
  await conflict.waitFor()
  expect(await conflict.textContent()).toContain('陈立群 修改')
  expect(await conflict.textContent()).toMatch(/重要客户.*否.*是/)
  expect(await dialog.getByLabel('偏好与习惯').inputValue()).toBe('上门前先发短信')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(await read(page, id)).toMatchObject({ important: true, preferences: '上门前先发短信' })
  await page.getByRole('tab', { name: '变更记录' }).click()
  await page.getByText('修改客户资料').first().waitFor()
  expect(await page.getByText('修改客户资料').count()).toBe(2)
  expect(name).not.toBe('')
  expectNoConsoleErrors(page, { except: [/409/] })
  await closePage(lead)
  await closePage(page)
})

test('FD-008 an identity check is recorded with its way, number and result; papers of somebody else confirm nobody', async () => {
  const page = await opened('customers')
  const { id } = await somebody(page, 5)
  await page.goto(`${web.server.url}/e/CH/customers/${id}`)
  await page.getByRole('button', { name: '核验身份' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('看过证件原件').click()
  await dialog.getByText('确认是本人').click()
  await dialog.getByLabel('出示的证件号码').fill('44030119900101')
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.getByText('居民身份证应为十八位').waitFor()
  await dialog.getByText('电话向业主核实').click()
  await dialog.getByText('无人接听').click()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.waitFor({ state: 'detached' })
  const checks = page.locator('section', { has: page.getByRole('heading', { name: '身份核验' }) })
  await checks.getByText('无人接听').waitFor()
  expect(await checks.textContent()).toMatch(/电话向业主核实.*拨打 1\d\d\*{4}\d{4}/)
  expectNoConsoleErrors(page, { except: [/400/] })
  await closePage(page)
})

test('FD-730 the archive shows four classes; purchase money only to those who may see it, and opening is kept', async () => {
  const page = await opened('customers', {}, 'dangan')
  const { id } = await somebody(page, 7)
  await page.goto(`${web.server.url}/e/CH/customers/${id}?tab=archive`)
  await page.getByLabel('查阅用途').fill('核对产权资料')
  await page.getByRole('button', { name: '打开档案' }).click()
  for (const name of ['一、客户资料', '二、物业资料', '三、车辆资料', '四、消费资料'])
    await page.getByRole('heading', { name }).waitFor()
  expect(await page.getByText('购房款', { exact: true }).count()).toBeGreaterThan(0)
  await expectAccessible(page)
  await closePage(page)
  const clerk = await opened(`customers/${id}?tab=archive`)
  await clerk.getByRole('button', { name: '打开档案' }).click()
  await clerk.getByText('购房款和按揭只对档案员和主管开放').waitFor()
  await clerk.getByRole('tab', { name: '概况' }).click()
  await clerk
    .getByRole('link', { name: /栋|商铺/ })
    .first()
    .click()
  await clerk.getByRole('tab', { name: '变更记录' }).click()
  await clerk.getByText('用途：核对产权资料').waitFor()
  expectNoConsoleErrors(clerk)
  await closePage(clerk)
})

test.each([[1024, 'en', 'dark']] as const)(
  'list and card of customers work at %i px in %s and %s',
  async (width, lang, theme) => {
    const page = await opened('customers', { width, lang, theme })
    const { id, name } = await somebody(page, 0)
    for (const path of ['customers?role=owner', `customers/${id}`]) {
      await page.goto(`${web.server.url}/e/CH/${path}`)
      await page.getByText(name).first().waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      await expectAccessible(page)
    }
    expectNoConsoleErrors(page)
    await closePage(page)
  },
)
