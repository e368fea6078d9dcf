import { z } from 'zod'
import { CALL_STATES, listCalls, type PhoneCall } from '#contract/calls.ts'
import { LocalDate } from '#contract/values.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { EstateLink } from '#ui/links.tsx'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { PageHeader } from '#ui/page-header.tsx'
import type { Tone } from '#ui/palette.ts'
import { usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState } from '#ui/states.tsx'
import styles from './calls.module.css'

const Filters = z.object({
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  state: z.enum(CALL_STATES).optional(),
  late: z.enum(['true', 'false']).optional(),
  linked: z.enum(['true', 'false']).optional(),
  over: z.enum(['true']).optional(),
})
const TONE = { ringing: 'waiting', answered: 'active', missed: 'late', ended: 'neutral' } as const satisfies Record<
  PhoneCall['state'],
  Tone
>

const State = ({ of }: { of: PhoneCall }) => {
  const { t } = useTexts()
  return <StateTag tone={TONE[of.state]}>{t(`calls.state.${of.state}`)}</StateTag>
}
/** How long it rang; too long is said in words, for the apology came first. */
const Rang = ({ of }: { of: PhoneCall }) => {
  const { t } = useTexts()
  if (of.ringSeconds === null) return '—'
  return (
    <span className="w-figures">
      {t('calls.seconds', { count: of.ringSeconds })}
      {of.late ? <span className="w-quiet"> {t('calls.late')}</span> : null}
    </span>
  )
}

/** KN-210, KN-211: every call of the estate, how long it rang and who took it. */
export const Page = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const { filters, setFilters, clear, active } = useUrlFilters(Filters)
  const pages = usePages(listCalls, { params: { estateId }, query: filters })
  const columns: Column<PhoneCall>[] = [
    {
      key: 'at',
      title: t('calls.at'),
      width: 152,
      render: (row) => <Instant at={row.ringingAt} show="absolute" />,
    },
    { key: 'state', title: t('matter.state'), width: 112, render: (row) => <State of={row} /> },
    {
      key: 'customer',
      title: t('deskColumn.customer'),
      render: (row) => row.customer?.name ?? <span className="w-quiet">{t('calls.unknown')}</span>,
    },
    {
      key: 'number',
      title: t('deskColumn.number'),
      width: 144,
      render: (row) => <span className="w-figures">{row.number}</span>,
    },
    { key: 'rang', title: t('calls.rang'), width: 160, render: (row) => <Rang of={row} /> },
    { key: 'by', title: t('deskColumn.answeredBy'), width: 112, render: (row) => row.answeredBy?.name ?? '—' },
    {
      key: 'matter',
      title: t('deskColumn.matter'),
      width: 120,
      render: (row) =>
        row.matter ? <EstateLink to={`matters/${row.matter.id}`}>{row.matter.number}</EstateLink> : '—',
    },
  ]
  return (
    <>
      <PageHeader title={t('nav.calls')} hint={t('calls.hint')} />
      <FilterBar
        items={[
          { kind: 'dates', from: 'from', to: 'to', label: t('calls.at') },
          {
            kind: 'select',
            name: 'state',
            label: t('matter.state'),
            options: CALL_STATES.map((value) => ({ value, label: t(`calls.state.${value}`) })),
          },
          { kind: 'toggle', name: 'late', label: t('calls.lateOnly') },
          { kind: 'toggle', name: 'linked', on: 'false', label: t('calls.unlinked') },
          { kind: 'toggle', name: 'over', label: t('calls.over') },
        ]}
        values={filters}
        onChange={setFilters}
        active={active}
        onClear={clear}
      >
        <ExportLink list={listCalls} params={{ estateId }} query={filters} />
      </FilterBar>
      <DataTable<PhoneCall>
        label={t('nav.calls')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        card={(row) => (
          <span className={styles.card}>
            <strong>{row.customer?.name ?? row.number}</strong>
            <State of={row} />
            <span className={`w-small ${styles.facts}`}>
              <Instant at={row.ringingAt} show="absolute" />
              {row.answeredBy ? (
                <>
                  {' · '}
                  <Rang of={row} /> · {row.answeredBy.name}
                </>
              ) : null}
            </span>
          </span>
        )}
        filtered={active.length > 0}
        empty={<EmptyState title={t('calls.empty')} />}
      />
    </>
  )
}
