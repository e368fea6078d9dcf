import { useState } from 'react'
import type { Round } from '#contract/field.ts'
import { useTexts } from '#ui/i18n.ts'
import { useField } from '../../app/field-context.ts'
import { nowInstant } from '../../app/phone-time.ts'
import { go } from '../../app/route.ts'
import { roundSubject, type Stop } from '../../round/round.rules.ts'
import { addAct } from '../../store/acts.ts'
import { Button } from '../../ui/button.tsx'
import { NoteField, TextField } from '../../ui/fields.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { tell, tellProblem } from '../../ui/tell.tsx'

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
  const [reasons, setReasons] = useState<Record<string, string>>({})
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const left = stops.filter(({ state }) => state === 'open' || state === 'begun')
  const first = left[0] ? (reasons[left[0].place.id] ?? '') : ''

  const finish = async () => {
    setTried(true)
    if (left.some(({ place }) => !reasons[place.id]?.trim())) return
    const skipped = left.map(({ place }) => ({ placeId: place.id, reason: reasons[place.id]?.trim() ?? '' }))
    const body = { at: nowInstant(), skipped, ...(note.trim() ? { note: note.trim() } : {}) }
    try {
      await addAct(who, roundSubject(round.id), round.name, { type: 'finishRound', roundId: round.id, body })
      wake()
      tell(t('onsite.round.finished'))
      go('/', { replace: true })
    } catch (problem) {
      tellProblem(problem)
    }
  }
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
          onChange={(reason) => setReasons((before) => ({ ...before, [place.id]: reason }))}
          problem={tried && !reasons[place.id]?.trim() ? t('onsite.reasonMissing') : undefined}
        />
      ))}
      {left.length > 1 && first.trim() ? (
        <Button onClick={() => setReasons(Object.fromEntries(left.map(({ place }) => [place.id, first])))}>
          {t('onsite.round.sameReason')}
        </Button>
      ) : null}
      <NoteField label={t('onsite.note')} optional value={note} onChange={setNote} max={1000} />
    </Sheet>
  )
}
