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
  files: {},
  savedAt: nowInstant(),
})

export const formAt = (key: string): Promise<Form | undefined> => db.forms.get(key)

/** Within a transaction: changes what is kept under the key, or `form` where nothing is; gives what is kept then. */
const changed = async (form: Form, change: (kept: Form) => Partial<Form>): Promise<Form> => {
  const kept = (await db.forms.get(form.key)) ?? form
  const next = { ...kept, ...change(kept), savedAt: nowInstant() }
  await db.forms.put(next)
  return next
}

/** Writes down what was typed and chosen; the files stay as they are kept. */
export const keepValues = (form: Form, values: Form['values']): Promise<unknown> =>
  keep(() => db.transaction('rw', db.forms, () => changed(form, () => ({ values }))))

const withList = ({ files }: Form, list: string, change: (ids: readonly string[]) => readonly string[]) => ({
  files: { ...files, [list]: change(files[list] ?? []) },
})

/** Within the transaction that keeps the file: it belongs to the form as it is kept by then. */
export const addFile = async (form: Form, list: string, id: string): Promise<void> => {
  const { ownerId } = await changed(form, (kept) => withList(kept, list, (ids) => [...ids, id]))
  await db.files.update(id, { ownerId })
}

export const dropFileOf = (form: Form, list: string, id: string): Promise<unknown> =>
  keep(() =>
    db.transaction('rw', db.forms, () =>
      changed(form, (kept) => withList(kept, list, (ids) => ids.filter((one) => one !== id))),
    ),
  )

/** Within a transaction: the form is over, and whatever it had gathered and nothing refers to. */
export const closeForm = async ({ key, ownerId }: FormRef): Promise<void> => {
  const owners = [ownerId, (await db.forms.get(key))?.ownerId ?? ownerId]
  await db.forms.delete(key)
  await db.files.where('ownerId').anyOf(owners).delete()
}

/** Given up by a person. */
export const dropForm = (form: FormRef): Promise<void> =>
  db.transaction('rw', db.forms, db.files, () => closeForm(form))
