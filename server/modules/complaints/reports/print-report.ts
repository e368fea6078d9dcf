import { partsOfReport } from '#contract/complaint-report-parts.ts'
import type { MatterFacts, ReportFigures } from '#contract/complaint-reports.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import type { Tx } from '#platform/db/tx.ts'
import { localText } from '#platform/documents/local-text.ts'
import { renderPdf } from '#platform/documents/render-pdf.ts'
import { type Lang, words } from '#platform/documents/words.ts'
import { placeOf } from '../analysis/duties.store.ts'
import { courseRows } from './course.rules.ts'
import { alsoOf, kindOf } from './report.present.ts'
import { partsFrom } from './report.rules.ts'
import type { ReportRow } from './report.store.ts'
import { analysisBlocks, type Block, caseBlock } from './report-blocks.ts'
import { findReport } from './view-report.ts'

type Words = ReturnType<typeof words>
type At = (instant: Instant | null) => string

/** A report as PDF: facts, figures with charts, the parts that were written, and who signs. */
export const printReport = async (
  tx: Tx,
  actor: Actor,
  which: { estateId: Uuid; id: Uuid },
  lang: Lang,
): Promise<Buffer | Refusal> => {
  const found = await findReport(tx, actor, which)
  if (isRefusal(found)) return found
  const { timeZone } = await calendarOf(tx, which.estateId)
  const place = await placeOf(tx, which.estateId)
  const at: At = (instant) => (instant === null ? '' : localText(instant, timeZone))
  return renderPdf(
    'complaint-report',
    documentOf(found.row, found.figures, { name: place.name, now: tx.now, at }, words(lang)),
  )
}

/** The whole document as data; nothing a customer wrote becomes markup. */
const documentOf = (
  row: ReportRow,
  figures: ReportFigures,
  { name, now, at }: { name: string; now: Instant; at: At },
  t: Words,
) => {
  const kind = kindOf(row)
  const also = alsoOf(row)
  const texts = partsFrom(row.parts)
  const written: Block[] = partsOfReport(kind, also)
    .filter((part) => texts[part.name])
    .map((part) => ({ kind: 'text', title: t(`reportPart.${part.name}`), text: texts[part.name] ?? '', note: null }))
  const title = [kind, ...(also === null ? [] : [also])].map((k) => t(`reportKind.${k}`)).join(' · ')
  return {
    title,
    number: figures.about === 'matter' ? `${figures.facts.number} ${figures.facts.title}` : periodOf(row, t),
    note:
      row.state === 'draft'
        ? t('complaintPrint.draftNote')
        : row.state === 'voided'
          ? t('complaintPrint.voidedNote')
          : null,
    estate: name,
    form: t('complaintPrint.form'),
    printed: t('print.printed', { at: at(now) }),
    facts: [
      ...headFacts(row, figures, at, t),
      ...(figures.about === 'matter' ? matterFacts(figures.facts, at, t) : []),
    ],
    blocks:
      figures.about === 'matter'
        ? [...matterBlocks(figures.facts, t), ...written, courseBlock(figures.facts, at, t)]
        : kind === 'legacy'
          ? [...written, ...caseBlock(figures.cases, t)]
          : [...analysisBlocks(figures.analysis, t), ...written, ...caseBlock(figures.cases, t)],
    signatures: ['writtenBy', 'head', 'quality'].map((key) => t(`complaintPrint.${key}`)),
  }
}

const periodOf = ({ from_date, to_date }: ReportRow, t: Words): string =>
  t('complaintPrint.days', { from: from_date ?? '', to: to_date ?? '' })

const headFacts = (row: ReportRow, figures: ReportFigures, at: At, t: Words): string[][] => [
  [
    t('complaintPrint.state'),
    `${t(`reportState.${row.state}`)} · ${t('complaintPrint.revision', { number: row.revision })}`,
    t('complaintColumn.due'),
    at(row.due_at),
  ],
  [
    t('complaintPrint.submittedBy'),
    row.submitted_name ?? '',
    t('complaintPrint.submittedAt'),
    [at(row.submitted_at), row.late ? t('complaintColumn.reportLate') : ''].filter(Boolean).join(' · '),
  ],
  ...(figures.about === 'matter'
    ? []
    : [
        [
          t('complaintPrint.period'),
          periodOf(row, t),
          t('complaintPrint.previous'),
          t('complaintPrint.days', figures.analysis.previous),
        ],
        [
          t('complaintPrint.households'),
          String(figures.analysis.households),
          t('complaintPrint.area'),
          String(Math.round(figures.analysis.floorAreaM2)),
        ],
        [t('complaintPrint.asOf'), at(figures.analysis.asOf), '', ''],
      ]),
]

const yuan = (fen: number | null): string => (fen === null ? '' : (fen / 100).toFixed(2))
const matterFacts = (f: MatterFacts, at: At, t: Words): string[][] => [
  [t('complaintColumn.customer'), f.customer ?? '', t('complaintColumn.unit'), f.unit ?? f.place ?? ''],
  [t('field.receivedAt'), at(f.receivedAt), t('complaintColumn.channel'), t(`channel.${f.channel}`)],
  [
    t('complaintColumn.category'),
    f.category === null
      ? t('complaintWord.unclassified')
      : `${f.category} ${t(`category.${f.category}`)}${f.classified ? '' : ` (${t('complaintWord.unclassified')})`}`,
    t('complaintColumn.factor'),
    f.factor === null ? '' : t(`factor.${f.factor}`),
  ],
  [
    t('complaintColumn.claim'),
    yuan(f.claimFen),
    `${t('complaintColumn.persons')} / ${t('complaintColumn.times')}`,
    `${f.persons} / ${f.times}`,
  ],
  [t('complaintColumn.replyDue'), at(f.replyDueAt), t('complaintColumn.firstReply'), at(f.firstReplyAt)],
  [t('complaintColumn.owner'), f.owner, t('complaintColumn.handler'), f.handler ?? ''],
  [
    t('complaintColumn.state'),
    t(`state.complaint.${f.state}`),
    t('complaintColumn.satisfaction'),
    f.satisfaction === null ? '' : t(`choice.${f.satisfaction}`),
  ],
]

const matterBlocks = (f: MatterFacts, t: Words): Block[] =>
  (
    [
      ['said', [f.customerSaid, f.feeling].filter(Boolean).join('\n')],
      ['wish', f.wish],
      ['cause', f.cause],
      ['proposal', [f.proposal, f.result].filter(Boolean).join('\n')],
    ] as const
  ).flatMap(([key, text]) =>
    text ? [{ kind: 'text' as const, title: t(`complaintPrint.${key}`), text, note: null }] : [],
  )

const courseBlock = (f: MatterFacts, at: At, t: Words): Block => ({
  kind: 'sheet',
  title: t('complaintPrint.course'),
  note: null,
  left: 3,
  widths: [1.6, 1.2, 5],
  columns: ['when', 'who', 'what'].map((key) => t(`print.columns.${key}`)),
  rows: courseRows(f.course, at, t),
})
