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
