import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { DutyQuery, type DutyView, exportDuties, listDuties, listPosts } from '#contract/duty.ts'
import { addressOf } from '#ui/api.ts'
import { useTexts } from '#ui/i18n.ts'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { PersonChip } from '#ui/person-chip.tsx'
import { useApiQuery, usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { DutyState, dutyColumns } from './duty-columns.tsx'

const Filters = DutyQuery.pick({ from: true, to: true, postId: true })

/** Published duties, for looking back and for the export. */
export const DutyList = () => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const { filters, setFilters, active, clear } = useUrlFilters(Filters)
  const posts = useApiQuery(listPosts, { params: { estateId } }, { topics: ['duty'] })
  const pages = usePages(listDuties, { params: { estateId }, query: filters }, { topics: ['duty'] })
  const columns: Column<DutyView>[] = [
    ...dutyColumns(t),
    { key: 'who', title: t('dutyPage.staff'), render: (d) => <PersonChip name={d.staff.name} note={d.staff.phone} /> },
    { key: 'state', title: t('staffPage.state'), width: 130, render: (d) => <DutyState duty={d} /> },
  ]
  return (
    <>
      <FilterBar
        items={[
          { kind: 'dates', from: 'from', to: 'to', label: t('dutyPage.period') },
          {
            kind: 'select',
            name: 'postId',
            label: t('dutyPage.post'),
            options: (posts.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
          },
        ]}
        values={filters}
        onChange={setFilters}
        active={active}
        onClear={clear}
      >
        <Button
          icon={<DownloadOutlined aria-hidden />}
          href={addressOf(exportDuties, { params: { estateId }, query: { ...filters, lang } })}
        >
          {t('common.export')}
        </Button>
      </FilterBar>
      <DataTable<DutyView>
        label={t('dutyPage.list')}
        columns={columns}
        pages={pages}
        rowKey={(d) => d.id}
        filtered={active.length > 0}
      />
    </>
  )
}
