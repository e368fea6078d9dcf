import type { Uuid } from '#contract/values.ts'
import { customerOf } from './desk-house.ts'
import type { TestHouse } from './house.ts'
import { addPhoto } from './inspection-rows.ts'

let homes = 0
/** A home of estate A with its owner. */
export const addHome = async (t: TestHouse): Promise<Uuid> => {
  homes += 1
  const { unitId } = await customerOf(t, { phone: `1370000${String(homes).padStart(4, '0')}`, room: `9-1-${homes}` })
  if (unitId === null) throw new Error('no home was made')
  return unitId
}

/** Something forbidden seen by a person at a home, with a photo of it. */
export const reported = async (t: TestHouse, by: Uuid, over: { unitId?: Uuid } & Record<string, unknown> = {}) =>
  t.as(by).post(`/api/v1/estates/${t.a.id}/violations`, {
    type: 'facade',
    words: '阳台外加装雨棚',
    photoIds: [await addPhoto(t, by)],
    ...over,
    unitId: over.unitId ?? (await addHome(t)),
  })
