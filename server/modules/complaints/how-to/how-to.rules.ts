import { CONTACT_ITEMS, type ContactItem } from '#contract/complaint-how-to.ts'
import type { SettingKey } from '#contract/settings.ts'
import type { Instant } from '#contract/values.ts'

/** CP-032: the setting behind each of the five. */
export const SETTING_OF = {
  phone: 'complaint.contactPhone',
  fax: 'complaint.contactFax',
  email: 'complaint.contactEmail',
  person: 'complaint.contactPerson',
  suggestionBox: 'complaint.suggestionBox',
} as const satisfies Record<ContactItem, SettingKey>

export type ContactValues = Record<ContactItem, string | null>

/** CP-032: all five are required; what the centre still owes its residents. */
export const contactIncomplete = (values: ContactValues): ContactItem[] =>
  CONTACT_ITEMS.filter((item) => values[item] === null || values[item].trim() === '')

/** The latest of these times; null when there is none. */
export const latest = (times: readonly (Instant | null)[]): Instant | null =>
  times.reduce<Instant | null>((last, at) => (at !== null && (last === null || at > last) ? at : last), null)
