import { Button } from 'antd'
import type { Appointment } from '#contract/desk.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { EstateLink } from '#ui/links.tsx'
import type { Tone } from '#ui/palette.ts'
import type { Pages } from '#ui/query.ts'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState, ErrorState, LoadingState } from '#ui/states.tsx'
import { byDay } from './appointment-days.rules.ts'
import styles from './appointments.module.css'
import { End } from './end.tsx'

const TONE: Record<Appointment['state'], Tone> = { booked: 'active', done: 'good', missed: 'late', cancelled: 'ended' }

const Who = ({ appointment }: { appointment: Appointment }) => {
  const { unit, customer, customerName, contactPhone, matter } = appointment
  return (
    <span className={styles.who}>
      {unit ? <EstateLink to={`units/${unit.id}`}>{unit.display}</EstateLink> : null}
      {customer ? <EstateLink to={`customers/${customer.id}`}>{customer.name}</EstateLink> : null}
      {!customer && customerName ? <span>{customerName}</span> : null}
      {contactPhone ? <span className="w-figures w-quiet">{contactPhone}</span> : null}
      {matter ? <EstateLink to={`matters/${matter.id}`}>{matter.number}</EstateLink> : null}
    </span>
  )
}

const Row = ({ appointment }: { appointment: Appointment }) => {
  const { t } = useTexts()
  return (
    <li className={styles.row}>
      <span className={`w-figures ${styles.time}`}>{appointment.time ?? t('appointments.anyTime')}</span>
      <div className={styles.what}>
        <strong>{appointment.what}</strong>
        <Who appointment={appointment} />
        <span className="w-quiet w-small">
          {t('appointments.because', { reason: appointment.reason })} · {appointment.createdBy.name}{' '}
          <Instant at={appointment.createdAt} />
        </span>
        {appointment.note ? <span className="w-small">{appointment.note}</span> : null}
      </div>
      <span className={styles.tags}>
        <StateTag tone={TONE[appointment.state]}>{t(`appointments.state.${appointment.state}`)}</StateTag>
        {appointment.past ? <StateTag tone="late">{t('appointments.past')}</StateTag> : null}
      </span>
      <End appointment={appointment} />
    </li>
  )
}

/** Appointments under their days. */
export const Days = ({
  pages,
  today,
  filtered,
  onCreate,
}: {
  pages: Pages<Appointment>
  today: string
  filtered: boolean
  onCreate: () => void
}) => {
  const { t } = useTexts()
  if (pages.isPending) return <LoadingState />
  if (pages.error && pages.rows.length === 0) return <ErrorState error={pages.error} onRetry={pages.refetch} />
  if (pages.rows.length === 0)
    return (
      <div className="w-card">
        {filtered ? (
          <EmptyState title={t('list.emptyFiltered')} hint={t('list.emptyFilteredHint')} />
        ) : (
          <EmptyState
            title={t('appointments.none')}
            hint={t('appointments.noneHint')}
            actions={<Button onClick={onCreate}>{t('appointments.create')}</Button>}
          />
        )}
      </div>
    )
  return (
    <>
      {byDay(pages.rows).map(({ date, appointments }) => (
        <section key={date} className={styles.day} aria-label={date}>
          <h2 className="w-figures">
            {date} {date === today ? <StateTag tone="active">{t('order.today')}</StateTag> : null}
          </h2>
          <ul className={`w-card ${styles.rows}`}>
            {appointments.map((one) => (
              <Row key={one.id} appointment={one} />
            ))}
          </ul>
        </section>
      ))}
      {pages.hasNextPage ? (
        <Button loading={pages.isFetchingNextPage} onClick={pages.loadMore}>
          {t('list.loadMore')}
        </Button>
      ) : null}
    </>
  )
}
