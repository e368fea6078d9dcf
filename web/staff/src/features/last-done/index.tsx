import { z } from 'zod'
import { nameIn } from '#content/usual-names.ts'
import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import { type LastDone, listLastDone } from '#contract/inspection-rounds.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState } from '#ui/states.tsx'
import { DueTime } from '#ui/time-window.tsx'

const Filters = z.object({ q: z.string().max(60).optional(), touchpoint: z.enum(TOUCHPOINTS).optional() })

/** FD-810: when was it last done? The answer for a customer at the desk. */
export const Page = () => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const { filters, setFilters, clear, active } = useUrlFilters(Filters)
  const pages = usePages(listLastDone, { params: { estateId }, query: filters })
  const columns: Column<LastDone>[] = [
    { key: 'place', title: t('lastDone.place'), width: 216, render: (row) => <strong>{row.place}</strong> },
    {
      key: 'task',
      title: t('lastDone.task'),
      render: (row) => (row.task ? nameIn(lang, row.task) : t('lastDone.inspection')),
    },
    {
      key: 'last',
      title: t('lastDone.last'),
      width: 232,
      render: (row) =>
        row.lastAt ? (
          <>
            <Instant at={row.lastAt} show="absolute" /> {row.lastBy?.name}
          </>
        ) : (
          <span className="w-quiet">{t('lastDone.never')}</span>
        ),
    },
    {
      key: 'next',
      title: t('lastDone.next'),
      width: 160,
      render: (row) => (row.nextDueAt ? <DueTime at={row.nextDueAt} /> : '—'),
    },
    {
      key: 'missed',
      title: t('lastDone.missed'),
      width: 136,
      render: (row) =>
        row.missed30 > 0 ? (
          <StateTag tone="late">{t('rounds.dayMissed', { count: row.missed30 })}</StateTag>
        ) : (
          <span className="w-quiet">{t('common.none')}</span>
        ),
    },
  ]
  return (
    <>
      <PageHeader title={t('nav.lastDone')} hint={t('lastDone.hint')} />
      <FilterBar
        items={[
          { kind: 'search', name: 'q', label: t('lastDone.search') },
          {
            kind: 'select',
            name: 'touchpoint',
            label: t('lastDone.touchpoint'),
            options: TOUCHPOINTS.map((value) => ({ value, label: t(`touchpoint.${value}`) })),
          },
        ]}
        values={filters}
        onChange={setFilters}
        active={active}
        onClear={clear}
      >
        <ExportLink list={listLastDone} params={{ estateId }} query={filters} />
      </FilterBar>
      <DataTable<LastDone>
        label={t('nav.lastDone')}
        columns={columns}
        pages={pages}
        rowKey={(row) => `${row.placeId} ${row.task ?? ''}`}
        filtered={active.length > 0}
        empty={<EmptyState title={t('lastDone.empty')} />}
      />
    </>
  )
}
