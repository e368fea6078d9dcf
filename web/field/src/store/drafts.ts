import { db } from './db.ts'
import { type Draft, type DraftAnswer, NO_ANSWER } from './draft.ts'
import { keep } from './keep.ts'

export const addDraft = (draft: Draft) => keep(() => db.drafts.add(draft))

/** The look that is under way at a place, in this round or outside of any. */
export const draftAt = async (userId: string, placeId: string, roundId: string | null): Promise<Draft | undefined> =>
  (await db.drafts.where('userId').equals(userId).toArray()).find((d) => d.placeId === placeId && d.roundId === roundId)

/** Changes one answer of a draft in place; other answers given at the same moment stay. */
export const changeAnswer = (draftId: string, itemId: string, change: (before: DraftAnswer) => DraftAnswer) =>
  keep(() =>
    db.drafts
      .where('id')
      .equals(draftId)
      .modify((draft) => {
        draft.answers[itemId] = change(draft.answers[itemId] ?? NO_ANSWER)
      }),
  )

export const changeDraft = (draftId: string, change: (draft: Draft) => void) =>
  keep(() =>
    db.drafts
      .where('id')
      .equals(draftId)
      .modify((draft) => change(draft)),
  )

export const dropDraft = (draftId: string) =>
  db.transaction('rw', db.drafts, db.files, async () => {
    await db.drafts.delete(draftId)
    await db.files.where('ownerId').equals(draftId).delete()
  })
