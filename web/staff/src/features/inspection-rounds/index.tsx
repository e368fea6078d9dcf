import { z } from 'zod'
import { nameIn } from '#content/usual-names.ts'
import { ROUND_KINDS, ROUND_STATES } from '#contract/field.ts'
import { listInspectionRounds, type RoundLine } from '#contract/inspection-rounds.ts'
import { LINES } from '#contract/permissions.ts'
import { LocalDate, Uuid } from '#contract/values.ts'
import { useTexts } from '#ui/i18n.ts'
import { Goer } from '#ui/inspection/assigned.tsx'
import { RoundState } from '#ui/inspection/round-state.tsx'
import { useGo } from '#ui/links.tsx'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { useToday } from '#ui/order/order-times.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { EmptyState } from '#ui/states.tsx'
import { DueTime } from '#ui/time-window.tsx'
import styles from './rounds.module.css'
import { Week } from './week.tsx'

const Filters = z.object({
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  state: z.enum(ROUND_STATES).optional(),
  kind: z.enum(ROUND_KINDS).optional(),
  line: z.enum(LINES).optional(),
  missed: z.enum(['true', 'false']).optional(),
  planId: Uuid.optional(),
})

const Progress = ({ row }: { row: RoundLine }) => {
  const { t } = useTexts()
  return (
    <span className="w-figures">
      {t('rounds.progressOf', { seen: row.seen, places: row.places })}
      {row.skipped > 0 ? <span className="w-quiet"> {t('rounds.skippedCount', { count: row.skipped })}</span> : null}
    </span>
  )
}

/** The rounds of a week, what was missed in red and in words. */
export const Page = () => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const go = useGo()
  const today = useToday()
  const { filters, setFilters } = useUrlFilters(Filters)
  const range = { from: filters.from ?? today, to: filters.to ?? filters.from ?? today }
  const query = { ...filters, ...range }
  const pages = usePages(listInspectionRounds, { params: { estateId }, query })
  const { from: _from, to: _to, ...narrowed } = filters
  const active = Object.entries(narrowed).flatMap(([name, value]) => (value === undefined ? [] : [name]))
  const columns: Column<RoundLine>[] = [
    { key: 'name', title: t('rounds.name'), render: (row) => <strong>{nameIn(lang, row.name)}</strong> },
    { key: 'state', title: t('rounds.state'), width: 208, render: (row) => <RoundState of={row} /> },
    { key: 'due', title: t('rounds.due'), width: 152, render: (row) => <DueTime at={row.dueAt} /> },
    { key: 'progress', title: t('rounds.progress'), width: 152, render: (row) => <Progress row={row} /> },
    { key: 'who', title: t('rounds.assignee'), width: 136, render: (row) => <Goer of={row} /> },
    {
      key: 'kind',
      title: t('plans.kind'),
      width: 104,
      wideOnly: true,
      render: (row) => t(`inspectionKind.${row.kind}`),
    },
  ]
  return (
    <>
      <PageHeader title={t('nav.inspectionRounds')} hint={t('rounds.hint')} />
      <Week
        date={range.from}
        chosen={range.from === range.to ? range.from : undefined}
        onChange={(next) => setFilters(next, { step: true })}
      />
      <FilterBar
        items={[
          {
            kind: 'select',
            name: 'state',
            label: t('rounds.state'),
            options: ROUND_STATES.map((value) => ({ value, label: t(`roundState.${value}`) })),
          },
          {
            kind: 'select',
            name: 'kind',
            label: t('plans.kind'),
            options: ROUND_KINDS.filter((k) => k !== 'spot').map((value) => ({
              value,
              label: t(`inspectionKind.${value}`),
            })),
          },
          {
            kind: 'select',
            name: 'line',
            label: t('plans.line'),
            options: LINES.map((value) => ({ value, label: t(`line.${value}`) })),
          },
          { kind: 'toggle', name: 'missed', label: t('rounds.missedOnly') },
        ]}
        values={filters}
        onChange={setFilters}
        active={active}
        onClear={() => setFilters(Object.fromEntries(active.map((name) => [name, undefined])))}
      >
        <ExportLink list={listInspectionRounds} params={{ estateId }} query={query} />
      </FilterBar>
      <DataTable<RoundLine>
        label={t('nav.inspectionRounds')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`inspection-rounds/${row.id}`)}
        card={(row) => (
          <span className={styles.card}>
            <strong>{nameIn(lang, row.name)}</strong>
            <RoundState of={row} />
            <span className="w-small">
              <DueTime at={row.dueAt} /> · <Goer of={row} /> · <Progress row={row} />
            </span>
          </span>
        )}
        filtered={active.length > 0}
        empty={<EmptyState title={t('rounds.empty')} />}
      />
    </>
  )
}
