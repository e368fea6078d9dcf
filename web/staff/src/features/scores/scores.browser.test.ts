import type { Locator } from 'playwright-core'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { FileView } from '#contract/files.ts'
import { Place } from '#contract/places.ts'
import { expectAccessible } from '#test/browser/accessible.ts'
import { closePage } from '#test/browser/browser.ts'
import { handsOf } from '#test/browser/desk-house.ts'
import { expectNoConsoleErrors } from '#test/browser/page-record.ts'
import { staffWeb } from '#test/browser/staff-web.ts'
import { PRODUCT_STANDARD } from '#test/inspection-rows.ts'

const web = staffWeb()
const { opened } = web
const STATEMENT = '年检合格证仍在有效期'
const LIFT = '9栋1单元电梯'

/** A tenth of a second of nothing, as a recorder would write it. */
const silence = (): Buffer => {
  const rate = 8000
  const sound = Buffer.alloc(44 + rate / 10, 0x80)
  sound.write('RIFF', 0)
  sound.writeUInt32LE(sound.length - 8, 4)
  sound.write('WAVEfmt ', 8)
  for (const [at, value] of [
    [16, 16],
    [24, rate],
    [28, rate],
    [40, rate / 10],
  ] as const)
    sound.writeUInt32LE(value, at)
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const)
    sound.writeUInt16LE(value, at)
  sound.write('data', 36)
  return sound
}

beforeAll(async () => {
  const { server, browser } = web
  const estate = `/api/v1/estates/${server.estateId}`
  const lead = await handsOf((await browser.newContext()).request, server, 'kefuzhuguan')
  const place = Place.parse(await lead.send('post', `${estate}/places`, { code: '9-1', touchpoint: 'T12', name: LIFT }))
  const { request } = await browser.newContext()
  const guard = await handsOf(request, server, 'baoan')
  const picture = sharp({ create: { width: 64, height: 48, channels: 3, background: '#c60' } }).jpeg()
  const upload = async (purpose: string, file: { name: string; mimeType: string; buffer: Buffer }) => {
    const sent = await request.post(`${server.url}${estate}/files?purpose=${purpose}`, {
      multipart: { file },
      headers: { origin: server.url, 'idempotency-key': crypto.randomUUID() },
    })
    return FileView.parse(await sent.json())
  }
  const photo = await upload('photo', { name: '合格证.jpg', mimeType: 'image/jpeg', buffer: await picture.toBuffer() })
  const voice = await upload('audio', { name: '语音.wav', mimeType: 'audio/wav', buffer: silence() })
  const now = new Date().toISOString()
  await guard.send('post', `${estate}/inspections`, {
    id: crypto.randomUUID(),
    placeId: place.id,
    beganAt: now,
    endedAt: now,
    sentAt: now,
    standardId: PRODUCT_STANDARD,
    answers: [
      { itemId: 'T12-F-12', answer: 'pass' },
      { itemId: 'T12-F-13', answer: 'fail', value: '2026-10-31', note: '上月到期', fileIds: [photo.id, voice.id] },
    ],
  })
}, 180_000)

