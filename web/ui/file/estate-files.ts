import { type FILE_PURPOSES, type FileView, readFileContent, readFileThumbnail, uploadFile } from '#contract/files.ts'
import { addressOf } from '../api.ts'
import { useEstate } from '../session.tsx'
import type { FileUploadProps } from './file-upload.tsx'
import { sendFile } from './send-file.ts'
import type { UploadedFile } from './uploads.ts'

type Stored = Pick<FileView, 'id' | 'name' | 'size' | 'mime' | 'thumbnail'>

/** Where the browser gets a file of the estate, and its small picture. */
export const fileAddress = (estateId: string, fileId: string) =>
  addressOf(readFileContent, { params: { estateId, fileId } })
export const thumbnailAddress = (estateId: string, fileId: string) =>
  addressOf(readFileThumbnail, { params: { estateId, fileId } })

/** A file as the server describes it, for `FileUpload` and lists of files. */
const toUploaded = (estateId: string, file: Stored): UploadedFile => ({
  id: file.id,
  name: file.name,
  size: file.size,
  mime: file.mime,
  ...(file.thumbnail ? { thumbnail: thumbnailAddress(estateId, file.id) } : {}),
})

export type UploadPurpose = (typeof FILE_PURPOSES)[number]

/** The `upload` of a `FileUpload` that stores files of the estate of the page. */
export const useEstateUpload = (purpose: UploadPurpose, matterId?: string): FileUploadProps['upload'] => {
  const { id: estateId } = useEstate()
  return async (file, { key, onProgress, signal }) => {
    const address = addressOf(uploadFile, { params: { estateId }, query: { purpose, matterId } })
    const stored = await sendFile(address, file, uploadFile.response, { idempotencyKey: key, onProgress, signal })
    return toUploaded(estateId, stored)
  }
}
