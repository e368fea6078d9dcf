/**
 * An expected refusal is a value with a stable code (E_… of the specification); a fault is thrown.
 * The text a person reads is made on the client from the code and `details`.
 */
export class Refusal {
  readonly code: ErrorCode
  /** The input field that is meant, as a dotted path; absent when the refusal is about the whole. */
  readonly field: string | undefined
  readonly details: Record<string, unknown>
  constructor(code: ErrorCode, options: { field?: string; details?: Record<string, unknown> } = {}) {
    this.code = code
    this.field = options.field
    this.details = options.details ?? {}
  }
}

export const refuse = (code: ErrorCode, options?: { field?: string; details?: Record<string, unknown> }) =>
  new Refusal(code, options)
export const isRefusal = (value: unknown): value is Refusal => value instanceof Refusal

/** Every code and the HTTP status it travels with. Texts: content/texts/errors.ts. */
export const ERRORS = {
  E_INPUT: 400,
  E_BAD_REQUEST: 400,
  E_UNAUTHENTICATED: 401,
  E_SECOND_FACTOR: 401,
  E_FORBIDDEN: 403,
  E_NOT_FOUND: 404,
  E_STATE_CHANGED: 409,
  E_VERSION_STALE: 409,
  E_IDEMPOTENCY_MISMATCH: 422,
  E_DUPLICATE: 409,
  E_TOO_LARGE: 413,
  E_FILE_TYPE: 415,
  E_RATE: 429,
  E_OVERLOADED: 503,
  E_INTERNAL: 500,
  E_NO_AVAILABILITY: 422,
  E_NO_HANDOVER_ACCEPT: 422,
  E_HANDOVER_OPEN: 409,
  E_SIGNATURE_MISSING: 422,
  E_TIME_PAST: 422,
  E_TIME_FUTURE: 422,
  E_TIME_RANGE: 422,
  E_FIRST_RECEIVER_DUTY_OPEN: 422,
  E_FEEDBACK_MISSING: 422,
  E_NOT_HANDLER: 403,
  E_CONFLICT_OF_INTEREST: 422,
  E_NO_CALLBACK_WISH: 422,
  E_CALL_HOURS: 422,
  E_INVENTORY_GAP: 422,
  E_INVENTORY_SIGNED: 409,
  E_ROSTER_GAP: 422,
  E_MERGE_LOOP: 422,
  E_MERGE_TARGET: 422,
  E_PRICE_NOT_ACCEPTED: 422,
  E_PHOTO_MISSING: 422,
  E_ENTRY_MISSING: 422,
  E_PROMISE_TOO_LATE: 422,
  E_SHEET_INCOMPLETE: 422,
  E_REASON_MISSING: 422,
  E_PERIOD_OVERLAP: 422,
  E_ROLE_SEPARATION: 422,
  E_IMPORT_COLUMNS: 422,
  E_IMPORT_UNREADABLE: 422,
  E_CLOSED_CASE: 422,
  E_REOPEN_OVER: 422,
  E_FIXED: 422,
  E_SECOND_PERSON: 422,
  E_OBSERVE_FIRST: 422,
  E_NOT_WATCHED: 403,
  E_TALLY_SIGNED: 409,
  E_PERSONAL_DATA: 422,
  E_NO_CONTACT: 422,
  E_EXEMPTION: 422,
  E_CATEGORY_MISSING: 422,
  E_IMPACT_MISSING: 422,
  E_NOT_TREATED: 422,
  E_NOT_PROPOSED: 422,
  E_NO_PLAN: 422,
  E_NOT_ANSWERED: 422,
  E_NOT_PRESENT: 422,
  E_OWNER_NOT_TOLD: 422,
  E_REVIEW_NOT_ASKED: 422,
  E_VOICES_OPEN: 422,
  E_COMPANY_NOT_INFORMED: 422,
  E_EXPLAIN_MORE: 422,
  E_SAME_PROPOSAL: 422,
  E_FACTS_NOT_APPROVED: 422,
  E_POINTS_OPEN: 422,
  E_REVIEW_MISSING: 422,
  E_PHRASE: 422,
  E_FILE_INCOMPLETE: 422,
  E_PLACE_UNKNOWN: 422,
  E_LABEL_UNKNOWN: 422,
  E_LABEL_OTHER: 422,
  E_SCAN_MISSING: 422,
  E_POSITION_MISSING: 422,
  E_STANDARD_UNKNOWN: 422,
  E_MEASUREMENT_MISSING: 422,
  E_RECORD_MISSING: 422,
  E_THRESHOLD: 422,
  E_FILE_FOREIGN: 422,
  E_PLACES_OPEN: 422,
  E_ROUND_CLOSED: 409,
  E_ROUND_REASSIGNED: 409,
  E_SURVEY_OPENED: 409,
  E_COMPANY_SURVEY: 409,
  E_SURVEY_USED: 409,
  E_SURVEY_OVER: 410,
  E_SURVEY_EMPTY: 422,
  E_PAIR_LIMIT: 422,
  E_PAIR_INCOMPLETE: 422,
  E_ANSWER_FOREIGN: 422,
  E_ANSWERS_MISSING: 422,
  E_SAMPLE_EMPTY: 422,
  E_TOO_FEW: 422,
  E_TOO_MANY: 422,
  E_PERSUADE_FIRST: 422,
  E_NO_POWER: 422,
  E_WITNESS_MISSING: 422,
  E_NOTICE_FIRST: 422,
  E_NOTICE_OVER: 422,
  E_NOT_LATER: 422,
  E_NOT_AGREED: 422,
  E_GOODS_LINE: 422,
  E_GOODS_VAGUE: 422,
  E_SLIP_MISSING: 422,
  E_SLIP_NOT_COLLECTED: 422,
  E_SLIP_USED: 409,
} as const satisfies Record<string, number>
export type ErrorCode = keyof typeof ERRORS

/** Warnings never stop the work; they come beside an answer. */
export const WARNINGS = [
  'W_LATE_REPORT',
  'W_CALL_HOURS',
  'W_CALENDAR_MISSING',
  'W_PLOT_RATIO',
  'W_PHRASE',
  'W_SIMILAR_OPEN',
  'W_WORDING',
  'W_REPLY_IN_TALK',
  'W_CHECK_BY_HANDLER',
  'W_OBSERVE_FIRST',
] as const
export type WarningCode = (typeof WARNINGS)[number]
