import { beforeAll, expect, test, vi } from 'vitest'
import { expectAccessible } from '#test/browser/accessible.ts'
import { closePage } from '#test/browser/browser.ts'
import { openComplaintHouse } from '#test/browser/complaint-house.ts'
import { expectNoConsoleErrors } from '#test/browser/page-record.ts'
import { expectHolds, NARROW_DARK, staffWeb } from '#test/browser/staff-web.ts'

const web = staffWeb()
const { opened } = web
let found: { number: string }

beforeAll(async () => {
  const house = await openComplaintHouse(web)
  await house.setting('complaint.inPhases', true)
  // settings are remembered for a moment, until news of the change has come
  await vi.waitFor(async () =>
    expect(await house.head.get(`${house.estate}/penalty-rule`)).toMatchObject({ missing: true }),
  )
  found = await house.neglect('楼道三天没有打扫', '巡查记录缺失三天')
}, 180_000)

test('CP-160 a centre that must have a rule is told so until a version is in force; versions are added and read', async () => {
  const page = await opened('zhuren', 'penalties?tab=rule')
  await page.getByText(/必须有处罚规定，现在还没有/).waitFor()
  await page.getByRole('button', { name: '新增一版' }).click()
  const form = page.getByRole('dialog', { name: '处罚规定新版本' })
  await form.getByRole('button', { name: '保存' }).click()
  await expect.poll(() => form.getByLabel('规定内容').getAttribute('aria-invalid')).toBe('true')
  await form.getByLabel('规定内容').fill('明显失职：书面警告')
  await expectAccessible(page, { within: '[role="dialog"]' })
  await form.getByRole('button', { name: '保存' }).click()
  await page.getByText(/必须有处罚规定，现在还没有/).waitFor({ state: 'detached' })
  await page.getByText(/第 1 版 · .* 起生效 · 王建国 制定/).waitFor()
  await page.getByRole('button', { name: '第 1 版' }).click()
  await page.getByRole('dialog').getByText('明显失职：书面警告').waitFor()
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('CP-160 the head decides about a person and never about himself; what was typed stays when it is refused', async () => {
  const page = await opened('zhuren', 'penalties?decided=false')
  await page.getByText('评议（1 件待定）').waitFor()
  await page.getByRole('button', { name: `评议 ${found.number}` }).click()
  const form = page.getByRole('dialog', { name: `${found.number} 的处罚评议` })
  await form.getByText('巡查记录缺失三天').waitFor()
  const choose = async (name: string) => {
    await form.getByLabel('责任人').fill(name)
    await page.locator('.ant-select-item-option', { hasText: name }).first().click()
  }
  await choose('王建国')
  await form.getByLabel('处理决定').fill('书面警告，补做三天')
  await form.getByRole('button', { name: '评议' }).click()
  await form.getByText('不能评议自己，请换一位同事决定').waitFor()
  expect(await form.getByLabel('处理决定').inputValue()).toBe('书面警告，补做三天')
  await expectAccessible(page, { within: '[role="dialog"]' })
  await choose('吴桂香')
  await form.getByRole('button', { name: '评议' }).click()
  await form.waitFor({ state: 'detached' })
  await page.getByText('没有符合条件的内容').waitFor()
  await page.getByRole('button', { name: '清除筛选' }).click()
  await page
    .getByRole('row', { name: /书面警告，补做三天/ })
    .getByText(/吴桂香 · 王建国/)
    .waitFor()
  expectNoConsoleErrors(page, { except: [/409|422/] })
  await closePage(page)
})

test('CP-160 who may not decide reads only', async () => {
  const page = await opened('pinzhi', 'penalties')
  await page.getByRole('table', { name: '处罚评议' }).waitFor()
  expect(await page.getByRole('button', { name: /^评议/ }).count()).toBe(0)
  await page.getByRole('tab', { name: '处罚规定' }).click()
  await page.getByText('明显失职：书面警告').first().waitFor()
  expect(await page.getByRole('button', { name: '新增一版' }).count()).toBe(0)
  await closePage(page)
})

test('CP-160 the penalties hold on a phone and at 1024 px, dark, in en', async () => {
  for (const path of ['penalties', 'penalties?tab=rule']) {
    await expectHolds(web, 'zhuren', path, { ...NARROW_DARK, lang: 'en' })
    await expectHolds(web, 'zhuren', path, { width: 390, lang: 'en' })
  }
})
