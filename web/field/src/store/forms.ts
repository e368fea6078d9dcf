import { newKey } from '#ui/api.ts'
import { nowInstant } from '../app/phone-time.ts'
import { db } from './db.ts'
import { keep } from './keep.ts'

/** What is being filled in besides a look at a place: its words, the phone's ids of its photos, a signature. */
export type Form = {
  /** Whose it is and what it is about. */
  key: string
  userId: string
  /** Of its files, as long as it has not become an act. */
  ownerId: string
  values: Record<string, unknown>
  savedAt: string
}
export type FormRef = Pick<Form, 'key' | 'ownerId'>

export const emptyForm = (key: string, userId: string): Form => ({
  key,
  userId,
  ownerId: newKey(),
  values: {},
  savedAt: nowInstant(),
})

export const withValues = (form: Form, part: Record<string, unknown>): Form => ({
  ...form,
  values: { ...form.values, ...part },
  savedAt: nowInstant(),
})

export const formAt = (key: string): Promise<Form | undefined> => db.forms.get(key)
export const keepForm = (form: Form): Promise<unknown> => keep(() => db.forms.put(form))

/** Within a transaction: the form is over, and whatever it had gathered and nothing refers to. */
export const closeForm = async ({ key, ownerId }: FormRef): Promise<void> => {
  await db.forms.delete(key)
  await db.files.where('ownerId').equals(ownerId).delete()
}

/** Given up by a person. */
export const dropForm = (form: FormRef): Promise<void> =>
  db.transaction('rw', db.forms, db.files, () => closeForm(form))
