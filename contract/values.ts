import { z } from 'zod'

/**
 * The small values that server and clients share.
 * Time is an instant (UTC, milliseconds, always 24 characters, so that two instants compare as strings);
 * a day of the trade is a local date; money is integer fen.
 */
export const Uuid = z.uuid().meta({ example: '0193a0b0-7c00-7000-8000-000000000001' })
export const Instant = z.iso
  .datetime({ precision: 3, offset: false })
  .meta({ description: 'UTC instant with milliseconds', example: '2026-11-20T08:40:00.000Z' })
/** Any RFC 3339 instant a client may send (offset or Z, with or without fractions). */
/** Nobody at the desk means a year outside these; beyond them a zone's offset may leave what a calendar can say. */
const inOurYears = (date: string) => date >= '1900' && date < '2200'
const YEARS = { message: 'year_range' }
export const InstantInput = z.iso
  .datetime({ offset: true })
  .refine(inOurYears, YEARS)
  .meta({ description: 'RFC 3339 instant', example: '2026-11-20T16:40:00+08:00' })
/** How far a phone's clock was ahead, in milliseconds (negative: behind), when it set right the times it sends along. */
export const ClockOff = z.number().int()
export const LocalDate = z.iso
  .date()
  .refine(inOurYears, YEARS)
  .meta({ description: 'local date of the estate', example: '2026-11-20' })
export const Month = z
  .string()
  .regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/)
  .meta({ description: 'calendar month', example: '2026-11' })
export const LocalTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .meta({ description: 'local time HH:MM', example: '09:00' })
export const Fen = z.number().int().min(0).max(99_999_999_999).meta({ description: 'money in fen (1/100 yuan)' })

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this refuses
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/

/** A person's text: trimmed, no control characters, no broken surrogates; empty is refused. */
export const text = (max: number) =>
  z
    .string()
    .refine((s) => s.isWellFormed() && !CONTROL.test(s), { message: 'text_invalid' })
    .trim()
    .min(1)
    .max(max)

/** As `text`, but may stay empty. */
export const optionalText = (max: number) =>
  z
    .string()
    .refine((s) => s.isWellFormed() && !CONTROL.test(s), { message: 'text_invalid' })
    .trim()
    .max(max)
    .optional()

export type Uuid = string
export type Instant = string
export type LocalDate = string
export type LocalTime = string
export type Fen = number
