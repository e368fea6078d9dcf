import type { ConsumptionLine } from '#contract/archive.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'

/** What a ledger knows of a unit in the time of one ownership. */
export type ReadConsumption = (
  tx: Tx,
  unit: { estateId: Uuid; unitId: Uuid; from: LocalDate | null; until: LocalDate | null },
) => Promise<readonly ConsumptionLine[]>

const sources = new Map<string, ReadConsumption>()

/**
 * FD-730: the fourth class of data is derived, never typed. Rooms that keep a ledger stand above this one, so they hand
 * their reader down once at start.
 * @public
 */
export const declareConsumption = (room: string, read: ReadConsumption): void => {
  if (sources.has(room)) throw new Error(`the room ${room} declares its ledger twice`)
  sources.set(room, read)
}

export const consumptionOf: ReadConsumption = async (tx, unit) => {
  const lines: ConsumptionLine[] = []
  for (const read of sources.values()) lines.push(...(await read(tx, unit)))
  return lines
}
