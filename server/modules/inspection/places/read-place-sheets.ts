import { standardTexts } from '#content/texts/standards.ts'
import { touchpointTexts } from '#content/texts/touchpoints.ts'
import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import { PLACE_COLUMNS, type PlaceColumn, type PlaceLine } from '#contract/places.ts'
import { TRAITS, type Trait } from '#contract/touchpoints.ts'
import type { Uuid } from '#contract/values.ts'
import { cellText, fold, type SourceRow, type SourceSheet } from '#modules/estate/index.ts'

type Touchpoint = (typeof TOUCHPOINTS)[number]
type Problem = PlaceLine['problems'][number]
export type ImportBuilding = { id: Uuid; code: string; name: string; sections: readonly string[] }
export type OnFile = {
  buildings: readonly ImportBuilding[]
  places: readonly { code: string; touchpoint: string }[]
}
export type ReadPlace = PlaceLine & {
  buildingId: Uuid | null
  floor: number | null
  traits: Trait[]
  /** Each cell as it was typed. */
  typed: ReadonlyMap<PlaceColumn, string>
}

const squeezed = (text: string) => fold(text).replace(/\s+/g, '').toLowerCase()

/** The usual headings, without signs and notes; those of an exported list of places are among them. */
const HEADINGS: Readonly<Record<PlaceColumn, RegExp>> = {
  code: /^(?:点位|位置)?(?:编号|编码|代码)$|^(?:place)?(?:code|no|number)$/,
  touchpoint: /^触点(?:编号|名称|类型)?$|^touchpoint$/,
  name: /^(?:点位|位置)?(?:名称|名字)$|^点位$|^(?:place)?name$|^place$/,
  building: /^(?:所在)?(?:楼栋|楼号|栋号?|楼宇)(?:名称|编号)?$|^building$/,
  section: /^单元(?:号)?$|^(?:section|entrance|stair)$/,
  floor: /^(?:所在)?(?:楼层|层数?)$|^floor$/,
  traits: /^(?:具备(?:的设施)?|设施|特征)$|^(?:whatithas|traits?|has)$/,
}
const SEARCH_ROWS = 30

type Layout = { headingRow: number; columns: ReadonlyMap<number, PlaceColumn> }
const meaningOf = (heading: string): PlaceColumn | undefined => {
  const bare = squeezed(heading).replace(/[*:]|\(.*?\)/g, '')
  return PLACE_COLUMNS.find((column) => HEADINGS[column].test(bare))
}

/** The row that names the most columns; without code and touchpoint it is no list of places. */
const layoutOf = ({ rows }: SourceSheet): Layout | undefined => {
  const found = rows.slice(0, SEARCH_ROWS).map(({ row, cells }): Layout => {
    const columns = new Map<number, PlaceColumn>()
    for (const cell of cells) {
      const meaning = meaningOf(cellText(cell))
      if (meaning && ![...columns.values()].includes(meaning)) columns.set(cell.column, meaning)
    }
    return { headingRow: row, columns }
  })
  const [best] = found.toSorted((a, b) => b.columns.size - a.columns.size)
  const has = new Set(best?.columns.values())
  return has.has('code') && has.has('touchpoint') ? best : undefined
}

const NAMES = TOUCHPOINTS.flatMap((code) =>
  Object.values(touchpointTexts[`touchpoint.${code}`]).map((word) => ({ code, word })),
)
/** The whole name and its parts: 苑门与单元门 is said as 单元门 too. */
const TOUCHPOINT_WORDS = new Map<string, Touchpoint>(
  NAMES.flatMap(({ code, word }) =>
    [word, ...word.split(/[、与()（）]|\band\b/)]
      .map((part) => [squeezed(part), code] as const)
      .filter(([part]) => part !== ''),
  ),
)
/** 电梯 for 电梯内; undefined when it begins the names of several. */
const begun = (bare: string): Touchpoint | undefined => {
  const found = new Set(NAMES.flatMap(({ code, word }) => (squeezed(word).startsWith(bare) ? [code] : [])))
  return bare.length > 1 && found.size === 1 ? [...found][0] : undefined
}
/** T12, t12, 12, 电梯, `T12 电梯`. */
const touchpointOf = (text: string): Touchpoint | undefined => {
  const bare = squeezed(text)
  const number = /^t?(\d{1,2})(?!\d)/.exec(bare)?.[1]
  return number === undefined
    ? (TOUCHPOINT_WORDS.get(bare) ?? begun(bare))
    : TOUCHPOINTS.find((code) => Number(code.slice(1)) === Number(number))
}

/** 玻璃门 for 为玻璃门, 地下车库 for 有地下车库. */
const TRAIT_WORDS = new Map<string, Trait>(
  TRAITS.flatMap((trait) =>
    [trait, ...Object.values(standardTexts[`trait.${trait}`])]
      .flatMap((word) => [word, word.replace(/^(?:有|为|设有|配有)/, '')])
      .map((word) => [squeezed(word), trait] as const),
  ),
)

const HAN = '一二三四五六七八九'
/** 三号楼 as 3号楼, 十二层 as 12层. */
const counted = (text: string) =>
  squeezed(text).replace(
    /(?<![一二三四五六七八九十])([一二三四五六七八九])?(十)?([一二三四五六七八九])?(?=号|栋|幢|座|单元|层|楼|$)/g,
    (all, tens: string | undefined, ten: string | undefined, ones: string | undefined) => {
      const one = ones ? HAN.indexOf(ones) + 1 : 0
      if (ten) return String((tens ? HAN.indexOf(tens) + 1 : 1) * 10 + one)
      return tens && !ones ? String(HAN.indexOf(tens) + 1) : all
    },
  )

