import type { FindingVerb } from '../../queue/act.rules.ts'

/** What each move of a finding takes: how it was put right and why it failed, or what the second look saw, with photos. */
export const findingBody = (
  verb: FindingVerb,
  { words, cause, photos }: { words: string; cause: string; photos: readonly string[] },
): Record<string, unknown> => {
  const said = words.trim()
  const photoIds = [...photos]
  const why = cause.trim() ? { rootCause: cause.trim() } : {}
  if (verb === 'rectify') return { measure: said, photoIds, ...why }
  if (verb === 'failCheck') return { reason: said, photoIds }
  return { photoIds, ...(said ? { note: said } : {}), ...why }
}
