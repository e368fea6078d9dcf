import type { ReactNode } from 'react'
import { Instant } from './instant.tsx'
import type { Tone } from './palette.ts'
import { EmptyState } from './states.tsx'
import styles from './timeline.module.css'

export type TimelineItem = {
  id: string
  at: string
  /** What kind of thing happened, as an icon; the title says it in words. */
  icon: ReactNode
  tone?: Tone
  title: ReactNode
  who?: ReactNode
  text?: ReactNode
  details?: ReactNode
}

/** What happened, in the order given (newest first is usual). */
export const Timeline = ({ items, empty }: { items: readonly TimelineItem[]; empty?: ReactNode }) => {
  if (items.length === 0) return empty ?? <EmptyState compact />
  return (
    <ol className={styles.list}>
      {items.map(({ id, at, icon, tone = 'neutral', title, who, text, details }) => (
        <li key={id} className={styles.entry}>
          <span className={`${styles.icon} ${styles[tone] ?? ''}`} aria-hidden>
            {icon}
          </span>
          <div>
            <div className={styles.head}>
              <span className={styles.title}>{title}</span>
              {who ? <span className={styles.meta}>{who}</span> : null}
              <span className={styles.meta}>
                <Instant at={at} />
              </span>
            </div>
            {text ? <div className={styles.text}>{text}</div> : null}
            {details ? <div className={styles.details}>{details}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}
