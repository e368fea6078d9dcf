import type { ReactNode } from 'react'
import styles from './inspection.module.css'

/** A table that is wider than a narrow screen; keys scroll it too. */
export const Scroll = ({ children }: { children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
  <div className={styles.scroll} tabIndex={0}>
    {children}
  </div>
)
