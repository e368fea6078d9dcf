import {
  CONTACT_ITEMS,
  CONTACTS_SHOWN,
  type ContactsOfEstate,
  listComplaintContacts,
} from '#contract/complaint-how-to.ts'
import { type T, useTexts } from '#ui/i18n.ts'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar, type FilterItem } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { usePages } from '#ui/query.ts'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState } from '#ui/states.tsx'
import styles from './contacts.module.css'

const Filters = listComplaintContacts.query.omit({ cursor: true, limit: true })

const Missing = ({ row: { missing } }: { row: ContactsOfEstate }) => {
  const { t } = useTexts()
  if (missing.length === 0) return <StateTag tone="good">{t('complaintContacts.complete')}</StateTag>
  return (
    <span className={styles.tags}>
      {missing.map((item) => (
        <StateTag key={item} tone="late">
          {t(`howTo.${item}`)}
        </StateTag>
      ))}
    </span>
  )
}

/** What residents read of a centre, which anybody may look at. */
const Centre = ({ row: { estate } }: { row: ContactsOfEstate }) => (
  <a href={`/public/${estate.id}/how-to-complain`} target="_blank" rel="noreferrer">
    {estate.name}
  </a>
)
const Changed = ({ row }: { row: ContactsOfEstate }) => {
  const { t } = useTexts()
  return row.changedOn ? (
    <span className="w-figures">{row.changedOn}</span>
  ) : (
    <span className="w-quiet">{t('complaintContacts.never')}</span>
  )
}

const columnsOf = (t: T): Column<ContactsOfEstate>[] => [
  { key: 'estate', title: t('complaintColumn.estate'), width: 280, render: (row) => <Centre row={row} /> },
  { key: 'missing', title: t('complaintContacts.missing'), render: (row) => <Missing row={row} /> },
  { key: 'changed', title: t('complaintContacts.changedOn'), width: 144, render: (row) => <Changed row={row} /> },
]

/** CP-032: the centres that do not say in all five ways how to complain. */
export const Page = () => {
  const { t } = useTexts()
  const { filters, setFilters, clear, active } = useUrlFilters(Filters)
  const pages = usePages(listComplaintContacts, { query: filters }, { topics: ['complaints'] })
  const items: FilterItem[] = [
    { kind: 'search', name: 'q', label: t('complaintContacts.search') },
    {
      kind: 'select',
      name: 'show',
      label: t('complaintContacts.show'),
      options: CONTACTS_SHOWN.map((value) => ({ value, label: t(`complaintContacts.show.${value}`) })),
    },
    {
      kind: 'select',
      name: 'lacks',
      label: t('complaintContacts.lacks'),
      options: CONTACT_ITEMS.map((value) => ({ value, label: t(`howTo.${value}`) })),
    },
  ]
  return (
    <>
      <PageHeader title={t('nav.complaintContacts')} hint={t('complaintContacts.hint')} />
      <FilterBar items={items} values={filters} onChange={setFilters} active={active} onClear={clear}>
        <ExportLink list={listComplaintContacts} params={{}} query={filters} />
      </FilterBar>
      <DataTable<ContactsOfEstate>
        label={t('nav.complaintContacts')}
        columns={columnsOf(t)}
        pages={pages}
        rowKey={(row) => row.estate.id}
        card={(row) => (
          <span className={styles.card}>
            <Centre row={row} />
            <Missing row={row} />
            <span className="w-small">
              {t('complaintContacts.changedOn')} <Changed row={row} />
            </span>
          </span>
        )}
        filtered={active.length > 0}
        empty={<EmptyState title={t('complaintContacts.empty')} />}
      />
    </>
  )
}
