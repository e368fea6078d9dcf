import { listWords } from '#content/list-words.ts'
import { adviceOf } from '#contract/rules/advice.ts'
import { CODE_OF_CLASS, type ItemFinding, type SurveyResults } from '#contract/survey-results.ts'
import type { Lang, words } from '#platform/documents/words.ts'

type Words = ReturnType<typeof words>

/** A table of the printed page; widths in parts. A row that is a heading stands over those after it. */
export type PrintTable = {
  title: string
  note: string | null
  columns: { heading: string; width: number; end: boolean }[]
  rows: (string[] | { heading: string })[]
}
type Named = { lang: Lang; t: Words }

const NONE = '–'
const figure = (value: number | null | undefined, digits = 2): string =>
  value === null || value === undefined ? NONE : value.toFixed(digits)
type Span = { low: number | null; high: number | null }
/** A figure with its interval under it, or that there are too few answers for one. */
const spanned = (value: number | undefined, of: Span | null | undefined, t: Words): string =>
  value === undefined || !of
    ? NONE
    : `${figure(value)}\n${of.low === null ? t('survey.noInterval') : `${figure(of.low)} – ${figure(of.high)}`}`
const className = (code: ItemFinding['groups'][number]['class'], t: Words): string =>
  code === null ? NONE : t(`surveyClass.${code}`)
const nameOf = ({ question }: ItemFinding, lang: Lang): string => `${question.no}. ${question[lang]}`

const FIGURES = ['satisfaction', 'better', 'worse'] as const
const changed = (of: 'change' | 'differsBy', changes: ItemFinding['groups'][number]['differs'], { lang, t }: Named) =>
  listWords(
    lang,
    FIGURES.flatMap((one) => (changes[one] === null ? [] : [t(`survey.${of}.${one}.${changes[one]}`)])),
  )

type PrintColumn<R> = { key: string; width: number; words?: true; of: (row: R) => string }
/** The columns of which something was asked. */
const columnsOf = <R>(columns: readonly (PrintColumn<R> | false)[]): PrintColumn<R>[] =>
  columns.filter((column) => column !== false)
const headingsOf = <R>(columns: readonly PrintColumn<R>[], t: Words): PrintTable['columns'] =>
  columns.map(({ key, width, words: ofWords }) => ({ heading: t(`surveyPrint.${key}`), width, end: ofWords !== true }))

const askedOf = (items: readonly ItemFinding[]) => ({
  kano: items.some(({ kano }) => kano !== null),
  satisfaction: items.some(({ satisfaction }) => satisfaction !== null),
  importance: items.some(({ importance }) => importance !== null),
})

const classOf = ({ kano }: ItemFinding, { lang, t }: Named): string => {
  const name = className(kano?.class ?? null, t)
  const flags = listWords(lang, [
    ...(kano?.mixed ? [t('survey.mixed')] : []),
    ...(kano?.provisional ? [t('survey.provisional')] : []),
    ...(kano?.questionable ? [t('survey.unclear')] : []),
    ...(kano?.reverse ? [t('survey.reverse')] : []),
  ])
  return flags ? t('surveyPrint.flagged', { name, flags }) : name
}
const defaultOf = ({ question: { classDefault } }: ItemFinding, t: Words): string =>
  classDefault ? t(`surveyClass.${CODE_OF_CLASS[classDefault]}`) : NONE

/** Each attribute with its class beside the default, and its figures with their intervals. */
export const itemTable = ({ items }: SurveyResults, named: Named): PrintTable => {
  const { lang, t } = named
  const asked = askedOf(items)
  const columns = columnsOf<ItemFinding>([
    { key: 'attribute', width: 4.4, words: true, of: (item) => nameOf(item, lang) },
    asked.kano && { key: 'class', width: 2.6, words: true, of: (item) => classOf(item, named) },
    asked.kano && { key: 'default', width: 1.9, words: true, of: (item) => defaultOf(item, t) },
    { key: 'n', width: 1, of: ({ kano, satisfaction }) => String(kano?.valid ?? satisfaction?.n ?? 0) },
    asked.kano && { key: 'better', width: 1.9, of: ({ kano }) => spanned(kano?.better?.share, kano?.better, t) },
    asked.kano && { key: 'worse', width: 2, of: ({ kano }) => spanned(kano?.worse?.share, kano?.worse, t) },
    asked.satisfaction && {
      key: 'satisfaction',
      width: 1.9,
      of: ({ satisfaction }) => spanned(satisfaction?.mean, satisfaction, t),
    },
    asked.importance && { key: 'importance', width: 1.9, of: ({ importance }) => figure(importance?.mean, 1) },
  ])
  return {
    title: t('surveyPrint.items'),
    note: t('surveyPrint.intervals'),
    columns: headingsOf(columns, t),
    rows: items.map((item) => columns.map(({ of }) => of(item))),
  }
}

