import { touchpointTexts } from '#content/texts/touchpoints.ts'
import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import {
  type importPlaces,
  PLACE_COLUMNS,
  type PlaceImport,
  type PlaceLine,
  type placeProblems,
  type placeTemplate,
} from '#contract/places.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import { TRAITS } from '#contract/touchpoints.ts'
import type { Uuid } from '#contract/values.ts'
import { readSheets } from '#modules/estate/index.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { inTransaction, type Tx } from '#platform/db/tx.ts'
import { words } from '#platform/documents/words.ts'
import { sendExcel } from '#platform/export/excel.ts'
import type { RawCall } from '#platform/http/serve.ts'
import { newId } from '#platform/ids.ts'
import { newLabel } from './label.ts'
import { addMissingPlaces, allBuildings, placesThere } from './place.store.ts'
import { type ReadPlace, readPlaceSheets } from './read-place-sheets.ts'

/** An estate has some thousand places; a file beyond this is none of theirs. */
const MOST_ROWS = 20_000
/** Rows above the places: a title, notes, the headings. */
const HEAD_ROWS = 30
/** Lines that an answer carries; their counts are of all. */
const LINES_SHOWN = 1_000

const ORDER: readonly PlaceLine['what'][] = ['problem', 'new', 'there']
const shownOf = (lines: readonly ReadPlace[]): PlaceLine[] =>
  ORDER.flatMap((what) => lines.filter((line) => line.what === what))
    .slice(0, LINES_SHOWN)
    .map(({ buildingId: _, floor: __, traits: ___, typed: ____, ...line }) => line)

const readLines = async (
  tx: Tx,
  estateId: Uuid,
  sheets: Parameters<typeof readPlaceSheets>[0],
): Promise<ReadPlace[] | Refusal> => {
  const onFile = { buildings: await allBuildings(tx, estateId), places: await placesThere(tx, estateId) }
  return (
    readPlaceSheets(sheets, onFile) ??
    refuse('E_IMPORT_COLUMNS', { field: 'file', details: { needed: ['code', 'touchpoint'], sheets: [] } })
  )
}

const takeOver = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  file: { name: string; sheets: Parameters<typeof readPlaceSheets>[0]; write: boolean },
): Promise<PlaceImport | Refusal> => {
  const lines = await readLines(tx, estateId, file.sheets)
  if (isRefusal(lines)) return lines
  const fresh = lines.filter((line) => line.what === 'new')
  const made = file.write
    ? await addMissingPlaces(
        tx,
        estateId,
        fresh.flatMap(({ code, name, touchpoint, buildingId, floor, traits }, at) =>
          touchpoint === null
            ? []
            : [
                {
                  code,
                  name,
                  touchpoint,
                  building_id: buildingId,
                  floor,
                  traits,
                  id: newId(),
                  label_token: newLabel(),
                  sort: at + 1,
                },
              ],
        ),
      )
    : fresh.length
  const problems = lines.filter((line) => line.what === 'problem').length
  const answer = { rows: lines.length, made, there: lines.length - made - problems, problems }
  if (file.write)
    await audit(tx, actor, {
      estateId,
      action: 'place.import',
      subjectKind: 'place',
      after: { file: file.name, ...answer },
    })
  return { ...answer, written: file.write, lines: shownOf(lines) }
}

/** The list that was sent; E_INPUT without a file, E_IMPORT_UNREADABLE for one that is none. */
const sentList = async (request: RawCall<typeof importPlaces>['request']) => {
  const part = await request.file()
  if (!part) return refuse('E_INPUT', { field: 'file' })
  const name = (part.filename ?? '').slice(-100)
  const sheets = await readSheets(await part.toBuffer(), { fileName: name, limits: { rows: MOST_ROWS + HEAD_ROWS } })
  return isRefusal(sheets) ? sheets : { name, sheets }
}

/**
 * What a list of places would do, row by row; with `write` its good rows are made, all in one transaction.
 * E_IMPORT_COLUMNS without the headings of places.
 */
export const importPlaceFile = async ({
  params: { estateId },
  query,
  actor,
  house,
  request,
}: RawCall<typeof importPlaces>): Promise<unknown> => {
  const sent = await sentList(request)
  if (isRefusal(sent)) return sent
  const write = query.write === 'true'
  return inTransaction(house.database, { scope: [estateId], readOnly: !write }, (tx) =>
    takeOver(tx, actor, estateId, { ...sent, write }),
  )
}

/** The rows with problems under the headings of a list of places, so that the file can be mended and sent as it is. */
export const sendProblems = async ({
  params: { estateId },
  query: { lang },
  house,
  request,
  reply,
}: RawCall<typeof placeProblems>): Promise<unknown> => {
  const sent = await sentList(request)
  if (isRefusal(sent)) return sent
  const lines = await inTransaction(house.database, { scope: [estateId], readOnly: true }, (tx) =>
    readLines(tx, estateId, sent.sheets),
  )
  if (isRefusal(lines)) return lines
  const t = words(lang)
  const reasons = ({ sheet, row, problems }: ReadPlace) =>
    [
      t('import.rowOf', { sheet, row }),
      ...problems.map(
        ({ column, code, value, row: other }) =>
          `${t(`placeColumn.${column}`)} ${value} ${t(`placeImport.problem.${code}`, { row: other ?? 0 })}`,
      ),
    ].join('\n')
  return sendExcel(reply, {
    fileName: `${t('placeImport.problemRows')}.xlsx`,
    sheets: [
      {
        name: t('placeSheet.places'),
        columns: [...headings(lang), { heading: t('roster.workbook.reason'), width: 60 }],
        rows: lines
          .filter(({ what }) => what === 'problem')
          .map((line) => [...PLACE_COLUMNS.map((column) => line.typed.get(column) ?? null), reasons(line)]),
      },
    ],
  })
}

const headings = (lang: 'zh' | 'en') =>
  PLACE_COLUMNS.map((column) => ({ heading: words(lang)(`placeColumn.${column}`), width: 20 }))

/** The headings to fill in, and on a second sheet the words that they know. */
export const sendTemplate = async ({
  params: { estateId },
  query: { lang },
  house,
  reply,
}: RawCall<typeof placeTemplate>): Promise<unknown> => {
  const t = words(lang)
  const buildings = await inTransaction(house.database, { scope: [estateId], readOnly: true }, (tx) =>
    allBuildings(tx, estateId),
  )
  if (isRefusal(buildings)) return buildings
  const known = [
    TOUCHPOINTS.map((code) => `${code} ${touchpointTexts[`touchpoint.${code}`][lang]}`),
    TRAITS.map((trait) => t(`trait.${trait}`)),
    buildings.map(({ name }) => name),
  ] as const
  const longest = Math.max(...known.map((list) => list.length))
  return sendExcel(reply, {
    fileName: `${t('placeImport.template')}.xlsx`,
    sheets: [
      {
        name: t('placeSheet.places'),
        columns: headings(lang),
        rows: [],
      },
      {
        name: t('placeImport.words'),
        columns: (['touchpoint', 'traits', 'building'] as const).map((column) => ({
          heading: t(`placeImport.known.${column}`),
          width: 30,
        })),
        rows: Array.from({ length: longest }, (_, at) => known.map((list) => list[at] ?? null)),
      },
    ],
  })
}
