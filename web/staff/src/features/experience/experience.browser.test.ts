import { beforeAll, expect, test } from 'vitest'
import { Place } from '#contract/places.ts'
import type { Uuid } from '#contract/values.ts'
import { closePage } from '#test/browser/browser.ts'
import { handsOf } from '#test/browser/desk-house.ts'
import { insertDemoLook } from '#test/browser/look-house.ts'
import { expectHolds, NARROW_DARK, staffWeb } from '#test/browser/staff-web.ts'

const web = staffWeb()
let look: Uuid
beforeAll(async () => {
  const { request } = await web.browser.newContext()
  const lead = await handsOf(request, web.server, 'kefuzhuguan')
  const estate = `/api/v1/estates/${web.server.estateId}`
  const lift = Place.parse(
    await lead.send('post', `${estate}/places`, { code: 'L-9', touchpoint: 'T12', name: '9栋电梯' }),
  )
  look = await insertDemoLook(web.server, lift, '2026-03-10', 'T12-F-13')
})

test('a month without looks says so and offers the last one; there the broken item is named and opens its look', async () => {
  const page = await web.opened('zhuren', 'experience?month=2026-04')
  await page.getByText('2026-04 还没有检查。').waitFor()
  await page.getByRole('button', { name: '看最近有检查的 2026-03' }).click()
  const mustBe = page.getByRole('region', { name: '必要品质' })
  await mustBe.getByText('致命项不合格').waitFor()
  await mustBe.getByText('57 / 62').waitFor()
  const next = page.getByRole('region', { name: '下一步做什么' })
  await next.getByRole('listitem').first().getByText('马上整改').waitFor()
  await next.getByRole('listitem').first().getByText('9栋电梯').waitFor()
  await mustBe.getByRole('link', { name: '检查记录' }).click()
  await page.waitForURL(`**/scored-looks/${look}`)
  await page.getByText('为什么是 59.0 分').waitFor()
  await closePage(page)
})

test('nobody was asked yet: the page says that what residents think is missing', async () => {
  const page = await web.opened('zhuren', 'experience?month=2026-03')
  await page.getByText('还没有做完过品质问卷').waitFor()
  const paper = await page.getByRole('link', { name: '打印一页' }).getAttribute('href')
  const pdf = await page.context().request.get(`${web.server.url}${paper}`)
  expect(pdf.headers()['content-type']).toContain('application/pdf')
  await closePage(page)
})

test('the picture holds on a narrow dark screen', () =>
  expectHolds(web, 'zhuren', 'experience?month=2026-03', NARROW_DARK))