test('FD-770 an item that failed opens the looks behind it, a look its photo, its spoken note, what was read off and how its score came about', async () => {
  const page = await opened('zhuren', 'scores')
  const fails = page.getByRole('table', { name: '反复不合格的项目' })
  await fails.getByRole('link', { name: STATEMENT }).click()
  await page.waitForURL(/\/scored-looks\?.*itemId=T12-F-13/)
  await fails.waitFor({ state: 'detached' })
  const row = page.getByRole('row').filter({ hasText: LIFT })
  await row.waitFor()
  expect(await page.getByRole('row').filter({ hasText: '马超' }).count()).toBe(1)

  /** The photo is there as a picture, not as its name alone, and opens whole. */
  const seesPhoto = async () => {
    const link = page.locator('main a:has(img)').first()
    const picture = link.locator('img')
    await picture.scrollIntoViewIfNeeded()
    await expect.poll(() => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)
    const whole = await link.getAttribute('href')
    const answer = await page.request.get(new URL(whole ?? '', page.url()).href)
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'image/jpeg'])
  }
  /** What was spoken is played where it stands, and is no broken picture. */
  const hearsVoice = async () => {
    const player = page.getByLabel(/语音说明 1$/)
    await player.scrollIntoViewIfNeeded()
    const length = () => player.evaluate((audio) => (audio instanceof HTMLAudioElement ? audio.duration : 0))
    await player.evaluate((audio) => (audio as HTMLAudioElement).load())
    await player.evaluate((audio) => void (audio as HTMLAudioElement).play())
    await expect.poll(length).toBeGreaterThan(0)
    await page.getByText('语音说明 1', { exact: true }).waitFor()
    expect(await page.locator('main a:has(img)').count()).toBe(1)
  }
  // by its score to why it has it, by itself to what was seen
  await row.getByRole('link').click()
  await page.waitForURL(/\/scored-looks\/[0-9a-f-]{36}$/)
  const items = page.getByRole('region', { name: '检查项' })
  await items.getByText(STATEMENT).waitFor()
  await items.getByText('上月到期').waitFor()
  await page.getByText('2026-10-31').first().waitFor()
  await seesPhoto()
  await hearsVoice()
  await page.goBack()
  await row.getByText(LIFT).click()
  await page.waitForURL(/\/inspections\/[0-9a-f-]{36}$/)
  await page.getByText('上月到期').waitFor()
  await page.getByText('2026-10-31').first().waitFor()
  await seesPhoto()
  await hearsVoice()
  await expectAccessible(page, { within: 'main' })
  // the note belongs to what was found, too
  await page.getByRole('link', { name: /^整改/ }).click()
  await page.getByRole('region', { name: '检查发现' }).getByText('整改前', { exact: true }).waitFor()
  await hearsVoice()
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('FD-770 every figure of a month opens what it counts: families their places, coverage, versions their looks, a month itself', async () => {
  const page = await opened('zhuren', 'scores')
  const touchpoints = page.getByRole('table', { name: '各触点得分' })
  await touchpoints.waitFor()
  const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7)
  /** Follows a figure and comes back. */
  const opens = async (link: Locator, where: RegExp) => {
    await link.click()
    await page.waitForURL(where)
    await page.getByText(LIFT).first().waitFor()
    await page.goBack()
    await touchpoints.waitFor()
  }
  const lifts = touchpoints.getByRole('row').filter({ hasText: 'T12' })
  await opens(lifts.getByRole('link', { name: /^\d+ \/ \d+$/ }), /place-scores\?.*touchpoint=T12/)
  const family = page.locator('main .w-card').filter({ hasText: '两条动线' }).first()
  await opens(family.getByRole('link'), /place-scores\?.*family=two-flow-lines/)
  const findings = page.locator('main .w-card').filter({ hasText: '检查发现' }).first()
  for (const [name, where] of [
    [/^\d+$/, /findings\?.*from=.*rejected=false/],
    [/^其中重复/, /findings\?.*repeat=true/],
    [/^当月关闭/, /findings\?.*closedFrom=/],
    [/^期末未关闭/, /findings\?.*openOn=/],
    [/^其中已超时/, /findings\?.*overdue=true/],
  ] as const) {
    const link = findings.getByRole('link', { name })
    const count = Number(/\d+$/.exec((await link.textContent())?.trim() ?? '')?.[0])
    await link.click()
    await page.waitForURL(where)
    const rows = page.locator('tbody tr.ant-table-row')
    await expect.poll(() => rows.count(), { message: String(name), timeout: 10_000 }).toBe(count)
    await page.goBack()
    await touchpoints.waitFor()
  }
  const versions = page.getByRole('table', { name: '所用标准版本' })
  await opens(versions.getByRole('link').first(), /scored-looks\?.*standardId=.*variantId=none/)
  await page.getByRole('button', { name: '看表格' }).first().click()
  await page
    .getByRole('table')
    .filter({ hasText: month.slice(2) })
    .getByRole('button')
    .last()
    .click()
  await page.waitForURL(new RegExp(`scores\\?month=${month}`))
  // a place keeps the month
  await page.goto(page.url().replace('/scores?', '/place-scores?'))
  await page.getByText(LIFT).first().click()
  await page.waitForURL(new RegExp(`scored-looks\\?.*month=${month}`))
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('a cell of the company heat map opens the scores of that estate, and one of a touchpoint the places behind it', async () => {
  const page = await opened('lingdao', 'company-scores')
  // the estate's own and that of lifts: one of two critical items failed there
  const cells = page.getByRole('row').getByRole('link', { name: /^50/ })
  await cells.first().waitFor()
  expect(await cells.count()).toBe(2)
  await cells.first().click()
  await page.waitForURL(/\/e\/CH\/scores/)
  await page.getByRole('table', { name: '反复不合格的项目' }).getByRole('link', { name: STATEMENT }).waitFor()
  await page.goBack()
  await cells.last().click()
  await page.waitForURL(/\/e\/CH\/place-scores\?.*touchpoint=T12/)
  await page.getByText(LIFT).first().waitFor()
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('the heat map of the company is printed as it is sorted and searched, in the language of the page', async () => {
  const page = await opened('lingdao', 'company-scores?order=name:desc&q=CH')
  const print = page.getByRole('link', { name: '打印热图' })
  const address = new URL((await print.getAttribute('href')) ?? '', page.url())
  expect(Object.fromEntries(address.searchParams)).toEqual({ sort: 'name', direction: 'desc', q: 'CH', lang: 'zh' })
  const answer = await page.request.get(address.href)
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf'])
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('FD-770 the looks of a place stand below its twelve months, as a chart and as a table; a month opens its looks', async () => {
  const page = await opened('zhuren', 'place-scores')
  await page.getByText(LIFT).first().click()
  await page.waitForURL(/scored-looks\?.*placeId=/)
  const trend = page.getByRole('region', { name: `${LIFT} · 近十二个月` })
  await trend.getByRole('img').first().waitFor()
  const months = trend.getByRole('table', { name: `${LIFT} · 近十二个月` })
  expect(await months.getByRole('row').count()).toBe(13)
  const now = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7)
  const row = months.getByRole('row').filter({ hasText: now })
  // one look of this month; the version that it was held to took no other's place
  expect(await row.getByRole('cell').allInnerTexts()).toEqual(['50.0', '—', '1', ''])
  await expectAccessible(page, { within: 'main' })
  const looks = page.getByRole('table', { name: '检查记录' })
  await row.getByRole('link', { name: '1', exact: true }).click()
  await page.waitForURL(new RegExp(`scored-looks\\?.*month=${now}`))
  await looks.getByRole('row').filter({ hasText: LIFT }).waitFor()
  expect(await months.locator('tr[aria-current]').textContent()).toContain(now)
  // by keys and words alone: the table of the chart opens a month, too; where nobody looked there is nothing
  await trend.getByRole('button', { name: '看表格' }).click()
  await trend.getByRole('table').first().getByRole('button').first().click()
  await page.waitForURL((url) => url.searchParams.get('month') !== now)
  await looks.getByRole('row').filter({ hasText: LIFT }).waitFor({ state: 'detached' })
  const file = await trend.getByRole('link', { name: '导出' }).getAttribute('href')
  expect((await page.request.get(new URL(file ?? '', page.url()).href)).status()).toBe(200)
  expectNoConsoleErrors(page)
  await closePage(page)
})
