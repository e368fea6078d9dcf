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
    fileIds: filesOf(act).slice(0, MOST),
  },
})

/** What was answered or done, in plain lines; `say` names an item and a mark in the language of the person. */
export const factsOf = (
  { deed, about }: Pick<Act, 'deed' | 'about'>,
  say: { time: string; item: (itemId: string) => string; fail: string },
): string => {
  const head = `${about} (${say.time})`
  if (deed.type === 'inspection') {
    const failed = deed.body.answers.filter(({ answer }) => answer === 'fail')
    const lines = failed.map(({ itemId, note, value }) =>
      [`${say.fail}: ${say.item(itemId)}`, value === undefined ? '' : String(value), note ?? '']
        .filter(Boolean)
        .join(' · '),
    )
    return [head, ...lines, deed.body.note ?? ''].filter(Boolean).join('\n')
  }
  if (deed.type === 'orderMove' || deed.type === 'findingMove') {
    const said = Object.values(deed.body).filter((value) => typeof value === 'string')
    return [head, ...said].join('\n')
  }
  if (deed.type === 'finishRound') return [head, deed.body.note ?? ''].filter(Boolean).join('\n')
  return head
}
