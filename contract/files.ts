import { z } from 'zod'
import { route } from './route.ts'
import { Instant, InstantInput, Uuid } from './values.ts'

export const FILE_PURPOSES = [
  'photo',
  'before',
  'after',
  'signature',
  'letter',
  'audio',
  'evidence',
  'document',
] as const

export const FileView = z.object({
  id: Uuid,
  name: z.string(),
  mime: z.string(),
  size: z.number().int(),
  purpose: z.enum(FILE_PURPOSES),
  thumbnail: z.boolean(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  takenAt: Instant.nullable(),
  uploadedAt: Instant,
})
export type FileView = z.infer<typeof FileView>
/** What is needed to show a picture, or to play what was spoken. */
export const Picture = FileView.pick({ id: true, name: true, mime: true, thumbnail: true })
export type Picture = z.infer<typeof Picture>

export const uploadFile = route({
  id: 'uploadFile',
  method: 'POST',
  path: '/api/v1/estates/:estateId/files',
  access: 'file.upload',
  tag: 'files',
  summary: 'Upload one file (multipart field "file"); its kind is read from its bytes, never from its name',
  params: z.object({ estateId: Uuid }),
  query: z.object({
    purpose: z.enum(FILE_PURPOSES).default('photo'),
    takenAt: InstantInput.optional(),
    matterId: Uuid.optional(),
  }),
  response: FileView,
  status: 201,
})

const FileParams = z.object({ estateId: Uuid, fileId: Uuid })
export const readFileContent = route({
  id: 'readFileContent',
  method: 'GET',
  path: '/api/v1/estates/:estateId/files/:fileId/content',
  access: 'signed-in',
  tag: 'files',
  summary: 'The file itself, for those who may see what it belongs to',
  params: FileParams,
  response: z.unknown(),
})
export const readFileThumbnail = route({
  id: 'readFileThumbnail',
  method: 'GET',
  path: '/api/v1/estates/:estateId/files/:fileId/thumbnail',
  access: 'signed-in',
  tag: 'files',
  summary: 'A small picture of an image',
  params: FileParams,
  response: z.unknown(),
})
