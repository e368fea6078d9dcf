import { useNavigate } from '@tanstack/react-router'
import { type FoundComplaint, searchCompanyComplaints } from '#contract/complaint-company.ts'
import { categoryWord } from '#ui/complaint/words.ts'
import { type T, useTexts } from '#ui/i18n.ts'
import { EstateLink } from '#ui/links.tsx'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { MatterState } from '#ui/matter/matter-state.tsx'
import { usePages } from '#ui/query.ts'
import styles from './company.module.css'

const PAGE = 50

const State = ({ row }: { row: FoundComplaint }) => (
  <MatterState matter={{ kind: 'complaint', state: row.state, open: row.open }} />
)
const Title = ({ row }: { row: FoundComplaint }) => (
  <EstateLink estate={row.estate.code} to={`matters/${row.id}`} className={styles.figure ?? ''}>
    {row.title}
  </EstateLink>
)

const columnsOf = (t: T): Column<FoundComplaint>[] => [
  { key: 'estate', title: t('complaintColumn.estate'), width: 160, render: (row) => row.estate.name },
  {
    key: 'number',
    title: t('complaintColumn.number'),
    width: 112,
    render: (row) => <span className="w-figures">{row.number}</span>,
  },
  { key: 'title', title: t('complaintColumn.title'), render: (row) => <Title row={row} /> },
  {
    key: 'category',
    title: t('complaintColumn.category'),
    width: 184,
    render: (row) => categoryWord(t, row.category),
  },
  { key: 'state', title: t('complaintColumn.state'), width: 112, render: (row) => <State row={row} /> },
  {
    key: 'receivedOn',
    title: t('complaintColumn.receivedOn'),
    width: 112,
    render: (row) => <span className="w-figures">{row.receivedOn}</span>,
  },
]

const FoundCard = ({ row }: { row: FoundComplaint }) => {
  const { t } = useTexts()
  return (
    <div className={styles.card}>
      <span className={styles.head}>
        <span className="w-figures w-faint w-small">{row.number}</span>
        <State row={row} />
      </span>
      <Title row={row} />
      <span className="w-quiet w-small">
        {row.estate.name} · {categoryWord(t, row.category)} · {row.receivedOn}
      </span>
    </div>
  )
}

/** What was found in all centres; each opens in its own. */
export const FoundComplaints = ({ q, topics }: { q: string; topics: readonly string[] }) => {
  const { t } = useTexts()
  const navigate = useNavigate()
  const pages = usePages(searchCompanyComplaints, { query: { q, limit: PAGE } }, { topics })
  return (
    <DataTable<FoundComplaint>
      label={t('complaintCompany.found')}
      columns={columnsOf(t)}
      pages={pages}
      rowKey={(row) => row.id}
      onOpen={(row) => void navigate({ to: `/e/${encodeURIComponent(row.estate.code)}/matters/${row.id}` })}
      card={(row) => <FoundCard row={row} />}
      filtered
    />
  )
}
