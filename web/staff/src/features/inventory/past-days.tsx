import { type InventoryDay, listInventoryDays } from '#contract/inventory.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import type { Column } from '#ui/list/data-table.tsx'
import { FilteredTable } from '#ui/list/filtered-table.tsx'
import { usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'

type Filter = { from?: string | undefined; to?: string | undefined; gaps?: 'true' | 'false' | undefined }

/** Days with their signatures, and what the night found wanting. */
export const PastDays = ({
  filter,
  onChange,
  onOpen,
}: {
  filter: Filter
  onChange: (patch: Record<string, unknown>) => void
  onOpen: (date: string) => void
}) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const pages = usePages(listInventoryDays, { params: { estateId }, query: filter }, { topics: ['inventory'] })
  const columns: Column<InventoryDay>[] = [
    {
      key: 'date',
      title: t('inventory.day'),
      width: 128,
      render: (row) => <span className="w-figures">{row.date}</span>,
    },
    {
      key: 'state',
      title: t('matter.state'),
      width: 128,
      render: (row) =>
        row.signed ? (
          <StateTag tone="good">{t('inventory.signedTag')}</StateTag>
        ) : (
          <StateTag tone={row.gap ? 'late' : 'waiting'}>{t('inventory.unsignedTag')}</StateTag>
        ),
    },
    { key: 'items', title: t('inventory.count'), width: 96, align: 'end', render: (row) => row.items ?? '—' },
    {
      key: 'gap',
      title: t('inventory.gap'),
      render: (row) =>
        row.gap && row.gap.items > 0 ? (
          <StateTag tone="late">{t('inventory.gapCount', { count: row.gap.items })}</StateTag>
        ) : (
          '—'
        ),
    },
    {
      key: 'by',
      title: t('inventory.signedBy'),
      width: 220,
      render: (row) =>
        row.signed ? (
          <>
            {row.signed.by.name} · <Instant at={row.signed.at} />
          </>
        ) : (
          '—'
        ),
    },
  ]
  return (
    <FilteredTable<InventoryDay>
      items={[
        { kind: 'dates', from: 'from', to: 'to', label: t('inventory.day') },
        { kind: 'toggle', name: 'gaps', label: t('inventory.gapsOnly') },
      ]}
      filter={filter}
      onChange={onChange}
      label={t('inventory.past')}
      columns={columns}
      pages={pages}
      rowKey={(row) => row.date}
      onOpen={(row) => onOpen(row.date)}
    />
  )
}
