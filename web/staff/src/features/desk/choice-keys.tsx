import { type KeyboardEvent, useId } from 'react'
import { useTexts } from '#ui/i18n.ts'
import styles from './choice-keys.module.css'

export type KeyChoice<V extends string> = { value: V; label: string; loud?: boolean }

/**
 * A few choices side by side, each with its figure: Alt and the figure choose from everywhere on the page, the figure
 * alone while the choice has the focus.
 */
export const ChoiceKeys = <V extends string>({
  label,
  choices,
  value,
  onChange,
  figures = false,
  error,
  disabled = false,
}: {
  label: string
  choices: readonly KeyChoice<V>[]
  value: V | undefined
  onChange: (value: V) => void
  figures?: boolean
  error?: string | undefined
  disabled?: boolean
}) => {
  const { t } = useTexts()
  const name = useId()
  const onKeyDown = (event: KeyboardEvent) => {
    if (!figures || event.altKey || event.ctrlKey || event.metaKey) return
    const chosen = choices[Number(event.key) - 1]
    if (!chosen) return
    event.preventDefault()
    onChange(chosen.value)
  }
  return (
    <fieldset
      className={styles.keys}
      onKeyDown={onKeyDown}
      disabled={disabled}
      aria-invalid={error ? true : undefined}
      aria-describedby={error ? `${name}-error` : undefined}
      data-invalid={error ? 'true' : undefined}
    >
      <legend className="w-hidden">{label}</legend>
      <div className={styles.row}>
        {choices.map((choice, at) => (
          <label key={choice.value} className={`${styles.key} ${choice.loud ? styles.loud : ''}`}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
              {...(figures ? { 'aria-keyshortcuts': `Alt+${at + 1}` } : {})}
            />
            <span>{choice.label}</span>
            {figures ? (
              <span className={styles.figure} aria-hidden title={t('desk.altKey', { key: at + 1 })}>
                {at + 1}
              </span>
            ) : null}
          </label>
        ))}
      </div>
      {error ? (
        <div id={`${name}-error`} className={styles.error} role="alert">
          {error}
        </div>
      ) : null}
    </fieldset>
  )
}
