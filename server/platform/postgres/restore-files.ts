import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { FILES, KEYS } from './backup-files.ts'
import { syncFolder } from './sync-folder.ts'

/** Files on their way into the data folder: collected beside what is there, then exchanged with it. */
export type StagedFiles = {
  /** Where to collect them. */
  folder: string
  /** Puts the new ones in the place of the old ones, which are kept until `clear`. */
  swap(): Promise<void>
  swapBack(): Promise<void>
  /** Removes what is no longer wanted: the old ones, or what was collected in vain. */
  clear(): Promise<void>
}

export async function stageFiles(dataDir: string): Promise<StagedFiles> {
  const folder = join(dataDir, 'restore.new')
  const old = join(dataDir, 'restore.old')
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  await rm(folder, { recursive: true, force: true })
  await rm(old, { recursive: true, force: true })
  await mkdir(folder, { mode: 0o700 })
  await mkdir(old, { mode: 0o700 })
  const exchanged: string[] = []
  return {
    folder,
    async clear() {
      await rm(folder, { recursive: true, force: true })
      await rm(old, { recursive: true, force: true })
    },
    async swap() {
      // A backup without keys belongs to keys that are kept elsewhere; those that are here may be the ones.
      exchanged.push(FILES, ...((await isThere(join(folder, KEYS))) ? [KEYS] : []))
      for (const name of exchanged) {
        await move(join(dataDir, name), join(old, name))
        await move(join(folder, name), join(dataDir, name))
      }
      await syncFolder(dataDir)
    },
    async swapBack() {
      for (const name of exchanged) {
        await rm(join(dataDir, name), { recursive: true, force: true })
        await move(join(old, name), join(dataDir, name))
      }
    },
  }
}

/** Whether the data folder has uploaded files. */
export async function holdsFiles(dataDir: string): Promise<boolean> {
  const names = await readdir(join(dataDir, FILES)).catch(() => [])
  return names.length > 0
}

async function move(from: string, to: string): Promise<void> {
  if (await isThere(from)) await rename(from, to)
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
