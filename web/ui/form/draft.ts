/** What somebody typed and has not sent, kept in the tab so that a reload or a lost session does not lose it. */
const nameOf = (key: string) => `wuyou.draft.${key}`

export type Draft = Record<string, unknown>

/** Blobs and files cannot be kept; everything else of a form is plain data. */
const keepable = (value: unknown) => !(value instanceof Blob)

export const readDraft = (key: string | undefined): Draft | undefined => {
  if (!key) return undefined
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(nameOf(key)) ?? 'null')
    return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? { ...kept } : undefined
  } catch {
    return undefined
  }
}

export const writeDraft = (key: string | undefined, values: Draft) => {
  if (!key) return
  const kept = Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== '' && keepable(value)),
  )
  try {
    if (Object.keys(kept).length === 0) sessionStorage.removeItem(nameOf(key))
    else sessionStorage.setItem(nameOf(key), JSON.stringify(kept))
  } catch {
    // Full or forbidden storage: the form works without a draft.
  }
}

export const dropDraft = (key: string | undefined) => {
  if (!key) return
  try {
    sessionStorage.removeItem(nameOf(key))
  } catch {
    // As above.
  }
}
