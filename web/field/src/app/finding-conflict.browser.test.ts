import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Uuid } from '#contract/values.ts'
import { expectAccessible } from '#test/browser/accessible.ts'
import { type FieldGround, layFieldGround } from '#test/browser/field-ground.ts'
import { actsLeft, phonePhoto, signInAt, untilOffline } from '#test/browser/field-hand.ts'
import { fieldPhone } from '#test/browser/field-phone.ts'
import type { FieldServer } from '#test/browser/field-web.ts'
import { screenshot } from '#test/browser/screenshot.ts'
import { itemOf } from '#test/inspection-rows.ts'

const web = fieldPhone({ one: true })
let server: FieldServer
let ground: FieldGround
let phone: BrowserContext
let page: Page
const [LAMP, DOOR] = [itemOf('T01', 'T01-F-01'), itemOf('T01', 'T01-F-02')]

beforeAll(async () => {
  ;({ server, phone, page } = web)
  ground = await layFieldGround(server.staff, 'jishu')
  await signInAt(page, server.url, 'jishu')
}, 180_000)
const moves = () =>
  server.seen
    .filter(({ path }) => path.includes('/findings/'))
    .map(({ path, status }) => [path.split('/').at(-1), status])

/** A fault that is on the phone is put right without signal, and stays there. */
const mendWithoutSignal = async (statement: string, words: string) => {
  server.seen.length = 0
  await page.goto(`${server.url}/field/`)
  await untilOffline(page)
  await page.getByText(statement).waitFor()
  await phone.setOffline(true)
  await page.getByText(statement).click()
  const buffer = await phonePhoto()
  await page.locator('input[type=file]').setInputFiles({ name: 'p.jpg', mimeType: 'image/jpeg', buffer })
  await page.getByRole('button', { name: '删除 拍照 1' }).waitFor()
  await page.getByLabel('怎么处理的，现在怎样').fill(words)
  await page.getByRole('button', { name: '已整改' }).click()
  await page.getByRole('heading', { name: '今天' }).waitFor()
  await expect.poll(() => actsLeft(page)).toBe(1)
  expect(moves()).toEqual([])
}

test('a second sighting meanwhile does not refuse what was put right without signal; it says when it was done', async () => {
  const id: Uuid = await ground.finding('G1', LAMP.id, 'repair')
  await mendWithoutSignal(LAMP.zh, '已更换灯泡')
  const before = new Date().toISOString()
  await ground.seenAgain('G1', LAMP.id)
  await phone.setOffline(false)
  await expect.poll(() => actsLeft(page), { timeout: 40_000 }).toBe(0)
  expect(moves()).toEqual([['rectify', 200]])
  const card = await ground.findingCard(id)
  expect(card).toMatchObject({ measure: '已更换灯泡', photos: { after: [{}] } })
  expect(card.sightings).toHaveLength(2)
  // not when it arrived
  expect((card.rectifiedAt ?? '') < before).toBe(true)
}, 120_000)

test('a finding put right without signal that was given to somebody else meanwhile is shown as that, and nothing is lost', async () => {
  const id: Uuid = await ground.finding('G1', DOOR.id, 'repair')
  await mendWithoutSignal(DOOR.zh, '门已调好')
  await ground.giveFinding(id, 'repair', 'jishu2')
  await phone.setOffline(false)
  await expect.poll(() => moves(), { timeout: 40_000 }).toEqual([['rectify', 404]])
  await page.goto(`${server.url}/field/queue`)
  await page.getByText('没有信号的时候，这一项改派给了别人，或您已不能处理。').waitFor()
  await screenshot(page, 'field-finding-conflict')
  await expectAccessible(page)
  expect((await ground.findingCard(id)).measure).toBeNull()
  // it stays with its words and its photo until a person has decided, also when the browser was closed
  await page.reload()
  await page.getByText('没有信号的时候，这一项改派给了别人，或您已不能处理。').waitFor()
  await page.getByRole('button', { name: '改成给服务台的说明' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('textbox').fill('已经修好，请转告新的处理人')
  await sheet.getByRole('button', { name: '改成给服务台的说明' }).click()
  await expect.poll(() => actsLeft(page), { timeout: 40_000 }).toBe(0)
  const report = server.seen.filter(({ path, status }) => path.endsWith('/matters') && status === 201).at(-1)
  expect(JSON.stringify(report?.answer)).toContain('门已调好')
}, 120_000)
