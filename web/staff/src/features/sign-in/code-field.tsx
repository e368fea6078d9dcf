import { Input } from 'antd'
import { useTexts } from '#ui/i18n.ts'
import styles from './sign-in.module.css'

const DIGITS = 6

/** Six boxes; the last digit sends. */
export const CodeField = ({
  value,
  onChange,
  onFull,
  tries,
  bad,
}: {
  value: string
  onChange: (code: string) => void
  onFull: (code: string) => void
  /** How often a code was refused: the boxes begin anew, with the cursor in the first. */
  tries: number
  bad: boolean
}) => {
  const { t } = useTexts()
  return (
    // biome-ignore lint/a11y/useSemanticElements: six inputs that are one value
    <div className={styles.code} role="group" aria-label={t('signIn.code')}>
      <Input.OTP
        key={tries}
        length={DIGITS}
        size="large"
        autoFocus
        value={value}
        status={bad ? 'error' : ''}
        inputMode="numeric"
        autoComplete="one-time-code"
        formatter={(typed) => typed.replaceAll(/\D/g, '')}
        onInput={(cells) => onChange(cells.join(''))}
        onChange={onFull}
      />
    </div>
  )
}
