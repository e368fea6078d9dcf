import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'

let t: TestHouse
let url: string
beforeAll(async () => {
  t = await openTestHouse({ settings: { UPLOAD_MAX_MB: '1' } })
  url = `/api/v1/estates/${t.a.id}/files`
})
afterAll(() => t.close())

const EDGE = 'x-x-x-x'
const headers = (key: string) => ({
  'content-type': `multipart/form-data; boundary=${EDGE}`,
  'idempotency-key': key,
})
const form = (bytes: Buffer, name: string, said: string) =>
  Buffer.concat([
    Buffer.from(
      `--${EDGE}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${said}\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${EDGE}--\r\n`),
  ])
const upload = (bytes: Buffer, { name = 'photo.jpg', said = 'image/jpeg', purpose = 'photo', key = newId() } = {}) =>
  t.as(t.a.staff.guard).send({
    method: 'POST',
    url: `${url}?purpose=${purpose}`,
    headers: headers(key),
    payload: form(bytes, name, said),
  })
const kept = () => t.tx(async ({ db }) => (await db.selectFrom('file').select('id').execute()).length)

const photo = (width = 640, height = 480) =>
  sharp({ create: { width, height, channels: 3, background: '#7fa0a8' } })
    .jpeg()
    .toBuffer()

/** A page of an Ogg stream (RFC 3533) that holds one packet. */
const oggPage = (kind: number, granule: number, seq: number, packet: Buffer): Buffer => {
  const page = Buffer.concat([Buffer.alloc(28), packet])
  page.write('OggS')
  page.writeUInt8(kind, 5)
  page.writeUInt32LE(granule, 6)
  page.writeUInt32LE(7, 14)
  page.writeUInt32LE(seq, 18)
  page.writeUInt8(1, 26)
  page.writeUInt8(packet.length, 27)
  let sum = 0
  for (const byte of page) {
    sum = (sum ^ (byte << 24)) >>> 0
    for (let bit = 0; bit < 8; bit += 1) sum = ((sum << 1) ^ (sum & 0x80000000 ? 0x04c11db7 : 0)) >>> 0
  }
  page.writeUInt32LE(sum, 22)
  return page
}
/** 20 ms of silence as a phone records it: the two heads of Opus (RFC 7845) and one frame. */
const spoken = (): Buffer => {
  const head = Buffer.from('OpusHead\x01\x01\x00\x00\x80\xbb\x00\x00\x00\x00\x00', 'latin1')
  const tags = Buffer.from('OpusTags\x05\x00\x00\x00wuyou\x00\x00\x00\x00', 'latin1')
  return Buffer.concat([
    oggPage(2, 0, 0, head),
    oggPage(0, 0, 1, tags),
    oggPage(4, 960, 2, Buffer.from([0xf8, 0xff, 0xfe])),
  ])
}

