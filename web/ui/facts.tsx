import type { ReactNode } from 'react'
import styles from './facts.module.css'

export type Fact = { key: string; label: ReactNode; children: ReactNode }

/** What is known about a thing: names in one column, values in the other. */
export const FactList = ({ items }: { items: readonly Fact[] }) => (
  <dl className={styles.facts}>
    {items.map(({ key, label, children }) => (
      <div key={key} className={styles.fact}>
        <dt>{label}</dt>
        <dd>{children}</dd>
      </div>
    ))}
  </dl>
)
