import { useState } from 'react'
import { newKey } from '#ui/api.ts'
import { useTexts } from '#ui/i18n.ts'
import { absoluteText } from '#ui/time-texts.ts'
import { useField } from '../../app/field-context.ts'
import { nowInstant } from '../../app/phone-time.ts'
import { go } from '../../app/route.ts'
import { GiveUp, useForm } from '../../app/use-form.tsx'
import { PhotoField } from '../../photo/photo-field.tsx'
import { addAct } from '../../store/acts.ts'
import { Button } from '../../ui/button.tsx'
import { Choice, NoteField, TextField, Tick } from '../../ui/fields.tsx'
import { Banner, Loading, Page } from '../../ui/parts.tsx'
import { tell } from '../../ui/tell.tsx'
import { askSlip } from './ask-slip.ts'
import {
  EMPTY_GATE,
  type GateForm,
  gateBody,
  gateLacks,
  knownUse,
  resultOf,
  type Use,
  unitsLike,
} from './gate.rules.ts'
import { GoodsFields } from './goods-fields.tsx'

/** FD-506: the guard compares the goods with the slip, collects it and lets them out, or keeps them and tells the desk. */
export const GateCheck = ({ placeId, labelToken }: { placeId: string; labelToken: string | undefined }) => {
  const { t } = useTexts()
  const { pack, gate, acts, estate, session, who, wake, savedAt } = useField()
  const gateOf = (id: string) => pack.places.find((place) => place.id === id)?.name ?? ''
  const kept = useForm<GateForm>('gate', EMPTY_GATE)
  const { values: form, change } = kept
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  /** What the server said of a slip, by its number as typed. */
  const [heard, setHeard] = useState<{ slip: string; use: Use }>()
  const known = { used: gate?.used ?? [], acts, me: session.staff.name, gateOf, savedAt }
  const use =
    form.has === 'slip'
      ? (knownUse(form.slip, known) ?? (heard?.slip === form.slip ? heard.use : undefined))
      : undefined
  const result = resultOf(form, use !== undefined)
  const lacks = gateLacks(form, result)
  const problem = (name: string) => {
    const lack = tried ? lacks[name] : undefined
    return lack && t(lack)
  }

  const keep = async () => {
    setTried(true)
    if (!result || Object.keys(lacks).length > 0) return
    if (result === 'match') {
      setBusy(true)
      const used = await askSlip(who.estateId, form.slip)
      setBusy(false)
      if (used) return setHeard({ slip: form.slip, use: used })
    }
    const slip = form.has === 'slip' ? form.slip.trim() : t('gateResult.noSlip')
    const done = await kept.settle(async (ref) => {
      const id = newKey()
      const body = gateBody(form, result, { id, at: nowInstant(), placeId, labelToken })
      await addAct(who, `gate:${id}`, `${slip} · ${t(`gateResult.${result}`)}`, { type: 'gateCheck', body }, ref)
      return true
    })
    if (!done) return
    wake()
    tell(t('onsite.gate.kept', { slip }))
    go('/gate', { replace: true })
  }

  if (!kept.ready) return <Loading />
  const counted = result !== 'noSlip' && result !== 'slipUsed'
  const place = gateOf(placeId)
  return (
    <Page
      title={t('onsite.gate')}
      sub={
        <>
          {place}
          {labelToken ? ` · ${t('onsite.scanned')}` : ''}
        </>
      }
      back="/gate"
      actions={
        <Button
          kind={result === 'match' || !result ? 'main' : 'danger'}
          icon={result === 'match' || !result ? 'check' : 'alert'}
          busy={busy}
          onClick={() => void keep()}
        >
          {t(result === 'match' || !result ? 'onsite.gate.letOut' : 'onsite.gate.keep')}
        </Button>
      }
    >
      <Choice
        label={t('onsite.gate.has')}
        value={form.has}
        options={[
          { value: 'slip', label: t('onsite.gate.slip') },
          { value: 'noSlip', label: t('onsite.gate.noSlip') },
        ]}
        onChange={(has) => change({ has })}
      />
      {form.has === 'slip' ? (
        <TextField
          label={t('onsite.gate.number')}
          value={form.slip}
          max={60}
          onChange={(slip) => change({ slip })}
          problem={problem('slip')}
        />
      ) : null}
      {use ? (
        <Banner tone="late">
          {t('onsite.gate.used', {
            time: absoluteText(Date.parse(use.at), estate.timeZone),
            gate: use.gate,
            guard: use.guard,
          })}
        </Banner>
      ) : null}
      <TextField
        label={t('onsite.gate.unit')}
        optional={!counted}
        value={form.unit}
        max={60}
        onChange={(unit) => change({ unit })}
        problem={problem('unit')}
      />
      <UnitChoice typed={form.unit} units={gate?.units ?? []} onChoose={(unit) => change({ unit })} />
      <GoodsFields goods={form.goods} onChange={(goods) => change({ goods })} problem={problem} />
      {form.has === 'slip' && !use ? (
        <Choice
          label={t('onsite.gate.count')}
          value={form.count}
          options={[
            { value: 'match', label: t('onsite.gate.match') },
            { value: 'differs', label: t('onsite.gate.differs') },
          ]}
          onChange={(count) => change({ count })}
          problem={problem('count')}
        />
      ) : null}
      {result === 'differs' ? (
        <NoteField
          label={t('onsite.gate.difference')}
          value={form.difference}
          max={1000}
          onChange={(difference) => change({ difference })}
          problem={problem('difference')}
        />
      ) : null}
      {result === 'match' ? null : (
        <>
          <PhotoField
            label={t('onsite.gate.photoGoods')}
            place={place}
            needed={problem('goodsPhotos') !== undefined}
            optional={result !== 'differs'}
            {...kept.files('goodsPhotoIds')}
          />
          {problem('goodsPhotos') ? <Banner tone="late">{problem('goodsPhotos')}</Banner> : null}
        </>
      )}
      {form.has === 'slip' ? (
        <>
          <PhotoField
            label={t('onsite.gate.photoSlip')}
            place={place}
            needed={problem('slipPhotos') !== undefined}
            optional={result === 'differs' || result === 'slipUsed'}
            {...kept.files('slipPhotoIds')}
          />
          {problem('slipPhotos') ? <Banner tone="late">{problem('slipPhotos')}</Banner> : null}
          <Tick
            label={t('onsite.gate.collected')}
            checked={form.collected}
            onChange={(collected) => change({ collected })}
          />
          {problem('collected') ? <Banner tone="late">{problem('collected')}</Banner> : null}
        </>
      ) : null}
      <TextField
        label={t('onsite.gate.carrier')}
        optional
        value={form.carrier}
        max={60}
        onChange={(carrier) => change({ carrier })}
      />
      <TextField
        label={t('onsite.gate.phone')}
        optional
        type="tel"
        mode="tel"
        value={form.phone}
        max={40}
        onChange={(phone) => change({ phone })}
      />
      <TextField
        label={t('onsite.gate.plate')}
        optional
        value={form.plate}
        max={20}
        onChange={(plate) => change({ plate })}
      />
      <GiveUp form={kept} />
    </Page>
  )
}

const UnitChoice = ({
  typed,
  units,
  onChoose,
}: {
  typed: string
  units: readonly string[]
  onChoose: (unit: string) => void
}) => {
  const { t } = useTexts()
  const like = unitsLike(typed, units)
  return like.length === 0 ? null : (
    <Choice
      label={t('onsite.gate.meant')}
      value={typed}
      options={like.map((unit) => ({ value: unit, label: unit }))}
      onChange={onChoose}
    />
  )
}
