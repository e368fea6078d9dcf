import type { ReactNode } from 'react'
import styles from './person-chip.module.css'

/** Chinese people are called by the end of the name, Latin names by their first letter. */
const faceOf = (name: string) => {
  const trimmed = name.trim()
  return /^[\u4e00-\u9fff]/.test(trimmed) ? trimmed.slice(-1) : trimmed.slice(0, 1).toUpperCase()
}

/** A colleague or customer: a letter, the name and, after it, post or line. */
export const PersonChip = ({ name, note }: { name: string; note?: ReactNode }) => (
  <span className={styles.chip}>
    <span className={styles.face} aria-hidden>
      {faceOf(name)}
    </span>
    <span className={styles.name}>{name}</span>
    {note ? <span className={styles.note}>{note}</span> : null}
  </span>
)
