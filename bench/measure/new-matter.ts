import type { Uuid } from '#contract/values.ts'
import { idOf } from '../company/ids.ts'
import { EACH, LARGE_EVERY } from '../company/size.ts'

/** Where one of the eight clerks sits, and whose call they register. */
export type Desk = { estate: number; estateId: Uuid; clerkId: Uuid; customerId: Uuid; unitId: Uuid }

/** Desks in as many estates, large ones first. */
export const desksOf = (estates: number, count: number): Desk[] =>
  Array.from({ length: count }, (_, i) => {
    const place = i * LARGE_EVERY
    const estate = place < estates ? place : (place % estates) + Math.floor(place / estates)
    return {
      estate,
      estateId: idOf('estate', estate),
      clerkId: idOf('staff', estate * EACH.staff),
      customerId: idOf('customer', estate * EACH.customers + 7),
      unitId: idOf('unit', estate * EACH.units + 7),
    }
  })

export const pathOf = (desk: Desk): string => `/api/v1/estates/${desk.estateId}/matters`

/** A repair as it is told on the telephone. */
export const newMatter = (desk: Desk) => ({
  contactType: 'service',
  channel: 'phone',
  title: '厨房水管漏水',
  customerSaid:
    '客户来电说厨房水槽下面的水管漏水,从昨天晚上开始,已经用盆接着,希望今天下午三点以后上门,来之前先打电话。',
  customerId: desk.customerId,
  unitId: desk.unitId,
  contactPhone: '19900001049',
  line: 'repair',
})
