import { type Publication, PublicationItem } from '#contract/complaint-publication.ts'

export type WorkItem = PublicationItem & { number: string; stateNow: string; proposed: boolean }
/** What is being written; `base` is the version that it began with. */
export type Work = { base: number; foreword: string; items: WorkItem[] }
export type Hit = Publication['personalData'][number]
export type Place = 'text' | 'outcome'

/** What is kept, and behind it what is proposed; what is proposed is to be published until a person leaves it out. */
export const workOf = (shown: Publication): Work => ({
  base: shown.version,
  foreword: shown.foreword ?? '',
  items: [
    ...shown.content.map((item) => ({ ...item, proposed: false })),
    ...shown.candidates.map(({ title: _title, ...item }) => ({ ...item, proposed: true })),
  ],
})

const plain = ({ foreword, items }: Work) =>
  JSON.stringify([
    foreword.trim(),
    items.map(({ matterId, text, outcome, include }) => [matterId, text.trim(), outcome.trim(), include]),
  ])

/** Whether something would be lost. Proposed items that nobody touched would be proposed again. */
export const changed = (work: Work, shown: Publication): boolean => plain(work) !== plain(workOf(shown))

/** Whether saving would write anything: changes, or proposals that nobody has taken in yet. */
export const toSave = (work: Work, shown: Publication): boolean =>
  changed(work, shown) || work.items.some(({ proposed }) => proposed)

/** CP-138: what gives somebody away, by its place; a text that was changed since it was looked at is looked at anew. */
export const hitsAt = (
  shown: Publication,
  work: Work,
): { foreword: Hit[]; of: (matterId: string, place: Place) => Hit[] } => {
  const at = (where: string) => shown.personalData.filter((hit) => hit.where === where)
  const now = new Map(work.items.map((item) => [item.matterId, item]))
  return {
    foreword: work.foreword.trim() === (shown.foreword ?? '') ? at('foreword') : [],
    of: (matterId, place) => {
      const i = shown.content.findIndex((item) => item.matterId === matterId)
      return i >= 0 && now.get(matterId)?.[place].trim() === shown.content[i]?.[place] ? at(`items.${i}.${place}`) : []
    },
  }
}

/** The items as they are sent. A proposal that was left out keeps its prepared words. */
export const itemsToSend = (work: Work): PublicationItem[] =>
  work.items.map(({ matterId, category, text, outcome, include }) => ({ matterId, category, text, outcome, include }))

/** Which fields the contract refuses, by item: the path within it. */
export const wrongFields = (work: Work) =>
  itemsToSend(work).flatMap((item) => {
    const parsed = PublicationItem.safeParse(item)
    return parsed.success ? [] : parsed.error.issues.map((issue) => ({ matterId: item.matterId, item, issue }))
  })
