import type { SheetChange, SheetContent, SheetField, SheetGroup } from '#contract/must-know.ts'

const OVERVIEW = [
  'address',
  'landArea',
  'floorArea',
  'plotRatio',
  'households',
  'parkingSpaces',
  'buildingTypes',
] as const
const FEES = ['property', 'housekeeping', 'passThrough', 'parking', 'clubhouse'] as const
const FACILITIES = ['parking', 'education', 'commerce', 'medical', 'leisure', 'security', 'transport', 'other'] as const

/** FD-020, KN-002: what a sheet must hold at least. */
export const REQUIRED_FIELDS: readonly string[] = [
  ...OVERVIEW.map((name) => `overview.${name}`),
  ...FEES.map((name) => `fees.${name}`),
  ...FACILITIES.map((name) => `facilities.${name}`),
  'phones',
]

export const EMPTY_SHEET: SheetContent = { overview: {}, fees: {}, facilities: {}, phones: [], more: [] }

const field = (
  key: string,
  group: SheetGroup,
  value: string,
  entry: { name?: string; note?: string | undefined } = {},
): SheetField => ({
  key,
  group,
  name: entry.name ?? null,
  value,
  note: entry.note || null,
})

/** The sheet as single facts, in its own order; empty ones are absent. */
export const fieldsOf = (content: SheetContent): SheetField[] => [
  ...OVERVIEW.flatMap((name) => {
    const value = content.overview[name]
    return value === null || value === undefined ? [] : [field(`overview.${name}`, 'overview', String(value))]
  }),
  ...FEES.flatMap((name) => (content.fees[name] ?? []).map((fee) => field(`fees.${name}`, 'fees', fee.price, fee))),
  ...FACILITIES.flatMap((name) => {
    const value = content.facilities[name]
    return value === null || value === undefined ? [] : [field(`facilities.${name}`, 'facilities', value)]
  }),
  ...content.phones.map((phone) => field('phones', 'phones', phone.number, phone)),
  ...content.more.map((question) =>
    field('more', 'more', question.answer, { name: question.name, note: question.keywords }),
  ),
]

/** FD-021: required fields that are empty; with any of them the sheet is INCOMPLETE. */
export const missingFields = (content: SheetContent): string[] => {
  const filled = new Set(fieldsOf(content).map((f) => f.key))
  return REQUIRED_FIELDS.filter((key) => !filled.has(key))
}

const idOf = (f: SheetField) => `${f.key}\n${f.name ?? ''}`
const shownOf = (f: SheetField | undefined) => (f ? [f.value, f.note].filter(Boolean).join(' · ') : null)

/** FD-023: what differs between two versions, fact by fact; a renamed entry is one gone and one new. */
export const changesOf = (before: SheetContent, after: SheetContent): SheetChange[] => {
  const old = new Map(fieldsOf(before).map((f) => [idOf(f), f]))
  const now = new Map(fieldsOf(after).map((f) => [idOf(f), f]))
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((id) => {
    const [was, is] = [old.get(id), now.get(id)]
    const shown = is ?? was
    return !shown || shownOf(was) === shownOf(is)
      ? []
      : [{ key: shown.key, name: shown.name, before: shownOf(was), after: shownOf(is) }]
  })
}

const decimalsOf = (n: number) => (String(n).split('.')[1] ?? '').length

/** FD-021: the plot ratio is floor area by land area, as exactly as it is written; what is not given contradicts nothing. */
export const plotRatioFits = ({ overview }: Pick<SheetContent, 'overview'>): boolean => {
  const { landArea, floorArea, plotRatio } = overview
  if (
    landArea === null ||
    landArea === undefined ||
    floorArea === null ||
    floorArea === undefined ||
    plotRatio === null ||
    plotRatio === undefined
  )
    return true
  if (landArea === 0) return floorArea === 0
  const half = 0.5 * 10 ** -Math.max(1, decimalsOf(plotRatio))
  return Math.abs(plotRatio - floorArea / landArea) <= half + 1e-9
}
