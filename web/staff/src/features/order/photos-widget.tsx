import { useRef, useState } from 'react'
import { z } from 'zod'
import { ORDER_FILE_PURPOSES } from '#contract/kinds/order.ts'
import { thumbnailAddress, useEstateUpload } from '#ui/file/estate-files.ts'
import { FileUpload, type UploadedFile } from '#ui/file/file-upload.tsx'
import { OwnStatus } from '#ui/form/own-status.tsx'
import { registerWidget, type Widget } from '#ui/form/widget.ts'
import { useTexts } from '#ui/i18n.ts'
import { useEstate } from '#ui/session.tsx'
import styles from './parts.module.css'

const Slot = z.object({ purpose: z.enum(ORDER_FILE_PURPOSES), required: z.boolean(), have: z.number() })
export type PhotoSlot = z.infer<typeof Slot>
const Extra = z.object({ slots: z.array(Slot) })
const Ref = z.object({ fileId: z.string(), purpose: z.enum(ORDER_FILE_PURPOSES) })
type Ref = z.infer<typeof Ref>

const refsOf = (value: unknown): Ref[] => {
  const read = z.array(Ref).safeParse(value)
  return read.success ? read.data : []
}
/** An authority may be a scanned paper, an emergency entry is filmed; all else are pictures. */
const ACCEPT: Partial<Record<PhotoSlot['purpose'], string>> = {
  entry: 'image/*,video/*',
  authority: 'image/*,application/pdf',
}

/** Photos by what they show; `extra.slots` says which are wanted and how many the order already has. */
const PhotosWidget: Widget = ({ id, value, onChange, spec }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const { slots } = Extra.parse(spec.extra)
  const upload = useEstateUpload('photo')
  const [known, setKnown] = useState<readonly UploadedFile[]>([])
  const latest = useRef<readonly Ref[]>([])
  latest.current = refsOf(value)
  const fileOf = ({ fileId }: Ref): UploadedFile =>
    known.find((file) => file.id === fileId) ?? {
      id: fileId,
      name: t('file.uploaded'),
      size: 0,
      thumbnail: thumbnailAddress(estateId, fileId),
    }
  const put = (purpose: PhotoSlot['purpose'], files: UploadedFile[]) => {
    setKnown((before) => [...before, ...files])
    const others = latest.current.filter((one) => one.purpose !== purpose)
    latest.current = [...others, ...files.map((file) => ({ fileId: file.id, purpose }))]
    onChange?.(latest.current)
  }
  return (
    <OwnStatus>
      <div className={styles.slots}>
        {slots.map(({ purpose, required, have }, at) => (
          <section key={purpose} className={styles.slot} aria-label={t(`choice.${purpose}`)}>
            <div className={styles.slotHead}>
              <strong>{t(`choice.${purpose}`)}</strong>
              {have > 0 ? <span className="w-quiet w-small">{t('order.photosHave', { count: have })}</span> : null}
              {required && have === 0 && !latest.current.some((one) => one.purpose === purpose) ? (
                <span className={styles.needed}>{t('order.photoNeeded')}</span>
              ) : null}
            </div>
            <FileUpload
              {...(at === 0 && id ? { id } : {})}
              value={latest.current.filter((one) => one.purpose === purpose).map(fileOf)}
              onChange={(files) => put(purpose, files)}
              upload={upload}
              accept={ACCEPT[purpose] ?? 'image/*'}
              camera={t('order.camera')}
              label={t('order.album')}
            />
          </section>
        ))}
      </div>
    </OwnStatus>
  )
}

registerWidget('orderPhotos', PhotosWidget)
