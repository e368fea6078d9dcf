import type { SLOT_STATES } from '#contract/inventory.ts'
import type { Line } from '#contract/permissions.ts'

type Slot = { line: Line; slot: string; state: (typeof SLOT_STATES)[number] }

export type Grid<S extends Slot> = { times: string[]; lines: { line: Line; cells: (S | undefined)[] }[] }

/** The slots of a day as a table: a row for each line, a column for each time. */
export const gridOf = <S extends Slot>(slots: readonly S[]): Grid<S> => {
  const times = [...new Set(slots.map((slot) => slot.slot))].sort()
  const lines = [...new Set(slots.map((slot) => slot.line))]
  return {
    times,
    lines: lines.map((line) => ({
      line,
      cells: times.map((time) => slots.find((slot) => slot.line === line && slot.slot === time)),
    })),
  }
}

/** Which time a line most likely reports to now: the first that is due or missing, else the last of the day. */
export const slotToSend = (slots: readonly Slot[], line: Line): string | undefined => {
  const own = slots.filter((slot) => slot.line === line).sort((a, b) => a.slot.localeCompare(b.slot))
  return (own.find((slot) => slot.state === 'missing') ?? own.find((slot) => slot.state === 'due') ?? own.at(-1))?.slot
}

/** How many stand in each state, for the words above the table. */
export const countStates = (slots: readonly Slot[]) => ({
  in: slots.filter((slot) => slot.state === 'in').length,
  late: slots.filter((slot) => slot.state === 'late').length,
  missing: slots.filter((slot) => slot.state === 'missing').length,
  due: slots.filter((slot) => slot.state === 'due').length,
})
