import type { Named } from '#contract/estate.ts'
import type { UnitLine } from '#contract/units.ts'
import { areaText } from '#ui/household/square-metres.ts'
import { type T, useTexts } from '#ui/i18n.ts'
import { EstateLink } from '#ui/links.tsx'
import type { Column } from '#ui/list/data-table.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import styles from './units.module.css'

const People = ({ people }: { people: readonly Named[] | null }) =>
  people && people.length > 0
    ? people.map(({ id, name }, at) => (
        <span key={id}>
          {at > 0 ? '、' : ''}
          <EstateLink to={`customers/${id}`} className={styles.plain ?? ''}>
            {name}
          </EstateLink>
        </span>
      ))
    : '—'

const size = (t: T, areaX100: number | null) => (areaX100 === null ? '—' : t('units.m2', { area: areaText(areaX100) }))

export const unitColumns = (t: T, people: boolean): Column<UnitLine>[] => [
  {
    key: 'unit',
    title: t('units.unit'),
    width: 168,
    render: (row) => <EstateLink to={`units/${row.id}`}>{row.display}</EstateLink>,
  },
  { key: 'kind', title: t('units.kind'), width: 72, render: (row) => t(`unitKind.${row.kind}`) },
  ...(people
    ? [
        { key: 'owners', title: t('units.owners'), render: (row: UnitLine) => <People people={row.owners} /> },
        {
          key: 'tenants',
          title: t('units.tenants'),
          width: 160,
          render: (row: UnitLine) => <People people={row.tenants} />,
        },
      ]
    : []),
  { key: 'type', title: t('units.type'), width: 120, wideOnly: true, render: (row) => row.unitType ?? '—' },
  {
    key: 'size',
    title: t('units.size'),
    width: 128,
    align: 'end',
    wideOnly: true,
    render: (row) => size(t, row.areaX100),
  },
  { key: 'handover', title: t('units.handover'), width: 112, wideOnly: true, render: (row) => row.handoverDate ?? '—' },
  { key: 'steward', title: t('units.steward'), width: 96, render: (row) => row.steward?.name ?? '—' },
]

/** A unit on a phone. */
export const UnitCard = ({ row }: { row: UnitLine }) => {
  const { t } = useTexts()
  return (
    <div className={styles.card}>
      <span className={styles.cardHead}>
        <EstateLink to={`units/${row.id}`}>{row.display}</EstateLink>
        <StateTag>{t(`unitKind.${row.kind}`)}</StateTag>
      </span>
      {row.owners && row.owners.length > 0 ? (
        <span>
          <span className="w-quiet w-small">{t('units.owners')}</span> <People people={row.owners} />
        </span>
      ) : null}
      {row.tenants && row.tenants.length > 0 ? (
        <span>
          <span className="w-quiet w-small">{t('units.tenants')}</span> <People people={row.tenants} />
        </span>
      ) : null}
      <span className="w-quiet w-small">
        {[row.unitType, row.areaX100 === null ? null : size(t, row.areaX100), row.steward?.name]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </div>
  )
}
