import type { CustomerLine } from '#contract/customers.ts'
import { type T, useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { EstateLink } from '#ui/links.tsx'
import type { Column } from '#ui/list/data-table.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import styles from './customers.module.css'

const SHOWN = 2

const Tags = ({ row }: { row: CustomerLine }) => {
  const { t } = useTexts()
  return (
    <>
      {row.kind === 'company' ? <StateTag>{t('customerKind.company')}</StateTag> : null}
      {row.important ? <StateTag tone="waiting">{t('customer.important')}</StateTag> : null}
      {row.noCallback ? <StateTag tone="late">{t('customer.noCallback')}</StateTag> : null}
      {row.language === 'en' ? <StateTag>{t('customer.speaksEnglish')}</StateTag> : null}
    </>
  )
}

/** Where somebody lives now comes first; a room that was left is said to be left. */
const Units = ({ row }: { row: CustomerLine }) => {
  const { t } = useTexts()
  const more = row.units.length - SHOWN
  if (row.units.length === 0) return '—'
  return (
    <span className={styles.units}>
      {row.units.slice(0, SHOWN).map((unit) => (
        <span key={`${unit.id} ${unit.role} ${unit.current}`} className={unit.current ? '' : 'w-faint'}>
          <EstateLink to={`units/${unit.id}`} className={styles.plain ?? ''}>
            {unit.display}
          </EstateLink>{' '}
          <span className="w-quiet w-small">{unit.current ? t(`residence.${unit.role}`) : t('customers.left')}</span>
        </span>
      ))}
      {more > 0 ? <span className="w-quiet w-small">{t('customers.moreUnits', { count: more })}</span> : null}
    </span>
  )
}

export const customerColumns = (t: T): Column<CustomerLine>[] => [
  {
    key: 'name',
    title: t('customer.name'),
    sort: { ascending: 'name' },
    render: (row) => (
      <span className={styles.name}>
        <EstateLink to={`customers/${row.id}`}>{row.name}</EstateLink>
        <Tags row={row} />
      </span>
    ),
  },
  {
    key: 'phone',
    title: t('phones.title'),
    width: 136,
    render: (row) => <span className="w-figures">{row.phone ?? '—'}</span>,
  },
  { key: 'units', title: t('customers.units'), width: 360, render: (row) => <Units row={row} /> },
  {
    key: 'tenure',
    title: t('units.tenure'),
    width: 104,
    wideOnly: true,
    render: (row) => (row.tenure ? t(`tenure.${row.tenure}`) : '—'),
  },
  {
    key: 'updated',
    title: t('customers.updated'),
    width: 136,
    wideOnly: true,
    sort: { descending: 'updated' },
    render: (row) => <Instant at={row.updatedAt} />,
  },
]

/** A customer on a phone. */
export const CustomerCard = ({ row }: { row: CustomerLine }) => (
  <div className={styles.card}>
    <span className={styles.name}>
      <EstateLink to={`customers/${row.id}`}>{row.name}</EstateLink>
      <Tags row={row} />
    </span>
    <span className="w-figures">{row.phone ?? '—'}</span>
    <Units row={row} />
  </div>
)
