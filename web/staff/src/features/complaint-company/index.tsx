import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { z } from 'zod'
import { COMPANY_SORTS, type CompanyComplaintRow, listCompanyComplaints } from '#contract/complaint-company.ts'
import { listComplaintContacts } from '#contract/complaint-how-to.ts'
import type { Received } from '#contract/route.ts'
import { Change } from '#ui/complaint/figure.tsx'
import { percentText } from '#ui/complaint/words.ts'
import { type PlainKey, useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { EstateLink } from '#ui/links.tsx'
import { DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiQuery, usePages } from '#ui/query.ts'
import styles from './company.module.css'
import { CentreCard, companyColumns } from './company-columns.tsx'
import { CompanyTrend } from './trend.tsx'

const SORTS = COMPANY_SORTS.flatMap((sort) => [`${sort}:asc` as const, `${sort}:desc` as const])
const Filters = z.object({
  month: listCompanyComplaints.query.shape.month,
  order: z.enum(SORTS).default('received:desc'),
})
/** Figures of all estates; the live channel tells of the one on the screen, so they are read again by the clock too. */
const TOPICS = ['matters', 'complaints']
const PAGE = 50

const queryOf = ({ month, order }: z.output<typeof Filters>) => {
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

/** The complaints of a month for every centre of the company, the heaviest first. */
export const Page = () => {
  const { t } = useTexts()
  const { filters, setFilters } = useUrlFilters(Filters)
  const query = queryOf(filters)
  const sums = useApiQuery(
    listCompanyComplaints,
    { query: { ...query, limit: 1 } },
    { topics: TOPICS, placeholderData: (before) => before },
  )
  const pages = usePages(listCompanyComplaints, { query: { ...query, limit: PAGE } }, { topics: TOPICS })
  const lacking = useApiQuery(listComplaintContacts, { query: { limit: 1 } }, { topics: TOPICS }).data?.incomplete
  const days = { from: sums.data?.from ?? '', to: sums.data?.to ?? '' }
  return (
    <>
      <PageHeader
        title={t('nav.complaintCompany')}
        hint={
          sums.data ? (
            <>
              {t('complaintCompany.hint')} · {t('complaintCompany.centres', { count: sums.data.estates })} ·{' '}
              {t('complaintPeriod.asOf')} <Instant at={sums.data.asOf} show="absolute" />
            </>
          ) : (
            t('complaintCompany.hint')
          )
        }
        actions={
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
        }
      />
      {sums.data ? <Totals totals={sums.data.totals} /> : null}
      <DataTable<CompanyComplaintRow>
        label={t('nav.complaintCompany')}
        columns={companyColumns(t, days)}
        pages={pages}
        rowKey={(row) => row.estate.id}
        sort={filters.order}
        onSort={(next) => setFilters({ order: SORTS.find((one) => one === next) ?? 'received:desc' })}
        card={(row) => <CentreCard row={row} days={days} />}
      />
      <CompanyTrend month={filters.month} topics={TOPICS} />
    </>
  )
}
