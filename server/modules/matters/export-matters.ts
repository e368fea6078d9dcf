import type { MatterQuery } from '#contract/matters.ts'
import { isRefusal } from '#contract/refusal.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { inTransaction } from '#platform/db/tx.ts'
import { localText } from '#platform/documents/local-text.ts'
import { type Lang, words } from '#platform/documents/words.ts'
import type { ExcelSheet } from '#platform/export/excel.ts'
import type { House } from '#platform/house.ts'
import { maskPhone } from '#platform/privacy/mask.ts'
import { listMatterRows, type MatterListRow } from './list.store.ts'
import { type LogEntry, type LogFacts, logFactsOf } from './log.store.ts'

const PAGE = 200
const COLUMNS = [
  ['matter.number', 14],
  ['field.collectedAt', 16],
  ['field.receivedAt', 16],
  ['field.channel', 12],
  ['field.contactType', 10],
  ['field.title', 40],
  ['field.customerId', 14],
  ['field.contactPhone', 14],
  ['field.unitId', 18],
  ['field.place', 18],
  ['field.customerSaid', 48],
  ['field.staffSaw', 32],
  ['matter.owner', 10],
  ['field.line', 10],
  ['log.dispatchedAt', 16],
  ['log.availability', 28],
  ['matter.appointment', 24],
  ['field.handlerId', 10],
  ['log.progress', 60],
  ['field.result', 32],
  ['field.feedback', 32],
  ['field.satisfaction', 10],
  ['matter.state', 14],
  ['matter.closedAt', 16],
  ['log.closedBy', 10],
] as const

/** A cell of Excel holds no more. */
const CELL = 32_000

/**
 * FD-402: the work information log of the filtered matters, a row each. Page by page, each in a transaction of its own,
 * so that a long export holds nothing open. Telephone numbers stay masked; who exported is logged (FD-731).
 */
export const exportMatters = async (
  house: House,
  actor: Actor,
  estateId: Uuid,
  query: MatterQuery,
  lang: Lang,
): Promise<ExcelSheet> => {
  const t = words(lang)
  const zone = await inTransaction(house.database, { scope: [estateId] }, async (tx) => {
    await audit(tx, actor, { estateId, action: 'matters.exported', subjectKind: 'matter', after: { query } })
    const estate = await tx.db
      .selectFrom('estate')
      .select('time_zone')
      .where('estate_id', '=', estateId)
      .executeTakeFirst()
    return estate?.time_zone ?? 'Asia/Shanghai'
  })
  const timeZone = typeof zone === 'string' ? zone : 'Asia/Shanghai'
  const time = (at: Instant | null | undefined) => (at ? localText(at, timeZone) : null)
  const entry = ({ at, who, verb, text }: LogEntry) =>
    `${time(at)} ${who}: ${[verb ? t(`verb.${verb}`) : null, text].filter(Boolean).join(' ')}`
  const cells = (row: MatterListRow, facts: LogFacts | undefined) => [
    row.number,
    time(facts?.collected_at),
    time(row.received_at),
    t(`channel.${row.channel}`),
    t(`contactType.${row.contact_type}`),
    row.title,
    facts?.anonymous ? t('log.anonymous') : (row.linked_customer_name ?? row.customer_name),
    maskPhone(facts?.contact_phone ?? null),
    row.unit_display,
    facts?.place ?? null,
    facts?.customer_said ?? null,
    facts?.staff_saw ?? null,
    row.owner_name,
    row.line ? t(`line.${row.line}`) : null,
    time(facts?.dispatched_at),
    facts?.availability ? entry(facts.availability) : null,
    [time(row.appointment_from), time(facts?.appointment_to)].filter(Boolean).join(' – ') || null,
    row.handler_name,
    facts?.progress.map(entry).join('\n').slice(0, CELL) || null,
    facts?.result ?? null,
    facts?.feedback ?? null,
    row.satisfaction ? t(`choice.${row.satisfaction}`) : null,
    t(`state.${row.kind}.${row.state}`),
    time(row.closed_at),
    facts?.closed_by_name ?? null,
  ]
  async function* rows() {
    let cursor: string | undefined
    do {
      const page = await inTransaction(house.database, { scope: [estateId], readOnly: true }, async (tx) => {
        const read = await listMatterRows(tx, actor, estateId, { ...query, limit: PAGE, cursor })
        if (isRefusal(read)) return read
        const facts = await logFactsOf(
          tx,
          estateId,
          read.rows.map((row) => row.id),
        )
        return { next: read.next, cells: read.rows.map((row) => cells(row, facts.get(row.id))) }
      })
      if (isRefusal(page)) throw new Error(`export stopped: ${page.code}`)
      yield* page.cells
      cursor = page.next ?? undefined
    } while (cursor)
  }
  return {
    name: t('log.title'),
    columns: COLUMNS.map(([key, width]) => ({ heading: t(key), width })),
    rows: rows(),
  }
}
