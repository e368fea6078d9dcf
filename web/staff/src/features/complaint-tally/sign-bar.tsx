import { Button, Input } from 'antd'
import { useState } from 'react'
import { signComplaintTally, type TallyCounts, type TallyDay } from '#contract/complaint-tally.ts'
import { useNow } from '#ui/clock.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useCan, useEstate, useZone } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { wallTime } from '#ui/time.rules.ts'
import styles from './tally.module.css'

const NOTE_AT_MOST = 2000
const TONE = { open: 'waiting', signed: 'good', missing: 'late' } as const

const Sign = ({ day, due, received }: { day: TallyDay; due: string; received: number }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const notice = useNotice()
  const early = wallTime(useNow(), useZone()).time < due
  const [note, setNote] = useState('')
  const sign = useApiMutation(signComplaintTally, {
    onSuccess: () => notice.good(t('tally.signed')),
    onError: (error) => notice.bad(error.code === 'E_TIME_RANGE' ? t('tally.early', { time: due }) : error),
  })
  if (!can('complaint.report')) return <span className="w-quiet">{t('tally.others')}</span>
  return (
    <div className={styles.sign}>
      <Input.TextArea
        className={styles.note ?? ''}
        autoSize={{ minRows: 1, maxRows: 6 }}
        maxLength={NOTE_AT_MOST}
        value={note}
        aria-label={t('tally.note')}
        placeholder={t('tally.notePlaceholder')}
        onChange={(event) => setNote(event.target.value)}
      />
      {early ? (
        <Button type="primary" disabled aria-describedby="tally-when">
          {t('tally.sign')}
        </Button>
      ) : (
        <ConfirmButton
          type="primary"
          loading={sign.isPending}
          question={received === 0 ? t('tally.signNil') : t('tally.signQuestion', { count: received })}
          hint={t('tally.signHint')}
          confirmLabel={t('tally.sign')}
          onConfirm={() =>
            sign.mutateAsync({
              params: { estateId },
              body: { date: day.date, ...(note.trim() ? { note: note.trim() } : {}) },
            })
          }
        >
          {t('tally.sign')}
        </ConfirmButton>
      )}
      <span id="tally-when" className="w-quiet w-small">
        {early ? t('tally.early', { time: due }) : t('tally.until')}
      </span>
    </div>
  )
}

/** How many came by which channel, and the signature: who and when, or how to give it. */
export const SignBar = ({
  day,
  counts,
  due,
  isToday,
}: {
  day: TallyDay
  counts: TallyCounts
  due: string
  isToday: boolean
}) => {
  const { t } = useTexts()
  const { received } = counts.sections
  return (
    <div className={`w-card ${styles.bar}`}>
      <div className={styles.channels}>
        <strong className="w-figures" role="status">
          {received === 0 ? t('tally.nil') : t('tally.received', { count: received })}
        </strong>
        {counts.channels.map(({ channel, count }) => (
          <span key={channel} className="w-figures">
            <span className="w-quiet">{t(`channel.${channel}`)}</span> {count}
          </span>
        ))}
      </div>
      <div className={styles.signed}>
        <StateTag tone={TONE[day.state]}>{t(`complaintTallyState.${day.state}`)}</StateTag>
        {day.signed ? (
          <span>
            {day.signed.by.name} · <Instant at={day.signed.at} show="absolute" />
          </span>
        ) : null}
        {isToday && day.signed === null ? <Sign day={day} due={due} received={received} /> : null}
      </div>
      {day.note ? (
        <p className={styles.said}>
          <span className="w-quiet">{t('tally.note')}</span> {day.note}
        </p>
      ) : null}
    </div>
  )
}
