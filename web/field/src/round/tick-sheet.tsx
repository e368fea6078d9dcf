import { useState } from 'react'
import type { Round } from '#contract/field.ts'
import { useTexts } from '#ui/i18n.ts'
import { useField } from '../app/field-context.ts'
import { nowInstant } from '../app/phone-time.ts'
import { type Located, lacksPosition, sentPosition } from '../app/position.rules.ts'
import { PositionNeeded } from '../app/position-needed.tsx'
import { GiveUp, useForm } from '../app/use-form.tsx'
import { PhotoField } from '../photo/photo-field.tsx'
import { ScanBox } from '../scan/scan-box.tsx'
import { addAct } from '../store/acts.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/fields.tsx'
import { Banner } from '../ui/parts.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { tell } from '../ui/tell.tsx'
import { roundSubject, type Stop } from './round.rules.ts'

type Tick = Located & {
  photoIds: readonly string[]
  labelToken: string | undefined
  skipping: boolean
  reason: string
}
const NOTHING: Tick = { photoIds: [], labelToken: undefined, skipping: false, reason: '', position: null }

type TickSheetProps = {
  round: Round
  stop: Stop
  /** The label by which somebody came here. */
  scanned?: string
  onClose: () => void
}
/** FD-810: the task was done at this place, with one tap; or it was not, and why. */
export const TickSheet = ({ round, stop, scanned, onClose }: TickSheetProps) => {
  const { t } = useTexts()
  const { who, wake } = useField()
  const form = useForm<Tick>(`tick:${round.id}:${stop.place.id}`, NOTHING)
  const { photoIds, skipping, reason } = form.values
  const labelToken = scanned ?? form.values.labelToken
  const [tried, setTried] = useState(false)
  const { place } = stop
  const scanMissing = place.scanNeeded && !labelToken
  const photoMissing = round.proofOnPass && photoIds.length === 0
  const positionMissing = lacksPosition(place.positionNeeded, form.values)

  const tick = async () => {
    setTried(true)
    if (skipping ? !reason.trim() : scanMissing || positionMissing || photoMissing) return
    const body = {
      at: nowInstant(),
      fileIds: [...photoIds],
      ...(labelToken ? { labelToken } : {}),
      ...(skipping ? { skippedReason: reason.trim() } : sentPosition(form.values)),
    }
    const deed = { type: 'tickStop', roundId: round.id, placeId: place.id, body } as const
    const done = await form.settle(async (ref) => {
      await addAct(who, roundSubject(round.id), `${round.name} · ${place.name}`, deed, ref)
      return true
    })
    if (!done) return
    wake()
    tell(t(skipping ? 'onsite.stop.skipped' : 'onsite.stop.done'))
    onClose()
  }
  if (!form.ready) return null
  return (
    <Sheet
      title={place.name}
      onClose={onClose}
      actions={
        <>
          <Button kind={skipping ? 'danger' : 'main'} icon={skipping ? 'none' : 'check'} onClick={() => void tick()}>
            {t(skipping ? 'onsite.tick.notDone' : 'onsite.tick.done')}
          </Button>
          <Button kind="quiet" onClick={() => form.change({ skipping: !skipping })}>
            {t(skipping ? 'onsite.tick.doneAfterAll' : 'onsite.tick.cannot')}
          </Button>
        </>
      }
    >
      {round.task ? <p>{round.task}</p> : null}
      {skipping ? (
        <TextField
          label={t('onsite.reason')}
          max={200}
          value={reason}
          onChange={(said) => form.change({ reason: said })}
          problem={tried && !reason.trim() ? t('onsite.reasonMissing') : undefined}
        />
      ) : (
        <>
          {place.scanNeeded ? (
            labelToken ? (
              <Banner tone="good" icon="check">
                {t('onsite.scanned')}
              </Banner>
            ) : (
              <ScanBox placeId={place.id} onFound={(found) => form.change({ labelToken: found.labelToken })} />
            )
          ) : null}
          {place.positionNeeded ? <PositionNeeded located={form.values} tried={tried} onChange={form.change} /> : null}
          {tried && positionMissing ? <Banner tone="late">{t('onsite.lack.position')}</Banner> : null}
          {tried && scanMissing ? <Banner tone="late">{t('onsite.lack.scan')}</Banner> : null}
          {tried && photoMissing ? <Banner tone="late">{t('onsite.lack.photo')}</Banner> : null}
          <PhotoField
            label={t('onsite.photo.take')}
            place={place.name}
            needed={tried && photoMissing}
            optional={!round.proofOnPass}
            {...form.files('photoIds')}
          />
        </>
      )}
      <GiveUp form={form} />
    </Sheet>
  )
}
