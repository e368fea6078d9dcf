import type { Uuid } from '#contract/values.ts'
import { newId } from '#platform/ids.ts'
import type { TestHouse } from './house.ts'

export type TestPlace = { id: Uuid; code: string; touchpoint: string; label: string }
type Given = {
  code: string
  touchpoint: string
  traits?: string[]
  scanNeeded?: boolean
  positionNeeded?: boolean
  buildingId?: Uuid
}

/** Places of an estate, in the order given; their labels say their codes. */
export const placesIn = (t: TestHouse, estateId: Uuid, given: readonly Given[]): Promise<TestPlace[]> =>
  t.tx(async ({ db, now }) => {
    const made = given.map((g) => ({ ...g, id: newId(), label: `${estateId.slice(-6)}-${g.code}` }))
    await db
      .insertInto('place')
      .values(
        made.map((p, i) => ({
          estate_id: estateId,
          id: p.id,
          code: p.code,
          name: `${p.code}位置`,
          touchpoint: p.touchpoint,
          traits: p.traits ?? [],
          building_id: p.buildingId ?? null,
          label_token: p.label,
          scan_needed: p.scanNeeded ?? false,
          position_needed: p.positionNeeded ?? false,
          sort: i,
          created_at: now,
        })),
      )
      .execute()
    return made.map(({ id, code, touchpoint, label }) => ({ id, code, touchpoint, label }))
  })

/** A picture that this person has uploaded. */
export const photoOf = (t: TestHouse, estateId: Uuid, by: Uuid, mime = 'image/jpeg'): Promise<Uuid> =>
  t.tx(async ({ db, now }) => {
    const id = newId()
    await db
      .insertInto('file')
      .values({
        estate_id: estateId,
        id,
        purpose: 'photo',
        name: 'photo.jpg',
        mime,
        size: 100,
        sha256: 'x',
        storage_key: `test/${id}`,
        uploaded_by: by,
        uploaded_at: now,
      })
      .execute()
    return id
  })
