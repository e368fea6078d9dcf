import type { MatterQuery } from '#contract/matters.ts'
import { isRefusal } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { inTransaction } from '#platform/db/tx.ts'
import { localText } from '#platform/documents/local-text.ts'
import { type Lang, words } from '#platform/documents/words.ts'
import type { ExcelSheet } from '#platform/export/excel.ts'
import type { House } from '#platform/house.ts'
import { listMatterRows, type MatterListRow } from './list.store.ts'

const PAGE = 200
const COLUMNS = [
  'matter.number',
  'field.contactType',
  'matter.state',
  'field.title',
  'field.unitId',
  'field.customerId',
  'field.line',
  'matter.owner',
  'field.handlerId',
  'field.channel',
  'field.receivedAt',
  'matter.closedAt',
  'field.satisfaction',
] as const

/** The filtered list page by page, each in a transaction of its own, so that a long export holds nothing open. Logged (FD-731). */
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
  const cells = (row: MatterListRow) => [
    row.number,
    t(`contactType.${row.contact_type}`),
    t(`state.${row.kind}.${row.state}`),
    row.title,
    row.unit_display,
    row.linked_customer_name ?? row.customer_name,
    row.line ? t(`line.${row.line}`) : null,
    row.owner_name,
    row.handler_name,
    t(`channel.${row.channel}`),
    localText(row.received_at, timeZone),
    row.closed_at ? localText(row.closed_at, timeZone) : null,
    row.satisfaction ? t(`choice.${row.satisfaction}`) : null,
  ]
  async function* rows() {
    let cursor: string | undefined
    do {
      const page = await inTransaction(house.database, { scope: [estateId], readOnly: true }, (tx) =>
        listMatterRows(tx, actor, estateId, { ...query, limit: PAGE, cursor }),
      )
      if (isRefusal(page)) throw new Error(`export stopped: ${page.code}`)
      for (const row of page.rows) yield cells(row)
      cursor = page.next ?? undefined
    } while (cursor)
  }
  return {
    name: t('board.title'),
    columns: COLUMNS.map((key) => ({ heading: t(key), width: key === 'field.title' ? 48 : 16 })),
    rows: rows(),
  }
}
