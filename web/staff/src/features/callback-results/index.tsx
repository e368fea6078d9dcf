import { z } from 'zod'
import { CALLBACK_SATISFACTIONS, listCallbackResults } from '#contract/callbacks.ts'
import type { Received } from '#contract/route.ts'
import { LocalDate } from '#contract/values.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { EstateLink, useGo } from '#ui/links.tsx'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { wordFor } from '#ui/matter/words.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'

const Filters = z.object({
  satisfaction: z.enum(CALLBACK_SATISFACTIONS).optional(),
  from: LocalDate.optional(),
  to: LocalDate.optional(),
})
type Row = Received<typeof listCallbackResults>['rows'][number]

/** What customers said when they were called back. */
export const Page = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const go = useGo()
  const { filters, setFilters, active, clear } = useUrlFilters(Filters)
  const pages = usePages(
    listCallbackResults,
    { params: { estateId }, query: filters },
    { topics: ['matters', 'callbacks'] },
  )
  const columns: Column<Row>[] = [
    {
      key: 'number',
      title: t('matter.number'),
      width: 104,
      render: (row) => <span className="w-figures">{row.matter.number}</span>,
    },
    {
      key: 'title',
      title: t('field.title'),
      render: (row) => <EstateLink to={`matters/${row.matter.id}`}>{row.matter.title}</EstateLink>,
    },
    {
      key: 'satisfaction',
      title: t('field.satisfaction'),
      width: 96,
      render: (row) => (row.satisfaction ? wordFor(t, `choice.${row.satisfaction}`) : '—'),
    },
    { key: 'words', title: t('field.words'), render: (row) => row.words ?? '—' },
    { key: 'at', title: t('dashboard.calledAt'), width: 160, render: (row) => <Instant at={row.at} show="absolute" /> },
    { key: 'by', title: t('dashboard.calledBy'), width: 96, render: (row) => row.by.name },
  ]
  return (
    <>
      <PageHeader title={t('dashboard.callbackResults')} />
      <FilterBar
        items={[
          {
            kind: 'select',
            name: 'satisfaction',
            label: t('field.satisfaction'),
            options: CALLBACK_SATISFACTIONS.map((value) => ({ value, label: wordFor(t, `choice.${value}`) })),
          },
          { kind: 'dates', from: 'from', to: 'to', label: t('dashboard.date') },
        ]}
        values={filters}
        onChange={setFilters}
        active={active}
        onClear={clear}
      />
      <DataTable<Row>
        label={t('dashboard.callbackResults')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`matters/${row.matter.id}`)}
        filtered={active.length > 0}
      />
    </>
  )
}
