/** What is being filled in besides a look at a place: its words and choices, and the phone's ids of its photos. */
export type Form = {
  /** Whose it is and what it is about. */
  key: string
  userId: string
  /** Of its files, as long as it has not become an act. */
  ownerId: string
  /** Written down by the page that is open, whenever typing pauses. */
  values: Record<string, unknown>
  /** Photos and voice notes under their names: written down as they are taken, whatever page is open by then. */
  files: Record<string, readonly string[]>
  savedAt: string
}
export type FormRef = Pick<Form, 'key' | 'ownerId'>
