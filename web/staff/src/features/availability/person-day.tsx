import { Button } from 'antd'
import type { z } from 'zod'
import type { LinePerson } from '#contract/orders.ts'
import { nowMs } from '#ui/clock.ts'
import { useTexts } from '#ui/i18n.ts'
import { EstateLink } from '#ui/links.tsx'
import { PersonChip } from '#ui/person-chip.tsx'
import { useZone } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { wallTime } from '#ui/time.rules.ts'
import styles from './availability.module.css'
import { busySpans, dayWindow, freeGaps, placeOf, type Span, slotsIn } from './free-gaps.rules.ts'

type Person = z.output<typeof LinePerson>
const OFFERED = 4
const HOURS = [8, 10, 12, 14, 16, 18, 20]

/** The bar of a day: its hours, what is taken, what is free; the words stand in the list of orders below. */
const Bar = ({ person, window, now }: { person: Person; window: Span; now: number }) => {
  const busy = busySpans(person.orders, window)
  const free = freeGaps(busy, window, now)
  const style = (span: Span) => {
    const { left, width } = placeOf(span, window)
    return { left: `${left}%`, width: `${width}%` }
  }
  return (
    <div aria-hidden>
      <div className={styles.bar}>
        {free.map((span) => (
          <span key={span.from} className={styles.free} style={style(span)} />
        ))}
        {busy.map((span) => (
          <span key={span.from} className={styles.busy} style={style(span)} />
        ))}
        {now > window.from && now < window.to ? (
          <span className={styles.now} style={{ left: `${placeOf({ from: now, to: now }, window).left}%` }} />
        ) : null}
      </div>
      <div className={styles.hours}>
        {HOURS.map((hour) => (
          <span key={hour}>{hour}</span>
        ))}
      </div>
    </div>
  )
}

/** One technician: the day as a bar and the next free times as buttons. */
export const PersonDay = ({
  person,
  date,
  length,
  disabled,
  onSlot,
}: {
  person: Person
  date: string
  /** Minutes. */
  length: number
  disabled: boolean
  onSlot: (slot: Span) => void
}) => {
  const { t } = useTexts()
  const zone = useZone()
  const window = dayWindow(date, zone)
  const now = nowMs()
  const slots = slotsIn(freeGaps(busySpans(person.orders, window), window, now), length, window).slice(0, OFFERED)
  const span = ({ from, to }: Span) => `${wallTime(from, zone).time}–${wallTime(to, zone).time}`
  const emergency = person.orders.find((order) => order.emergency && order.from === null)
  return (
    <section className={styles.person} aria-label={person.name}>
      <header className={styles.row}>
        <PersonChip name={person.name} note={person.provider ? t('orders.provider') : undefined} />
        {emergency ? <StateTag tone="late">{t('availability.emergencyNow')}</StateTag> : null}
      </header>
      <Bar person={person} window={window} now={now} />
      {person.orders.some((order) => order.from) ? (
        <p className="w-quiet w-small">
          {person.orders.map((order) =>
            order.from && order.to ? (
              <EstateLink key={order.id} to={`orders/${order.id}`} className={styles.taken ?? ''}>
                {span({ from: Date.parse(order.from), to: Date.parse(order.to) })}
              </EstateLink>
            ) : null,
          )}
        </p>
      ) : null}
      <div className={styles.slots}>
        {slots.length === 0 ? <span className="w-quiet w-small">{t('availability.full')}</span> : null}
        {slots.map((slot, at) => (
          <Button
            key={slot.from}
            type={at === 0 ? 'primary' : 'default'}
            ghost={at === 0}
            disabled={disabled}
            onClick={() => onSlot(slot)}
          >
            <span className="w-figures">{span(slot)}</span>
          </Button>
        ))}
      </div>
    </section>
  )
}
