import { newKey } from '#ui/api.ts'
import { nowInstant } from '../app/phone-time.ts'
import { db } from './db.ts'
import type { Form, FormRef } from './form.ts'
import { keep } from './keep.ts'

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
