import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import { layFieldGround } from '#test/browser/field-ground.ts'
import { signInAt } from '#test/browser/field-hand.ts'
import { fieldPhone } from '#test/browser/field-phone.ts'
import type { FieldServer } from '#test/browser/field-web.ts'
import { screenshot } from '#test/browser/screenshot.ts'

const web = fieldPhone({ one: true })
let server: FieldServer
let page: Page
const BIN = CATALOGUE_ITEMS.filter((i) => i.touchpoint === 'T10' && i.trait === null && i.threshold === null)
const [reverse, delight] = [BIN[0]?.id ?? '', BIN[1]?.id ?? '']

beforeAll(async () => {
  ;({ server, page } = web)
  const ground = await layFieldGround(server.staff, 'jishu')
  await ground.asked({ [reverse]: 'reverse', [delight]: 'attractive' })
  await signInAt(page, server.url, 'jishu')
}, 180_000)

test('quality model 7, 8.3: a reverse statement that is true asks what is wrong; a delight that is absent only takes a remark', async () => {
  await page.getByRole('button', { name: '临时检查' }).click()
  await page.getByText('7号垃圾桶').first().click()
  const [stain, extra] = [page.locator(`#item-${reverse}`), page.locator(`#item-${delight}`)]
  await stain.getByRole('button', { name: '是', exact: true }).click()
  await stain.getByLabel(/哪里不合格/).fill('满地广告')
  await stain.locator('input[type=file]').waitFor({ state: 'attached' })
  await extra.getByRole('button', { name: '否', exact: true }).click()
  await extra.getByRole('button', { name: '加说明或照片' }).click()
  await extra.getByLabel(/要说明的/).waitFor()
  expect(await extra.getByLabel(/哪里不合格/).count()).toBe(0)
  expect(await page.getByText(/合格 0　不合格 1　不适用 0/).count()).toBe(1)
  expect([await stain.getAttribute('data-tone'), await extra.getAttribute('data-tone')]).toEqual(['fault', 'neither'])
  await screenshot(page, 'field-fault')
  // the statement is not true: well, with nothing to explain
  await stain.getByRole('button', { name: '否', exact: true }).click()
  await stain.getByLabel(/好在哪里/).waitFor()
  expect(await stain.getAttribute('data-tone')).toBe('well')
}, 90_000)
