import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { type Refusal, refuse } from '#contract/refusal.ts'

export type Inspected = { mime: string; width: number | null; height: number | null; thumbnail: Buffer | null }

const TAKEN = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'application/pdf',
  'audio/mpeg',
  'audio/mp4',
  'audio/x-m4a',
  'audio/ogg',
  'audio/wav',
  // what a phone's browser records is a webm of sound alone, which its bytes do not tell from a film
  'audio/webm',
  'video/webm',
  'audio/amr',
  'video/mp4',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
])
/** A picture of more pixels than this is a bomb, not a photo. */
const PIXELS = 60_000_000
const THUMBNAIL = 480

/** What the bytes really are. E_FILE_TYPE for a kind we do not take and for a picture that cannot be opened. */
export const inspectFile = async (bytes: Buffer): Promise<Inspected | Refusal> => {
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined)
  // the kind without its parameters: `audio/ogg; codecs=opus` is an ogg
  const mime = type?.mime.split(';')[0]?.trim() ?? null
  if (!mime || !TAKEN.has(mime)) return refuse('E_FILE_TYPE', { field: 'file', details: { found: mime } })
  if (!mime.startsWith('image/')) return { mime, width: null, height: null, thumbnail: null }
  try {
    const image = sharp(bytes, { limitInputPixels: PIXELS, failOn: 'error' }).autoOrient()
    const { data, info } = await image
      .resize({ width: THUMBNAIL, height: THUMBNAIL, fit: 'inside', withoutEnlargement: true })
      // a harder search for a smaller picture took half the time of a whole upload, for a few hundred bytes
      .webp({ quality: 75, effort: 0 })
      .toBuffer({ resolveWithObject: true })
    const { width, height } = await sharp(bytes, { limitInputPixels: PIXELS }).metadata()
    return { mime, width: width ?? info.width, height: height ?? info.height, thumbnail: data }
  } catch {
    return refuse('E_FILE_TYPE', { field: 'file', details: { found: mime, broken: true } })
  }
}
