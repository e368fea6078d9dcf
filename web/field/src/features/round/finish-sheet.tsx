import { useState } from 'react'
import type { Round } from '#contract/field.ts'
import { useTexts } from '#ui/i18n.ts'
import { useField } from '../../app/field-context.ts'
import { nowInstant } from '../../app/phone-time.ts'
import { go } from '../../app/route.ts'
import { GiveUp, useForm } from '../../app/use-form.tsx'
import { roundSubject, type Stop } from '../../round/round.rules.ts'
import { addAct } from '../../store/acts.ts'
import { Button } from '../../ui/button.tsx'
import { NoteField, TextField } from '../../ui/fields.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { tell } from '../../ui/tell.tsx'

type End = { reasons: Readonly<Record<string, string>>; note: string }
const NOTHING: End = { reasons: {}, note: '' }

/** The end of a round: every place was looked at or says why not; one reason can stand for all of them. */
export const FinishSheet = ({
  round,
  stops,
  onClose,
}: {
  round: Round
  stops: readonly Stop[]
  onClose: () => void
}) => {
  const { t } = useTexts()
  const { who, wake } = useField()
  const form = useForm<End>(`end:${round.id}`, NOTHING)
  const { reasons, note } = form.values
  const [tried, setTried] = useState(false)
  const left = stops.filter(({ state }) => state === 'open' || state === 'begun')
  const first = left[0] ? (reasons[left[0].place.id] ?? '') : ''

  const finish = async () => {
    setTried(true)
    if (left.some(({ place }) => !reasons[place.id]?.trim())) return
    const skipped = left.map(({ place }) => ({ placeId: place.id, reason: reasons[place.id]?.trim() ?? '' }))
    const body = { at: nowInstant(), skipped, ...(note.trim() ? { note: note.trim() } : {}) }
    const done = await form.settle(async (ref) => {
      await addAct(who, roundSubject(round.id), round.name, { type: 'finishRound', roundId: round.id, body }, ref)
      return true
    })
    if (!done) return
    wake()
    tell(t('onsite.round.finished'))
    go('/', { replace: true })
  }
  if (!form.ready) return null
  return (
    <Sheet
      title={t('onsite.round.finish')}
      onClose={onClose}
      actions={
        <Button kind="main" icon="check" onClick={() => void finish()}>
          {t('onsite.round.sign')}
        </Button>
      }
    >
      {left.length > 0 ? <p>{t('onsite.round.whyNot', { count: left.length })}</p> : <p>{t('onsite.round.allSeen')}</p>}
      {left.map(({ place }) => (
        <TextField
          key={place.id}
          label={place.name}
          max={200}
          value={reasons[place.id] ?? ''}
          onChange={(reason) => form.change({ reasons: { ...reasons, [place.id]: reason } })}
          problem={tried && !reasons[place.id]?.trim() ? t('onsite.reasonMissing') : undefined}
        />
      ))}
      {left.length > 1 && first.trim() ? (
        <Button
          onClick={() => form.change({ reasons: Object.fromEntries(left.map(({ place }) => [place.id, first])) })}
        >
          {t('onsite.round.sameReason')}
        </Button>
      ) : null}
      <NoteField
        label={t('onsite.note')}
        optional
        value={note}
        onChange={(said) => form.change({ note: said })}
        max={1000}
      />
      <GiveUp form={form} />
    </Sheet>
  )
}
