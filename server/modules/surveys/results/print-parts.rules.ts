import { CODE_OF_CLASS, type ItemFinding, type SurveyResults } from '#contract/survey-results.ts'
import type { Lang, words } from '#platform/documents/words.ts'

type Words = ReturnType<typeof words>

/** A table of the printed page; widths in parts, the first `left` columns are words. */
export type PrintTable = {
  title: string
  note: string | null
  widths: number[]
  left: number
  columns: string[]
  /** A row that stands alone is a heading over those after it. */
  rows: (string[] | { heading: string })[]
}
type Named = { lang: Lang; t: Words }

const NONE = '–'
const figure = (value: number | null | undefined, digits = 2): string =>
  value === null || value === undefined ? NONE : value.toFixed(digits)
/** A figure with its interval under it. */
const spanned = (value: number | undefined, of: { low: number; high: number } | null | undefined): string =>
  value === undefined || !of ? NONE : `${figure(value)}\n${figure(of.low)} – ${figure(of.high)}`
const listOf = (words: readonly string[], lang: Lang): string => words.join(lang === 'zh' ? '、' : ', ')
const className = (code: ItemFinding['groups'][number]['class'], t: Words): string =>
  code === null ? NONE : t(`surveyClass.${code}`)
const nameOf = ({ question }: ItemFinding, lang: Lang): string => `${question.no}. ${question[lang]}`

const FIGURES = ['satisfaction', 'better', 'worse'] as const
const changed = (of: 'change' | 'differsBy', changes: ItemFinding['groups'][number]['differs'], { lang, t }: Named) =>
  listOf(
    FIGURES.flatMap((one) => (changes[one] === null ? [] : [t(`survey.${of}.${one}.${changes[one]}`)])),
    lang,
  )

/** Each attribute with its class beside the default, and its figures with their intervals. */
export const itemTable = ({ items }: SurveyResults, { lang, t }: Named): PrintTable => ({
  title: t('surveyPrint.items'),
  note: t('surveyPrint.intervals'),
  widths: [4, 3, 2, 1, 2, 2, 2, 1.4],
  left: 3,
  columns: ['attribute', 'class', 'default', 'n', 'better', 'worse', 'satisfaction', 'importance'].map((key) =>
    t(`surveyPrint.${key}`),
  ),
  rows: items.map((item) => {
    const { kano, satisfaction, importance, question } = item
    const name = className(kano?.class ?? null, t)
    const flags = listOf(
      [
        ...(kano?.mixed ? [t('survey.mixed')] : []),
        ...(kano?.provisional ? [t('survey.provisional')] : []),
        ...(kano?.questionable ? [t('survey.unclear')] : []),
        ...(kano?.reverse ? [t('survey.reverse')] : []),
      ],
      lang,
    )
    return [
      nameOf(item, lang),
      flags ? t('surveyPrint.flagged', { name, flags }) : name,
      question.classDefault ? t(`surveyClass.${CODE_OF_CLASS[question.classDefault]}`) : NONE,
      String(kano?.valid ?? satisfaction?.n ?? 0),
      spanned(kano?.better?.share, kano?.better),
      spanned(kano?.worse?.share, kano?.worse),
      spanned(satisfaction?.mean, satisfaction),
      figure(importance?.mean, 1),
    ]
  }),
})

/** As many as the page shows. */
const FIRST = 5
/** Section 6: what to repair and what to build first; nothing where no item has what it takes to say it. */
export const priorityTables = ({ items }: SurveyResults, { lang, t }: Named): PrintTable[] =>
  (['repair', 'build'] as const).flatMap((by) => {
    const ranked = items
      .flatMap((item) => (item[by] === null ? [] : [{ item, value: item[by] }]))
      .toSorted((a, b) => b.value - a.value)
      .slice(0, FIRST)
    if (ranked.length === 0) return []
    return [
      {
        title: t(by === 'repair' ? 'survey.first' : 'survey.next'),
        note: t(by === 'repair' ? 'survey.firstHint' : 'survey.nextHint'),
        widths: [5, 1],
        left: 1,
        columns: [t('surveyPrint.attribute'), t('surveyPrint.value')],
        rows: ranked.map(({ item, value }) => [nameOf(item, lang), figure(value)]),
      },
    ]
  })

/** What the earlier survey found, what this one finds, and what has changed by more than chance. */
export const beforeTable = ({ comparedWith, items }: SurveyResults, named: Named): PrintTable[] => {
  const { lang, t } = named
  if (comparedWith === null) return []
  const rows = items.flatMap((item) => {
    const { before, kano, satisfaction } = item
    if (before === null) return []
    const both = (then: number | null, now: number | undefined) =>
      then === null && now === undefined ? NONE : `${figure(then)} → ${figure(now)}`
    const [was, is] = [className(before.class, t), className(kano?.class ?? null, t)]
    return [
      [
        nameOf(item, lang),
        was === is ? is : `${was} → ${is}`,
        String(before.n),
        both(before.better, kano?.better?.share),
        both(before.worse, kano?.worse?.share),
        both(before.satisfaction, satisfaction?.mean),
        changed('change', before.changed, named) || NONE,
      ],
    ]
  })
  if (rows.length === 0) return []
  return [
    {
      title: t('surveyPrint.compared', {
        title: lang === 'zh' ? comparedWith.titleZh : comparedWith.titleEn,
        on: comparedWith.on,
      }),
      note: t('survey.changeHint'),
      widths: [4, 2.4, 1.1, 2, 2.2, 2, 2.6],
      left: 2,
      columns: ['attribute', 'class', 'nBefore', 'better', 'worse', 'satisfaction', 'changed'].map((key) =>
        t(`surveyPrint.${key}`),
      ),
      rows,
    },
  ]
}

/** Each attribute with what every group says of it; a group of a small sample is marked. */
export const groupTable = (results: SurveyResults, named: Named): PrintTable[] => {
  const { lang, t } = named
  const { by, groups, items, ungrouped, smallestSample } = results
  if (by === null || groups.length === 0) return []
  const title = by === 'building' ? null : by === 'tenure' ? 'surveyTenure' : 'surveySince'
  const names = new Map(groups.map(({ key, name }) => [key, title === null ? name : t(`${title}.${key}`)]))
  const notes = [
    t('survey.groupsHint'),
    ...(groups.some(({ n }) => n < smallestSample) ? [t('survey.smallGroups', { count: smallestSample })] : []),
    ...(ungrouped > 0 ? [t('survey.ungrouped', { count: ungrouped })] : []),
  ]
  return [
    {
      title: `${t('survey.groupBy')} · ${t(`survey.by.${by}`)}`,
      note: notes.join(' '),
      widths: [2.4, 1.2, 2.2, 2, 2, 2, 3],
      left: 1,
      columns: ['group', 'n', 'class', 'better', 'worse', 'satisfaction', 'differs'].map((key) =>
        t(`surveyPrint.${key}`),
      ),
      rows: items.flatMap((item) =>
        item.groups.length === 0
          ? []
          : [
              { heading: nameOf(item, lang) },
              ...item.groups.map((group) => [
                names.get(group.key) ?? group.key,
                `${group.n}${group.provisional ? '＊' : ''}`,
                className(group.class, t),
                spanned(group.better?.share, group.better),
                spanned(group.worse?.share, group.worse),
                spanned(group.satisfaction?.mean, group.satisfaction),
                changed('differsBy', group.differs, named) || NONE,
              ]),
            ],
      ),
    },
  ]
}
