import { Button, Input } from 'antd'
import { useState } from 'react'
import { type Appointment, endAppointment } from '#contract/desk.ts'
import { isApiError } from '#ui/api-error.ts'
import { useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { needsNote } from './appointment-days.rules.ts'
import styles from './appointments.module.css'

const OUTCOMES = ['done', 'missed', 'cancelled'] as const
type Outcome = (typeof OUTCOMES)[number]

/** Kept, missed or called off; the last two ask for a word why. */
export const End = ({ appointment }: { appointment: Appointment }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const [asking, setAsking] = useState<Outcome>()
  const [note, setNote] = useState('')
  const end = useApiMutation(endAppointment, { touches: ['queue', 'desk', 'matters'] })
  const send = async (outcome: Outcome) => {
    try {
      await end.mutateAsync({
        params: { estateId, id: appointment.id },
        body: { version: appointment.version, outcome, ...(note.trim() ? { note } : {}) },
      })
      setAsking(undefined)
      notice.good(t('appointments.ended', { what: appointment.what, outcome: t(`appointments.state.${outcome}`) }))
    } catch (error) {
      if (!isApiError(error)) throw error
      notice.bad(error)
    }
  }
  if (appointment.state !== 'booked') return null
  if (asking) {
    return (
      <form
        className={styles.why}
        onSubmit={(event) => {
          event.preventDefault()
          if (note.trim()) void send(asking)
        }}
      >
        <Input
          autoFocus
          value={note}
          maxLength={300}
          placeholder={t(`appointments.why.${asking === 'missed' ? 'missed' : 'cancelled'}`)}
          aria-label={t(`appointments.why.${asking === 'missed' ? 'missed' : 'cancelled'}`)}
          onChange={(event) => setNote(event.target.value)}
        />
        <Button type="primary" htmlType="submit" loading={end.isPending} disabled={!note.trim()}>
          {t('common.confirm')}
        </Button>
        <Button onClick={() => setAsking(undefined)}>{t('common.cancel')}</Button>
      </form>
    )
  }
  return (
    <span className={styles.acts}>
      {OUTCOMES.map((outcome) => (
        <Button
          key={outcome}
          size="small"
          type={outcome === 'done' ? 'primary' : 'default'}
          ghost={outcome === 'done'}
          loading={end.isPending && !needsNote(outcome)}
          onClick={() => (needsNote(outcome) ? setAsking(outcome) : void send(outcome))}
        >
          {t(`appointments.end.${outcome}`)}
        </Button>
      ))}
    </span>
  )
}
