import { useRef, useState } from 'react'
import { z } from 'zod'
import { OwnStatus } from '../form/own-status.tsx'
import type { Widget } from '../form/widget.ts'
import { useTexts } from '../i18n.ts'
import { useEstate } from '../session.tsx'
import { thumbnailAddress, useEstateUpload } from './estate-files.ts'
import { FileUpload, type UploadedFile } from './file-upload.tsx'

const Ids = z.array(z.string())
const MOST = 9

/** Pictures that go up at once; the value is their ids. */
export const PhotosField: Widget = ({ id, value, onChange }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const upload = useEstateUpload('photo')
  const [known, setKnown] = useState<readonly UploadedFile[]>([])
  const read = Ids.safeParse(value)
  const ids = useRef<readonly string[]>([])
  ids.current = read.success ? read.data : []
  const files = ids.current.map(
    (fileId): UploadedFile =>
      known.find((file) => file.id === fileId) ?? {
        id: fileId,
        name: t('file.uploaded'),
        size: 0,
        thumbnail: thumbnailAddress(estateId, fileId),
      },
  )
  return (
    <OwnStatus>
      <FileUpload
        {...(id ? { id } : {})}
        value={files}
        onChange={(next) => {
          setKnown((before) => [...before, ...next])
          onChange?.(next.map((file) => file.id))
        }}
        upload={upload}
        accept="image/*"
        maxFiles={MOST}
        camera={t('finding.camera')}
        label={t('finding.album')}
      />
    </OwnStatus>
  )
}
