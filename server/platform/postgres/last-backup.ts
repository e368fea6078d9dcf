import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Instant } from '#contract/values.ts'

const Note = z.object({ at: Instant })
const noteIn = (dataDir: string) => join(dataDir, 'last-backup.json')

/** CP-151: that a backup was made, where the running server sees it; the file itself may lie on another machine. */
export const noteBackup = async (dataDir: string, at: Instant): Promise<void> => {
  await mkdir(dataDir, { recursive: true })
  const draft = `${noteIn(dataDir)}.part-${process.pid}`
  await writeFile(draft, `${JSON.stringify({ at })}\n`)
  await rename(draft, noteIn(dataDir))
}

/** When the last backup was begun; null where none was ever made, or what stands there is no such note. */
export const lastBackup = async (dataDir: string): Promise<Instant | null> => {
  try {
    return Note.parse(JSON.parse(await readFile(noteIn(dataDir), 'utf8'))).at
  } catch {
    return null
  }
}