const bareBuilding = (text: string) => counted(text).replace(/(?:号楼|栋|幢|座|#|楼|号)$/, '')
const bareSection = (text: string) => counted(text).replace(/单元$/, '')

/** 12, 12层, 12F, B1, 负1层; undefined when it says no floor. */
const floorOf = (text: string): number | undefined => {
  const found = /^(b|-|负|地下)?(\d{1,3})(?:层|楼|f)?$/.exec(counted(text))
  if (!found) return undefined
  const floor = Number(found[2]) * (found[1] ? -1 : 1)
  return floor >= -9 && floor <= 150 ? floor : undefined
}

const LONGEST: Readonly<Partial<Record<PlaceColumn, number>>> = { code: 30, name: 60 }

/** What a row says, with everything that is wrong with it; a name that is left out is made of where it is. */
const readRow = (sheet: string, source: SourceRow, { columns }: Layout, onFile: OnFile): ReadPlace => {
  const texts = new Map<PlaceColumn, string>()
  for (const cell of source.cells) {
    const column = columns.get(cell.column)
    if (column && cell.kind !== 'error') texts.set(column, fold(cellText(cell)).replace(/\s+/g, ' ').trim())
  }
  const said = (column: PlaceColumn) => texts.get(column) ?? ''
  const problems: Problem[] = []
  const wrong = (column: PlaceColumn, code: Problem['code'], value = said(column)) =>
    problems.push({ column, code, value: value.slice(0, 100), row: null })

  const code = said('code')
  if (code === '') wrong('code', 'missing')
  else if (/[/?#\s]/.test(code)) wrong('code', 'codeSigns')

  const touchpoint = touchpointOf(said('touchpoint'))
  if (said('touchpoint') === '') wrong('touchpoint', 'missing')
  else if (!touchpoint) wrong('touchpoint', 'touchpointUnknown')

  const building = onFile.buildings.find(({ code: known, name }) =>
    [known, name].some((one) => bareBuilding(one) === bareBuilding(said('building'))),
  )
  if (said('building') !== '' && !building) wrong('building', 'buildingUnknown')

  const section = bareSection(said('section'))
  if (
    section !== '' &&
    building &&
    building.sections.length > 0 &&
    !building.sections.some((one) => bareSection(one) === section)
  )
    wrong('section', 'sectionUnknown')

  const floor = said('floor') === '' ? undefined : floorOf(said('floor'))
  if (said('floor') !== '' && floor === undefined) wrong('floor', 'floorUnclear')

  const pieces = said('traits')
    .split(/[、,;/|]+/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
  const traits = pieces.flatMap((piece) => TRAIT_WORDS.get(squeezed(piece)) ?? [])
  for (const piece of pieces) if (!TRAIT_WORDS.has(squeezed(piece))) wrong('traits', 'traitUnknown', piece)

  const where = `${building?.name ?? ''}${section === '' ? '' : `${section}单元`}${floor === undefined ? '' : `${floor}层`}`
  const made = building && touchpoint ? `${where}${touchpointTexts[`touchpoint.${touchpoint}`].zh}` : ''
  const name = said('name') || made
  if (name === '') wrong('name', 'missing')
  for (const [column, most] of Object.entries(LONGEST) as [PlaceColumn, number][])
    if ([...(column === 'name' ? name : code)].length > most) wrong(column, 'tooLong')

  return {
    sheet,
    row: source.row,
    code: code.slice(0, 100),
    name: name.slice(0, 200),
    touchpoint: touchpoint ?? null,
    what: problems.length > 0 ? 'problem' : 'new',
    problems,
    buildingId: building?.id ?? null,
    floor: floor ?? null,
    traits: [...new Set(traits)],
    typed: texts,
  }
}

/** A row that says nothing of its own: blank, or only under a merge from above. */
const isBlank = (source: SourceRow, { columns }: Layout) =>
  source.cells.every(
    (cell) => !columns.has(cell.column) || cell.mergedFrom !== undefined || cellText(cell).trim() === '',
  )

/**
 * Every row of the sheets that are lists of places; undefined when none is one. The first row of a code counts; one that
 * the estate has at the same touchpoint stays as it is, so that the same file twice adds nothing.
 */
export const readPlaceSheets = (sheets: readonly SourceSheet[], onFile: OnFile): ReadPlace[] | undefined => {
  const layouts = sheets.map((sheet) => ({ sheet, layout: layoutOf(sheet) }))
  if (layouts.every(({ layout }) => layout === undefined)) return undefined
  const there = new Map(onFile.places.map(({ code, touchpoint }) => [code, touchpoint]))
  const first = new Map<string, number>()
  const found: ReadPlace[] = []
  for (const { sheet, layout } of layouts) {
    if (!layout) continue
    for (const source of sheet.rows) {
      if (source.row <= layout.headingRow || isBlank(source, layout)) continue
      const line = readRow(sheet.name, source, layout, onFile)
      const known = there.get(line.code)
      const before = first.get(line.code)
      const problem = (code: Problem['code'], row: number | null) => {
        line.problems.push({ column: 'code', code, value: line.code, row })
        line.what = 'problem'
      }
      if (line.code !== '' && before !== undefined) problem('codeTwice', before)
      else if (line.what === 'new' && known !== undefined) {
        if (known === line.touchpoint) line.what = 'there'
        else problem('codeTaken', null)
      }
      if (line.code !== '' && before === undefined) first.set(line.code, source.row)
      found.push(line)
    }
  }
  return found
}
