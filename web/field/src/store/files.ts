import { newKey } from '#ui/api.ts'
import { nowMs } from '#ui/clock.ts'
import type { FilePurpose, KeptFile } from './database.ts'
import { db } from './db.ts'
import { keep } from './keep.ts'

type NewFile = { userId: string; estateId: string; ownerId: string; blob: Blob; name: string; purpose: FilePurpose }

/** Keeps a file and does in the same transaction what refers to it; gives its id. */
export const keepFile = (file: NewFile, and: (id: string) => Promise<unknown> = async () => {}): Promise<string> =>
  keep(() =>
    db.transaction('rw', db.files, db.drafts, db.forms, async () => {
      const id = newKey()
      const takenAt = new Date(nowMs()).toISOString()
      const kept: KeptFile = { ...file, id, takenAt, key: newKey(), serverId: null }
      await db.files.add(kept)
      await and(id)
      return id
    }),
  )

/** Owners for which a picture is being made ready or a voice note recorded: it is not kept yet. */
const takenFor = new Map<string, number>()
export const isTaking = (ownerId: string): boolean => (takenFor.get(ownerId) ?? 0) > 0

/** Makes something ready for an owner, who is not to be sent meanwhile. */
export const whileTaking = async (ownerId: string, work: () => Promise<void>): Promise<void> => {
  takenFor.set(ownerId, (takenFor.get(ownerId) ?? 0) + 1)
  try {
    await work()
  } finally {
    takenFor.set(ownerId, (takenFor.get(ownerId) ?? 1) - 1)
  }
}

export const dropFile = (id: string) => db.files.delete(id)
