import Dexie from 'dexie'

/** The phone's storage is full: nothing of what was to be kept was written. */
export class PhoneFull extends Error {
  constructor() {
    super('PhoneFull')
    this.name = 'PhoneFull'
  }
}

const isQuota = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  if (error.name === 'QuotaExceededError') return true
  if (error instanceof Dexie.DexieError && isQuota(error.inner)) return true
  // a transaction that the browser gave up because of the disk carries the reason in its message only
  return error.name === 'AbortError' && /quota/i.test(error.message)
}

/** Runs a writing transaction; a full disk undoes all of it and becomes `PhoneFull`. */
export const keep = async <T>(write: () => Promise<T>): Promise<T> => {
  try {
    return await write()
  } catch (error) {
    throw isQuota(error) ? new PhoneFull() : error
  }
}

export type Room = { usedBytes: number; freeBytes: number; lasting: boolean }

/** How much room there is, and whether the browser has promised not to clear it; undefined where it does not say. */
export const roomOnPhone = async (): Promise<Room | undefined> => {
  if (typeof navigator.storage?.estimate !== 'function') return undefined
  const { usage = 0, quota = 0 } = await navigator.storage.estimate()
  const lasting = (await navigator.storage.persisted?.()) ?? false
  return { usedBytes: usage, freeBytes: Math.max(0, quota - usage), lasting }
}

/** Asks that what waits here is not cleared when the phone runs short. */
export const askToLast = async (): Promise<void> => {
  if (await navigator.storage?.persisted?.()) return
  await navigator.storage?.persist?.()
}
