import { beforeAll, expect, test } from 'vitest'
import { closePage } from '#test/browser/browser.ts'
import { openComplaintHouse } from '#test/browser/complaint-house.ts'
import { expectNoConsoleErrors } from '#test/browser/page-record.ts'
import { staffWeb } from '#test/browser/staff-web.ts'

const web = staffWeb()
const { opened } = web
const LOADED = '多个标记的投诉，摘要写得比这一栏宽得多的时候也要看得清楚'
const OVER = '已经关闭的那一件'
let loaded: { id: string }
let over: { id: string }

beforeAll(async () => {
  const house = await openComplaintHouse(web)
  const receivedAt = new Date().toISOString()
  loaded = await house.complaint({
    receivedAt,
    title: LOADED,
    flags: ['online', 'wideImpact', 'hot', 'headMustAppear', 'groupComplaint'],
  })
  over = await house.complaint({
    receivedAt,
    title: OVER,
    open: false,
    flags: ['hot', 'headMustAppear'],
    headAppearedAt: '2026-11-03T06:00:00.000Z',
  })
}, 180_000)

test.each([1440, 1024] as const)(
  'a row shows its weightiest flag whole and says how many more there are, at %i px',
  async (width) => {
    const page = await opened('kefuzhuguan', 'complaints', { width })
    const cell = page.getByRole('row', { name: LOADED }).getByRole('cell').filter({ hasText: LOADED })
    await cell.getByText('负责人须到场').waitFor()
    const more = cell.getByTitle('热点、集体投诉、影响面广、网络')
    expect(await more.textContent()).toContain('+4')
    // nothing of it lies beyond the cell
    const [inside, outside] = [await more.boundingBox(), await cell.boundingBox()]
    if (!inside || !outside) throw new Error('the row is not drawn')
    expect(inside.x + inside.width).toBeLessThanOrEqual(outside.x + outside.width)
    expectNoConsoleErrors(page)
    await closePage(page)
  },
)

test('on a phone every flag of a complaint is written out', async () => {
  const page = await opened('kefuzhuguan', 'complaints', { width: 390 })
  const card = page.getByRole('listitem').filter({ hasText: LOADED })
  for (const word of ['负责人须到场', '热点', '集体投诉', '影响面广', '网络'])
    await card.getByText(word, { exact: true }).waitFor()
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('CP-024 that the head must come is red until they came, and quiet once the matter is over', async () => {
  const open = await opened('kefuzhuguan', `matters/${loaded.id}`)
  const ended = await opened('kefuzhuguan', `matters/${over.id}`)
  const toneOf = (word: string, page: typeof open) =>
    page
      .locator('main')
      .getByText(word, { exact: true })
      .first()
      .evaluate((element) => getComputedStyle(element).color)
  const red = await toneOf('热点', open)
  expect(await toneOf('负责人须到场', open)).toBe(red)
  expect(await toneOf('负责人须到场', ended)).not.toBe(red)
  await ended.getByText('负责人已到场 2026-11-03 14:00').waitFor()
  for (const page of [open, ended]) {
    expectNoConsoleErrors(page)
    await closePage(page)
  }
})
