import type { ReactNode } from 'react'
import type { HandoverView } from '#contract/handover.ts'
import { useTexts } from '#ui/i18n.ts'
import { Money } from '#ui/money.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import styles from './handover.module.css'
import { Items } from './items.tsx'

type GroupView = HandoverView['groups'][number]

/** One group of the record as it is read: the system's items, what the giver wrote, the word of the taker. */
export const Group = ({
  handover,
  group,
  missing = false,
  children,
}: {
  handover: HandoverView
  group: GroupView
  missing?: boolean
  children?: ReactNode
}) => {
  const { t } = useTexts()
  const isItems = group.group === 'openItems'
  const empty = group.entries.length === 0 && !(isItems && handover.items.length > 0)
  return (
    <section id={`group-${group.group}`} className={`w-card ${styles.block} ${missing ? styles.missing : ''}`}>
      <div className={styles.row}>
        <h2>{t(`handoverGroup.${group.group}`)}</h2>
        {group.agrees === null ? null : (
          <StateTag tone={group.agrees ? 'good' : 'late'}>
            {t(group.agrees ? 'handover.agrees' : 'handover.differs')}
          </StateTag>
        )}
      </div>
      {isItems ? <Items items={handover.items} /> : null}
      {empty && !isItems ? <p className="w-quiet">{t('handover.none')}</p> : null}
      {group.entries.length > 0 ? (
        <ul className={styles.items}>
          {group.entries.map((entry, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a record have no name and never change places
            <li key={at}>
              <span className={styles.itemWhat}>{entry.text}</span>
              <span className="w-figures">
                {entry.count === undefined ? null : t('handover.pieces', { count: entry.count })}
                {entry.amountFen === undefined ? null : <Money fen={entry.amountFen} />}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {group.difference ? <p className={styles.bad}>{group.difference}</p> : null}
      {children}
    </section>
  )
}
