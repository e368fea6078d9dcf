import type { Instant } from '#contract/values.ts'
import type { CourseRow, FactsRow } from '../reports/content.store.ts'
import { courseRows } from '../reports/course.rules.ts'
import type { FilledRecord } from './record.store.ts'

type Words = (key: string, params?: Record<string, string | number>) => string
type At = (instant: Instant | null) => string
/** A box of the form: words, or lines to write on with a pen where there are none yet. */
type Part = { title: string; text: string; lines: number }

export type RecordData = {
  facts: FactsRow
  phone: string | null
  intake: { feeling: string | null; wish: string | null }
  course: readonly CourseRow[]
  filled: FilledRecord | undefined
  open: boolean
}

/** Version of the form (FD-900); a changed layout gets a new one. */
const VERSION = 'v1'
/** Empty lines of the course, for what happens after the print. */
const ROWS_FOR_PEN = 4
const yuan = (fen: number): string => (fen === 0 ? '' : `¥${(fen / 100).toFixed(2)}`)

/** CP-048: the handling record as data; what nobody has filled in yet is left to the pen. */
export const recordSheet = (
  { facts: f, phone, intake, course, filled, open }: RecordData,
  { estate, now, at }: { estate: string; now: Instant; at: At },
  t: Words,
) => {
  const part = (key: string, text: string | null | undefined, lines: number): Part => ({
    title: t(key),
    text: text ?? '',
    lines: text ? 0 : lines,
  })
  return {
    title: t('handlingRecord.title'),
    number: `${f.number} ${f.title}`,
    estate,
    form: VERSION,
    printed: t('print.printed', { at: at(now) }),
    facts: [
      [t('complaintColumn.customer'), f.customer ?? '', t('field.contactPhone'), phone ?? ''],
      [t('complaintColumn.unit'), f.unit ?? '', t('field.place'), f.place ?? ''],
      [t('field.receivedAt'), at(f.received_at), t('complaintColumn.channel'), t(`channel.${f.channel}`)],
      [t('complaintColumn.owner'), f.owner, t('complaintColumn.handler'), f.handler ?? ''],
      [
        t('complaintColumn.category'),
        f.code === null ? '' : `${f.code} ${t(`category.${f.code}`)}`,
        t('complaintColumn.claim'),
        yuan(f.claim_fen),
      ],
      [
        t('handlingRecord.responsible'),
        filled?.responsible ?? '',
        t('handlingRecord.filled'),
        filled ? `${filled.by} ${at(filled.at)}` : '',
      ],
    ],
    parts: [
      part('handlingRecord.said', [f.customer_said, intake.feeling].filter(Boolean).join('\n'), 2),
      part('complaintPrint.wish', intake.wish, 1),
      part('complaintPrint.cause', f.cause, 3),
      part('handlingRecord.measures', filled?.measures, 4),
      part('handlingRecord.feedback', filled?.feedback, 3),
    ],
    courseTitle: t('complaintPrint.course'),
    columns: ['when', 'who', 'what'].map((key) => t(`print.columns.${key}`)),
    course: [...courseRows(course, at, t), ...Array.from({ length: open ? ROWS_FOR_PEN : 0 }, () => ['', '', ''])],
    date: t('handlingRecord.date'),
    signatures: ['responsible', 'lead', 'head', 'archived'].map((key) => t(`handlingRecord.${key}`)),
  }
}
