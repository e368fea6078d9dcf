import { type HTMLInputTypeAttribute, type ReactNode, useId } from 'react'
import { useTexts } from '#ui/i18n.ts'
import styles from './fields.module.css'

type Framed = { label: string; optional?: boolean; hint?: ReactNode; problem?: string | undefined }

const Frame = ({ id, label, optional, hint, problem, children }: Framed & { id: string; children: ReactNode }) => {
  const { t } = useTexts()
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
        {optional ? <span className={styles.optional}> {t('common.optional')}</span> : null}
      </label>
      {children}
      {hint ? <div className={styles.hint}>{hint}</div> : null}
      {problem ? (
        <div className={styles.problem} id={`${id}-problem`} role="alert">
          {problem}
        </div>
      ) : null}
    </div>
  )
}

export const TextField = ({
  value,
  onChange,
  type = 'text',
  mode,
  autoComplete = 'off',
  max,
  unit,
  ...frame
}: Framed & {
  value: string
  onChange: (value: string) => void
  type?: HTMLInputTypeAttribute
  mode?: 'decimal' | 'numeric' | 'tel' | 'text'
  autoComplete?: string
  max?: number
  unit?: string
}) => {
  const id = useId()
  return (
    <Frame id={id} {...frame}>
      <div className={styles.withUnit}>
        <input
          id={id}
          className={styles.input}
          type={type}
          inputMode={mode}
          value={value}
          maxLength={max}
          autoComplete={autoComplete}
          autoCapitalize="none"
          aria-invalid={frame.problem ? true : undefined}
          aria-describedby={frame.problem ? `${id}-problem` : undefined}
          onChange={(event) => onChange(event.target.value)}
        />
        {unit ? <span className={styles.unit}>{unit}</span> : null}
      </div>
    </Frame>
  )
}

export const NoteField = ({
  value,
  onChange,
  rows = 3,
  max = 500,
  ...frame
}: Framed & { value: string; onChange: (value: string) => void; rows?: number; max?: number }) => {
  const id = useId()
  return (
    <Frame id={id} {...frame}>
      <textarea
        id={id}
        className={styles.input}
        rows={rows}
        maxLength={max}
        value={value}
        aria-invalid={frame.problem ? true : undefined}
        aria-describedby={frame.problem ? `${id}-problem` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    </Frame>
  )
}

/** One of a few, each as large as a finger. */
export const Choice = <V extends string>({
  label,
  value,
  options,
  onChange,
  columns = 2,
  problem,
}: {
  label: string
  value: V | undefined
  options: readonly { value: V; label: string }[]
  onChange: (value: V) => void
  columns?: 1 | 2 | 3
  problem?: string | undefined
}) => (
  <fieldset className={styles.field}>
    <legend className={styles.label}>{label}</legend>
    <div className={styles.choices} style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          className={styles.choice}
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
    {problem ? (
      <div className={styles.problem} role="alert">
        {problem}
      </div>
    ) : null}
  </fieldset>
)

export const Tick = ({
  label,
  checked,
  onChange,
}: {
  label: string
  checked: boolean
  onChange: (checked: boolean) => void
}) => (
  <label className={styles.tick}>
    <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
    <span>{label}</span>
  </label>
)
