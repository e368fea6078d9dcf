import type { ReactNode } from 'react'
import type { Tone } from './palette.ts'
import styles from './state-tag.module.css'

/** A state as a word in the colour of what it means; never a colour alone. Where room ends the word ends in dots. */
export const StateTag = ({
  tone = 'neutral',
  icon,
  children,
}: {
  tone?: Tone
  icon?: ReactNode
  children: ReactNode
}) => (
  <span className={`${styles.tag} ${styles[tone]}`}>
    {icon}
    <span className={styles.word}>{children}</span>
  </span>
)
