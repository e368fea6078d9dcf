import type { ReactNode } from 'react'
import styles from './household.module.css'

/** One part of a card: its name, what can be done, and what it holds. */
export const Block = ({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) => (
  <section className={`w-card ${styles.block}`}>
    <div className={styles.head}>
      <h2>{title}</h2>
      {actions ? <span className={styles.tools}>{actions}</span> : null}
    </div>
    {children}
  </section>
)

/** What has ended: folded, and still there. */
export const Folded = ({ label, children }: { label: string; children: ReactNode }) => (
  <details className={styles.folded}>
    <summary>{label}</summary>
    <div>{children}</div>
  </details>
)
