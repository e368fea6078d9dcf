import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import { BAND_FROM, BANDS, bandOf, changeText, isMixed, scoreChange, scoreText } from '#contract/rules/score-text.ts'
import type { CompanyHeatRow } from '#contract/scores.ts'
import { type Heat, namedLike, type Order, sortHeat } from './company.rules.ts'

type T = (key: string, params?: Record<string, string | number>) => string
/** As many estates at most stand at each end; nobody stands at both. */
const ENDS = 10

const cellOf = (score: number | null) => ({ band: bandOf(score), text: scoreText(score) })
const changeOf = ({ score, before }: Pick<CompanyHeatRow, 'score' | 'before'>) => {
  const by = scoreChange(score, before)
  return { way: by === null || by === 0 ? 'same' : by > 0 ? 'better' : 'worse', text: changeText(by) }
}
/** The change of an estate whose standard changed meanwhile is marked: the words for it stand below the map. */
const markedChange = (row: CompanyHeatRow) => {
  const { way, text } = changeOf(row)
  return { way, text: isMixed(row) ? `${text}*` : text }
}
const rowOf = (name: string, row: Omit<CompanyHeatRow, 'estate' | 'newStandardOn'>, change = changeOf(row)) => ({
  name,
  score: cellOf(row.score),
  change,
  looks: String(row.looks),
  touchpoints: row.touchpoints.map(cellOf),
})

/** The estates of the lowest and of the highest score; of few estates each stands on one list. */
const endsOf = (rows: readonly CompanyHeatRow[], t: T) => {
  const scored = rows.filter((r) => r.score !== null)
  const count = Math.min(ENDS, Math.floor(scored.length / 2))
  if (count === 0) return []
  return (['asc', 'desc'] as const).map((direction) => ({
    title: t(direction === 'asc' ? 'scorePrint.lowestEstates' : 'scorePrint.bestEstates', { count }),
    columns: ['', t('complaintColumn.estate'), t('scoreColumn.score'), t('scoreColumn.change')],
    rows: sortHeat(scored, { sort: 'score', direction })
      .slice(0, count)
      .map((r, i) => ({ no: String(i + 1), name: r.estate.name, score: cellOf(r.score), change: markedChange(r) })),
  }))
}

type Asked = Order & { q?: string | undefined }

/** The heat map of a company as it is printed: the same rows in the same order as on the page, figures beside the shades. */
export const companyPaper = ({ rows, totals }: Heat, asked: Asked, t: T) => {
  const shown = sortHeat(namedLike(rows, asked.q), asked)
  const scored = rows.filter((r) => r.score !== null).length
  const sortName = asked.sort === 'name' ? 'complaintColumn.estate' : `scoreColumn.${asked.sort}`
  return {
    estate: rows.length === 1 ? (rows[0]?.estate.name ?? '') : t('score.estates', { count: rows.length }),
    note: asked.q === undefined ? '' : t('scorePrint.onlyNamed', { q: asked.q, count: shown.length }),
    facts: [
      [t('score.allEstates'), scoreText(totals.score)],
      [t('scoreColumn.before'), `${scoreText(totals.before)} (${changeOf(totals).text})`],
      [t('scoreColumn.looks'), String(totals.looks)],
      [t('scorePrint.estates'), String(rows.length)],
      [t('scorePrint.scoredEstates'), String(scored)],
      [t('score.sort'), `${t(sortName)} ${asked.direction === 'asc' ? '↑' : '↓'}`],
    ],
    ends: endsOf(rows, t),
    formula: `${t('scorePrint.formula')}${t('scorePrint.companyFormula')}`,
    legend: {
      title: t('scorePrint.shades'),
      bands: BANDS.map((band) => ({ band, text: t(`scoreBand.${band}`, BAND_FROM) })),
      note: t('scorePrint.shadesNote', BAND_FROM),
    },
    map: {
      title: t('scoreSheet.company'),
      columns: [
        t('complaintColumn.estate'),
        ...['score', 'change', 'looks'].map((column) => t(`scoreColumn.${column}`)),
      ],
      touchpoints: TOUCHPOINTS.map((code) => ({ code, name: t(`touchpoint.${code}`) })),
      totals: rowOf(t('score.allEstates'), totals),
      rows: shown.map((r) => rowOf(r.estate.name, r, markedChange(r))),
      mixed: shown.some(isMixed) ? t('score.newStandardHint') : '',
      nothing: shown.length === 0 ? t('scorePrint.noEstate') : '',
    },
  }
}
