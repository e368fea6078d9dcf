import { z } from 'zod'
import { TallyCounts, type TallyDay, TallyItem } from '#contract/complaint-tally.ts'
import type { LocalDate } from '#contract/values.ts'
import type { TallyRow } from './tally.store.ts'
import type { AsOf, ItemRow } from './tally-items.store.ts'

const items = z.array(TallyItem)
/** A tally as it was signed. */
export const TallyContent = z.object({
  counts: TallyCounts,
  sections: z.object({
    received: items,
    notAccepted: items,
    due: items,
    promises: items,
    carried: items,
    onSite: items,
  }),
})
export type TallyContent = z.infer<typeof TallyContent>

export const presentItem = (row: ItemRow, day: AsOf): TallyItem =>
  TallyItem.parse({
    id: row.id,
    matterId: row.matter_id,
    number: row.number,
    title: row.title,
    kind: row.kind,
    contactType: row.contact_type,
    channel: row.channel,
    receivedAt: row.received_at,
    receivedEarlier: row.received_at < day.start,
    state: row.state,
    open: row.open,
    owner: { id: row.owner_id, name: row.owner_name ?? '' },
    handler: row.handler_id ? { id: row.handler_id, name: row.handler_name ?? '' } : null,
    dueAt: row.due_at,
    overdue: row.overdue,
    promise: row.promise,
  })

type Day = Pick<TallyRow, 'prepared_at' | 'signed_at' | 'signed_by' | 'signed_name' | 'note' | 'missing_told_at'> & {
  received: number | null
}

/** A day of which nothing is written yet looks like one that nobody has signed. */
export const presentDay = (date: LocalDate, today: LocalDate, row: Day | undefined): TallyDay => ({
  date,
  state: row?.signed_at ? 'signed' : date < today ? 'missing' : 'open',
  preparedAt: row?.prepared_at ?? null,
  signed:
    row?.signed_at && row.signed_by
      ? { at: row.signed_at, by: { id: row.signed_by, name: row.signed_name ?? '' } }
      : null,
  note: row?.note ?? null,
  received: row?.received ?? null,
  missingToldAt: row?.missing_told_at ?? null,
})

export const withReceived = (row: TallyRow | undefined): Day | undefined =>
  row && {
    ...row,
    received: row.content === null ? null : TallyContent.parse(row.content).counts.sections.received,
  }
