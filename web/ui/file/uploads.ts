/** A file that the server has. */
export type UploadedFile = { id: string; name: string; size: number; mime?: string; thumbnail?: string }
export type Upload = {
  key: string
  file: File
  percent: number
  error: unknown
  stop: AbortController
}

export const sizeText = (bytes: number): string => {
  if (bytes < 1024) return `${bytes} B`
  const kib = bytes / 1024
  return kib < 1024 ? `${Math.round(kib)} KB` : `${(kib / 1024).toFixed(1)} MB`
}

export type FileLimits = { maxFiles: number; maxMb: number }
const BYTES_PER_MB = 1024 * 1024

/** Which of the chosen files may go up, and what is said about the others. */
export const admit = (
  chosen: readonly { size: number }[],
  have: number,
  { maxFiles, maxMb }: FileLimits,
): { take: number[]; refused: 'tooLarge' | 'tooMany' | undefined } => {
  const take: number[] = []
  let refused: 'tooLarge' | 'tooMany' | undefined
  for (const [at, file] of chosen.entries()) {
    if (file.size > maxMb * BYTES_PER_MB) refused = 'tooLarge'
    else if (have + take.length >= maxFiles) refused = 'tooMany'
    else take.push(at)
  }
  return { take, refused }
}
