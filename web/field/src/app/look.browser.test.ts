import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { expectAccessible } from '#test/browser/accessible.ts'
import { type FieldGround, layFieldGround } from '#test/browser/field-ground.ts'
import { phonePhoto, signInAt } from '#test/browser/field-hand.ts'
import { fieldPhone } from '#test/browser/field-phone.ts'
import type { FieldServer } from '#test/browser/field-web.ts'
import { expectNoConsoleErrors } from '#test/browser/page-record.ts'
import { screenshot } from '#test/browser/screenshot.ts'

const web = fieldPhone({ one: true })
let server: FieldServer
let ground: FieldGround
let page: Page

beforeAll(async () => {
  ;({ server, page } = web)
  ground = await layFieldGround(server.staff, 'jishu')
  await page.goto(`${server.url}/field/`)
  await page.getByLabel('用户名').waitFor()
  await screenshot(page, 'field-sign-in')
  await expectAccessible(page)
  await signInAt(page, server.url, 'jishu')
}, 180_000)
const WIDTHS = [390, 360, 768] as const
/** The page as a phone shows it holds nothing beyond its edge, nothing that axe finds, and no target below 48 px. */
const holds = async (name: string, within?: string) => {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wide, `${name} at ${width}`).toBeLessThanOrEqual(1)
    const small = await page
      .locator('button:visible, a:visible, label[for]:visible:has(svg)')
      .evaluateAll((targets) =>
        targets
          .filter((target) => target.getBoundingClientRect().height < 48)
          .map((target) => target.outerHTML.slice(0, 120)),
      )
    expect(small, `${name} at ${width}`).toEqual([])
  }
  await page.setViewportSize({ width: 390, height: 844 })
  await screenshot(page, `field-${name}`)
  await expectAccessible(page, within ? { within } : {})
}

test('every page of the field app is whole at 360, 390 and 768, for fingers and for axe', async () => {
  const photo = await phonePhoto()
  const open = (path: string) => page.goto(`${server.url}/field${path}`)
  await page.getByText('早班楼栋巡检').waitFor()
  await holds('today')
  await page.getByText('早班楼栋巡检').click()
  await page.getByRole('button', { name: /^下一处/ }).waitFor()
  await holds('round')
  await page.getByRole('button', { name: /^下一处/ }).click()
  const item = page.locator('li[data-answer]').first()
  await item.getByRole('button', { name: '不合格' }).click()
  await item.locator('input[type=file]').setInputFiles({ name: 'p.jpg', mimeType: 'image/jpeg', buffer: photo })
  await item.locator('img').waitFor()
  await page.locator('li[data-answer]').nth(1).getByRole('button', { name: '合格', exact: true }).click()
  await page.locator('li[data-answer]').nth(2).getByRole('button', { name: '不适用' }).click()
  await page.getByRole('button', { name: /^提交/ }).click()
  await page.getByText(/还有 \d+ 项没做完/).waitFor()
  await holds('place')
  const [morning, noon, cleaning] = ground.rounds
  await open(`/rounds/${morning}/places/${ground.placeId('L3-2')}`)
  await page.getByText('这一处要先扫码').waitFor()
  await holds('place-scan')
  await open(`/rounds/${cleaning}`)
  await page.getByRole('button', { name: /^下一处/ }).click()
  await page.getByRole('dialog').waitFor()
  await holds('task', 'dialog')
  await open(`/rounds/${noon}`)
  await page.getByRole('button', { name: /^下一处/ }).click()
  await page.goBack()
  await page.getByRole('button', { name: '结束这一轮' }).click()
  await page.getByRole('dialog').waitFor()
  await holds('finish', 'dialog')
  for (const [path, name, text] of [
    ['/orders', 'orders', '工单'],
    ['/report', 'report', '上报'],
    ['/queue', 'queue', '待发'],
    ['/me', 'me', '退出登录'],
    ['/places', 'places', '临时检查'],
    ['/scan', 'scan', '不能使用相机'],
    ['/p/OTHER/TKNG1', 'other-estate', '这是别的小区'],
    ['/nowhere', 'nowhere', '页面不存在'],
  ] as const) {
    await open(path)
    await page.getByText(text).first().waitFor()
    await holds(name)
  }
  expectNoConsoleErrors(page, { except: [/401/] })
}, 240_000)

test('English and the dark are whole, too', async () => {
  await page.goto(`${server.url}/field/me`)
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('button', { name: 'Dark' }).click()
  await holds('me-en-dark')
  await page.goto(`${server.url}/field/rounds/${ground.rounds[0]}/places/${ground.placeId('G1')}`)
  await page.getByRole('button', { name: /^Submit/ }).waitFor()
  await holds('place-en-dark')
  await page.goto(`${server.url}/field/`)
  await page.getByRole('heading', { name: 'Today' }).waitFor()
  await holds('today-en-dark')
  expectNoConsoleErrors(page, { except: [/401/] })
}, 120_000)
