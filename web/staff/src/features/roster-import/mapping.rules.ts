import type { ImportSummary, RemapImport } from '#contract/roster-import.ts'

/** By name of the sheet: the heading row and, by column, the field (null: not used) that somebody chose. */
export type Choices = Readonly<
  Record<string, { headingRow?: number; columns: Readonly<Record<string, string | null>> }>
>
type Sheet = ImportSummary['sheets'][number]

export const chooseColumn = (
  choices: Choices,
  { sheet, columns }: Sheet,
  column: number,
  field: string | null,
): Choices => {
  const known = columns.find((one) => one.column === column)?.field ?? null
  const { [String(column)]: _, ...others } = choices[sheet]?.columns ?? {}
  const next = known === field ? others : { ...others, [String(column)]: field }
  return { ...choices, [sheet]: { ...choices[sheet], columns: next } }
}

export const chooseHeadingRow = (choices: Choices, { sheet, headingRow }: Sheet, row: number | null): Choices => {
  const { headingRow: _, ...others } = choices[sheet] ?? { columns: {} }
  const changed = row !== null && row !== headingRow
  return { ...choices, [sheet]: { ...others, ...(changed ? { headingRow: row } : {}) } }
}

export const countChoices = (choices: Choices): number =>
  Object.values(choices).reduce(
    (sum, { headingRow, columns }) => sum + (headingRow === undefined ? 0 : 1) + Object.keys(columns).length,
    0,
  )

/** Sheets where nothing was chosen are left to the reading by their headings. */
export const toMapping = (choices: Choices): RemapMapping =>
  Object.fromEntries(
    Object.entries(choices)
      .filter(([, { headingRow, columns }]) => headingRow !== undefined || Object.keys(columns).length > 0)
      .map(([sheet, { headingRow, columns }]) => [
        sheet,
        {
          ...(headingRow === undefined ? {} : { headingRow }),
          ...(Object.keys(columns).length > 0 ? { columns: { ...columns } } : {}),
        },
      ]),
  )
type RemapMapping = Zod<typeof RemapImport>['mapping']
type Zod<S extends { _zod: { input: unknown } }> = S['_zod']['input'] extends infer I ? I : never

/** Headings that nobody knows and that hold something: the person should see their names. */
export const unmappedHeadings = (sheets: readonly Sheet[]): string[] => [
  ...new Set(
    sheets.flatMap(({ skipped, columns }) =>
      skipped === null
        ? columns.filter(({ field, heading }) => field === null && heading.trim()).map((one) => one.heading)
        : [],
    ),
  ),
]
