import type { ReactNode } from 'react'
import styles from './button.module.css'
import { Icon, type IconName } from './icons.tsx'

/** As large as a gloved finger. `main` is what one most likely does next; a page has one of them. */
export const Button = ({
  kind = 'plain',
  icon,
  busy = false,
  disabled = false,
  pressed,
  submit = false,
  onClick,
  children,
}: {
  kind?: 'main' | 'plain' | 'danger' | 'quiet'
  icon?: IconName
  busy?: boolean
  disabled?: boolean
  /** For one of several that stay pressed. */
  pressed?: boolean
  submit?: boolean
  onClick?: () => void
  children: ReactNode
}) => (
  <button
    type={submit ? 'submit' : 'button'}
    className={`${styles.button} ${styles[kind]}`}
    disabled={disabled || busy}
    aria-busy={busy || undefined}
    aria-pressed={pressed}
    onClick={onClick}
  >
    {icon ? <Icon name={icon} /> : null}
    <span>{children}</span>
  </button>
)
