import type { HandoverItem } from '#contract/handover.ts'
import { useTexts } from '#ui/i18n.ts'
import { EstateLink } from '#ui/links.tsx'
import { toneOfState } from '#ui/matter/matter-tone.ts'
import { wordFor } from '#ui/matter/words.ts'
import type { Tone } from '#ui/palette.ts'
import { StateTag } from '#ui/state-tag.tsx'
import { TimeLeft } from '#ui/time-left.tsx'
import styles from './handover.module.css'

const MARK: Record<HandoverItem['mark'], Tone> = {
  listed: 'neutral',
  new: 'waiting',
  closed: 'ended',
  elsewhere: 'ended',
  moved: 'good',
  kept: 'late',
}

/** FD-700: the open matters of the giver, as they were listed and as they stand now. */
export const Items = ({ items }: { items: readonly HandoverItem[] }) => {
  const { t } = useTexts()
  if (items.length === 0) return <p className="w-quiet">{t('handover.noItems')}</p>
  return (
    <ul className={styles.items}>
      {items.map((item) => (
        <li key={item.matterId}>
          <span className={styles.itemWhat}>
            <span className="w-figures w-faint">{item.number}</span>{' '}
            <EstateLink to={`matters/${item.matterId}`}>{item.title}</EstateLink>
          </span>
          <span className={styles.tags}>
            {item.mark === 'listed' ? null : (
              <StateTag tone={MARK[item.mark]}>{t(`handoverMark.${item.mark}`)}</StateTag>
            )}
            <StateTag tone={toneOfState(item.state, item.mark !== 'closed')}>
              {wordFor(t, `state.${item.kind}.${item.state}`, item.state)}
            </StateTag>
            {item.dueAt && item.mark !== 'closed' ? <TimeLeft dueAt={item.dueAt} /> : null}
          </span>
        </li>
      ))}
    </ul>
  )
}
