import { Button } from 'antd'
import { nowMs } from '#ui/clock.ts'
import { FieldWidget } from '#ui/form/widgets.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useEstate, useZone } from '#ui/session.tsx'
import { wallTime } from '#ui/time.rules.ts'
import { Field } from './field.tsx'
import styles from './form.module.css'
import { quickPromises, unwantedAt } from './promise.rules.ts'

/** When the customer is told to expect us: one key for the usual times, any other by the calendar (CP-042). */
export const PromiseField = ({
  label,
  value,
  latest,
  error,
  onChange,
}: {
  label: string
  value: string | undefined
  /** Not after this moment. */
  latest?: string | undefined
  error?: string | undefined
  onChange: (value: string | undefined) => void
}) => {
  const { t } = useTexts()
  const zone = useZone()
  const { settings } = useEstate()
  const now = new Date(nowMs()).toISOString()
  const timeOf = (at: string) => wallTime(Date.parse(at), zone).time
  const past = value !== undefined && value <= now
  const late = value !== undefined && latest !== undefined && value > latest
  const quick = quickPromises(now, zone, latest)
  const unwanted = value ? unwantedAt(value, zone, settings.callHours) : []
  const own = past ? t('error.E_TIME_PAST') : late ? t('desk.promiseLatest', { time: timeOf(latest) }) : undefined
  return (
    <Field
      label={label}
      error={error ?? own}
      help={
        unwanted.length > 0
          ? t('desk.promiseUnwanted', { why: unwanted.map((one) => t(`callReason.${one}`)).join('、') })
          : undefined
      }
      wide
    >
      {(control) => (
        <div className={styles.line}>
          {quick.length === 0 ? null : (
            <span className={styles.quick}>
              {quick.map((one) => (
                <Button
                  key={one.name}
                  size="small"
                  type={value === one.at ? 'primary' : 'default'}
                  aria-pressed={value === one.at}
                  onClick={() => onChange(value === one.at ? undefined : one.at)}
                >
                  {t('desk.promiseBy', { time: timeOf(one.at) })}
                </Button>
              ))}
            </span>
          )}
          <span style={{ flex: '1 1 180px' }}>
            <FieldWidget
              {...control}
              spec={{ label }}
              kind={{ kind: 'instant' }}
              value={value}
              onChange={(next) => onChange(typeof next === 'string' ? next : undefined)}
            />
          </span>
        </div>
      )}
    </Field>
  )
}
