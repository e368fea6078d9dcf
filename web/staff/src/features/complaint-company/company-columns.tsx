import type { ReactNode } from 'react'
import type { CompanyComplaintRow, CompanySort } from '#contract/complaint-company.ts'
import { Change } from '#ui/complaint/figure.tsx'
import { percentText } from '#ui/complaint/words.ts'
import { type T, useTexts } from '#ui/i18n.ts'
import { EstateLink, type LinkSearch } from '#ui/links.tsx'
import type { Column } from '#ui/list/data-table.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import styles from './company.module.css'

type Days = { from: string; to: string }
type Figure = { row: CompanyComplaintRow; count: number; to: string; search: LinkSearch; bad?: boolean }

/** A figure that opens the list of the centre it belongs to. */
const Opens = ({ row, count, to, search, bad = false }: Figure) =>
  count === 0 ? (
    <span className="w-figures w-faint">0</span>
  ) : (
    <EstateLink
      estate={row.estate.code}
      to={to}
      search={search}
      className={`w-figures ${styles.figure} ${bad ? styles.late : ''}`}
    >
      {count}
    </EstateLink>
  )

/** Everything a row says, with the list that each figure opens. */
const figuresOf = ({ from, to }: Days) => {
  const cases = { from, to, counted: 'yes' }
  const complaints = (count: (row: CompanyComplaintRow) => number, filter: LinkSearch, bad = false) => {
    return (row: CompanyComplaintRow): ReactNode => (
      <Opens row={row} count={count(row)} to="complaints" search={filter} bad={bad} />
    )
  }
  return {
    received: complaints((row) => row.received, cases),
    open: complaints((row) => row.open, { open: 'true', counted: 'yes' }),
    lateNow: complaints((row) => row.lateNow, { open: 'true', overdue: 'true', counted: 'yes' }, true),
    major: complaints((row) => row.major, { ...cases, major: 'true' }, true),
    hot: complaints((row) => row.hot, { ...cases, hot: 'true' }, true),
    escalated: complaints((row) => row.escalated, { ...cases, escalated: 'true' }, true),
    unsignedTallies: (row: CompanyComplaintRow) => (
      <Opens row={row} count={row.unsignedTallies} to="complaint-tally" search={{ tab: 'days', from, to }} bad />
    ),
    missingReports: (row: CompanyComplaintRow) => (
      <Opens row={row} count={row.missingReports} to="complaint-reports" search={{ overdue: 'true' }} bad />
    ),
    lateReports: (row: CompanyComplaintRow) => (
      <Opens row={row} count={row.lateReports} to="complaint-reports" search={{ late: 'true' }} bad />
    ),
  }
}

const TONE = { notBegun: 'neutral', draft: 'waiting', sent: 'good', late: 'late' } as const

/** CP-128: how far the report of the month is, and the way to it. */
const MonthlyReport = ({ row }: { row: CompanyComplaintRow }) => {
  const { t } = useTexts()
  if (row.monthlyReport === null) return <span className="w-faint">—</span>
  return (
    <EstateLink estate={row.estate.code} to="complaint-reports" search={{ kind: 'monthly' }}>
      <StateTag tone={TONE[row.monthlyReport]}>{t(`monthlyReport.${row.monthlyReport}`)}</StateTag>
    </EstateLink>
  )
}

const rate = (value: number | null) => <span className="w-figures">{value === null ? '—' : value.toFixed(2)}</span>

export const companyColumns = (t: T, days: Days): Column<CompanyComplaintRow>[] => {
  const figures = figuresOf(days)
  const column = (
    key: CompanySort,
    title: string,
    width: number,
    render: (row: CompanyComplaintRow) => ReactNode,
    wideOnly = false,
  ): Column<CompanyComplaintRow> => ({
    key,
    title,
    width,
    render,
    align: 'end',
    wideOnly,
    sort: { descending: `${key}:desc`, ascending: `${key}:asc` },
  })
  return [
    {
      key: 'name',
      title: t('complaintColumn.estate'),
      render: (row) => (
        <EstateLink estate={row.estate.code} to="complaint-analysis" className={styles.figure ?? ''}>
          {row.estate.name}
        </EstateLink>
      ),
      sort: { ascending: 'name:asc', descending: 'name:desc' },
    },
    column('received', t('complaintColumn.received'), 112, (row) => (
      <span className={styles.pair}>
        {figures.received(row)}
        <span className="w-small">
          <Change count={row.received} before={row.before} bad />
        </span>
      </span>
    )),
    column('open', t('complaintColumn.open'), 84, figures.open),
    column('lateNow', t('complaintColumn.lateNow'), 96, figures.lateNow),
    column('major', t('complaintColumn.major'), 72, figures.major),
    column('hot', t('complaintColumn.hot'), 72, figures.hot),
    column('escalated', t('complaintCompany.escalated'), 76, figures.escalated),
    column('unsignedTallies', t('complaintCompany.tallies'), 100, figures.unsignedTallies),
    column(
      'missingReports',
      t('complaintCompany.reports'),
      116,
      (row) => (
        <span className={styles.pair}>
          {figures.missingReports(row)}
          <span>/</span>
          {figures.lateReports(row)}
        </span>
      ),
      true,
    ),
    {
      key: 'monthlyReport',
      title: t('complaintColumn.monthlyReport'),
      width: 96,
      render: (row) => <MonthlyReport row={row} />,
    },
    column(
      'perHundredHouseholds',
      t('complaintCompany.perHouseholds'),
      88,
      (row) => rate(row.perHundredHouseholds),
      true,
    ),
    column('perTenThousandM2', t('complaintCompany.perArea'), 96, (row) => rate(row.perTenThousandM2), true),
    column('satisfied', t('complaintColumn.satisfied'), 84, (row) => (
      <span className="w-figures">{percentText(row.satisfied)}</span>
    )),
  ]
}

/** A centre on a phone: every figure with its word. */
export const CentreCard = ({ row, days }: { row: CompanyComplaintRow; days: Days }) => {
  const { t } = useTexts()
  const columns = companyColumns(t, days)
  const [name, ...others] = columns
  return (
    <div className={styles.card}>
      <strong>{name?.render(row)}</strong>
      <dl className={styles.facts}>
        {others.map(({ key, title, render }) => (
          <div key={key}>
            <dt>{title}</dt>
            <dd>{render(row)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
