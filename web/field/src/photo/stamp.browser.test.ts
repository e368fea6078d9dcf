import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { type FieldGround, layFieldGround } from '#test/browser/field-ground.ts'
import { phonePhoto, setClock, signInAt } from '#test/browser/field-hand.ts'
import { fieldPhone } from '#test/browser/field-phone.ts'

type Drawn = { text: string; x: number; y: number; width: number; height: number }

const web = fieldPhone()
let ground: FieldGround
let page: Page
const HOUR_MS = 3_600_000
const wall = (ms: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(ms)

beforeAll(async () => {
  ground = await layFieldGround(web.server.staff, 'jishu')
}, 180_000)
beforeEach(async () => {
  // what is written into a picture, with the size of the picture
  await web.phone.addInitScript(() => {
    const drawn: Drawn[] = []
    Object.assign(globalThis, { drawn })
    const write = CanvasRenderingContext2D.prototype.fillText
    CanvasRenderingContext2D.prototype.fillText = function (...given) {
      const [text, x, y] = given
      drawn.push({ text, x, y, width: this.canvas.width, height: this.canvas.height })
      write.apply(this, given)
    }
  })
  await setClock(web.phone, 3 * HOUR_MS)
  page = web.page
  await signInAt(page, web.server.url, 'jishu')
})

/** The photo that is shown, as it lies on the phone and is sent. */
const shown = async (): Promise<Buffer> => {
  const picture = await page
    .locator('li[data-answer] img')
    .first()
    .evaluate(async (image: HTMLImageElement) => {
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = image.naturalWidth
      canvas.height = image.naturalHeight
      canvas.getContext('2d')?.drawImage(image, 0, 0)
      return canvas.toDataURL('image/png')
    })
  return Buffer.from(picture.slice(picture.indexOf(',') + 1), 'base64')
}
type Pixels = { data: Buffer; info: { width: number; height: number; channels: number } }
const rows = ({ data, info }: Pixels, from: number, to: number): number[] =>
  Array.from({ length: (to - from) * info.width }, (_, n) => data[(from * info.width + n) * info.channels] ?? 0)
const share = (of: readonly number[], fits: (red: number) => boolean) => of.filter(fits).length / of.length

test('a photo is stamped with its true time, the place and the inspector, in letters that stand on it', async () => {
  await page.goto(`${web.server.url}/field/rounds/${ground.rounds[0]}/places/${ground.placeId('G1')}`)
  const item = page.locator('li[data-answer]').first()
  await item.getByRole('button', { name: '不合格' }).click()
  const before = Date.now()
  await item
    .locator('input[type=file]')
    .setInputFiles({ name: 'p.jpg', mimeType: 'image/jpeg', buffer: await phonePhoto() })
  await item.locator('img').waitFor()
  const times = [wall(before), wall(Date.now())]

  const drawn = await page.evaluate(() => (globalThis as unknown as { drawn: Drawn[] }).drawn)
  const { estate, me } = await page.evaluate(
    async (id) => (await fetch(`/api/v1/estates/${id}/field/pack`)).json(),
    web.server.staff.estateId,
  )
  expect(drawn).toHaveLength(2)
  expect(times.map((time) => `${time}  ${me.name}`)).toContain(drawn[0]?.text)
  expect(drawn[1]?.text).toBe(`${estate.name}  1号门岗`)
  for (const { x, y, width, height } of drawn) {
    expect([x > 0, x < width / 10, y > height * 0.8, y < height]).toEqual([true, true, true, true])
  }

  // and it is there in what is sent: light letters on a dark band, the picture above it as it was
  const { data, info } = await sharp(await shown())
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect(Math.max(info.width, info.height)).toBe(1_600)
  const pixels = { data, info }
  const [top, bottom] = [Math.round((drawn[0]?.y ?? 0) - 5), info.height]
  const picture = rows(pixels, 0, Math.round(info.height / 2))
  const band = rows(pixels, top, bottom)
  expect(share(picture, (red) => Math.abs(red - 0x7f) < 8)).toBeGreaterThan(0.99)
  expect(share(band, (red) => red < 0x50)).toBeGreaterThan(0.7)
  expect(share(band, (red) => red > 0xe0)).toBeGreaterThan(0.01)
  const line = Math.round((drawn[1]?.y ?? 0) - (drawn[0]?.y ?? 0))
  for (const { y } of drawn)
    expect(share(rows(pixels, Math.round(y), Math.round(y) + line - 4), (red) => red > 0xe0)).toBeGreaterThan(0.01)
})
