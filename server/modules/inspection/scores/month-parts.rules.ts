import type { Block } from '#modules/complaints/index.ts'
import type { ExcelSheet } from '#platform/export/excel.ts'
import type { MonthReport } from './month-report.ts'

type T = (key: string, params?: Record<string, string | number>) => string
type Column = { key: string; width: number }
/** A part of the month's report that stands alike on paper and in the workbook. */
type Part = {
  title: string
  columns: readonly Column[]
  rows: (string | number | null)[][]
  /** Columns of words; the rest are numbers. */
  left: number
  note: string | null
  /** What is said where there is no row. */
  empty: string
}

/** Places on the list; the page of places has them all. */
const MOST_PLACES = 15
/** Pairs of people on the list, those who agree least. */
const MOST_PEOPLE = 10

/** FD-770: where nobody looked in the month, the longest unseen first. */
export const unseenPart = ({ unseen }: Pick<MonthReport, 'unseen'>, t: T): Part => ({
  title: t('scoreSheet.unseen'),
  columns: [
    { key: 'findingColumn.place', width: 28 },
    { key: 'findingColumn.touchpoint', width: 22 },
    { key: 'scoreColumn.lastSeenOn', width: 14 },
    { key: 'scoreColumn.unseenDays', width: 12 },
  ],
  rows: unseen
    .slice(0, MOST_PLACES)
    .map((p) => [
      `${p.place.code} ${p.place.name}`,
      `${p.touchpoint} ${t(`touchpoint.${p.touchpoint}`)}`,
      p.lastSeenOn ?? t('scorePrint.never'),
      p.unseenDays,
    ]),
  left: 2,
  note: unseen.length > MOST_PLACES ? t('scorePrint.morePlaces', { count: unseen.length - MOST_PLACES }) : null,
  empty: t('scorePrint.allSeen'),
})

type Pair = MonthReport['agreement']['pairs'][number]
type People = { names: string; pairs: number; items: number; same: number }

/** The looks of the same two people taken together, whoever came first; those who agree least come first. */
const peopleOf = (pairs: readonly Pair[]): People[] => {
  const both = ({ first, second }: Pair) =>
    [first.inspector, second.inspector].sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)))
  const by = Map.groupBy(pairs, (pair) =>
    both(pair)
      .map(({ id }) => id)
      .join(' '),
  )
  const people = [...by.values()].map((own): People => {
    const [one] = own
    return {
      names: one
        ? both(one)
            .map(({ name }) => name)
            .join(' · ')
        : '',
      pairs: own.length,
      items: own.reduce((n, { agreement }) => n + agreement.items, 0),
      same: own.reduce((n, { agreement }) => n + agreement.same, 0),
    }
  })
  return people.sort((a, b) => a.same / a.items - b.same / b.items || b.items - a.items)
}

/** FD-766: how far those agree who looked at one place within the hours, all together and two by two. */
export const agreementPart = ({ agreement: { all, pairs, more } }: Pick<MonthReport, 'agreement'>, t: T): Part => {
  const people = peopleOf(pairs)
  const beyond = people.length - MOST_PEOPLE
  return {
    title: t('nav.inspectorAgreement'),
    columns: [
      { key: 'scoreColumn.inspector', width: 28 },
      { key: 'agreement.pairs', width: 10 },
      { key: 'agreement.items', width: 14 },
      { key: 'agreement.same', width: 10 },
      { key: 'agreement.percentColumn', width: 14 },
    ],
    rows:
      people.length === 0
        ? []
        : [
            [t('agreement.together'), pairs.length, all.items, all.same, all.percent],
            ...people
              .slice(0, MOST_PEOPLE)
              .map((p) => [p.names, p.pairs, p.items, p.same, Math.round((p.same / p.items) * 1_000) / 10]),
          ],
    left: 1,
    note: [
      `${t('agreement.kappa')} ${all.kappa ?? t('agreement.none')}`,
      ...(beyond > 0 ? [t('scorePrint.morePeople', { count: beyond })] : []),
      ...(more ? [t('agreement.more')] : []),
    ].join(' · '),
    empty: t('agreement.empty'),
  }
}

/** On paper. */
export const blockOf = ({ title, columns, rows, left, note, empty }: Part, t: T): Block =>
  rows.length === 0
    ? { kind: 'text', title, note: null, text: empty }
    : {
        kind: 'sheet',
        title,
        note,
        left,
        warn: [],
        widths: columns.map(({ width }) => width),
        columns: columns.map(({ key }) => t(key)),
        rows: rows.map((row) => row.map((cell) => (cell === null ? '—' : String(cell)))),
      }

/** In the workbook; what is noted stands below. */
export const sheetOfPart = ({ title, columns, rows, note, empty }: Part, t: T): ExcelSheet => ({
  name: title,
  columns: columns.map(({ key, width }) => ({ heading: t(key), width })),
  rows: rows.length === 0 ? [[empty]] : [...rows, ...(note === null ? [] : [[note]])],
})
