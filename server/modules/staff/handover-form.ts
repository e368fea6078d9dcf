import type { z } from 'zod'
import type { FormRow, HandoverView } from '#contract/handover.ts'
import { isRefusal } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { viewHandover } from './handover-view.ts'
import { localDay } from './local-time.rules.ts'
import { placeOf } from './place.store.ts'

type Row = z.infer<typeof FormRow>

/** FD-700: the record as the rows of its printed form, groups in the order of the form. */
export const handoverForm = async (tx: Tx, actor: Actor, estateId: Uuid, id: Uuid) => {
  const handover = await viewHandover(tx, actor, estateId, id)
  if (isRefusal(handover)) return handover
  const place = await placeOf(tx, estateId)
  return {
    number: handover.number,
    estate: place.estate,
    centre: place.centre,
    post: handover.post.name,
    shift: handover.shift,
    date: localDay(place.zone, handover.openedAt),
    givenBy: handover.from.name,
    takenBy: handover.acceptedAt === null ? null : (handover.to?.name ?? null),
    openedAt: handover.openedAt,
    acceptedAt: handover.acceptedAt,
    rows: handover.groups.flatMap((group) => rowsOf(handover, group)),
  }
}

const rowsOf = (
  handover: HandoverView,
  { group, entries, agrees, difference }: HandoverView['groups'][number],
): Row[] => {
  const word = { group, agrees, difference }
  const items = group === 'openItems' ? handover.items : []
  const rows: Omit<Row, 'no'>[] = [
    ...items.map((i) => ({ ...word, text: i.title, number: i.number, count: null, amountFen: null, mark: i.mark })),
    ...entries.map((e) => ({
      ...word,
      text: e.text,
      number: null,
      count: e.count ?? null,
      amountFen: e.amountFen ?? null,
      mark: null,
    })),
  ]
  // an empty group stands on the form too: that there was nothing is also said and confirmed
  if (rows.length === 0) rows.push({ ...word, text: '', number: null, count: 0, amountFen: null, mark: null })
  return rows.map((row, i) => ({ ...row, no: i + 1 }))
}
