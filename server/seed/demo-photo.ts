import { createHash } from 'node:crypto'
import sharp from 'sharp'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { storageOf } from '#platform/files/storage.ts'
import type { House } from '#platform/house.ts'
import { newId } from '#platform/ids.ts'

type Purpose = 'before' | 'after'
type Picture = { key: string; size: number; sha256: string }
const drawn = new Map<string, Promise<Picture>>()

/** A picture of the demo's own making, stored once per purpose, and a file row of its own for each use. */
export const demoPhoto = async (
  tx: Tx,
  house: House,
  estateId: Uuid,
  matterId: Uuid | null,
  by: Uuid,
  purpose: Purpose,
): Promise<Uuid> => {
  const picture = await demoPicture(house, estateId, purpose)
  const id = newId()
  await tx.db
    .insertInto('file')
    .values({
      estate_id: estateId,
      id,
      matter_id: matterId,
      purpose,
      name: purpose === 'before' ? '维修前.jpg' : '维修后.jpg',
      mime: 'image/jpeg',
      size: picture.size,
      sha256: picture.sha256,
      storage_key: picture.key,
      thumbnail_key: `${picture.key}.webp`,
      width: 640,
      height: 480,
      taken_at: tx.now,
      uploaded_by: by,
      uploaded_at: tx.now,
    })
    .execute()
  return id
}

/** The picture itself, drawn once. */
export const demoPicture = (house: House, estateId: Uuid, purpose: Purpose): Promise<Picture> => {
  const cacheKey = `${house.config.dataDir} ${purpose}`
  return drawn.get(cacheKey) ?? remember(cacheKey, draw(house, estateId, purpose))
}

const remember = (key: string, picture: Promise<Picture>) => {
  drawn.set(key, picture)
  return picture
}

const draw = async (house: House, estateId: Uuid, purpose: Purpose): Promise<Picture> => {
  const water =
    purpose === 'before'
      ? '<path d="M300 250 q20 60 0 90 q-20 -30 0 -90" fill="#3f72af"/><ellipse cx="320" cy="400" rx="180" ry="30" fill="#9cc3e6"/>'
      : '<path d="M250 330 l50 50 l110 -120" stroke="#1d7044" stroke-width="18" fill="none"/>'
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480" fill="#e8ecee"/><rect x="120" y="120" width="400" height="30" rx="12" fill="#8a969e"/><rect x="300" y="140" width="36" height="110" rx="10" fill="#8a969e"/>${water}</svg>`
  const bytes = await sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer()
  const key = `${estateId}/demo/${purpose}.jpg`
  const disk = await storageOf(house.config)
  await disk.put(key, bytes)
  await disk.put(`${key}.webp`, await sharp(bytes).resize({ width: 480 }).webp().toBuffer())
  return { key, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}
