import { beforeAll, expect, test } from 'vitest'
import { expectAccessible } from '#test/browser/accessible.ts'
import { closePage } from '#test/browser/browser.ts'
import { openComplaintHouse } from '#test/browser/complaint-house.ts'
import { expectNoConsoleErrors } from '#test/browser/page-record.ts'
import { expectHolds, NARROW_DARK, staffWeb } from '#test/browser/staff-web.ts'

const web = staffWeb()
const { opened } = web
const DAY_MS = 86_400_000
const ago = (ms: number) => new Date(Date.now() - ms).toISOString()
let signFrom: (due: string) => Promise<void>

beforeAll(async () => {
  const house = await openComplaintHouse(web)
  signFrom = async (due) => {
    await house.setting('complaint.tallyTime', due)
    // settings are remembered for a moment, until news of the change has come
    await expect.poll(() => house.head.get(`${house.estate}/complaint-tally`)).toMatchObject({ due })
  }
  await house.since(ago(5 * DAY_MS))
  await house.complaint({ receivedAt: ago(2 * DAY_MS), title: '地库漏水没人管', state: 'INVESTIGATING' })
  await house.complaint({ receivedAt: ago(0), title: '保洁三天没来', channel: 'visit' })
  await house.complaint({
    receivedAt: ago(0),
    title: '楼道灯坏了一周，没人管',
    nextDueAt: ago(3_600_000),
    overdue: true,
  })
}, 180_000)

test('CP-127a each part shows its figure and its list, and a day without a signature stays marked', async () => {
  await signFrom('23:59')
  const page = await opened('zhuren', 'complaint-tally')
  await page.getByText('接到 2 件').waitFor()
  await page.getByText(/的投诉日盘点没有签字/).waitFor()
  const received = page.getByRole('table', { name: '当日接到的投诉' })
  await received.getByText('保洁三天没来').waitFor()
  await page.getByRole('button', { name: /往日未关闭/ }).click()
  await page.getByRole('table', { name: '往日未关闭' }).getByRole('link', { name: '地库漏水没人管' }).waitFor()
  expect(await page.getByRole('table').getByText('保洁三天没来').count()).toBe(0)
  // before its time it cannot be signed, and the page says from when on
  await page.getByText('今天 23:59 起可以签字，现在先核对').waitFor()
  expect(await page.getByRole('button', { name: '签字', exact: true }).isDisabled()).toBe(true)
  await expectAccessible(page)
  await page.getByRole('tab', { name: '往日' }).click()
  await page.getByRole('table').getByText('漏盘').first().waitFor()
  await expectAccessible(page)
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('CP-127 the tally is signed once with a note, by name and time; its PDF and Excel are there', async () => {
  await signFrom('00:00')
  const page = await opened('zhuren', 'complaint-tally')
  await page.getByLabel('备注').fill('一件转错部门，已改正')
  await page.getByRole('button', { name: '签字', exact: true }).click()
  await page.getByRole('tooltip').getByText('确认签字？当天接到 2 件投诉').waitFor()
  await page.getByRole('tooltip').getByRole('button', { name: '签字' }).click()
  await page.getByText(/王建国 · /).waitFor()
  await page.getByText('一件转错部门，已改正').waitFor()
  expect(await page.getByLabel('备注').count()).toBe(0)
  for (const name of ['打印', '导出']) {
    const href = await page.getByRole('link', { name }).getAttribute('href')
    expect((await page.context().request.get(web.server.url + href)).status(), name).toBe(200)
  }
  await page.getByRole('table').getByText('保洁三天没来').click()
  await page.waitForURL(/\/matters\//)
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('CP-127a the tally holds on a phone and at 1024 px, dark, in en', async () => {
  for (const path of ['complaint-tally', 'complaint-tally?tab=days', 'complaint-tally?section=due']) {
    await expectHolds(web, 'zhuren', path, { ...NARROW_DARK, lang: 'en' })
    await expectHolds(web, 'zhuren', path, { width: 390, lang: 'en' })
  }
})
