import type { Received } from '#contract/route.ts'
import { listWorkToTransfer } from '#contract/staff.ts'
import { useTexts } from '#ui/i18n.ts'
import { useGo } from '#ui/links.tsx'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { wordFor } from '#ui/matter/words.ts'
import { usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { EmptyState } from '#ui/states.tsx'
import { TimeLeft } from '#ui/time-left.tsx'

type Row = Received<typeof listWorkToTransfer>['rows'][number]

/** OS-014: open matters of people who have left; the lead opens each and transfers it there. */
export const Transfer = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const go = useGo()
  const pages = usePages(listWorkToTransfer, { params: { estateId }, query: {} }, { topics: ['staff', 'matters'] })
  const columns: Column<Row>[] = [
    {
      key: 'who',
      title: t('staffPage.people.part'),
      width: 220,
      render: (row) => row.people.map((p) => `${p.name} (${t(`matterPart.${p.part}`)})`).join(' · '),
    },
    { key: 'number', title: t('column.number'), width: 150, render: (row) => row.number },
    { key: 'title', title: t('nav.matter'), render: (row) => row.title },
    {
      key: 'state',
      title: t('staffPage.state'),
      width: 140,
      wideOnly: true,
      render: (row) => wordFor(t, `state.${row.kind}.${row.state}`, row.state),
    },
    {
      key: 'due',
      title: t('staffPage.dueIn'),
      width: 150,
      render: (row) => (row.dueAt ? <TimeLeft dueAt={row.dueAt} /> : '—'),
    },
  ]
  return (
    <>
      <FilterBar items={[]} values={{}} onChange={() => undefined} active={[]} onClear={() => undefined}>
        <ExportLink list={listWorkToTransfer} params={{ estateId }} query={{}} />
      </FilterBar>
      <DataTable<Row>
        label={t('staffPage.transfer')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.matterId}
        onOpen={(row) => go(`matters/${row.matterId}`)}
        empty={<EmptyState title={t('staffPage.nothingToTransfer')} />}
      />
    </>
  )
}
