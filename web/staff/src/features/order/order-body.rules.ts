import type { z } from 'zod'
import type { OrderFileRef } from '#contract/kinds/order.ts'
import type { OrderView } from '#contract/orders.ts'

type Purpose = z.output<typeof OrderFileRef>['purpose']
type Order = Pick<OrderView, 'files' | 'entries' | 'unit' | 'arrivedAt' | 'emergency' | 'reworkCount' | 'signatures'>

export const countFiles = ({ files }: Pick<OrderView, 'files'>, purpose: Purpose): number =>
  files.filter((file) => file.purpose === purpose).length

/** FD-775: a home needs its entry recorded once for each arrival; common parts need none. */
export const entryIsOpen = ({ unit, arrivedAt, entries }: Order): boolean =>
  unit !== null && !entries.some((entry) => arrivedAt === null || entry.at >= arrivedAt)

/** FD-713, FD-775: what pictures the end of the work asks for; of an emergency only the one after. */
export const finishSlots = (order: Order): { purpose: Purpose; required: boolean; have: number }[] => {
  const slot = (purpose: Purpose, required: boolean) => ({ purpose, required, have: countFiles(order, purpose) })
  const grounds = new Set(order.entries.map((entry) => entry.ground))
  return [
    // after a rework the pictures of the first end prove nothing
    { ...slot('after', true), ...(order.reworkCount > 0 ? { have: 0 } : {}) },
    slot('before', !order.emergency),
    ...(grounds.has('emergency') ? [slot('entry', true)] : []),
    ...(grounds.has('writtenAuthority') ? [slot('authority', true)] : []),
  ]
}

type Signed = { signer?: string | undefined; capacity?: string | undefined; medium?: string | undefined }
/** FD-013: who, as what, on what; less than that is no signature. */
export const isSigned = (given: unknown): boolean => {
  if (typeof given !== 'object' || given === null) return false
  const { signer, capacity, medium }: Signed = given
  return [signer, capacity, medium].every((part) => part !== undefined && part !== '')
}
