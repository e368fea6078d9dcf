import type { listComplaintContacts } from '#contract/complaint-how-to.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { AnswerOf, QueryOf } from '#contract/route.ts'
import { type Actor, estatesWith } from '#platform/auth/actor.ts'
import { encodeCursor } from '#platform/db/cursor.ts'
import { keysetOf } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import { localText } from '#platform/documents/local-text.ts'
import { SETTING_OF } from '../how-to/how-to.rules.ts'
import { type ContactsRow, countIncomplete, listContacts } from './contacts.store.ts'

type List = typeof listComplaintContacts

/** CP-032: which centres do not say in all five ways how to complain, and when each last changed what it says. */
export const readContacts = async (tx: Tx, actor: Actor, query: QueryOf<List>): Promise<AnswerOf<List> | Refusal> => {
  const after = keysetOf(query.cursor, ['text', 'uuid'])
  if (isRefusal(after)) return after
  const asked = { estates: estatesWith(actor, ['dashboard.company']), keys: SETTING_OF }
  const { limit } = query
  const rows = await listContacts(tx, asked, query, { after: after && { name: after[0], id: after[1] }, limit })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page.map(presentContacts),
    next: rows.length > limit && last ? encodeCursor([last.name, last.estate_id]) : null,
    incomplete: await countIncomplete(tx, asked),
  }
}

const presentContacts = (row: ContactsRow): AnswerOf<List>['rows'][number] => ({
  estate: { id: row.estate_id, code: row.code, name: row.name },
  missing: row.missing,
  changedAt: row.changed_at,
  changedOn: row.changed_at === null ? null : localText(row.changed_at, row.time_zone).slice(0, 10),
})
