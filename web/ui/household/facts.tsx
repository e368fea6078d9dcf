import type { ReactNode } from 'react'
import styles from './household.module.css'

export type Fact = { label: string; value: ReactNode }

/** Names and values, one a line; nothing known is a dash, so that it is seen to be missing. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <dl className={styles.facts}>
    {facts.map(({ label, value }) => (
      <div key={label} className={styles.fact}>
        <dt>{label}</dt>
        <dd>{value === null || value === undefined || value === '' ? '—' : value}</dd>
      </div>
    ))}
  </dl>
)
