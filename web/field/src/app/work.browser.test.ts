import type { BrowserContext, Page } from 'playwright-core'
import encodeQR from 'qr'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { uploadFile } from '#contract/files.ts'
import type { Uuid } from '#contract/values.ts'
import { expectAccessible } from '#test/browser/accessible.ts'
import { type FieldGround, layFieldGround } from '#test/browser/field-ground.ts'
import { actsLeft, phonePhoto, signInAt, untilOffline } from '#test/browser/field-hand.ts'
import { fieldPhone } from '#test/browser/field-phone.ts'
import type { FieldServer } from '#test/browser/field-web.ts'
import { expectNoConsoleErrors } from '#test/browser/page-record.ts'
import { screenshot } from '#test/browser/screenshot.ts'
import { itemOf } from '#test/inspection-rows.ts'

const web = fieldPhone({ one: true, senses: true })
let server: FieldServer
let ground: FieldGround
let phone: BrowserContext
let page: Page
let findingId: Uuid
const BROKEN = itemOf('T01', 'T01-F-01')

beforeAll(async () => {
  ;({ server, phone, page } = web)
  ground = await layFieldGround(server.staff, 'jishu')
  findingId = await ground.finding('G1', BROKEN.id, 'repair')
  await signInAt(page, server.url, 'jishu')
  await untilOffline(page)
}, 180_000)
const home = async () => {
  await page.goto(`${server.url}/field/`)
  await page.getByRole('heading', { name: '今天' }).waitFor()
}
const allSent = () => expect.poll(() => actsLeft(page), { timeout: 40_000 }).toBe(0)
/** A label as it hangs at a place, photographed. */
const labelPhoto = (text: string) =>
  sharp(Buffer.from(encodeQR(text, 'svg')))
    .resize(600, 600)
    .extend({ top: 120, bottom: 120, left: 200, right: 200, background: '#d0d0d0' })
    .flatten({ background: '#ffffff' })
    .jpeg()
    .toBuffer()

