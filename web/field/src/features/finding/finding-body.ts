import type { FindingVerb } from '../../queue/act.rules.ts'

/** What each move of a finding takes: how it was put right, or what was seen at the second look, with its photos. */
export const findingBody = (verb: FindingVerb, words: string, fileIds: readonly string[]): Record<string, unknown> => {
  const note = words.trim()
  if (verb === 'rectify') return { result: note, fileIds: [...fileIds] }
  if (verb === 'failCheck') return { reason: note, fileIds: [...fileIds] }
  return { fileIds: [...fileIds], ...(note ? { note } : {}) }
}