/** A PNG that says it is so large; its pixels would fill gigabytes. */
const hugePng = (side: number): Buffer => {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data])
    let sum = 0xffffffff
    for (const byte of body) {
      sum ^= byte
      for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
    }
    const [size, end] = [Buffer.alloc(4), Buffer.alloc(4)]
    size.writeUInt32BE(data.length)
    end.writeUInt32BE((sum ^ 0xffffffff) >>> 0)
    return Buffer.concat([size, body, end])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.writeUInt8(1, 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

test('a voice note that a phone records as Ogg with Opus is taken and played back as what it is', async () => {
  const sound = spoken()
  const taken = await upload(sound, { name: 'voice.ogg', said: 'audio/ogg;codecs=opus', purpose: 'audio' })
  expect(taken.status, JSON.stringify(taken.body)).toBe(201)
  expect(taken.body).toMatchObject({ mime: 'audio/ogg', purpose: 'audio', size: sound.length })
  const played = await t.as(t.a.staff.guard).get(`${url}/${taken.body.id}/content`)
  expect(played.headers['content-type']).toBe('audio/ogg')
  expect(String(played.headers['content-disposition'])).toMatch(/^inline/)
  expect(sound.equals(played.body)).toBe(true)
})

test('what is no photo is refused as a photo, whatever its name says, and nothing of it is kept', async () => {
  const before = await kept()
  const whole = await photo()
  const broken = Buffer.concat([whole.subarray(0, whole.length / 2), Buffer.alloc(200)])
  for (const [bytes, details] of [
    [Buffer.from('这不是照片，只是文字'), { found: null }],
    [Buffer.alloc(0), { found: null }],
    [broken, { found: 'image/jpeg', broken: true }],
    [hugePng(20_000), { found: 'image/png', broken: true }],
  ] as const) {
    const { status, body } = await upload(bytes)
    expect(status).toBe(415)
    expect(body.error).toMatchObject({ code: 'E_FILE_TYPE', field: 'file', details })
  }
  expect(await kept()).toBe(before)
})

test('a refused file takes nothing from its key: the right one under the same key is taken', async () => {
  const key = newId()
  expect((await upload(Buffer.from('text'), { key })).status).toBe(415)
  expect((await upload(await photo(), { key })).body).toMatchObject({ mime: 'image/jpeg', width: 640, height: 480 })
})

test('a file over the limit is refused as too large, and its sender hears it while still sending', async () => {
  const before = await kept()
  const over = Buffer.concat([await photo(), Buffer.alloc(1024 * 1024)])
  const { status, body } = await upload(over)
  expect(status).toBe(413)
  expect(body.error.code).toBe('E_TOO_LARGE')

  // over a real line: an answer that never came would be sent again for ever
  const address = await t.app.listen({ port: 0, host: '127.0.0.1' })
  const large = Buffer.concat([await photo(), Buffer.alloc(8 * 1024 * 1024)])
  const answer = await fetch(`${address}${url}`, {
    method: 'POST',
    headers: { ...headers(newId()), cookie: `test=${t.a.staff.guard}` },
    body: new Uint8Array(form(large, 'photo.jpg', 'image/jpeg')),
  })
  expect(answer.status).toBe(413)
  expect(await answer.json()).toMatchObject({ error: { code: 'E_TOO_LARGE' } })
  expect(await kept()).toBe(before)
})

test('a file that comes twice under its key, also at once, is kept once and gets its first answer; of the other nothing stays', async () => {
  const key = newId()
  const picture = await photo()
  const stored = async () =>
    (await readdir(join(t.house.config.dataDir, 'files'), { recursive: true, withFileTypes: true })).filter((f) =>
      f.isFile(),
    ).length
  const [rows, files] = [await kept(), await stored()]
  const answers = await Promise.all([upload(picture, { key }), upload(picture, { key }), upload(picture, { key })])
  expect(answers.map((a) => a.status)).toEqual([201, 201, 201])
  expect(new Set(answers.map((a) => a.body.id)).size).toBe(1)
  const again = await upload(picture, { key })
  expect([again.body, again.headers['idempotent-replay']]).toEqual([answers[0]?.body, 'true'])
  expect([await kept(), await stored()]).toEqual([rows + 1, files + 2])
  // under the key of another question it is an error of the client
  expect((await upload(picture, { key, purpose: 'signature' })).body.error.code).toBe('E_IDEMPOTENCY_MISMATCH')
  const lost = await t.as(t.a.staff.guard).send({
    method: 'POST',
    url: `${url}?purpose=photo&matterId=${newId()}`,
    headers: headers(newId()),
    payload: form(picture, 'p.jpg', 'image/jpeg'),
  })
  expect(lost.body.error).toMatchObject({ code: 'E_NOT_FOUND', field: 'query.matterId' })
  expect([await kept(), await stored()]).toEqual([rows + 1, files + 2])
})

test('a photo that a phone took lying down stands upright in its small picture, without what the phone knew of the place', async () => {
  const lying = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#7fa0a8' } })
    .withExif({ IFD0: { Make: 'phone' }, IFD3: { GPSLatitude: '31/1 13/1 49/1', GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const taken = await upload(lying)
  const { body } = await t.as(t.a.staff.guard).get(`${url}/${taken.body.id}/thumbnail`)
  const small = await sharp(body).metadata()
  expect([small.format, small.width, small.height, small.exif]).toEqual(['webp', 360, 480, undefined])
})