/** Section 6: what to repair and to build first, or why nothing is advised. */
export const priorityTables = ({ items, smallestSample }: SurveyResults, { lang, t }: Named): PrintTable[] =>
  adviceOf(items).map(({ by, list, nothing }) => ({
    title: t(`survey.advice.${by}`),
    note: nothing === null ? t(`survey.adviceHint.${by}`) : t(`survey.noAdvice.${nothing}`, { count: smallestSample }),
    columns: [
      { heading: t('surveyPrint.attribute'), width: 5, end: false },
      { heading: t('surveyPrint.value'), width: 1, end: true },
    ],
    rows: list.map(({ item, value }) => [nameOf(item, lang), figure(value)]),
  }))

type Compared = { item: ItemFinding; before: NonNullable<ItemFinding['before']> }
/** What the earlier survey found, what this one finds, and what has changed by more than chance. */
export const beforeTable = ({ comparedWith, items }: SurveyResults, named: Named): PrintTable[] => {
  const { lang, t } = named
  const compared = items.flatMap((item): Compared[] => (item.before === null ? [] : [{ item, before: item.before }]))
  if (comparedWith === null || compared.length === 0) return []
  const asked = askedOf(items)
  const both = (then: number | null, now: number | undefined) =>
    then === null && now === undefined ? NONE : `${figure(then)} → ${figure(now)}`
  const columns = columnsOf<Compared>([
    { key: 'attribute', width: 4, words: true, of: ({ item }) => nameOf(item, lang) },
    asked.kano && {
      key: 'class',
      width: 2.6,
      words: true,
      of: ({ item, before }) => {
        const [was, is] = [className(before.class, t), className(item.kano?.class ?? null, t)]
        return was === is ? is : `${was} → ${is}`
      },
    },
    { key: 'nBefore', width: 1.5, of: ({ before }) => String(before.n) },
    asked.kano && { key: 'better', width: 2, of: ({ item, before }) => both(before.better, item.kano?.better?.share) },
    asked.kano && { key: 'worse', width: 2.2, of: ({ item, before }) => both(before.worse, item.kano?.worse?.share) },
    asked.satisfaction && {
      key: 'satisfaction',
      width: 2,
      of: ({ item, before }) => both(before.satisfaction, item.satisfaction?.mean),
    },
    {
      key: 'changed',
      width: 2.6,
      words: true,
      of: ({ before }) => changed('change', before.changed, named) || NONE,
    },
  ])
  return [
    {
      title: t('surveyPrint.compared', {
        title: lang === 'zh' ? comparedWith.titleZh : comparedWith.titleEn,
        on: comparedWith.on,
      }),
      note: t('surveyPrint.changeNote'),
      columns: headingsOf(columns, t),
      rows: compared.map((row) => columns.map(({ of }) => of(row))),
    },
  ]
}

/** Each attribute with what every group says of it; a group of a small sample is marked. */
export const groupTable = (results: SurveyResults, named: Named): PrintTable[] => {
  const { lang, t } = named
  const { by, groups, items, ungrouped, smallestSample } = results
  if (by === null || groups.length === 0) return []
  const kind = by === 'building' ? null : by === 'tenure' ? 'surveyTenure' : 'surveySince'
  const names = new Map(groups.map(({ key, name }) => [key, kind === null ? name : t(`${kind}.${key}`)]))
  const asked = askedOf(items)
  const columns = columnsOf<ItemFinding['groups'][number]>([
    { key: 'group', width: 2.4, words: true, of: ({ key }) => names.get(key) ?? key },
    { key: 'n', width: 1.2, of: ({ n, provisional }) => `${n}${provisional ? '＊' : ''}` },
    asked.kano && { key: 'class', width: 2.2, words: true, of: (group) => className(group.class, t) },
    asked.kano && { key: 'better', width: 2, of: ({ better }) => spanned(better?.share, better, t) },
    asked.kano && { key: 'worse', width: 2.1, of: ({ worse }) => spanned(worse?.share, worse, t) },
    asked.satisfaction && {
      key: 'satisfaction',
      width: 2,
      of: ({ satisfaction }) => spanned(satisfaction?.mean, satisfaction, t),
    },
    { key: 'differs', width: 3, words: true, of: ({ differs }) => changed('differsBy', differs, named) || NONE },
  ])
  const notes = [
    t('survey.groupsHint'),
    ...(groups.some(({ n }) => n < smallestSample) ? [t('survey.smallGroups', { count: smallestSample })] : []),
    ...(ungrouped > 0 ? [t('survey.ungrouped', { count: ungrouped })] : []),
  ]
  return [
    {
      title: `${t('survey.groupBy')} · ${t(`survey.by.${by}`)}`,
      note: notes.join(' '),
      columns: headingsOf(columns, t),
      rows: items.flatMap((item) =>
        item.groups.length === 0
          ? []
          : [{ heading: nameOf(item, lang) }, ...item.groups.map((group) => columns.map(({ of }) => of(group)))],
      ),
    },
  ]
}