test('FD-810 a task is ticked at its place, and what could not be done says why', async () => {
  await home()
  await phone.setOffline(true)
  await page.getByText('垃圾桶清洁消毒').click()
  await page.getByRole('button', { name: /^下一处/ }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByText('擦拭桶身，喷洒消毒液').waitFor()
  await sheet.getByRole('button', { name: '做不了，写原因' }).click()
  await sheet.getByRole('button', { name: '没做' }).click()
  await sheet.getByText('请写明原因').waitFor()
  await sheet.getByLabel('原因').fill('消毒液用完')
  await sheet.getByRole('button', { name: '没做' }).click()
  await page.getByText('没看：消毒液用完').waitFor()
  await page.getByRole('button', { name: '结束这一轮' }).click()
  await page.getByRole('button', { name: '确认结束' }).click()
  await page.getByRole('heading', { name: '今天' }).waitFor()
  await phone.setOffline(false)
  await allSent()
  expect(server.seen.filter(({ path }) => path.endsWith('/tick')).map(({ status }) => status)).toEqual([200])
  expect(await ground.round(2)).toMatchObject({
    state: 'done',
    skipped: 1,
    stops: [{ code: 'B7', doneAt: null, skippedReason: '消毒液用完' }],
  })
}, 90_000)

test('FD-810 a task at a place that asks where the phone is is ticked with the position, or with the reason; closed over, it is there again', async () => {
  await home()
  await page.getByText('岗亭清洁').click()
  await page.getByRole('button', { name: /^下一处/ }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByText('这一处要记录手机位置').waitFor()
  await sheet.getByRole('button', { name: '做完了' }).click()
  await sheet.getByText('先记录手机位置。').waitFor()
  await sheet.getByRole('button', { name: '定位' }).click()
  await sheet.getByLabel('为什么定不了位').fill('岗亭里没有信号')
  await sheet.getByRole('button', { name: '关闭' }).click()
  await page.getByRole('button', { name: /^下一处/ }).click()
  expect(await sheet.getByLabel('为什么定不了位').inputValue()).toBe('岗亭里没有信号')
  await sheet.getByRole('button', { name: '做完了' }).click()
  await page.getByRole('button', { name: '结束这一轮' }).waitFor()
  await allSent()
  expect((await ground.round(3)).stops).toMatchObject([{ position: null, positionMissing: '岗亭里没有信号' }])
}, 90_000)

test('a code is read on the phone without signal and opens its place; one of another estate is refused', async () => {
  await home()
  await phone.setOffline(true)
  await page.getByRole('link', { name: '扫码' }).click()
  const read = async (text: string) =>
    page
      .getByLabel('从照片里读码')
      .setInputFiles({ name: 'l.jpg', mimeType: 'image/jpeg', buffer: await labelPhoto(text) })
  await read('https://wuyou.example/field/p/OTHER/TKNG1')
  await page.getByText('这是别的小区（OTHER）的码').waitFor()
  await read('https://wuyou.example/field/p/CH/forged-label')
  await page.getByText('手机里没有这个码').waitFor()
  await read('https://wuyou.example/field/p/CH/TKNL3-2')
  await page.getByRole('heading', { name: '3栋2单元电梯' }).waitFor()
  await page.getByText('已扫码').waitFor()
  // the round that waits for this place has it
  expect(page.url()).toContain(`/rounds/${ground.rounds[0]}/places/`)
  await phone.setOffline(false)
}, 90_000)

test('the address on a label, opened by the camera of the phone itself, leads to the same place', async () => {
  await page.goto(`${server.url}/field/p/CH/TKNP1`)
  await page.getByRole('heading', { name: '地下一层停车场' }).waitFor()
  expectNoConsoleErrors(page, { except: [/session.*401|401.*session/, /ERR_INTERNET_DISCONNECTED/] })
}, 60_000)

test('a finding is put right with a photo and words, not without', async () => {
  await home()
  await page.getByText(BROKEN.zh).click()
  await page.getByText('路过看到').waitFor()
  await page.getByRole('button', { name: '已整改' }).click()
  await page.getByText('要拍照片').waitFor()
  await screenshot(page, 'field-finding')
  await expectAccessible(page)
  const buffer = await phonePhoto()
  await page.locator('input[type=file]').setInputFiles({ name: 'p.jpg', mimeType: 'image/jpeg', buffer })
  await page.getByRole('button', { name: '删除 拍照 1' }).waitFor()
  await page.getByLabel('怎么处理的，现在怎样').fill('已更换灯泡')
  await page.getByRole('button', { name: '已整改' }).click()
  await page.getByRole('heading', { name: '今天' }).waitFor()
  await allSent()
  const moves = server.seen.filter(({ path }) => path.includes('/findings/'))
  expect(moves.map(({ path, status }) => [path.split('/').at(-1), status])).toEqual([['rectify', 200]])
  const photos = server.seen.filter(({ path }) => path.endsWith('/files'))
  const { id } = uploadFile.response.parse(photos.at(-1)?.answer)
  expect(await ground.findingCard(findingId)).toMatchObject({ measure: '已更换灯泡', photos: { after: [{ id }] } })
  await expect.poll(() => page.getByText(BROKEN.zh).count()).toBe(0)
}, 90_000)

test('a voice note is recorded, heard and sent with the report', async () => {
  await page.goto(`${server.url}/field/report`)
  await page.getByRole('button', { name: '语音说明' }).click()
  await page.getByRole('button', { name: '说完了' }).waitFor()
  await new Promise((spoken) => setTimeout(spoken, 1_500))
  await page.getByRole('button', { name: '说完了' }).click()
  await page.locator('audio').waitFor()
  await page.getByLabel('看到了什么').fill('有异响，见语音')
  await page.getByLabel('在哪里').fill('水泵房')
  await page.getByRole('button', { name: '上报' }).click()
  await page.getByRole('heading', { name: '今天' }).waitFor()
  await allSent()
  const files = server.seen.filter(({ path, status }) => path.endsWith('/files') && status === 201)
  expect(uploadFile.response.parse(files.at(-1)?.answer)).toMatchObject({
    purpose: 'audio',
    name: expect.stringMatching(/^voice/),
  })
  const report = server.seen.filter(({ path }) => path.endsWith('/matters')).at(-1)
  expect(report?.status).toBe(201)
}, 90_000)

test('FD-766 who looks again sees on the phone what was wrong, what was done about it and its photo', async () => {
  await page.goto(`${server.url}/field/me`)
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '退出登录' }).click()
  await page.getByLabel('用户名').waitFor()
  await signInAt(page, server.url, 'guanjia')
  await page.getByText(BROKEN.zh).click()
  await page.getByRole('button', { name: '复查合格' }).waitFor()
  await page.getByText('路过看到').waitFor()
  await page.getByText('已更换灯泡').waitFor()
  const picture = page.getByRole('img', { name: /^整改情况/ })
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
  await screenshot(page, 'field-finding-told')
  await expectAccessible(page)
}, 60_000)
