import { createHash } from 'node:crypto'
import sharp from 'sharp'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { storageOf } from '#platform/files/storage.ts'
import type { House } from '#platform/house.ts'
import { newId } from '#platform/ids.ts'

/** What the demo draws: a dripping pipe, the same mended, a slip, goods at the gate. */
export type DemoPicture = 'before' | 'after' | 'slip' | 'goods'
const NAMES: Record<DemoPicture, string> = { before: '维修前', after: '维修后', slip: '放行条', goods: '物品' }
type Picture = { key: string; size: number; sha256: string }
const drawn = new Map<string, Promise<Picture>>()

/** A picture of the demo's own making, stored once per purpose, and a file row of its own for each use. */
export const demoPhoto = async (
  tx: Tx,
  house: House,
  estateId: Uuid,
  matterId: Uuid | null,
  by: Uuid,
  of: DemoPicture,
): Promise<Uuid> => {
  const picture = await demoPicture(house, estateId, of)
  const id = newId()
  await tx.db
    .insertInto('file')
    .values({
      estate_id: estateId,
      id,
      matter_id: matterId,
      purpose: of === 'before' || of === 'after' ? of : 'photo',
      name: `${NAMES[of]}.jpg`,
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
export const demoPicture = (house: House, estateId: Uuid, purpose: DemoPicture): Promise<Picture> => {
  const cacheKey = `${house.config.dataDir} ${purpose}`
  return drawn.get(cacheKey) ?? remember(cacheKey, draw(house, estateId, purpose))
}

const remember = (key: string, picture: Promise<Picture>) => {
  drawn.set(key, picture)
  return picture
}

const PIPE =
  '<rect x="120" y="120" width="400" height="30" rx="12" fill="#8a969e"/><rect x="300" y="140" width="36" height="110" rx="10" fill="#8a969e"/>'
const DRAWN: Record<DemoPicture, string> = {
  before: `${PIPE}<path d="M300 250 q20 60 0 90 q-20 -30 0 -90" fill="#3f72af"/><ellipse cx="320" cy="400" rx="180" ry="30" fill="#9cc3e6"/>`,
  after: `${PIPE}<path d="M250 330 l50 50 l110 -120" stroke="#1d7044" stroke-width="18" fill="none"/>`,
  slip: '<rect x="170" y="60" width="300" height="360" fill="#fdfdf8" stroke="#8a969e" stroke-width="4"/><path d="M200 110h240M200 170h200M200 220h240M200 270h160M200 320h240" stroke="#5b676e" stroke-width="8"/><circle cx="400" cy="350" r="44" stroke="#b4452c" stroke-width="6" fill="none"/>',
  goods:
    '<rect x="110" y="210" width="180" height="180" fill="#c79a63" stroke="#8a6a3f" stroke-width="5"/><rect x="310" y="150" width="220" height="240" fill="#d9b27c" stroke="#8a6a3f" stroke-width="5"/><path d="M200 210v180M420 150v240" stroke="#8a6a3f" stroke-width="5"/>',
}

const draw = async (house: House, estateId: Uuid, purpose: DemoPicture): Promise<Picture> => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480" fill="#e8ecee"/>${DRAWN[purpose]}</svg>`
  const bytes = await sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer()
  const key = `${estateId}/demo/${purpose}.jpg`
  const disk = await storageOf(house.config)
  await disk.put(key, bytes)
  await disk.put(`${key}.webp`, await sharp(bytes).resize({ width: 480 }).webp().toBuffer())
  return { key, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}
