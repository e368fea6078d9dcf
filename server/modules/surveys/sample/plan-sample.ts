import { SINCE_BANDS, TENURES } from '#contract/survey-questions.ts'
import type { LeftOut, Stratum } from '#contract/survey-run.ts'
import type { SurveySample } from '#contract/surveys.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { buildingNames, listResidents } from './frame.store.ts'
import { type Drawn, drawSample, frameOf } from './sample.rules.ts'
import { lotOf } from './token.ts'

export type Plan = { frame: number; leftOut: Record<LeftOut, number>; strata: Drawn[] }

/** Whom this sample would ask on this day. */
export const planSample = async (tx: Tx, estateId: Uuid, sample: SurveySample, today: LocalDate): Promise<Plan> => {
  const rows = await listResidents(tx, estateId, sample.roles, today)
  const residents = rows.map((r) => ({
    customerId: r.customer_id,
    unitId: r.unit_id,
    buildingId: r.building_id,
    tenure: r.role,
    from: r.from_date,
    phone: r.phone,
    language: r.language,
    noCallback: r.no_callback,
    quiet: r.quiet,
  }))
  const { members, leftOut } = frameOf(residents, sample.roles, today)
  return { frame: members.length, leftOut, strata: drawSample(members, sample, lotOf(sample.seed ?? '')) }
}

/** The strata as people read them, by the order of the buildings. */
export const presentStrata = async (tx: Tx, estateId: Uuid, strata: readonly Drawn[]): Promise<Stratum[]> => {
  const names = await buildingNames(tx, estateId)
  const order = [...names.keys()]
  return strata
    .map(({ key, members, quota }) => {
      const [building = '', tenure = '', since = ''] = key.split('|')
      return {
        key,
        building: building === '' ? null : { id: building, name: names.get(building) ?? '' },
        tenure: TENURES.find((one) => one === tenure) ?? null,
        since: SINCE_BANDS.find((one) => one === since) ?? null,
        members: members.length,
        quota,
      }
    })
    .toSorted(
      (a, b) => order.indexOf(a.building?.id ?? '') - order.indexOf(b.building?.id ?? '') || (a.key < b.key ? -1 : 1),
    )
}
