import type { OrderView } from '#contract/orders.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { wordFor } from '#ui/matter/words.ts'
import { Money } from '#ui/money.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import styles from './order.module.css'

type Quote = OrderView['quotes'][number]

const time = (quote: Quote) => quote.madeAt
/** The offer that counts: the last one that was not taken back. */
export const latestQuote = ({ quotes }: Pick<OrderView, 'quotes'>): Quote | undefined =>
  quotes
    .filter((quote) => quote.voidedAt === null)
    .toSorted((a, b) => time(a).localeCompare(time(b)))
    .at(-1)

const QuoteState = ({ quote }: { quote: Quote }) => {
  const { t } = useTexts()
  if (quote.voidedAt) return <StateTag tone="ended">{t('order.quoteVoid')}</StateTag>
  if (quote.acceptedAt) return <StateTag tone="good">{t('order.quoteAccepted')}</StateTag>
  if (quote.refusedAt) return <StateTag tone="late">{t('order.quoteRefused')}</StateTag>
  if (quote.needsApproval && !quote.approvedBy) return <StateTag tone="waiting">{t('order.quoteApproval')}</StateTag>
  return <StateTag tone="waiting">{t('order.quoteWaiting')}</StateTag>
}

/** FD-713: what is offered, line by line, and how the customer answered. `toTell`: large, to be read out. */
export const QuoteCard = ({ quote, toTell = false }: { quote: Quote; toTell?: boolean }) => {
  const { t } = useTexts()
  return (
    <div className={`${styles.quote} ${quote.voidedAt ? styles.gone : ''}`}>
      <div className={styles.row}>
        <strong className={toTell ? styles.big : ''}>
          <Money fen={quote.totalFen} />
        </strong>
        <span className={styles.tags}>
          {quote.chargeTo === 'company' ? <StateTag>{t('choice.company')}</StateTag> : null}
          <QuoteState quote={quote} />
        </span>
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('field.name')}</th>
            <th scope="col" className={styles.end}>
              {t('field.qty')}
            </th>
            <th scope="col" className={styles.end}>
              {t('field.unitFen')}
            </th>
            <th scope="col" className={styles.end}>
              {t('order.sum')}
            </th>
          </tr>
        </thead>
        <tbody>
          {quote.items.map((item, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of an offer never change places
            <tr key={at}>
              <td>{item.name}</td>
              <td className={styles.end}>
                {item.qty} {item.unit}
              </td>
              <td className={styles.end}>
                <Money fen={item.unitFen} />
              </td>
              <td className={styles.end}>
                <Money fen={item.sumFen} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {quote.note ? <p>{quote.note}</p> : null}
      <p className="w-quiet w-small">
        {quote.madeBy.name} · <Instant at={quote.madeAt} />
        {quote.approvedBy ? ` · ${t('order.approvedBy', { name: quote.approvedBy.name })}` : ''}
      </p>
      {quote.acceptedAt ? (
        <p className="w-small">
          {t('order.acceptedBy', {
            who: quote.acceptedWho ?? '—',
            how: quote.acceptedHow ? wordFor(t, `choice.${quote.acceptedHow}`, quote.acceptedHow) : '—',
          })}{' '}
          · <Instant at={quote.acceptedAt} />
        </p>
      ) : null}
      {quote.refusedReason ? (
        <p className="w-small">{t('order.refusedBecause', { reason: quote.refusedReason })}</p>
      ) : null}
    </div>
  )
}

export const Quotes = ({ order }: { order: OrderView }) => {
  const { t } = useTexts()
  if (order.quotes.length === 0) return null
  return (
    <section className={`w-card ${styles.block}`}>
      <h2>{t('verb.quote')}</h2>
      {order.quotes
        .toSorted((a, b) => time(b).localeCompare(time(a)))
        .map((quote) => (
          <QuoteCard key={quote.id} quote={quote} />
        ))}
    </section>
  )
}
