import { z } from 'zod'
import { listWords } from '#content/list-words.ts'
import { CALLED_CONDITIONS, type ConditionCall, isCalledOff, listConditionCalls } from '#contract/inspection-plans.ts'
import { LocalDate } from '#contract/values.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { EmptyState } from '#ui/states.tsx'

const Filters = z.object({
  condition: z.enum(CALLED_CONDITIONS).optional(),
  from: LocalDate.optional(),
  to: LocalDate.optional(),
})

/** Every call there was, newest first. */
export const History = () => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const { filters, setFilters, clear, active } = useUrlFilters(Filters)
  const pages = usePages(listConditionCalls, { params: { estateId }, query: filters })
  const columns: Column<ConditionCall>[] = [
    {
      key: 'condition',
      title: t('conditions.condition'),
      width: 184,
      render: (row) => t(`condition.${row.condition}`),
    },
    {
      key: 'from',
      title: t('conditions.from'),
      width: 152,
      render: (row) => <Instant at={row.fromAt} show="absolute" />,
    },
    {
      key: 'until',
      title: t('conditions.until'),
      width: 152,
      render: (row) =>
        row.untilAt === null ? (
          '—'
        ) : (
          <>
            <Instant at={row.untilAt} show="absolute" /> {isCalledOff(row) ? t('conditions.calledOff') : null}
          </>
        ),
    },
    {
      key: 'places',
      title: t('conditions.places'),
      width: 184,
      render: (row) =>
        listWords(
          lang,
          row.places.map((p) => p.name),
        ) || t('conditions.everywhere'),
    },
    { key: 'by', title: t('conditions.by'), width: 112, render: (row) => row.calledBy.name },
    {
      key: 'rounds',
      title: t('conditions.made'),
      width: 136,
      render: (row) => t('conditions.rounds', { done: row.done, rounds: row.rounds }),
    },
    { key: 'note', title: t('conditions.note'), wideOnly: true, render: (row) => row.note ?? '' },
  ]
  return (
    <>
      <FilterBar
        items={[
          {
            kind: 'select',
            name: 'condition',
            label: t('conditions.condition'),
            options: CALLED_CONDITIONS.map((value) => ({ value, label: t(`condition.${value}`) })),
          },
          { kind: 'dates', from: 'from', to: 'to', label: t('conditions.from') },
        ]}
        values={filters}
        onChange={setFilters}
        active={active}
        onClear={clear}
      >
        <ExportLink list={listConditionCalls} params={{ estateId }} query={filters} />
      </FilterBar>
      <DataTable<ConditionCall>
        label={t('conditions.history')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        filtered={active.length > 0}
        empty={<EmptyState title={t('conditions.historyEmpty')} />}
      />
    </>
  )
}
