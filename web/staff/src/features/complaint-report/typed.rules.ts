import { z } from 'zod'
import { PART_NAMES, type PartName } from '#contract/complaint-report-parts.ts'

type Part = { name: PartName; text: string }
/** What somebody typed into a part, and what stood there when the typing began. */
export type Typed = Readonly<Partial<Record<PartName, { text: string; base: string }>>>

const Entry = z.object({ text: z.string(), base: z.string() })

/** What was kept in this tab; whatever does not fit is left out. */
export const typedFrom = (kept: Readonly<Record<string, unknown>> | undefined): Typed => {
  const found: Partial<Record<PartName, { text: string; base: string }>> = {}
  for (const name of PART_NAMES) {
    const entry = Entry.safeParse(kept?.[name])
    if (entry.success) found[name] = entry.data
  }
  return found
}

/** The server trims what is written. */
const differs = (entry: { text: string } | undefined, part: Part): entry is { text: string; base: string } =>
  entry !== undefined && entry.text.trim() !== part.text

export const shownText = (typed: Typed, part: Part): string => typed[part.name]?.text ?? part.text

/** Typed and not yet on the server. */
export const unsaved = (typed: Typed, parts: readonly Part[]): Typed => {
  const found: Partial<Record<PartName, { text: string; base: string }>> = {}
  for (const part of parts) {
    const entry = typed[part.name]
    if (differs(entry, part)) found[part.name] = entry
  }
  return found
}

/** Somebody else has written this part since the typing began. */
export const inConflict = (typed: Typed, part: Part): boolean => {
  const entry = typed[part.name]
  return differs(entry, part) && entry.base !== part.text
}

export const typeInto = (typed: Typed, part: Part, text: string): Typed => {
  const entry = typed[part.name]
  return { ...typed, [part.name]: { text, base: differs(entry, part) ? entry.base : part.text } }
}

/** Mine is kept: what stands there now is known. */
export const keepMine = (typed: Typed, part: Part): Typed => ({
  ...typed,
  [part.name]: { text: shownText(typed, part), base: part.text },
})
export const takeTheirs = (typed: Typed, part: Part): Typed => {
  const { [part.name]: _, ...rest } = typed
  return rest
}
