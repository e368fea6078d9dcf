import type { ReactNode } from 'react'
import styles from './kitchen.module.css'

export const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className={styles.section}>
    <h2>{title}</h2>
    <div className={styles.panel}>{children}</div>
  </section>
)
