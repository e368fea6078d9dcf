import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'

/** Where uploaded bytes lie: a folder beside the data. Keys are `estate/yyyy/mm/id`. */
export const openStorage = (dataDir: string): Disk =>
  new Disk(new FSDriver({ location: pathToFileURL(join(dataDir, 'files/')), visibility: 'private' }))

const open = new Map<string, Disk>()
export const storageOf = (dataDir: string): Disk => {
  const known = open.get(dataDir)
  if (known) return known
  const made = openStorage(dataDir)
  open.set(dataDir, made)
  return made
}
