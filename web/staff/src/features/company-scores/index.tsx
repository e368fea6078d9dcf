import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { z } from 'zod'
import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import { isMixed, scoreText } from '#contract/rules/score-text.ts'
import { type CompanyHeatRow, HEAT_SORTS, listCompanyScores, printCompanyScores } from '#contract/scores.ts'
import { addressOf } from '#ui/api.ts'
import { type T, useTexts } from '#ui/i18n.ts'
import { MonthPicker } from '#ui/inspection/month-picker.tsx'
import { ScoreCell, ScoreChange } from '#ui/inspection/score.tsx'
import type { LinkSearch } from '#ui/links.tsx'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiQuery, usePages } from '#ui/query.ts'
import styles from './company-scores.module.css'

const ORDERS = HEAT_SORTS.flatMap((sort) => [`${sort}:asc` as const, `${sort}:desc` as const])
const Filters = z.object({
  month: listCompanyScores.query.shape.month,
  q: listCompanyScores.query.shape.q,
  order: z.enum(ORDERS).default('score:asc'),
})
const TOPICS = ['inspection']
const PAGE = 50

const queryOf = ({ month, q, order }: z.output<typeof Filters>) => {
  const [sort, direction] = order.split(':')
  return {
    ...(month ? { month } : {}),
    ...(q ? { q } : {}),
    sort: HEAT_SORTS.find((one) => one === sort) ?? 'score',
    direction: direction === 'desc' ? ('desc' as const) : ('asc' as const),
  }
}

/** The change since the month before; marked where the standard changed meanwhile, with words for whoever points or listens. */
const Change = ({ row }: { row: CompanyHeatRow }) => {
  const { t } = useTexts()
  const words = t('score.newStandardOn', { date: row.newStandardOn ?? '' })
  return (
    <>
      <ScoreChange score={row.score} before={row.before} />
      {isMixed(row) ? (
        <span title={words}>
          <span aria-hidden>*</span>
          <span className="w-hidden">{words}</span>
        </span>
      ) : null}
    </>
  )
}

const columns = (t: T, month: string | undefined): Column<CompanyHeatRow>[] => {
  const search = month ? { month } : {}
  return [
    {
      key: 'name',
      title: t('complaintColumn.estate'),
      width: 152,
      render: (row) => row.estate.name,
      sort: { ascending: 'name:asc', descending: 'name:desc' },
    },
    {
      key: 'score',
      title: t('scoreColumn.score'),
      width: 80,
      align: 'end',
      render: (row) => <ScoreCell score={row.score} estate={row.estate.code} to="scores" search={search} />,
      sort: { ascending: 'score:asc', descending: 'score:desc' },
    },
    {
      key: 'change',
      title: t('scoreColumn.change'),
      width: 100,
      align: 'end',
      render: (row) => <Change row={row} />,
      sort: { ascending: 'change:asc', descending: 'change:desc' },
    },
    ...TOUCHPOINTS.map(
      (touchpoint, i): Column<CompanyHeatRow> => ({
        key: touchpoint,
        title: touchpoint,
        width: 74,
        align: 'end',
        render: (row) => (
          <span title={`${row.estate.name} · ${t(`touchpoint.${touchpoint}`)}`}>
            <ScoreCell
              score={row.touchpoints[i] ?? null}
              estate={row.estate.code}
              to="place-scores"
              search={{ ...search, touchpoint }}
            />
          </span>
        ),
      }),
    ),
  ]
}

/** Touchpoints by name, those that have a score; of an estate they open its places. */
const Touchpoints = ({
  scores,
  estate,
  search,
}: {
  scores: readonly (number | null)[]
  estate?: string
  search?: LinkSearch
}) => {
  const { t } = useTexts()
  const opens = (touchpoint: string) =>
    estate === undefined ? {} : { estate, to: 'place-scores', search: { ...search, touchpoint } }
  return (
    <span className={styles.means}>
      {TOUCHPOINTS.flatMap((code, i) => {
        const score = scores[i] ?? null
        return score === null
          ? []
          : [
              <span key={code} className={styles.mean}>
                <span className="w-small w-quiet">{t(`touchpoint.${code}`)}</span>
                <ScoreCell score={score} {...opens(code)} />
              </span>,
            ]
      })}
    </span>
  )
}

const OnPhone = ({ row, month }: { row: CompanyHeatRow; month: string | undefined }) => {
  const search = month ? { month } : {}
  return (
    <span className={styles.onPhone}>
      <strong>{row.estate.name}</strong>
      <ScoreCell score={row.score} estate={row.estate.code} to="scores" search={search} />
      <Change row={row} />
      <Touchpoints scores={row.touchpoints} estate={row.estate.code} search={search} />
    </span>
  )
}

/** Estate by touchpoint for the whole company; each figure opens the places behind it. */
export const Page = () => {
  const { t, lang } = useTexts()
  const { filters, setFilters } = useUrlFilters(Filters)
  const query = queryOf(filters)
  const sums = useApiQuery(
    listCompanyScores,
    { query: { ...query, limit: 1 } },
    { topics: TOPICS, placeholderData: (before) => before },
  )
  const pages = usePages(listCompanyScores, { query: { ...query, limit: PAGE } }, { topics: TOPICS })
  const cells = columns(t, filters.month)
  return (
    <>
      <PageHeader
        title={t('nav.companyScores')}
        hint={
          sums.data
            ? `${t('score.companyHint')} · ${t('score.estates', { count: sums.data.estates })}`
            : t('score.companyHint')
        }
        actions={
          <span className={styles.bar}>
            <MonthPicker month={filters.month ?? sums.data?.month} onChange={(month) => setFilters({ month })} />
            <Button
              icon={<PrinterOutlined aria-hidden />}
              href={addressOf(printCompanyScores, { query: { ...query, lang } })}
              target="_blank"
            >
              {t('score.printMap')}
            </Button>
            <ExportLink list={listCompanyScores} params={{}} query={query} />
          </span>
        }
      />
      {sums.data ? (
        <section className={`w-card ${styles.totals}`} aria-label={t('score.allEstates')}>
          <strong>{t('score.allEstates')}</strong>
          <span className="w-figures">{scoreText(sums.data.totals.score)}</span>
          <ScoreChange score={sums.data.totals.score} before={sums.data.totals.before} />
          <Touchpoints scores={sums.data.totals.touchpoints} />
          {pages.rows.some(isMixed) ? <span className="w-quiet w-small">{t('score.newStandardHint')}</span> : null}
        </section>
      ) : null}
      <FilterBar
        items={[{ kind: 'search', name: 'q', label: t('score.searchEstates') }]}
        values={{ q: filters.q }}
        onChange={setFilters}
        active={filters.q ? ['q'] : []}
        onClear={() => setFilters({ q: undefined })}
      />
      <DataTable<CompanyHeatRow>
        label={t('nav.companyScores')}
        columns={cells}
        pages={pages}
        rowKey={(row) => row.estate.id}
        card={(row) => <OnPhone row={row} month={filters.month} />}
        filtered={filters.q !== undefined}
        sort={filters.order}
        onSort={(next) => setFilters({ order: ORDERS.find((one) => one === next) ?? 'score:asc' })}
      />
    </>
  )
}
