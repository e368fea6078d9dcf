import { Input, Segmented } from 'antd'
import { useRef, useState } from 'react'
import { z } from 'zod'
import { listAvailabilityAsks, listLinePeople } from '#contract/orders.ts'
import type { Line } from '#contract/permissions.ts'
import { LocalDate, Uuid } from '#contract/values.ts'
import { useTexts } from '#ui/i18n.ts'
import { ExportLink } from '#ui/list/export-link.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { MoveForm } from '#ui/matter/move-form.tsx'
import { NARROW, useMedia } from '#ui/media.ts'
import { useToday } from '#ui/order/order-times.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiQuery, usePages } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useEstate } from '#ui/session.tsx'
import { EmptyState, ErrorState, LoadingState } from '#ui/states.tsx'
import { Answer } from './answer.tsx'
import { type Ask, AskCard } from './ask-card.tsx'
import styles from './availability.module.css'
import type { Span } from './free-gaps.rules.ts'
import { PersonDay } from './person-day.tsx'

const LENGTHS = ['60', '120', '240'] as const
const Filters = z.object({
  ask: Uuid.optional(),
  date: LocalDate.optional(),
  length: z.enum(LENGTHS).default('120'),
})

const People = ({ line, ask, date, length }: { line: Line; ask: Ask | undefined; date: string; length: number }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const [chosen, setChosen] = useState<{ person: { id: string; name: string }; slot: Span; askId: string }>()
  const people = useApiQuery(
    listLinePeople,
    { params: { estateId }, query: { line, date } },
    { topics: ['orders', 'matters', 'staff'] },
  )
  return (
    <QueryView query={people}>
      {(data) => (
        <div className={`w-card ${styles.people}`}>
          {data.people.length === 0 ? (
            <EmptyState title={t('orders.noPeople')} hint={t('orders.noPeopleHint')} compact />
          ) : null}
          {data.people.map((person) => (
            <div key={person.id} className={styles.personBox}>
              <PersonDay
                person={person}
                date={date}
                length={length}
                disabled={ask === undefined}
                onSlot={(slot) => ask && setChosen({ person, slot, askId: ask.matter.id })}
              />
              {ask && chosen?.person.id === person.id && chosen.askId === ask.matter.id ? (
                <Answer
                  key={`${chosen.slot.from} ${chosen.askId}`}
                  ask={ask}
                  person={person}
                  slot={chosen.slot}
                  onDone={() => setChosen(undefined)}
                  onClose={() => setChosen(undefined)}
                />
              ) : null}
            </div>
          ))}
        </div>
      )}
    </QueryView>
  )
}

/** OS-044: the desk asks, the lead of the line says who can go and when, or why nobody can. */
export const Page = () => {
  const { t } = useTexts()
  const { id: estateId, lines } = useEstate()
  const today = useToday()
  const { filters, setFilters } = useUrlFilters(Filters)
  const [declined, setDeclined] = useState<Ask>()
  const people = useRef<HTMLElement>(null)
  const narrow = useMedia(NARROW)
  const asks = usePages(listAvailabilityAsks, { params: { estateId }, query: {} }, { topics: ['matters', 'orders'] })
  const ask = asks.rows.find((one) => one.matter.id === filters.ask) ?? asks.rows[0]
  const line = ask?.line ?? lines[0] ?? 'repair'
  const date = filters.date ?? today
  return (
    <>
      <PageHeader
        title={t('nav.availability')}
        hint={t('availability.hint')}
        actions={<ExportLink list={listAvailabilityAsks} params={{ estateId }} query={{}} />}
      />
      <div className={styles.page}>
        <section className={styles.asks} aria-label={t('availability.asks')}>
          {asks.isPending ? <LoadingState rows={4} /> : null}
          {asks.error ? <ErrorState error={asks.error} onRetry={asks.refetch} compact /> : null}
          {!asks.isPending && !asks.error && asks.rows.length === 0 ? (
            <div className="w-card">
              <EmptyState title={t('availability.none')} hint={t('availability.noneHint')} compact />
            </div>
          ) : null}
          {asks.rows.map((one) => (
            <AskCard
              key={one.matter.id}
              ask={one}
              chosen={one.matter.id === ask?.matter.id}
              onChoose={() => {
                setFilters({ ask: one.matter.id })
                // Where the people stand below the asks, they come into view.
                if (narrow) people.current?.scrollIntoView({ block: 'start' })
              }}
              onDecline={() => setDeclined(one)}
            />
          ))}
        </section>
        <section ref={people} className={styles.peopleSide} aria-label={t('availability.people')}>
          <div className={styles.tools}>
            <Input
              type="date"
              className={styles.date ?? ''}
              value={date}
              min={today}
              aria-label={t('availability.date')}
              onChange={(event) =>
                setFilters({
                  date: event.target.value && event.target.value !== today ? event.target.value : undefined,
                })
              }
            />
            <Segmented
              value={filters.length}
              aria-label={t('availability.length')}
              onChange={(next) => setFilters({ length: LENGTHS.find((one) => one === next) })}
              options={LENGTHS.map((value) => ({
                value,
                label: t('availability.hours', { count: Number(value) / 60 }),
              }))}
            />
            <span className="w-quiet w-small">{t(`line.${line}`)}</span>
          </div>
          <People line={line} ask={ask} date={date} length={Number(filters.length)} />
        </section>
      </div>
      {declined ? (
        <MoveForm
          matter={{ ...declined.matter, kind: 'service', appointmentFrom: null, appointmentTo: null }}
          verb="answerUnavailable"
          onDone={() => setDeclined(undefined)}
        />
      ) : null}
    </>
  )
}
