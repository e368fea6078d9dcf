import { useState } from 'react'
import { CAPACITIES } from '#contract/kinds/order.ts'
import type { OrderView } from '#contract/orders.ts'
import { newKey } from '#ui/api.ts'
import { useTexts } from '#ui/i18n.ts'
import { useField } from '../../app/field-context.ts'
import { nowInstant } from '../../app/phone-time.ts'
import { PhotoField } from '../../photo/photo-field.tsx'
import { SignatureArea } from '../../photo/signature-area.tsx'
import { dropFilesOf, keepFile } from '../../store/files.ts'
import { Button } from '../../ui/button.tsx'
import { Choice, NoteField, TextField } from '../../ui/fields.tsx'
import { Banner } from '../../ui/parts.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { tellProblem } from '../../ui/tell.tsx'
import { finishLacks } from './finish.rules.ts'

/** The work is done: what was done, photos before and after, and the customer's signature. */
export const FinishSheet = ({
  order,
  onDone,
  onClose,
}: {
  order: OrderView
  onDone: (input: Record<string, unknown>) => Promise<boolean>
  onClose: () => void
}) => {
  const { t } = useTexts()
  const { who } = useField()
  const [ownerId] = useState(newKey)
  const [result, setResult] = useState('')
  const [before, setBefore] = useState<readonly string[]>([])
  const [after, setAfter] = useState<readonly string[]>([])
  const [signing, setSigning] = useState<'signs' | 'absent'>(order.emergency ? 'absent' : 'signs')
  const [signer, setSigner] = useState(order.customerName ?? '')
  const [capacity, setCapacity] = useState<(typeof CAPACITIES)[number]>('owner')
  const [picture, setPicture] = useState<Blob>()
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

  const close = () => {
    void dropFilesOf(ownerId)
    onClose()
  }
  const finish = async () => {
    setTried(true)
    if (lacks.length > 0) return
    try {
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
      if (await onDone({ result: result.trim(), files, ...rest })) onClose()
    } catch (problem) {
      tellProblem(problem)
    }
  }
  const lacksIt = (what: (typeof lacks)[number]) => tried && lacks.includes(what)
  return (
    <Sheet
      title={t('verb.finish')}
      onClose={close}
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
        onChange={setResult}
        problem={lacksIt('result') ? t('onsite.finish.result') : undefined}
      />
      <PhotoField
        label={t(hasBefore ? 'onsite.photo.beforeMore' : 'onsite.photo.before')}
        place={place}
        ownerId={ownerId}
        purpose="before"
        ids={before}
        needed={lacksIt('before')}
        onAdd={async (id) => setBefore((all) => [...all, id])}
        onDrop={async (id) => setBefore((all) => all.filter((one) => one !== id))}
      />
      <PhotoField
        label={t('onsite.photo.after')}
        place={place}
        ownerId={ownerId}
        purpose="after"
        ids={after}
        needed={lacksIt('after')}
        onAdd={async (id) => setAfter((all) => [...all, id])}
        onDrop={async (id) => setAfter((all) => all.filter((one) => one !== id))}
      />
      <Choice
        label={t('order.signing')}
        value={signing}
        options={[
          { value: 'signs', label: t('onsite.order.signs') },
          { value: 'absent', label: t('order.absentUnsigned') },
        ]}
        onChange={setSigning}
      />
      {signing === 'signs' ? (
        <>
          <TextField
            label={t('field.signer')}
            value={signer}
            max={100}
            onChange={setSigner}
            problem={lacksIt('signer') ? t('onsite.finish.signer') : undefined}
          />
          <Choice
            label={t('field.capacity')}
            value={capacity}
            columns={3}
            options={CAPACITIES.map((value) => ({ value, label: t(`choice.${value}`) }))}
            onChange={setCapacity}
          />
          <SignatureArea onChange={setPicture} />
        </>
      ) : null}
    </Sheet>
  )
}
