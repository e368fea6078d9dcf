import { Button } from 'antd'
import { z } from 'zod'
import { Instant } from '#ui/instant.tsx'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { FilterBar, type FilterItem } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { useNotice } from '#ui/notice.tsx'
import type { Tone } from '#ui/palette.ts'
import { PersonChip } from '#ui/person-chip.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { TimeLeft } from '#ui/time-left.tsx'
import { Section } from './section.tsx'

const MINUTE_MS = 60_000
const Filter = z.object({
  q: z.string().optional(),
  line: z.enum(['repair', 'cleaning', 'security']).optional(),
  state: z.array(z.string()).default([]),
  overdue: z.enum(['true']).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  sort: z.enum(['due', 'received']).default('due'),
})
const ITEMS: readonly FilterItem[] = [
  { kind: 'search', name: 'q', label: '客户、房号、内容' },
  {
    kind: 'select',
    name: 'line',
    label: '业务线',
    options: [
      { value: 'repair', label: '维修' },
      { value: 'cleaning', label: '保洁' },
      { value: 'security', label: '安全' },
    ],
  },
  {
    kind: 'many',
    name: 'state',
    label: '状态',
    options: [
      { value: 'new', label: '待受理' },
      { value: 'work', label: '处理中' },
    ],
  },
  { kind: 'dates', from: 'from', to: 'to', label: '登记日期' },
  { kind: 'toggle', name: 'overdue', label: '只看超时' },
]

type Row = {
  id: string
  number: string
  title: string
  unit: string
  who: string
  word: string
  tone: Tone
  due: number
  received: number
}
const ROWS: readonly Row[] = [
  {
    id: '1',
    number: 'CH-1120-0031',
    title: '厨房水龙头漏水，已关总阀',
    unit: '3栋 2单元 1203',
    who: '林晓梅',
    word: '待答复',
    tone: 'waiting',
    due: -35,
    received: -95,
  },
  {
    id: '2',
    number: 'CH-1120-0030',
    title: '楼上深夜装修噪声，多次反映未改善，希望今天有人上门核实并当面答复',
    unit: '5栋 801',
    who: '赵建国',
    word: '处理中',
    tone: 'active',
    due: 18,
    received: -160,
  },
  {
    id: '3',
    number: 'CH-1120-0027',
    title: '地下车库 B2 灯不亮',
    unit: '公共区域',
    who: '陈静',
    word: '已派单',
    tone: 'active',
    due: 130,
    received: -20,
  },
  {
    id: '4',
    number: 'CH-1119-0112',
    title: '咨询物业费缴纳方式',
    unit: '1栋 402',
    who: '林晓梅',
    word: '已关闭',
    tone: 'ended',
    due: 2880,
    received: -1500,
  },
]

export const ListSamples = ({ nowMs }: { nowMs: number }) => {
  const { filters, setFilters, clear, active } = useUrlFilters(Filter)
  const notice = useNotice()
  const at = (minutes: number) => new Date(nowMs + minutes * MINUTE_MS).toISOString()
  const columns: Column<Row>[] = [
    { key: 'number', title: '编号', width: 132, render: (row) => row.number },
    { key: 'title', title: '内容', render: (row) => row.title },
    { key: 'unit', title: '房号', width: 140, render: (row) => row.unit },
    { key: 'state', title: '状态', width: 96, render: (row) => <StateTag tone={row.tone}>{row.word}</StateTag> },
    {
      key: 'due',
      title: '时限',
      width: 148,
      sort: { ascending: 'due' },
      render: (row) => <TimeLeft dueAt={at(row.due)} />,
    },
    { key: 'who', title: '首接人', width: 112, wideOnly: true, render: (row) => <PersonChip name={row.who} /> },
    {
      key: 'received',
      title: '登记',
      width: 120,
      wideOnly: true,
      sort: { descending: 'received' },
      render: (row) => <Instant at={at(row.received)} />,
    },
  ]
  const rows = ROWS.filter((row) => !filters.q || row.title.includes(filters.q))
  return (
    <Section title="FilterBar · DataTable">
      <FilterBar items={ITEMS} values={filters} onChange={setFilters} active={active} onClear={clear}>
        <Button>导出</Button>
      </FilterBar>
      <DataTable
        label="事项"
        columns={columns}
        rowKey={(row) => row.id}
        onOpen={(row) => notice.good(row.number)}
        sort={filters.sort}
        onSort={(sort) => setFilters({ sort: sort === 'received' ? 'received' : undefined })}
        filtered={active.length > 0}
        pages={{
          rows,
          hasNextPage: true,
          isFetching: false,
          isFetchingNextPage: false,
          isPending: false,
          error: null,
          loadMore: () => notice.good('…'),
          refetch: () => notice.good('…'),
        }}
      />
    </Section>
  )
}
