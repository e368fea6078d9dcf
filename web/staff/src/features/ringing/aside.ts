import { z } from 'zod'

/** Calls that were opened or put aside in this tab; a reload does not offer them again. Ids only. */
const NAME = 'wuyou.calls'
const MOST = 50
const Ids = z.array(z.string())

export const readAside = (): ReadonlySet<string> => {
  try {
    const kept = Ids.safeParse(JSON.parse(sessionStorage.getItem(NAME) ?? '[]'))
    return new Set(kept.success ? kept.data : [])
  } catch {
    return new Set()
  }
}

export const keepAside = (ids: ReadonlySet<string>) => {
  try {
    sessionStorage.setItem(NAME, JSON.stringify([...ids].slice(-MOST)))
  } catch {
    // Without storage a reload offers them once more.
  }
}
