import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { z } from 'zod'
import {
  COMPANY_SORTS,
  type CompanyComplaintRow,
  listCompanyComplaints,
  searchCompanyComplaints,
} from '#contract/complaint-company.ts'
import { listComplaintContacts } from '#contract/complaint-how-to.ts'
import type { Received } from '#contract/route.ts'
import { Change } from '#ui/complaint/figure.tsx'
import { percentText } from '#ui/complaint/words.ts'
import { type PlainKey, useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { EstateLink } from '#ui/links.tsx'
import { DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiQuery, usePages } from '#ui/query.ts'
import styles from './company.module.css'
import { CentreCard, companyColumns } from './company-columns.tsx'
import { FoundComplaints } from './found-complaints.tsx'
import { CompanyTrend } from './trend.tsx'

const SORTS = COMPANY_SORTS.flatMap((sort) => [`${sort}:asc` as const, `${sort}:desc` as const])
const Filters = z.object({
  month: listCompanyComplaints.query.shape.month,
  order: z.enum(SORTS).default('received:desc'),
  q: searchCompanyComplaints.query.shape.q.optional(),
})
/** Figures of all estates; the live channel tells of the one on the screen, so they are read again by the clock too. */
const TOPICS = ['matters', 'complaints']
const PAGE = 50

const queryOf = ({ month, order }: Pick<z.output<typeof Filters>, 'month' | 'order'>) => {
  const [sort, direction] = order.split(':')
  return {
    ...(month ? { month } : {}),
    sort: COMPANY_SORTS.find((one) => one === sort) ?? 'received',
    direction: direction === 'asc' ? ('asc' as const) : ('desc' as const),
  }
}

const Totals = ({ totals }: { totals: Received<typeof listCompanyComplaints>['totals'] }) => {
  const { t } = useTexts()
  const card = (key: PlainKey, value: string | number, bad = false) => (
    <div key={key} className={`w-card ${styles.total}`}>
      <span className="w-small w-quiet">{t(key)}</span>
      <span className={`w-figures ${styles.value} ${bad && value !== 0 ? styles.late : ''}`}>{value}</span>
      {key === 'complaintColumn.received' ? (
        <span className="w-small w-quiet">
          {t('complaintFigure.before', { count: totals.before })} ·{' '}
          <Change count={totals.received} before={totals.before} bad />
        </span>
      ) : null}
    </div>
  )
  const rate = (value: number | null) => (value === null ? '—' : value.toFixed(2))
  return (
    <div className={styles.cards}>
      {card('complaintColumn.received', totals.received)}
      {card('complaintColumn.open', totals.open)}
      {card('complaintColumn.lateNow', totals.lateNow, true)}
      {card('complaintColumn.major', totals.major, true)}
      {card('complaintColumn.hot', totals.hot, true)}
      {card('complaintColumn.escalated', totals.escalated, true)}
      {card('complaintColumn.satisfied', percentText(totals.satisfied))}
      {card('complaintColumn.tallies', totals.unsignedTallies, true)}
      {card('complaintCompany.missingReports', totals.missingReports, true)}
      {card('complaintCompany.lateReports', totals.lateReports, true)}
      {card('complaintColumn.perHouseholds', rate(totals.perHundredHouseholds))}
      {card('complaintColumn.perArea', rate(totals.perTenThousandM2))}
    </div>
  )
}

type Month = Pick<z.output<typeof Filters>, 'month' | 'order'>
type Sums = Received<typeof listCompanyComplaints>

/** The month by centre: all of them together, one under the other, and the months before. */
const Centres = ({
  sums,
  month,
  order,
  onSort,
}: Month & { sums: Sums | undefined; onSort: (order: Month['order']) => void }) => {
  const { t } = useTexts()
  const query = { ...queryOf({ month, order }), limit: PAGE }
  const pages = usePages(listCompanyComplaints, { query }, { topics: TOPICS })
  const days = { from: sums?.from ?? '', to: sums?.to ?? '' }
  return (
    <>
      {sums ? <Totals totals={sums.totals} /> : null}
      <DataTable<CompanyComplaintRow>
        label={t('nav.complaintCompany')}
        columns={companyColumns(t, days)}
        pages={pages}
        rowKey={(row) => row.estate.id}
        sort={order}
        onSort={(next) => onSort(SORTS.find((one) => one === next) ?? 'received:desc')}
        card={(row) => <CentreCard row={row} days={days} />}
      />
      <CompanyTrend month={month} topics={TOPICS} />
    </>
  )
}

/** The complaints of a month for every centre of the company, the heaviest first, or what is looked for in all of them. */
export const Page = () => {
  const { t } = useTexts()
  const { filters, setFilters } = useUrlFilters(Filters)
  const { month, order, q } = filters
  const query = queryOf({ month, order })
  const sums = useApiQuery(
    listCompanyComplaints,
    { query: { ...query, limit: 1 } },
    { topics: TOPICS, placeholderData: (before) => before },
  )
  const lacking = useApiQuery(listComplaintContacts, { query: { limit: 1 } }, { topics: TOPICS }).data?.incomplete
  const hint = sums.data ? (
    <>
      {t('complaintCompany.hint')} · {t('complaintCompany.centres', { count: sums.data.estates })} ·{' '}
      {t('complaintPeriod.asOf')} <Instant at={sums.data.asOf} show="absolute" />
    </>
  ) : (
    t('complaintCompany.hint')
  )
  return (
    <>
      <PageHeader
        title={t('nav.complaintCompany')}
        hint={q ? t('complaintCompany.searchHint') : hint}
        actions={
          q ? null : (
            <span className={styles.bar}>
              {lacking ? (
                <EstateLink to="complaint-contacts" className={styles.contacts ?? ''}>
                  {t('complaintCompany.contacts', { count: lacking })}
                </EstateLink>
              ) : null}
              <DatePicker
                picker="month"
                allowClear={false}
                aria-label={t('complaintPeriod.month')}
                value={sums.data ? dayjs(`${sums.data.month}-01`) : null}
                maxDate={dayjs()}
                onChange={(day) => setFilters({ month: day?.format('YYYY-MM') })}
              />
              <ExportLink list={listCompanyComplaints} params={{}} query={query} />
            </span>
          )
        }
      />
      <FilterBar
        items={[{ kind: 'search', name: 'q', label: t('complaintCompany.search') }]}
        values={filters}
        onChange={setFilters}
        active={q ? ['q'] : []}
        onClear={() => setFilters({ q: undefined })}
      >
        {q ? <ExportLink list={searchCompanyComplaints} params={{}} query={{ q }} /> : null}
      </FilterBar>
      {q ? (
        <FoundComplaints q={q} topics={TOPICS} />
      ) : (
        <Centres sums={sums.data} month={month} order={order} onSort={(next) => setFilters({ order: next })} />
      )}
    </>
  )
}
