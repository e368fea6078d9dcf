import { Temporal } from 'temporal-polyfill'
import type { Instant, LocalDate } from '#contract/values.ts'

/** Roles begin and end with the days of the company, whatever the zone of an estate; sign-in reckons the same way. */
const COMPANY_ZONE = 'Asia/Shanghai'

export const companyDay = (now: Instant): LocalDate =>
  Temporal.Instant.from(now).toZonedDateTimeISO(COMPANY_ZONE).toPlainDate().toString()

export const dayBefore = (date: LocalDate): LocalDate => Temporal.PlainDate.from(date).subtract({ days: 1 }).toString()
