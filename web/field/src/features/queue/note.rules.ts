import type { AnswerMark } from '#contract/inspections.ts'
import { type Act, type Deed, filesOf } from '../../queue/act.rules.ts'

const MOST = 20

/** What could not be sent, as words for the desk: what it was about, when it was done, and what the person says to it. */
export const noteDeed = (act: Act, words: string, facts: string): Deed => ({
  type: 'report',
  body: {
    contactType: 'service',
    channel: 'inspection',
    customerSaid: `${words}\n${facts}`.slice(0, 8_000),
    place: act.about.slice(0, 200),
    collectedById: act.userId,
    collectedAt: act.at,
    contactable: false,
    noCallbackWish: true,
    fileIds: filesOf(act)
      .filter((id) => id !== act.refused?.fileId && !act.leftOut?.some(({ fileId }) => fileId === id))
      .slice(0, MOST),
  },
})

type Say = {
  time: string
  item: (itemId: string) => string
  place: (placeId: string) => string
  mark: (itemId: string, answer: AnswerMark) => string
  /** Whether it is something to put right; such answers stand first. */
  isFault: (itemId: string, answer: AnswerMark) => boolean
  /** What is said in the place of a file that the server cannot take. */
  untaken: (fileId: string) => string
}

/** What was answered or done, in plain lines; `say` names what has an id in the language of the person. */
export const factsOf = (act: Pick<Act, 'deed' | 'about' | 'leftOut' | 'refused'>, say: Say): string =>
  [
    factsOfDeed(act, say),
    ...(act.leftOut ?? []).map(({ words }) => words),
    ...(act.refused?.fileId ? [say.untaken(act.refused.fileId)] : []),
  ].join('\n')

const factsOfDeed = ({ deed, about }: Pick<Act, 'deed' | 'about'>, say: Say): string => {
  const head = `${about} (${say.time})`
  if (deed.type === 'inspection') {
    const isFault = ({ itemId, answer }: { itemId: string; answer: AnswerMark }) => say.isFault(itemId, answer)
    const faults = deed.body.answers.filter(isFault)
    const typed = deed.body.answers.filter((a) => !isFault(a) && (a.note || a.value !== undefined))
    const lines = [...faults, ...typed].map(({ itemId, answer, note, value }) =>
      [`${say.mark(itemId, answer)}: ${say.item(itemId)}`, value === undefined ? '' : String(value), note ?? '']
        .filter(Boolean)
        .join(' · '),
    )
    return [head, ...lines, deed.body.note ?? ''].filter(Boolean).join('\n')
  }
  if (deed.type === 'orderMove' || deed.type === 'findingMove') {
    const said = Object.values(deed.body).filter((value) => typeof value === 'string')
    return [head, ...said].join('\n')
  }
  if (deed.type === 'finishRound') {
    const skipped = (deed.body.skipped ?? []).map(({ placeId, reason }) => `${say.place(placeId)}: ${reason}`)
    return [head, ...skipped, deed.body.note ?? ''].filter(Boolean).join('\n')
  }
  if (deed.type === 'gateCheck') {
    const { slipNumber, unitSaid, lines = [], difference } = deed.body
    const goods = lines.map(({ category, quantity, unit }) => `${category} ${quantity} ${unit}`)
    return [head, slipNumber, unitSaid, ...goods, difference].filter(Boolean).join('\n')
  }
  if (deed.type === 'tickStop') return [head, deed.body.skippedReason ?? ''].filter(Boolean).join('\n')
  return head
}
