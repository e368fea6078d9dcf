import type { WarningCode } from '#contract/refusal.ts'
import { isApiError } from './api-error.ts'
import type { T } from './i18n.ts'

/** What a person is told about a failed call; faults of the page itself count as internal. */
export const errorText = (t: T, error: unknown): string => t(`error.${isApiError(error) ? error.code : 'E_INTERNAL'}`)
export const warningText = (t: T, code: WarningCode): string => t(`warning.${code}`)
