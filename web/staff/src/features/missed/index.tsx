import { z } from 'zod'
import { CLOCK_MEASURES, listMissed } from '#contract/dashboard.ts'
import type { Received } from '#contract/route.ts'
import { LocalDate } from '#contract/values.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { EstateLink, useGo } from '#ui/links.tsx'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { MatterState } from '#ui/matter/matter-state.tsx'
import { wordFor } from '#ui/matter/words.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { TimeLeft } from '#ui/time-left.tsx'

const Filters = z.object({
  clock: z.string().max(60).optional(),
  date: LocalDate.optional(),
  firstReply: z.enum(['true']).optional(),
  measure: z.enum(CLOCK_MEASURES).optional(),
  from: LocalDate.optional(),
  to: LocalDate.optional(),
})
type Row = Received<typeof listMissed>['rows'][number]

/** The matters behind a missed deadline: late now, or missed on a day. */
export const Page = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const go = useGo()
  const { filters } = useUrlFilters(Filters)
  const pages = usePages(listMissed, { params: { estateId }, query: filters }, { topics: ['matters'] })
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
    { key: 'clock', title: t('matter.clocks'), width: 140, render: (row) => wordFor(t, `clock.${row.clock}`) },
    {
      key: 'due',
      title: t('dashboard.dueAt'),
      width: 160,
      render: (row) => <Instant at={row.dueAt} show="absolute" />,
    },
    {
      key: 'late',
      title: t('matter.timeLeft'),
      width: 140,
      render: (row) => (
        <TimeLeft
          dueAt={row.dueAt}
          endedAt={row.endedAt}
          state={row.breachedAt ? 'breached' : measure && row.endedAt ? 'met' : 'running'}
        />
      ),
    },
    { key: 'state', title: t('matter.state'), width: 128, render: (row) => <MatterState matter={row.matter} /> },
    { key: 'owner', title: t('matter.owner'), width: 96, render: (row) => row.matter.owner.name },
  ]
  const { measure, clock, date, from, to } = filters
  const title = measure
    ? t(`experience.measure.${measure}`)
    : clock
      ? wordFor(t, `clock.${clock}`)
      : t('dashboard.missed')
  const days = date ?? (from && to ? t('dashboard.fromTo', { from, to }) : t('dashboard.lateNow'))
  return (
    <>
      <PageHeader
        title={title}
        hint={days}
        actions={<ExportLink list={listMissed} params={{ estateId }} query={filters} />}
      />
      <DataTable<Row>
        label={title}
        columns={columns}
        pages={pages}
        rowKey={(row) => `${row.matter.id} ${row.clock} ${row.dueAt}`}
        onOpen={(row) => go(`matters/${row.matter.id}`)}
      />
    </>
  )
}
