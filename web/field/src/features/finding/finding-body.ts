import type { FindingVerb } from '../../queue/act.rules.ts'

/** What each move of a finding takes: how it was put right, or what was seen at the second look, with its photos. */
export const findingBody = (verb: FindingVerb, words: string, photos: readonly string[]): Record<string, unknown> => {
  const said = words.trim()
  const photoIds = [...photos]
  if (verb === 'rectify') return { measure: said, photoIds }
  if (verb === 'failCheck') return { reason: said, photoIds }
  return { photoIds, ...(said ? { note: said } : {}) }
}
