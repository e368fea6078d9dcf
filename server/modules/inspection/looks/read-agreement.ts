import type { RawBuilder } from 'kysely'
import type { getInspectorAgreement } from '#contract/inspection-rounds.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { AnswerOf, QueryOf } from '#contract/route.ts'
import type { CheckItem } from '#contract/touchpoints.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { daysBetween } from '#platform/calendar/dates.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { visibleLooks } from '../inspection.policy.ts'
import { agreementOf, bothAnswered } from './agreement.rules.ts'
import { type LookOfPlace, marksOfLooks, type PairRow, pairsOfLooks } from './agreement.store.ts'
import { statementOf } from './look.present.ts'
import { itemsOfLook } from './view-look.ts'

const MOST_DAYS = 366
/** Pairs that a page compares, and a file. */
const MOST_PAIRS = { page: 200, file: 5_000 }

const shown = (look: LookOfPlace) => ({
  id: look.id,
  inspector: { id: look.inspector_id, name: look.inspector_name ?? '' },
  at: look.at,
  kind: look.kind,
})

/** How the items are worded that the second look of each pair was held to; each version is read once. */
const wordsOf = async (tx: Tx, estateId: Uuid, pairs: readonly PairRow[]) => {
  const versionOf = ({ standard_id, variant_id }: LookOfPlace) => `${standard_id} ${variant_id}`
  const read = new Map<string, Awaited<ReturnType<typeof itemsOfLook>>>()
  for (const { b } of pairs) if (!read.has(versionOf(b))) read.set(versionOf(b), await itemsOfLook(tx, estateId, b))
  return (look: LookOfPlace, itemId: string) => {
    const items = read.get(versionOf(look)) ?? new Map<string, CheckItem>()
    return { statement: statementOf(items, itemId), kano: items.get(itemId)?.kano ?? null }
  }
}

/**
 * FD-766: looks of two people at one place within the set hours, and how far they agree: each pair, and all together.
 * `which` looks: those that the reader may see, or those that a report counts.
 */
export const readAgreement = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  query: QueryOf<typeof getInspectorAgreement>,
  to: keyof typeof MOST_PAIRS = 'page',
  which: (alias: string) => RawBuilder<unknown> = (alias) => visibleLooks(actor, estateId, alias),
): Promise<AnswerOf<typeof getInspectorAgreement> | Refusal> => {
  const days = daysBetween(query.from, query.to)
  if (days < 0 || days > MOST_DAYS) return refuse('E_TIME_RANGE', { field: 'query.to' })
  const most = MOST_PAIRS[to]
  const settings = await settingsOf(tx, estateId)
  const hours = settings.get('inspection.agreementHours')
  const items = settings.get('inspection.agreementItems')
  const rows = await pairsOfLooks(tx, estateId, { ...query, hours, items, most: most + 1 }, which)
  const marks = await marksOfLooks(
    tx,
    estateId,
    rows.flatMap(({ a, b }) => [a.id, b.id]),
  )
  const none = new Map<string, never>()
  const said = await wordsOf(tx, estateId, rows)
  const pairs = rows.slice(0, most).map(({ a, b }) => {
    const both = bothAnswered(marks.get(a.id) ?? none, marks.get(b.id) ?? none)
    const word = (passed: boolean) => (passed ? ('pass' as const) : ('fail' as const))
    return {
      placeId: a.place_id,
      code: a.code,
      place: a.place,
      first: shown(a),
      second: shown(b),
      both,
      different: both
        .filter(({ marks: [x, y] }) => x !== y)
        .map(({ itemId, marks: [x, y] }) => ({ itemId, ...said(b, itemId), first: word(x), second: word(y) })),
    }
  })
  return {
    withinHours: hours,
    all: agreementOf(pairs.flatMap((p) => p.both.map((b) => b.marks))),
    pairs: pairs.map(({ both, ...pair }) => ({ ...pair, agreement: agreementOf(both.map((b) => b.marks)) })),
    more: rows.length > most,
  }
}
