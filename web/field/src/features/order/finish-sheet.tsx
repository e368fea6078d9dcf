import { useState } from 'react'
import { CAPACITIES } from '#contract/kinds/order.ts'
import type { OrderView } from '#contract/orders.ts'
import { useTexts } from '#ui/i18n.ts'
import { useField } from '../../app/field-context.ts'
import { nowInstant } from '../../app/phone-time.ts'
import { GiveUp, useForm } from '../../app/use-form.tsx'
import { PhotoField } from '../../photo/photo-field.tsx'
import { SignatureArea } from '../../photo/signature-area.tsx'
import { keepFile } from '../../store/files.ts'
import type { FormRef } from '../../store/form.ts'
import { Button } from '../../ui/button.tsx'
import { Choice, NoteField, TextField } from '../../ui/fields.tsx'
import { Banner } from '../../ui/parts.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { finishLacks } from './finish.rules.ts'

type Finish = {
  result: string
  before: readonly string[]
  after: readonly string[]
  signing: 'signs' | 'absent'
  signer: string
  capacity: (typeof CAPACITIES)[number]
  picture: Blob | undefined
}

/** The work is done: what was done, photos before and after, and the customer's signature. */
export const FinishSheet = ({
  order,
  onDone,
  onClose,
}: {
  order: OrderView
  onDone: (input: Record<string, unknown>, form: FormRef) => Promise<boolean>
  onClose: () => void
}) => {
  const { t } = useTexts()
  const { who } = useField()
  const form = useForm<Finish>(`finish:${order.id}`, {
    result: '',
    before: [],
    after: [],
    signing: order.emergency ? 'absent' : 'signs',
    signer: order.customerName ?? '',
    capacity: 'owner',
    picture: undefined,
  })
  const { result, before, after, signing, signer, capacity, picture } = form.values
  const [tried, setTried] = useState(false)
  const hasBefore = order.files.some(({ purpose }) => purpose === 'before')
  const place = order.unit?.display ?? order.place ?? order.number
  const lacks = finishLacks({
    result,
    before: before.length + (hasBefore ? 1 : 0),
    after: after.length,
    emergency: order.emergency,
    signing,
    signer,
    signed: picture !== undefined,
  })

  const finish = async () => {
    setTried(true)
    if (lacks.length > 0) return
    const done = await form.settle(async (ref) => {
      const { ownerId } = ref
      const signature =
        signing === 'signs' && picture
          ? {
              signer: signer.trim(),
              capacity,
              medium: 'screen',
              signedAt: nowInstant(),
              fileId: await keepFile({ ...who, ownerId, blob: picture, name: 'signature.png', purpose: 'signature' }),
            }
          : undefined
      const files = [
        ...before.map((fileId) => ({ fileId, purpose: 'before' })),
        ...after.map((fileId) => ({ fileId, purpose: 'after' })),
      ]
      const rest = signature ? { signature } : order.emergency ? {} : { unsigned: 'customerAbsent' }
      return onDone({ result: result.trim(), files, ...rest }, ref)
    })
    if (done) onClose()
  }
  if (!form.ready) return null
  const lacksIt = (what: (typeof lacks)[number]) => tried && lacks.includes(what)
  return (
    <Sheet
      title={t('verb.finish')}
      onClose={onClose}
      actions={
        <>
          {tried && lacks.length > 0 ? (
            <Banner tone="late">{lacks.map((lack) => t(`onsite.finish.${lack}`)).join(' ')}</Banner>
          ) : null}
          <Button kind="main" icon="check" onClick={() => void finish()}>
            {t('verb.finish')}
          </Button>
        </>
      }
    >
      <NoteField
        label={t('field.result')}
        hint={t('order.resultHint')}
        value={result}
        max={2000}
        onChange={(said) => form.change({ result: said })}
        problem={lacksIt('result') ? t('onsite.finish.result') : undefined}
      />
      <PhotoField
        label={t(hasBefore ? 'onsite.photo.beforeMore' : 'onsite.photo.before')}
        place={place}
        purpose="before"
        optional={hasBefore || order.emergency}
        needed={lacksIt('before')}
        {...form.files('before')}
      />
      <PhotoField
        label={t('onsite.photo.after')}
        place={place}
        purpose="after"
        needed={lacksIt('after')}
        {...form.files('after')}
      />
      <Choice
        label={t('order.signing')}
        value={signing}
        options={[
          { value: 'signs', label: t('onsite.order.signs') },
          { value: 'absent', label: t('order.absentUnsigned') },
        ]}
        onChange={(to) => form.change({ signing: to })}
      />
      {signing === 'signs' ? (
        <>
          <TextField
            label={t('field.signer')}
            value={signer}
            max={100}
            onChange={(name) => form.change({ signer: name })}
            problem={lacksIt('signer') ? t('onsite.finish.signer') : undefined}
          />
          <Choice
            label={t('field.capacity')}
            value={capacity}
            columns={3}
            options={CAPACITIES.map((value) => ({ value, label: t(`choice.${value}`) }))}
            onChange={(to) => form.change({ capacity: to })}
          />
          <SignatureArea picture={picture} onChange={(drawn) => form.change({ picture: drawn })} />
        </>
      ) : null}
      <GiveUp form={form} />
    </Sheet>
  )
}
