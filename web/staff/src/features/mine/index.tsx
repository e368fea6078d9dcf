import { Tabs } from 'antd'
import { z } from 'zod'
import { listMatters, type MatterLine } from '#contract/matters.ts'
import { useTexts } from '#ui/i18n.ts'
import { useGo } from '#ui/links.tsx'
import { DataTable } from '#ui/list/data-table.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { MatterCard, matterColumns } from '#ui/matter/matter-columns.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'

const TABS = ['any', 'owner', 'handler', 'closed'] as const
const Filters = z.object({ tab: z.enum(TABS).default('any') })

/** What is mine: as first receiver I own it to the end, as handler I act on it now. */
export const Page = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const go = useGo()
  const { filters, setFilters } = useUrlFilters(Filters)
  const closed = filters.tab === 'closed'
  const pages = usePages(
    listMatters,
    {
      params: { estateId },
      query: {
        mine: filters.tab === 'closed' ? 'owner' : filters.tab,
        open: closed ? 'false' : 'true',
        sort: closed ? 'closed' : 'due',
      },
    },
    { topics: ['matters'] },
  )
  return (
    <>
      <PageHeader title={t('mine.title')} hint={t('mine.hint')} />
      <Tabs
        activeKey={filters.tab}
        onChange={(tab) => setFilters({ tab: TABS.find((one) => one === tab) })}
        items={TABS.map((key) => ({ key, label: t(`mine.${key}`) }))}
      />
      <DataTable<MatterLine>
        label={t('mine.title')}
        columns={matterColumns(t, !closed)}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`matters/${row.id}`)}
        card={(row) => <MatterCard row={row} />}
      />
    </>
  )
}
