import { beforeAll, expect, test } from 'vitest'
import { expectAccessible } from '#test/browser/accessible.ts'
import { closePage } from '#test/browser/browser.ts'
import { insertDemoFigures } from '#test/browser/figures-house.ts'
import { expectNoConsoleErrors } from '#test/browser/page-record.ts'
import { expectHolds, NARROW_DARK, staffWeb } from '#test/browser/staff-web.ts'

const web = staffWeb()
const { opened } = web
/** The period of the figures reckoned by hand. */
const PERIOD = 'by=free&from=2026-10-26&to=2026-11-25'

beforeAll(() => insertDemoFigures(web.server), 180_000)

test('CP-131 CP-132 the figures of a period stand beside the period before, and each opens the complaints that it counts', async () => {
  const page = await opened('kefuzhuguan', `complaint-analysis?${PERIOD}`)
  await page.getByRole('link', { name: /^投诉件数 ?18 ?上期 3/ }).waitFor()
  const lines = page.getByRole('table', { name: '按业务线' })
  const repair = lines.getByRole('row', { name: /^维修/ })
  await repair.getByRole('link', { name: '6', exact: true }).click()
  await page.getByRole('heading', { name: '投诉台账' }).waitFor()
  await page.getByText('已全部显示，共 6 条').waitFor()
  expect(new URL(page.url()).searchParams.get('line')).toBe('repair')
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('CP-132 CP-012 a weak line and a missed target are named before all figures, and a category unfolds into its sub-codes', async () => {
  const page = await opened('kefuzhuguan', `complaint-analysis?${PERIOD}`)
  const attention = page.getByRole('region', { name: '要留意' })
  await attention.getByText('保洁').waitFor()
  await attention.getByText('76.9%，目标 100%').waitFor()
  const categories = page.getByRole('table', { name: '按类别' })
  expect(await categories.getByRole('row', { name: /C3\.3/ }).count()).toBe(0)
  await categories.getByRole('button', { name: /C3 安全管理/ }).press('Enter')
  await categories.getByRole('row', { name: /C3\.3 车辆与道路/ }).waitFor()
  await expectAccessible(page, { within: 'main' })
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('CP-132 a month that still runs says how far it has come; a whole one says nothing of it', async () => {
  const page = await opened('kefuzhuguan', 'complaint-analysis')
  await page.getByText(/^未满期：第 \d+ 天，共 (28|29|30|31) 天$/).waitFor()
  await page.getByRole('button', { name: '上个月' }).click()
  await page.getByText(/^未满期/).waitFor({ state: 'detached' })
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('CP-128b a statistical month, a calendar month and any days are chosen by hand and stand in the address', async () => {
  const page = await opened('kefuzhuguan', 'complaint-analysis?month=2026-10')
  await page.getByText('2026-09-26 至 2026-10-25').waitFor()
  await page.getByText('自然月').click()
  await page.getByRole('button', { name: '上个月' }).click()
  await expect.poll(() => new URL(page.url()).searchParams.get('month')).toMatch(/^\d{4}-\d\d$/)
  expect(new URL(page.url()).searchParams.get('by')).toBe('calendar')
  await page.getByText(/\d{4}-\d\d-01 至 \d{4}-\d\d-(28|29|30|31)，对比/).waitFor()
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('CP-121 the ledger filters by what the figures count, and tells what does not count', async () => {
  const page = await opened('kefuzhuguan', 'complaints?counted=no')
  await page.getByText('已全部显示，共 4 条').waitFor()
  const table = page.getByRole('table', { name: '投诉台账' })
  expect(await table.getByText('不计入', { exact: true }).count()).toBe(4)
  // a filter that is set is in sight, also one of the rarer ones
  await page.getByRole('combobox', { name: '统计' }).waitFor()
  await page.getByRole('button', { name: '更多筛选' }).click()
  await page.getByRole('checkbox', { name: '重复投诉' }).check()
  await page.getByText('没有符合条件的').first().waitFor()
  await expectAccessible(page, { within: 'main' })
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('CP-131 CP-132 ledger, analysis and company view hold at 1024 px, dark, in en', async () => {
  const look = { ...NARROW_DARK, lang: 'en' } as const
  for (const path of ['complaints', 'complaints?age=over30&major=true', `complaint-analysis?${PERIOD}`])
    await expectHolds(web, 'kefuzhuguan', path, look)
  for (const path of ['complaint-company', 'complaint-company?q=件']) await expectHolds(web, 'pinzhi', path, look)
})

test('CP-132 the company sees its centres side by side, and a figure opens the list of its centre', async () => {
  const page = await opened('pinzhi', 'complaint-company?month=2026-11')
  const centre = page.getByRole('row', { name: /翠湖花园/ })
  await centre.getByRole('link', { name: '13', exact: true }).click()
  await page.getByText('已全部显示，共 13 条').waitFor()
  expect(new URL(page.url()).pathname).toMatch(/^\/e\/CH\/complaints/)
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('CP-132 a complaint is looked for in all centres and opens in its own; what nobody said is not found', async () => {
  const page = await opened('pinzhi', 'complaint-company')
  const search = page.getByRole('searchbox', { name: '在各中心投诉中查找' })
  await search.fill('没人说过的话')
  await page.getByText('没有符合条件的内容').waitFor()
  await search.fill('第3件')
  const table = page.getByRole('table', { name: '查到的投诉' })
  await table.getByRole('row', { name: /翠湖花园 26-0003 第3件 C3\.1/ }).waitFor()
  expect(new URL(page.url()).searchParams.get('q')).toBe('第3件')
  await expectAccessible(page, { within: 'main' })
  await table.getByRole('link', { name: '第3件' }).click()
  await expect.poll(() => new URL(page.url()).pathname).toMatch(/^\/e\/CH\/matters\//)
  expectNoConsoleErrors(page)
  await closePage(page)
})
