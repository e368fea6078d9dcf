import { may } from '#platform/auth/actor.ts'
import { declareFileRule } from '#platform/files/visibility.ts'
import { isQuality } from '../inspection.policy.ts'
import { placeOfFile } from './file.store.ts'

/** Who reads inspections may see their photos; those of a mystery visit when it is released, or as quality department. */
export const declareInspectionFiles = (): void =>
  declareFileRule(async (tx, actor, file) => {
    if (!may(actor, 'inspection.read', file.estate_id)) return false
    const place = await placeOfFile(tx, file.estate_id, file.id)
    if (!place) return false
    return place.kind !== 'mystery' || place.released || isQuality(actor, file.estate_id)
  })
