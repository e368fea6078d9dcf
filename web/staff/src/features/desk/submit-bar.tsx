import { Alert, Button } from 'antd'
import { useTexts } from '#ui/i18n.ts'
import { useIsPhone } from '#ui/media.ts'
import type { Values } from './conversation.rules.ts'
import { KeyHint } from './key-hint.tsx'
import styles from './submit-bar.module.css'
import type { Registering } from './use-register.ts'

/** What the button will do, in its own words. */
const labelOf = (t: ReturnType<typeof useTexts>['t'], { contactType, answer }: Values): string => {
  if (contactType === 'message') return t('desk.leaveMessage')
  if (contactType === 'enquiry') return t(answer.trim() ? 'desk.registerAnswered' : 'desk.registerOpen')
  return contactType ? t('desk.registerAs', { type: t(`contactType.${contactType}`) }) : t('desk.register')
}

/** Always in sight, also what went wrong with the whole; on a phone in reach of the thumb. */
export const SubmitBar = ({
  registering,
  values,
  blank,
  onClear,
}: {
  registering: Registering
  values: Values
  blank: boolean
  onClear: () => void
}) => {
  const { t } = useTexts()
  const phone = useIsPhone()
  return (
    <div className={styles.bar}>
      {registering.whole ? (
        <Alert className={styles.trouble ?? ''} type="error" showIcon title={registering.whole} />
      ) : null}
      <Button
        className={styles.main ?? ''}
        type="primary"
        size={phone ? 'large' : 'middle'}
        loading={registering.busy}
        onClick={() => void registering.submit()}
      >
        {labelOf(t, values)}
        {phone ? null : <span className={styles.keys}>Ctrl Enter</span>}
      </Button>
      <Button size={phone ? 'large' : 'middle'} disabled={blank} onClick={onClear}>
        {t('desk.clear')} <KeyHint keys="escape" />
      </Button>
      {registering.count > 0 ? (
        <span className={styles.wrong} role="status">
          {t('form.errors', { count: registering.count })}
        </span>
      ) : null}
    </div>
  )
}
