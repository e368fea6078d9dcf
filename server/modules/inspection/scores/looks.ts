import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { QueryOf } from '#contract/route.ts'
import { LookScore, type listScoredLooks, ScoredLook } from '#contract/scores.ts'
import { LocalDate, type Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { monthSpan } from '#platform/calendar/months.rules.ts'
import { encodeCursor } from '#platform/db/cursor.ts'
import { keysetOf } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { explainScore } from './explain.rules.ts'
import { itemAtFault } from './item-at-fault.ts'
import { answersOfLook, findLook, type LookRow, listLookRows } from './look.store.ts'
import { monthAsked } from './read-scores.ts'
import { inPoints } from './roll-up.rules.ts'
import { scoreModelOf } from './score-model.ts'
import { surveys } from './survey-port.ts'
import { itemsHeld } from './versions.ts'

const present = (row: LookRow): ScoredLook => ({
  id: row.id,
  onDate: row.on_date,
  endedAt: row.ended_at,
  kind: ScoredLook.shape.kind.parse(row.kind),
  inspector: { id: row.inspector_id, name: row.inspector_name ?? '' },
  place: { id: row.place_id, code: row.place_code, name: row.place_name },
  touchpoint: ScoredLook.shape.touchpoint.parse(row.touchpoint),
  score: inPoints(row.score),
  passed: row.passed,
  failed: row.failed,
  notApplicable: row.not_applicable,
  standardNumber: row.standard_number,
  variantNumber: row.variant_number,
})

/** One page of the looks behind a figure, newest first. */
export const listLooks = async (
  tx: Tx,
  estateId: Uuid,
  { cursor, limit, month, itemId, ...filter }: QueryOf<typeof listScoredLooks>,
): Promise<{ rows: ScoredLook[]; next: string | null } | Refusal> => {
  const values = keysetOf(cursor, ['text', 'instant', 'uuid'])
  if (isRefusal(values)) return values
  if (values && !LocalDate.safeParse(values[0]).success) return refuse('E_INPUT', { field: 'query.cursor' })
  const after = values ? { on: values[0], at: values[1], id: values[2] } : undefined
  const span = month === undefined ? undefined : monthSpan(month)
  const item = await itemAtFault(tx, estateId, { itemId, month })
  const rows = await listLookRows(tx, estateId, { ...filter, item, span }, { after, limit })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page.map(present),
    next: rows.length > limit && last ? encodeCursor([last.on_date, last.ended_at, last.id]) : null,
  }
}

/** Why a look has its score; E_NOT_FOUND also for one that the caller may not count. */
export const viewLook = async (
  tx: Tx,
  actor: Actor,
  { estateId, id }: { estateId: Uuid; id: Uuid },
): Promise<LookScore | Refusal> => {
  const look = await findLook(tx, actor, estateId, id)
  if (!look) return refuse('E_NOT_FOUND')
  const items = new Map((await itemsHeld(tx, estateId, look)).map((item) => [item.id, item]))
  const answers = await answersOfLook(tx, estateId, id)
  // what residents say of it now stands beside the class by which it was scored
  const { until } = await monthAsked(tx, estateId, undefined)
  const surveyed = await surveys.classes(tx, estateId, until)
  return {
    look: present(look),
    ...explainScore(look.tally, scoreModelOf(await settingsOf(tx, estateId))),
    items: answers.map((a) => {
      const item = items.get(a.item_id)
      return {
        itemId: a.item_id,
        statement: item ? { zh: item.zh, en: item.en } : null,
        severity: item?.severity ?? null,
        kano: LookScore.shape.items.element.shape.kano.parse(item?.kano ?? null),
        surveyed: surveyed.get(a.item_id) ?? null,
        answer: a.answer,
        value: a.value,
        unit: item?.threshold?.unit ?? null,
        note: a.note,
        findingId: a.finding_id,
        photos: a.photos,
      }
    }),
  }
}
