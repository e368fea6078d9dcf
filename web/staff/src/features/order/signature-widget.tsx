import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { CAPACITIES } from '#contract/kinds/order.ts'
import { newKey } from '#ui/api.ts'
import { errorText } from '#ui/error-text.ts'
import { thumbnailAddress, useEstateUpload } from '#ui/file/estate-files.ts'
import { type Signature, SignaturePad } from '#ui/file/signature-pad.tsx'
import { OwnStatus } from '#ui/form/own-status.tsx'
import { registerWidget, type Widget } from '#ui/form/widget.ts'
import { useTexts } from '#ui/i18n.ts'
import { useEstate } from '#ui/session.tsx'
import styles from './parts.module.css'

/** While it is being made: nothing of it need be there yet. */
export const SignatureDraft = z.object({
  signer: z.string().max(100).optional(),
  capacity: z.enum(CAPACITIES).optional(),
  medium: z.enum(['screen', 'paper']).optional(),
  fileId: z.string().optional(),
})
export type SignatureDraft = z.infer<typeof SignatureDraft>

const draftOf = (value: unknown): SignatureDraft => {
  const read = SignatureDraft.safeParse(value ?? {})
  return read.success ? read.data : {}
}

/** FD-013: who signs, as what, and the signature itself: drawn (kept as a picture at once) or the name typed. */
const SignatureWidget: Widget = ({ id, value, onChange, ...aria }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const upload = useEstateUpload('signature')
  const draft = draftOf(value)
  const [drawn, setDrawn] = useState<{ png: Blob; key: string }>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const put = (part: SignatureDraft) => onChange?.({ ...draft, ...part })
  const missing = aria['aria-invalid'] === 'true'

  const drew = (signature: Signature | undefined) => {
    setProblem(undefined)
    if (signature?.typedName) {
      setDrawn(undefined)
      put({ signer: signature.typedName, medium: 'screen', fileId: undefined })
      return
    }
    setDrawn(signature ? { png: signature.png, key: newKey() } : undefined)
    if (draft.medium) put({ medium: undefined, fileId: undefined })
  }
  const keep = async () => {
    if (!drawn) return
    setBusy(true)
    setProblem(undefined)
    try {
      const file = new File([drawn.png], `${draft.signer ?? 'signature'}.png`, { type: 'image/png' })
      const stored = await upload(file, { key: drawn.key, onProgress: () => {}, signal: new AbortController().signal })
      put({ medium: 'screen', fileId: stored.id })
      setDrawn(undefined)
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <OwnStatus>
      <div className={styles.signature}>
        <div className={styles.signer}>
          <Input
            {...(id ? { id } : {})}
            value={draft.signer ?? ''}
            maxLength={100}
            placeholder={t('field.signer')}
            aria-label={t('field.signer')}
            {...(missing && !draft.signer ? { status: 'error' } : {})}
            onChange={(event) => put({ signer: event.target.value || undefined })}
          />
          <Select
            value={draft.capacity ?? null}
            placeholder={t('field.capacity')}
            aria-label={t('field.capacity')}
            {...(missing && !draft.capacity ? { status: 'error' } : {})}
            options={CAPACITIES.map((one) => ({ value: one, label: t(`choice.${one}`) }))}
            onChange={(capacity) => put({ capacity: capacity ?? undefined })}
          />
        </div>
        {draft.fileId ? (
          <div className={styles.signed}>
            <img
              src={thumbnailAddress(estateId, draft.fileId)}
              alt={t('order.signatureOf', { name: draft.signer ?? '' })}
            />
            <Button onClick={() => put({ fileId: undefined, medium: undefined })}>{t('order.signAgain')}</Button>
          </div>
        ) : (
          <>
            <SignaturePad onChange={drew} />
            {drawn ? (
              <Button type="primary" ghost block loading={busy} onClick={() => void keep()}>
                {t('order.signatureDone')}
              </Button>
            ) : null}
            {problem === undefined ? null : (
              <p role="alert" className={styles.bad}>
                {t('file.failed')}: {errorText(t, problem)}
              </p>
            )}
          </>
        )}
      </div>
    </OwnStatus>
  )
}

registerWidget('orderSignature', SignatureWidget)
