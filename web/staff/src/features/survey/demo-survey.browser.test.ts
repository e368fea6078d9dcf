import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible } from '#test/browser/accessible.ts'
import { closePage } from '#test/browser/browser.ts'
import { expectNoConsoleErrors } from '#test/browser/page-record.ts'
import { expectHolds, NARROW_DARK, staffWeb } from '#test/browser/staff-web.ts'

const web = staffWeb({ history: true })

/** The numbers of the points as they stand in the drawing. */
const drawn = async (picture: Locator): Promise<number[]> =>
  (await picture.locator('svg text').allTextContents()).filter((text) => /^\d+$/.test(text)).map(Number)

test('QM 6 of 3,000 invited 800 have answered, and the picture tells which attributes to build', async () => {
  const page = await web.opened('kefuzhuguan', 'surveys')
  await page.getByRole('link', { name: '服务品质问卷' }).click()
  await page.getByRole('tab', { name: '结果' }).click()
  await page.getByRole('button', { name: /^作答\D*800$/ }).waitFor()
  await page.getByText('26.7%').waitFor()

  const picture = page.getByRole('img', { name: '横轴是没有时的不满，纵轴是有时的满意，共 24 题。' })
  // every item stands in it; both axes go from 0 to 1
  const items = Array.from({ length: 24 }, (_, i) => i + 1)
  await expect.poll(async () => (await drawn(picture)).sort((a, b) => a - b)).toEqual([0, 0, 1, 1, ...items])
  const quadrant = (name: string) =>
    page.getByRole('region', { name, exact: true }).getByRole('button').allTextContents()
  expect(await quadrant('魅力品质')).toEqual(
    expect.arrayContaining(['大堂备有雨伞可以借用', '夏天举办露天电影和亲子活动', '手机上预约访客车位']),
  )
  expect(await quadrant('必要品质')).toContain('年检合格证仍在有效期')
  expect(await quadrant('无关品质')).toContain('大堂摆放自动售货机')

  // first what delights for the least effort; not what many do not want
  const build = page.locator('.w-card').filter({ has: page.getByRole('heading', { name: '最值得建' }) })
  const named = await build.getByRole('listitem').getByRole('button').allTextContents()
  expect(named[0]).toBe('大堂备有雨伞可以借用')
  expect(named).not.toContain('电梯内播放广告屏')
  await build.getByRole('button', { name: '大堂备有雨伞可以借用' }).click()
  await page
    .getByText(/有：喜欢；没有/)
    .first()
    .waitFor()
  await expectAccessible(page)
  expectNoConsoleErrors(page)
  const path = new URL(page.url()).pathname.replace('/e/CH/', '')
  await closePage(page)
  for (const look of [{}, NARROW_DARK, { width: 390, lang: 'en' } as const])
    await expectHolds(web, 'zhuren', `${path}?tab=results&by=tenure`, look)
}, 120_000)
