import { Button, Input, TimePicker } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { KINDS } from '#contract/kinds/kinds.ts'
import { moveRoute } from '#contract/matters.ts'
import { errorText } from '#ui/error-text.ts'
import { instantOfWall } from '#ui/form/zoned.ts'
import { useTexts } from '#ui/i18n.ts'
import { useMove } from '#ui/moves/use-move.ts'
import { useZone } from '#ui/session.tsx'
import { wallTime } from '#ui/time.rules.ts'
import type { Ask } from './ask-card.tsx'
import styles from './availability.module.css'
import type { Span } from './free-gaps.rules.ts'

const route = moveRoute('service', 'answerAvailable')
const CARRIER = '2000-01-01'

/** The second touch: this person, this time. Times may be moved before it is said. */
export const Answer = ({
  ask,
  person,
  slot,
  onDone,
  onClose,
}: {
  ask: Ask
  person: { id: string; name: string }
  slot: Span
  onDone: () => void
  onClose: () => void
}) => {
  const { t } = useTexts()
  const zone = useZone()
  const day = wallTime(slot.from, zone).date
  const [times, setTimes] = useState([wallTime(slot.from, zone).time, wallTime(slot.to, zone).time] as const)
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<unknown>()
  const { send, busy } = useMove({
    shape: KINDS.service,
    verb: 'answerAvailable',
    route,
    subject: ask.matter,
    touches: ['matters', 'orders', 'services'],
  })
  const say = async () => {
    setProblem(undefined)
    const at = (time: string) => instantOfWall(`${day}T${time}`, zone)
    try {
      await send({ executorId: person.id, from: at(times[0]), to: at(times[1]), ...(note.trim() ? { note } : {}) })
      onDone()
    } catch (error) {
      setProblem(error)
    }
  }
  const carry = (time: string) => dayjs(`${CARRIER}T${time}`)
  return (
    <form
      className={`w-card ${styles.answer}`}
      aria-label={t('availability.answer')}
      onSubmit={(event) => {
        event.preventDefault()
        void say()
      }}
    >
      <p>{t('availability.goes', { name: person.name, number: ask.matter.number, date: day })}</p>
      <div className={styles.answerRow}>
        <TimePicker.RangePicker
          value={[carry(times[0]), carry(times[1])]}
          onChange={(range) => {
            const [from, to] = range ?? []
            if (from && to) setTimes([from.format('HH:mm'), to.format('HH:mm')])
          }}
          format="HH:mm"
          minuteStep={15}
          allowClear={false}
          needConfirm={false}
          aria-label={t('matter.appointment')}
        />
        <Input
          className={styles.note ?? ''}
          value={note}
          maxLength={500}
          placeholder={t('availability.note')}
          aria-label={t('availability.note')}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      {problem === undefined ? null : (
        <p role="alert" className={styles.bad}>
          {errorText(t, problem)}
        </p>
      )}
      <div className={styles.answerRow}>
        <Button type="primary" htmlType="submit" loading={busy} autoFocus>
          {t('verb.answerAvailable')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </form>
  )
}
