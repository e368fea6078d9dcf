import { newKey } from '#ui/api.ts'
import { nowInstant } from '../app/phone-time.ts'
import { type Act, type Deed, filesOf, type LeftOut } from '../queue/act.rules.ts'
import { isForgotten } from '../queue/queue.rules.ts'
import { db } from './db.ts'
import type { Draft } from './draft.ts'
import type { FormRef } from './form.ts'
import { closeForm } from './forms.ts'
import { keep } from './keep.ts'

export type Who = { userId: string; estateId: string }

const actOf = ({ userId, estateId }: Who, subject: string, about: string, deed: Deed): Act => ({
  id: newKey(),
  userId,
  estateId,
  subject,
  deed,
  key: newKey(),
  at: nowInstant(),
  about,
  state: 'waiting',
  tries: 0,
  nextAt: 0,
  unanswered: false,
  refused: null,
  answer: null,
  sentAt: null,
  reason: null,
})

/** Puts an act into the queue; its files go along and the form it was filled in is over, in the same transaction. */
export const addAct = async (who: Who, subject: string, about: string, deed: Deed, form?: FormRef): Promise<Act> => {
  const act = actOf(who, subject, about, deed)
  await keep(() =>
    db.transaction('rw', db.acts, db.files, db.forms, async () => {
      await db.acts.add(act)
      await db.files.where('id').anyOf(filesOf(act)).modify({ ownerId: act.id })
      if (form) await closeForm(form)
    }),
  )
  return act
}

/** A look at a place is finished: the draft becomes an act in one transaction, so it is never both or neither. */
export const finishDraft = (draft: Draft, subject: string, about: string, deed: Deed): Promise<void> =>
  keep(() =>
    db.transaction('rw', db.acts, db.files, db.drafts, async () => {
      const act = actOf(draft, subject, about, deed)
      await db.acts.add(act)
      await db.files.where('id').anyOf(filesOf(act)).modify({ ownerId: act.id })
      await db.drafts.delete(draft.id)
      // photos taken for an answer that was changed afterwards
      await db.files.where('ownerId').equals(draft.id).delete()
    }),
  )

export const actsOf = (userId: string): Promise<Act[]> => db.acts.where('userId').equals(userId).sortBy('n')

/** A refusal was definite, so this is a new intent with a key of its own. */
const resend = (act: Act, change: Partial<Act>): Promise<unknown> =>
  keep(() =>
    db.acts
      .where('id')
      .equals(act.id)
      .modify({ ...change, state: 'waiting', key: newKey(), tries: 0, nextAt: 0, unanswered: false, offMs: undefined }),
  )

/** A person has decided: send it once more, perhaps on the state of things that the server told. */
export const sendAgain = (act: Act, version: number | undefined): Promise<unknown> =>
  resend(act, 'version' in act.deed && version !== undefined ? { deed: { ...act.deed, version } } : {})

/** Without the one file that the server cannot take, which stays with its act until that is sent or put aside. */
export const sendWithout = (act: Act, file: LeftOut): Promise<unknown> =>
  resend(act, { refused: null, leftOut: [...(act.leftOut ?? []), file] })

/** Put aside with a reason; its files go, its words stay in the list for some days. */
export const dropAct = (act: Act, reason: string): Promise<unknown> =>
  keep(() =>
    db.transaction('rw', db.acts, db.files, async () => {
      await db.acts.where('id').equals(act.id).modify({ state: 'dropped', reason, sentAt: nowInstant() })
      await db.files.where('ownerId').equals(act.id).delete()
    }),
  )

/** What could not be sent becomes a note to the desk, with its photos; the act itself is put aside in the same breath. */
export const keepAsNote = (act: Act, words: string, noteDeed: Deed): Promise<unknown> =>
  keep(() =>
    db.transaction('rw', db.acts, db.files, async () => {
      const note = actOf(act, `report:${act.id}`, act.about, noteDeed)
      await db.acts.add(note)
      await db.files.where('ownerId').equals(act.id).modify({ ownerId: note.id })
      await db.acts.where('id').equals(act.id).modify({ state: 'dropped', reason: words, sentAt: nowInstant() })
    }),
  )

/** An hour-old file that nothing refers to will be asked for by nobody. */
const ABANDONED_MS = 3_600_000
/** Nobody goes on after so long; its order or finding is over. */
const FORM_KEPT_MS = 30 * 86_400_000

/** Forgets what is over for some days, and files that neither an act nor a look or form under way refers to. */
export const forgetOld = (userId: string, nowMs: number): Promise<void> =>
  db.transaction('rw', db.acts, db.files, db.drafts, db.forms, async () => {
    const acts = await actsOf(userId)
    const old = acts.filter((act) => isForgotten(act, nowMs)).flatMap(({ n }) => (n === undefined ? [] : [n]))
    await db.acts.bulkDelete(old)
    const drafts = await db.drafts.where('userId').equals(userId).primaryKeys()
    const forms = await db.forms.where('userId').equals(userId).toArray()
    const left = forms.filter(({ savedAt }) => nowMs - Date.parse(savedAt) > FORM_KEPT_MS)
    for (const form of left) await closeForm(form)
    const owners = new Set([...acts.map(({ id }) => id), ...drafts, ...forms.map(({ ownerId }) => ownerId)])
    await db.files
      .where('userId')
      .equals(userId)
      .filter(({ ownerId, takenAt }) => !owners.has(ownerId) && nowMs - Date.parse(takenAt) > ABANDONED_MS)
      .delete()
  })
