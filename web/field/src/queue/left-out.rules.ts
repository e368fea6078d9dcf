import type { Act, Deed, LeftOut } from './act.rules.ts'

/** As much as the routes take at the most; what a person wrote is never cut for it. */
const MOST = {
  customerSaid: 8_000,
  note: 500,
  result: 2_000,
  measure: 2_000,
  reason: 500,
  skippedReason: 200,
  photoMissing: 200,
} as const

const added = (said: string | undefined, words: string, most: number): string | undefined => {
  const whole = said ? `${said}\n${words}` : words
  return whole.length > most ? said : whole
}

const without = (ids: readonly string[] | undefined, fileId: string) => (ids ?? []).filter((id) => id !== fileId)

/** Lists lose the file and what only names it; anything else loses the name alone. */
const withoutFile = (value: unknown, fileId: string): unknown => {
  if (Array.isArray(value))
    return value
      .filter((one) => one !== fileId && !(typeof one === 'object' && one !== null && one.fileId === fileId))
      .map((one) => withoutFile(one, fileId))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== fileId)
      .map(([name, inner]) => [name, withoutFile(inner, fileId)]),
  )
}

/** The words of a move stand where it asks for some. */
const bodyWithout = (body: Record<string, unknown>, { fileId, words }: LeftOut): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]) => {
      const asked = (['result', 'measure', 'reason', 'note'] as const).find((one) => one === name)
      return [name, asked && typeof value === 'string' ? added(value, words, MOST[asked]) : withoutFile(value, fileId)]
    }),
  )

const deedWithout = (deed: Deed, left: LeftOut): Deed => {
  const { fileId, words } = left
  switch (deed.type) {
    case 'inspection': {
      const answers = deed.body.answers.map((answer) => {
        if (!answer.fileIds.includes(fileId)) return answer
        const note = added(answer.note, words, MOST.note)
        return { ...answer, fileIds: without(answer.fileIds, fileId), ...(note ? { note } : {}) }
      })
      return { ...deed, body: { ...deed.body, answers } }
    }
    case 'report': {
      const customerSaid = added(deed.body.customerSaid, words, MOST.customerSaid) ?? ''
      return { ...deed, body: { ...deed.body, customerSaid, fileIds: without(deed.body.fileIds, fileId) } }
    }
    case 'tickStop': {
      const { skippedReason, fileIds } = deed.body
      const reason = skippedReason ? { skippedReason: added(skippedReason, words, MOST.skippedReason) } : {}
      return { ...deed, body: { ...deed.body, fileIds: without(fileIds, fileId), ...reason } }
    }
    case 'gateCheck': {
      const { slipPhotoIds, goodsPhotoIds, photoMissing } = deed.body
      const missing = added(photoMissing, words, MOST.photoMissing)
      return {
        ...deed,
        body: {
          ...deed.body,
          slipPhotoIds: without(slipPhotoIds, fileId),
          goodsPhotoIds: without(goodsPhotoIds, fileId),
          ...(missing ? { photoMissing: missing } : {}),
        },
      }
    }
    case 'orderMove':
    case 'findingMove':
      return { ...deed, body: bodyWithout(deed.body, left) }
    case 'startRound':
    case 'finishRound':
      return deed
  }
}

/** What was done, less the files that the server cannot take; where there is room for words it says that one is missing. */
export const deedToSend = ({ deed, leftOut = [] }: Pick<Act, 'deed' | 'leftOut'>): Deed =>
  leftOut.reduce(deedWithout, deed)
