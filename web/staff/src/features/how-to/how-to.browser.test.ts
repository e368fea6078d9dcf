import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { expectAccessible } from '#test/browser/accessible.ts'
import { closePage, newPage, type PageOptions } from '#test/browser/browser.ts'
import { openComplaintHouse } from '#test/browser/complaint-house.ts'
import { expectNoConsoleErrors } from '#test/browser/page-record.ts'
import { staffWeb } from '#test/browser/staff-web.ts'

const web = staffWeb()
let house: Awaited<ReturnType<typeof openComplaintHouse>>
beforeAll(async () => {
  house = await openComplaintHouse(web)
}, 180_000)

/** Nobody is signed in. */
const read = async (options: PageOptions = {}, estateId = web.server.estateId): Promise<Page> => {
  const page = await newPage(web.browser, options)
  await page.goto(`${web.server.url}/public/${estateId}/how-to-complain`)
  await page.locator('main h1').waitFor()
  await page.waitForLoadState('networkidle')
  return page
}

test('CP-032 anybody reads the five ways without signing in, in the language that they choose', async () => {
  const values = {
    contactPhone: '0755-8888 1234',
    contactFax: '0755-88881235',
    contactEmail: 'tousu@example.com',
    contactPerson: '陈立群',
    suggestionBox: '1 栋大堂门口',
  }
  for (const [name, value] of Object.entries(values)) await house.setting(`complaint.${name}`, value)
  const page = await read()
  await page.getByRole('heading', { name: /翠湖.*怎样投诉/ }).waitFor()
  for (const value of Object.values(values)) await page.getByText(value, { exact: true }).waitFor()
  expect(await page.getByRole('link', { name: '0755-8888 1234' }).getAttribute('href')).toBe('tel:075588881234')
  expect(await page.getByRole('link', { name: 'tousu@example.com' }).getAttribute('href')).toBe(
    'mailto:tousu@example.com',
  )
  await page.getByText(/^最后更新：\d{4}-\d\d-\d\d$/).waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: /How to complain/ }).waitFor()
  await page.getByText(/^Last changed: /).waitFor()
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('button').count()).toBe(0)
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('CP-032 it holds on a phone in the dark, and an address that names no estate says so', async () => {
  const page = await read({ width: 390, theme: 'dark' })
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(1)
  await expectAccessible(page)
  await closePage(page)
  for (const wrong of ['00000000-0000-0000-0000-000000000001', 'nowhere']) {
    const lost = await read({}, wrong)
    await lost.getByText('没有找到这个小区').waitFor()
    await expectAccessible(lost)
    await closePage(lost)
  }
})

test('CP-032 the page of publications names what is still missing and leads to the settings and to the page', async () => {
  await house.setting('complaint.contactFax', '')
  const page = await web.opened('zhuren', 'complaint-publications')
  await page.getByText('投诉方式还缺：传真').waitFor()
  expect(await page.getByRole('link', { name: '对外的投诉方式页' }).getAttribute('href')).toBe(
    `/public/${web.server.estateId}/how-to-complain`,
  )
  await page.getByRole('button', { name: '去设置' }).click()
  await page.waitForURL(/\/settings/)
  await closePage(page)
})
