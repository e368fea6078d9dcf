import { keepPreviousData } from '@tanstack/react-query'
import { findSimilar, type MatterLine } from '#contract/matters.ts'
import { useTexts } from '#ui/i18n.ts'
import { Kbd } from '#ui/kbd.tsx'
import { EstateLink } from '#ui/links.tsx'
import { MatterState } from '#ui/matter/matter-state.tsx'
import { useIsPhone } from '#ui/media.ts'
import { useDebounced } from '#ui/pickers/use-debounced.ts'
import { useApiQuery } from '#ui/query.ts'
import { useCan, useEstate } from '#ui/session.tsx'
import type { Conversation } from './conversation.rules.ts'
import { JoinButton } from './join-button.tsx'
import styles from './similar.module.css'
import { isOwn, sharesWords } from './similar.rules.ts'

const TYPING_MS = 300
const LEAST = 4
const ASKED = 300
const SHOWN = 3

/** Open matters that may be the same, found from the words and the household while somebody types. */
export const useSimilar = ({ values, unit, customer, outcome }: Conversation): readonly MatterLine[] => {
  const { id: estateId } = useEstate()
  const can = useCan()
  const text = useDebounced(values.said.trim().slice(0, ASKED), TYPING_MS)
  const asks = can('matter.read') && !outcome && text.length >= LEAST && values.contactType !== 'message'
  const query = useApiQuery(
    findSimilar,
    asks
      ? {
          params: { estateId },
          query: { text, ...(unit ? { unitId: unit.id } : {}), ...(customer ? { customerId: customer.id } : {}) },
        }
      : null,
    { placeholderData: keepPreviousData, topics: ['matters'] },
  )
  const rows = asks ? (query.data?.rows ?? []) : []
  // What else is open for this household stands on its card; here only what may be the same.
  return rows.filter((row) => !isOwn(row, unit?.id, customer?.id) || sharesWords(text, row.title)).slice(0, SHOWN)
}

/** They appear below the words and take no room until there are any. */
export const Similar = ({ rows, talk }: { rows: readonly MatterLine[]; talk: Conversation }) => {
  const { t } = useTexts()
  const phone = useIsPhone()
  if (rows.length === 0) return null
  return (
    <section className={styles.box} aria-label={t('desk.similar')}>
      <div className={styles.head}>
        <h2>{t('desk.similar')}</h2>
        {phone ? null : (
          <span className="w-faint w-small">
            <Kbd keys="alt+j" /> {t('desk.similarKey')}
          </span>
        )}
      </div>
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.id} className={styles.row}>
            <span className={styles.words}>
              <span className="w-figures w-faint w-small">{row.number}</span>{' '}
              <EstateLink to={`matters/${row.id}`} className={styles.title ?? ''}>
                {row.title}
              </EstateLink>{' '}
              <span className="w-quiet w-small">
                {row.unit?.display ?? row.customer?.name ?? row.customerName ?? ''}
              </span>
            </span>
            <MatterState matter={row} />
            <JoinButton row={row} talk={talk} />
          </li>
        ))}
      </ul>
    </section>
  )
}
