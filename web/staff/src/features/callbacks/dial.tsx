import { PhoneOutlined } from '@ant-design/icons'
import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { type CallbackLine, dialCallback } from '#contract/callbacks.ts'
import { CALL_OVERRIDES, type CallOverride } from '#contract/rules/call-hours.ts'
import { isApiError } from '#ui/api-error.ts'
import { errorText } from '#ui/error-text.ts'
import { useTexts } from '#ui/i18n.ts'
import { Kbd } from '#ui/kbd.tsx'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { useShortcut } from '#ui/shortcuts.ts'
import styles from './callbacks.module.css'

export type Override = { reason: CallOverride; words: string }

/** The number, in full and logged; at a blocked hour only with a reason. */
export const Dial = ({
  row,
  override,
  onOverride,
}: {
  row: CallbackLine
  override: Override | undefined
  onOverride: (override: Override | undefined) => void
}) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const [number, setNumber] = useState<string>()
  const [problem, setProblem] = useState<unknown>()
  const dial = useApiMutation(dialCallback, { touches: [] })
  const blocked = row.call.grade === 'blocked'
  const ready = !blocked || (override !== undefined && override.words.trim() !== '')
  const show = async () => {
    if (!ready) return
    setProblem(undefined)
    try {
      const answer = await dial.mutateAsync({
        params: { estateId, id: row.matter.id },
        body: override ? { override: override.reason, overrideWords: override.words } : {},
      })
      setNumber(answer.number)
      notice.warn(answer.warnings)
    } catch (error) {
      if (!isApiError(error)) throw error
      setProblem(error)
    }
  }
  useShortcut('d', t('callbacks.dial'), t('nav.callbacks'), () => void show(), ready && number === undefined)
  return (
    <div className={styles.dial}>
      {blocked ? (
        <fieldset className={styles.override}>
          <legend>{t('callbacks.override')}</legend>
          <Radio.Group
            value={override?.reason ?? null}
            onChange={(event) => onOverride({ reason: event.target.value, words: override?.words ?? '' })}
            options={CALL_OVERRIDES.map((value) => ({ value, label: t(`callbacks.override.${value}`) }))}
          />
          {override ? (
            <Input
              value={override.words}
              maxLength={300}
              placeholder={t('callbacks.overrideWords')}
              aria-label={t('callbacks.overrideWords')}
              onChange={(event) => onOverride({ ...override, words: event.target.value })}
            />
          ) : null}
        </fieldset>
      ) : null}
      {number ? (
        <a className={styles.number} href={`tel:${number}`}>
          <PhoneOutlined aria-hidden /> <span className="w-figures">{number}</span>
        </a>
      ) : (
        <Button
          icon={<PhoneOutlined aria-hidden />}
          loading={dial.isPending}
          disabled={!ready}
          onClick={() => void show()}
        >
          {t('callbacks.showNumber')} {row.phone ? <span className="w-figures w-quiet">{row.phone}</span> : null}{' '}
          <Kbd keys="d" />
        </Button>
      )}
      {problem === undefined ? null : (
        <p role="alert" className={styles.bad}>
          {isApiError(problem) && problem.code === 'E_NOT_FOUND' ? t('callbacks.noNumber') : errorText(t, problem)}
        </p>
      )}
    </div>
  )
}
