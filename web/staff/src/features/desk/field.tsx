import { type ReactNode, useId } from 'react'
import { useTexts } from '#ui/i18n.ts'
import styles from './field.module.css'

export type ControlProps = {
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: 'true'
  'aria-required'?: 'true'
  status?: 'error'
}

/** A labelled control with its help and, below it, what would be right. */
export const Field = ({
  label,
  error,
  help,
  required = false,
  wide = false,
  aside,
  children,
}: {
  label: string
  error?: string | undefined
  help?: ReactNode
  required?: boolean
  /** As wide as two columns. */
  wide?: boolean
  /** Stands at the end of the label's line. */
  aside?: ReactNode
  children: (control: ControlProps) => ReactNode
}) => {
  const { t } = useTexts()
  const id = useId()
  const noteId = `${id}-note`
  const control: ControlProps = {
    id,
    ...(error || help ? { 'aria-describedby': noteId } : {}),
    ...(error ? { 'aria-invalid': 'true' as const, status: 'error' as const } : {}),
    ...(required ? { 'aria-required': 'true' as const } : {}),
  }
  return (
    <div className={`${styles.field} ${wide ? styles.wide : ''}`} data-invalid={error ? 'true' : undefined}>
      <div className={styles.head}>
        <label htmlFor={id} className={styles.label}>
          {label}
          {required ? (
            <span className={styles.must} title={t('form.required')} aria-hidden>
              *
            </span>
          ) : null}
        </label>
        {aside}
      </div>
      {children(control)}
      {error || help ? (
        <div id={noteId} className={error ? styles.error : styles.help} role={error ? 'alert' : undefined}>
          {error ?? help}
        </div>
      ) : null}
    </div>
  )
}
