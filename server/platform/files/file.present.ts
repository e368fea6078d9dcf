import type { FileView } from '#contract/files.ts'
import type { FileRow } from './visibility.ts'

export const presentFile = (row: FileRow): FileView => ({
  id: row.id,
  name: row.name,
  mime: row.mime,
  size: row.size,
  purpose: row.purpose as FileView['purpose'],
  thumbnail: row.thumbnail_key !== null,
  width: row.width,
  height: row.height,
  takenAt: row.taken_at,
  uploadedAt: row.uploaded_at,
})
