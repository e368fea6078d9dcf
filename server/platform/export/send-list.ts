import type { FastifyReply } from 'fastify'
import type { TextKey } from '#content/texts/index.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { audit } from '../audit/audit.ts'
import type { Actor } from '../auth/actor.ts'
import { inTransaction, type Scope, type Tx } from '../db/tx.ts'
import { localText } from '../documents/local-text.ts'
import { type Lang, words } from '../documents/words.ts'
import type { House } from '../house.ts'
import { type ExcelValue, sendExcel } from './excel.ts'

/** What a cell may be made with: words of the language, and instants on the clock of the estate. */
export type CellWords = { lang: Lang; t: (key: string) => string; time: (at: Instant | null) => string | null }
export type ListColumn<T> = { key: TextKey; width?: number; of: (row: T, words: CellWords) => ExcelValue }

export type ListExport<T> = {
  /** Name of the sheet and the file. */
  name: TextKey
  /** What the audit calls it: who exported what is on the record (FD-731). */
  subject: string
  /** null: the company's list, on Chinese time. */
  estateId: Uuid | null
  query: unknown
  columns: readonly ListColumn<T>[]
  page: (tx: Tx, cursor: string | undefined) => Promise<{ rows: readonly T[]; next: string | null } | Refusal>
}
type Asking = { house: House; actor: Actor; reply: FastifyReply; scope: Scope; lang: Lang }

/** Rows a page of an export takes at a time. */
export const EXPORT_PAGE = 200

/**
 * Streams a keyset-paged list as a workbook, each page in a transaction of its own, so that a long export holds nothing
 * open. A refusal of the first page is answered as such; nothing is sent and nothing recorded then.
 */
export const sendList = async <T>(
  { house, actor, reply, scope, lang }: Asking,
  list: ListExport<T>,
): Promise<FastifyReply | Refusal> => {
  const start = await inTransaction(house.database, { scope }, async (tx) => {
    const page = await list.page(tx, undefined)
    if (isRefusal(page)) return page
    const after = { query: list.query }
    await audit(tx, actor, {
      estateId: list.estateId,
      action: `export.${list.subject}`,
      subjectKind: list.subject,
      after,
    })
    return { page, zone: list.estateId === null ? 'Asia/Shanghai' : await zoneOf(tx, list.estateId) }
  })
  if (isRefusal(start)) return start
  const t = words(lang)
  const cellWords: CellWords = { lang, t, time: (at) => (at === null ? null : localText(at, start.zone)) }
  async function* rows(first: { rows: readonly T[]; next: string | null }) {
    for (let page = first; ; page = await nextPage(page.next)) {
      for (const row of page.rows) yield list.columns.map((column) => column.of(row, cellWords))
      if (page.next === null) return
    }
  }
  const nextPage = async (cursor: string | null) => {
    const page = await inTransaction(house.database, { scope, readOnly: true }, (tx) =>
      list.page(tx, cursor ?? undefined),
    )
    if (isRefusal(page)) throw new Error(`export stopped: ${page.code}`)
    return page
  }
  const columns = list.columns.map(({ key, width }) => ({ heading: t(key), ...(width === undefined ? {} : { width }) }))
  const sheet = { name: t(list.name), columns, rows: rows(start.page) }
  return sendExcel(reply, { fileName: `${t(list.name)}.xlsx`, sheets: [sheet] })
}

const zoneOf = async (tx: Tx, estateId: Uuid): Promise<string> =>
  (await tx.db.selectFrom('estate').select('time_zone').where('estate_id', '=', estateId).executeTakeFirst())
    ?.time_zone ?? 'Asia/Shanghai'
