import { useState } from 'react'
import { z } from 'zod'
import { FILE_PURPOSES } from '#contract/files.ts'
import { registerWidget, type Widget } from '../form/widget.ts'
import { useTexts } from '../i18n.ts'
import { useEstateUpload } from './estate-files.ts'
import { FileUpload, type UploadedFile } from './file-upload.tsx'

const Extra = z.object({
  purpose: z.enum(FILE_PURPOSES).default('photo'),
  matterId: z.string().optional(),
  maxFiles: z.number().default(10),
  accept: z.string().optional(),
})
const asIds = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

/** `widget: 'file'` for a list of file ids; `extra: { purpose, matterId, maxFiles, accept }`. Import this file to have it. */
export const FileWidget: Widget = ({ id, value, onChange, spec }) => {
  const { t } = useTexts()
  const extra = Extra.parse(spec.extra ?? {})
  const upload = useEstateUpload(extra.purpose, extra.matterId)
  const [known, setKnown] = useState<readonly UploadedFile[]>([])
  // After a reload a draft still has the ids, but no longer the names.
  const files = asIds(value).map(
    (one) => known.find((file) => file.id === one) ?? { id: one, name: t('file.uploaded'), size: 0 },
  )
  return (
    <FileUpload
      {...(id === undefined ? {} : { id })}
      value={files}
      upload={upload}
      maxFiles={extra.maxFiles}
      disabled={spec.disabled ?? false}
      {...(extra.accept === undefined ? {} : { accept: extra.accept })}
      onChange={(next) => {
        setKnown(next)
        onChange?.(next.map((file) => file.id))
      }}
    />
  )
}

registerWidget('file', FileWidget)
