/**
 * What can be wrong with a value. An `error` keeps the whole row out of the import; after a `warning` the rest of the
 * row is imported, without the value unless `keeps` says that it is usable as it stands.
 */
export const PROBLEMS = {
  ROOM_MISSING: { severity: 'error', keeps: false },
  ROOM_UNREADABLE: { severity: 'error', keeps: false },
  ROOM_NO_BUILDING: { severity: 'error', keeps: false },
  ROOM_DATE: { severity: 'error', keeps: false },
  ROOM_SEVERAL: { severity: 'error', keeps: false },
  ROOM_CONTRADICTS: { severity: 'error', keeps: false },
  UNIT_DOUBLE: { severity: 'error', keeps: false },
  OWNER_MISSING: { severity: 'warning', keeps: false },
  NAME_FORM: { severity: 'warning', keeps: false },
  ID_LENGTH: { severity: 'warning', keeps: false },
  ID_CHECK_DIGIT: { severity: 'warning', keeps: false },
  ID_BIRTH_DATE: { severity: 'warning', keeps: false },
  ID_REGION: { severity: 'warning', keeps: false },
  ID_MASKED: { severity: 'warning', keeps: false },
  ID_PRECISION: { severity: 'warning', keeps: false },
  ID_FORM: { severity: 'warning', keeps: false },
  USCC_CHECK_DIGIT: { severity: 'warning', keeps: false },
  ID_WITHOUT_NAME: { severity: 'warning', keeps: false },
  ID_OTHER_NAME: { severity: 'warning', keeps: false },
  PHONE_FORM: { severity: 'warning', keeps: false },
  PHONE_MASKED: { severity: 'warning', keeps: false },
  PHONE_SHARED: { severity: 'warning', keeps: true },
  AREA_FORM: { severity: 'warning', keeps: false },
  AREA_RANGE: { severity: 'warning', keeps: false },
  DATE_FORM: { severity: 'warning', keeps: false },
  DATE_RANGE: { severity: 'warning', keeps: false },
  DATE_FUTURE: { severity: 'warning', keeps: true },
  PLATE_FORM: { severity: 'warning', keeps: false },
  PLATE_DOUBLE: { severity: 'warning', keeps: true },
  PARKING_FORM: { severity: 'warning', keeps: false },
  PARKING_DOUBLE: { severity: 'warning', keeps: true },
  TENANT_NAME_MISSING: { severity: 'warning', keeps: false },
  LEASE_FORM: { severity: 'warning', keeps: false },
  LEASE_RANGE: { severity: 'warning', keeps: false },
  CELL_ERROR: { severity: 'warning', keeps: false },
  TEXT_DAMAGED: { severity: 'warning', keeps: true },
} as const satisfies Record<string, { severity: 'error' | 'warning'; keeps: boolean }>
export type ProblemCode = keyof typeof PROBLEMS

/** Readings that a person may want to know of, and that need no correction. */
export const NOTES = [
  /** A company's paper is a person's: its representative's, or the keeper's of a one-man business. */
  'ID_OF_REPRESENTATIVE',
  /** Phones and owners differ in number: all phones stand with the first owner. */
  'PHONES_WITH_FIRST_OWNER',
  'BUILDING_FROM_ABOVE',
  'BUILDING_FROM_SHEET',
  /** The room is merged over several rows: their owners share it. */
  'ROW_JOINED',
] as const
export type NoteCode = (typeof NOTES)[number]

/** Why a row of the sheet is no data row. */
export const SKIPS = [
  'TITLE',
  'HEADING_REPEATED',
  'SUBTOTAL',
  'FOOTER',
  'BLANK',
  'BAND',
  'LONE_TEXT',
  'DOUBLE_SAME',
] as const
export type SkipCode = (typeof SKIPS)[number]
