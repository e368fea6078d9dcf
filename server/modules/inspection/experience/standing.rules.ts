import type { Fault, Highlight } from '#contract/experience.ts'
import { isWell } from '#contract/rules/fault.ts'
import type { SurveyedClass } from '#contract/survey-results.ts'
import { type CheckItem, SEVERITIES } from '#contract/touchpoints.ts'
import type { LocalDate } from '#contract/values.ts'
import { type Rates, ratesOf, type ScoreModel, tallyOf } from '../score.rules.ts'
import type { LastWordRow, OpenFindingRow } from './experience.store.ts'

/** How an item stands at a place: right or not, by the last word on it. */
export type Standing = {
  item: CheckItem
  right: boolean
  /** It failed, was put right and passed the second look of another person, which is as good as a look. */
  putRight: boolean
  /** Open from before, and nobody has looked in the month: it counts for the gate, in no share. */
  carried: boolean
  at: Fault['places'][number]
}

const placeOf = (row: { place_id: string; place_code: string; place_name: string }) => ({
  id: row.place_id,
  code: row.place_code,
  name: row.place_name,
})
type Found = NonNullable<Fault['places'][number]['finding']>
const findingOf = (row: LastWordRow | OpenFindingRow): Found | null =>
  row.finding_id === null
    ? null
    : // the database holds the states of the kind
      { id: row.finding_id, number: row.finding_number, state: row.finding_state as Found['state'] }

/** The last words of a month as they stand at its end. What was not applicable, or no fault after all, says nothing. */
export const standingsOf = (
  rows: readonly LastWordRow[],
  itemOf: (row: LastWordRow) => CheckItem | undefined,
  until: LocalDate,
): Standing[] =>
  rows.flatMap((row) => {
    const item = itemOf(row)
    if (item === undefined || item.kano === 'indifferent' || row.answer === 'na') return []
    const right = isWell(item, row.answer)
    const closed = row.closed_on !== null && row.closed_on <= until
    if (!right && closed && row.finding_state === 'REJECTED') return []
    const putRight = !right && closed
    const at = { place: placeOf(row), on: row.on_date, lookId: row.look_id, finding: findingOf(row) }
    return [{ item, right: right || putRight, putRight, carried: false, at }]
  })

/** What was open at the end of the month and was not seen to be right since. */
export const carriedOf = (
  open: readonly OpenFindingRow[],
  standings: readonly Standing[],
  itemOf: (id: string) => CheckItem | undefined,
): Standing[] => {
  const known = new Map(standings.map((s) => [`${s.at.place.id} ${s.item.id}`, s]))
  return open.flatMap((row) => {
    const item = itemOf(row.item_id)
    const own = known.get(`${row.place_id} ${row.item_id}`)
    const seenSince = own !== undefined && (!own.right || own.at.on >= row.last_on)
    if (item === undefined || seenSince) return []
    const at = { place: placeOf(row), on: row.last_on, lookId: null, finding: findingOf(row) }
    return [{ item, right: false, putRight: false, carried: true, at }]
  })
}

export type Part = 'must-be' | 'one-dimensional' | 'attractive'
/** Part of the formula an item belongs to; the statement of a reverse item counts inverted (section 7). */
export const partOf = ({ kano }: Pick<CheckItem, 'kano'>): Part | null =>
  kano === 'reverse' ? 'one-dimensional' : kano === 'indifferent' ? null : kano

/** The shares of the month, weighted by severity as everywhere else. */
export const sharesOf = (standings: readonly Standing[], model: Pick<ScoreModel, 'severity'>): Rates =>
  ratesOf(
    tallyOf(
      standings
        .filter((s) => !s.carried)
        .map(({ item, right }) => ({
          item,
          answer: right === (item.kano === 'reverse') ? ('fail' as const) : ('pass' as const),
        })),
    ),
    model,
  )

const PLACES = 6
/** Items that are not right, the gravest first, then those at the most places. */
export const faultsOf = (
  standings: readonly Standing[],
  part: Part,
  surveyed: ReadonlyMap<string, SurveyedClass>,
): Fault[] => {
  const wrong = standings.filter((s) => !s.right && partOf(s.item) === part)
  const faults = [...Map.groupBy(wrong, (s) => s.item.id).values()].flatMap((own): Fault[] => {
    const [first] = own
    if (!first) return []
    const { id, touchpoint, zh, en, severity, kano } = first.item
    const places = own.map((s) => s.at).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    return [
      {
        itemId: id,
        touchpoint,
        statement: { zh, en },
        severity,
        kano,
        surveyed: surveyed.get(id) ?? null,
        count: places.length,
        places: places.slice(0, PLACES),
      },
    ]
  })
  const grave = (f: Fault) => SEVERITIES.indexOf(f.severity)
  return faults.sort((a, b) => grave(a) - grave(b) || b.count - a.count || (a.itemId < b.itemId ? -1 : 1))
}

/** Every attractive item of the estate: there, looked for in vain, or nobody looked. Its absence is no fault. */
export const highlightsOf = (
  items: readonly CheckItem[],
  standings: readonly Standing[],
  surveyed: ReadonlyMap<string, SurveyedClass>,
): Highlight[] => {
  const own = Map.groupBy(standings, (s) => s.item.id)
  const order = ['shines', 'absent', 'unseen']
  return items
    .filter((i) => i.kano === 'attractive')
    .map((item): Highlight => {
      const looked = (own.get(item.id) ?? []).filter((s) => !s.carried)
      const present = looked.filter((s) => s.right).length
      return {
        itemId: item.id,
        touchpoint: item.touchpoint,
        statement: { zh: item.zh, en: item.en },
        conditions: item.conditions,
        standing: looked.length === 0 ? 'unseen' : present > 0 ? 'shines' : 'absent',
        present,
        looked: looked.length,
        surveyed: surveyed.get(item.id) ?? null,
      }
    })
    .sort((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing) || (a.itemId < b.itemId ? -1 : 1))
}

/** How many different items of a part there are, and how many of them somebody looked at. */
export const seenOf = (items: readonly CheckItem[], standings: readonly Standing[], part: Part) => {
  const seen = new Set(standings.filter((s) => !s.carried && partOf(s.item) === part).map((s) => s.item.id))
  const all = new Set([...items.filter((i) => partOf(i) === part).map((i) => i.id), ...seen])
  return { all: all.size, seen: seen.size }
}
