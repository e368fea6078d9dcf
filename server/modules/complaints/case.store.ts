import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import { toInstant } from '#platform/calendar/instants.rules.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'

type MatterId = { estate_id: Uuid; id: Uuid }
export type Case = Selectable<DB['complaint_case']>
/** The day of the receipt never changes: a case stays in its month. */
export type CasePatch = Omit<Updateable<DB['complaint_case']>, 'estate_id' | 'matter_id' | 'received_on'>
/** `no_callback`: as it was registered or in the archive, this person wishes that nobody calls (CP-066). */
export type Contact = Selectable<DB['complaint_contact']> & { no_callback: boolean }
export type Post = Selectable<DB['complaint_post']>
/** `origin_id`: the merged complaint that it came along with. */
export type Point = { id: Uuid; no: number; text: string; answer: string | null; origin_id: Uuid | null }

/** What a complaint is beside the row of its matter; guards ask nothing else. */
export type CaseFacts = {
  case: Case
  contacts: readonly Contact[]
  post: Post | undefined
  points: readonly Point[]
  /** Local days on which it was explained that a demand cannot be met (T28), since it was found unreasonable. */
  explainedOn: readonly LocalDate[]
  /** Verbs that have been done, for the completeness of the file (CP-150). */
  done: ReadonlySet<string>
  /** CP-063: where and when the answer was hung up; null while it was not. */
  board: { place: string; at: Instant } | null
  /** Who handed it back last (T8); null while nobody did. */
  handedBackBy: Uuid | null
  /** Kinds of reports there are, and those that were submitted. */
  reports: ReadonlySet<string>
  submitted: ReadonlySet<string>
}

/** Points, explanations, verbs and reports in one statement; times that a person typed are still as they were sent. */
const partsOf = async (tx: Tx, { estate_id, id }: MatterId, since: Instant | null) => {
  type Row = {
    points: Point[]
    explained: string[]
    done: string[]
    handed_back_by: Uuid | null
    board: { place: string; at: string } | null
    reports: { kind: string; submitted: boolean }[]
  }
  const { rows } = await sql<Row>`select
      coalesce((select json_agg(json_build_object('id', q.id, 'no', q.no, 'text', q.text, 'answer', q.answer, 'origin_id', q.origin_id) order by q.no)
        from complaint_point q where q.estate_id = ${estate_id} and q.matter_id = ${id}), '[]') as points,
      coalesce((select json_agg(t.data -> 'input' ->> 'talkedAt') from timeline t
        where t.estate_id = ${estate_id} and t.matter_id = ${id} and t.verb = 'explain' and t.at >= ${since}::timestamptz), '[]') as explained,
      coalesce((select json_agg(distinct t.verb) from timeline t
        where t.estate_id = ${estate_id} and t.matter_id = ${id} and t.type = 'move'), '[]') as done,
      (select json_build_object('place', t.data -> 'input' ->> 'noticePlace', 'at', t.data -> 'input' ->> 'hungAt') from timeline t
        where t.estate_id = ${estate_id} and t.matter_id = ${id} and t.verb = 'answerOnBoard' order by t.id desc limit 1) as board,
      (select t.actor_id from timeline t where t.estate_id = ${estate_id} and t.matter_id = ${id} and t.verb = 'handBack'
        order by t.id desc limit 1) as handed_back_by,
      coalesce((select json_agg(json_build_object('kind', r.kind, 'submitted', r.state = 'submitted'))
        from complaint_report r where r.estate_id = ${estate_id} and r.matter_id = ${id}), '[]') as reports`.execute(
    tx.db,
  )
  return rows[0]
}

const findPost = (tx: Tx, matter: MatterId): Promise<Post | undefined> =>
  tx.db
    .selectFrom('complaint_post')
    .selectAll()
    .where('estate_id', '=', matter.estate_id)
    .where('matter_id', '=', matter.id)
    .executeTakeFirst()

export const findCase = (tx: Tx, matter: MatterId): Promise<Case | undefined> =>
  tx.db
    .selectFrom('complaint_case')
    .selectAll()
    .where('estate_id', '=', matter.estate_id)
    .where('matter_id', '=', matter.id)
    .executeTakeFirst()

/** Reads all facts of a complaint; throws when a complaint was registered without its case. */
export const factsOf = async (tx: Tx, matter: MatterId): Promise<CaseFacts> => {
  const found = await findCase(tx, matter)
  if (!found) throw new Error(`the complaint ${matter.id} has no case`)
  const contacts = await contactsOf(tx, matter)
  const parts = await partsOf(tx, matter, found.unreasonable_at)
  const calendar = await calendarOf(tx, matter.estate_id)
  const reports = parts?.reports ?? []
  return {
    case: found,
    contacts,
    post: await findPost(tx, matter),
    points: parts?.points ?? [],
    explainedOn: [
      ...new Set(
        (parts?.explained ?? [])
          .map(toInstant)
          // a talk of before is none about this finding, whenever it was written down
          .filter((at) => found.unreasonable_at !== null && at >= found.unreasonable_at)
          .map((at) => localDateOf(calendar, at)),
      ),
    ],
    done: new Set(parts?.done ?? []),
    board: parts?.board ? { place: parts.board.place, at: toInstant(parts.board.at) } : null,
    handedBackBy: parts?.handed_back_by ?? null,
    reports: new Set(reports.map((r) => r.kind)),
    submitted: new Set(reports.filter((r) => r.submitted).map((r) => r.kind)),
  }
}

/** What the sums of a month are made of (company/month-sums.store.ts); whatever writes it marks the month. */
const SUMMED = ['counted', 'category_final', 'major_at', 'hot_at', 'escalated_at'] as const
const mark = () => ({
  id: sql<Uuid>`${newId()}::uuid`.as('id'),
  month: sql<LocalDate>`date_trunc('month', received_on)::date`.as('month'),
})

export const insertCase = async (tx: Tx, row: Insertable<DB['complaint_case']>): Promise<void> => {
  const { id, month } = mark()
  await tx.db
    .with('born', (db) => db.insertInto('complaint_case').values(row).returning(['estate_id', 'received_on']))
    .insertInto('complaint_stale')
    .columns(['estate_id', 'id', 'month'])
    .expression((eb) => eb.selectFrom('born').select(['estate_id', id, month]))
    .execute()
}

export const saveCase = async (tx: Tx, matter: MatterId, patch: CasePatch): Promise<undefined> => {
  const save = (db: Pick<Tx['db'], 'updateTable'>) =>
    db
      .updateTable('complaint_case')
      .set(patch)
      .where('estate_id', '=', matter.estate_id)
      .where('matter_id', '=', matter.id)
  if (!SUMMED.some((name) => name in patch)) {
    await save(tx.db).execute()
    return undefined
  }
  const { id, month } = mark()
  await tx.db
    .with('saved', (db) => save(db).returning(['estate_id', 'received_on']))
    .insertInto('complaint_stale')
    .columns(['estate_id', 'id', 'month'])
    .expression((eb) => eb.selectFrom('saved').select(['estate_id', id, month]))
    .execute()
  return undefined
}

/** The month of this complaint counts something else from now on, although nothing changed in its case. */
export const markMonth = async (tx: Tx, matter: MatterId): Promise<void> => {
  const { id, month } = mark()
  await tx.db
    .insertInto('complaint_stale')
    .columns(['estate_id', 'id', 'month'])
    .expression((eb) =>
      eb
        .selectFrom('complaint_case')
        .select(['estate_id', id, month])
        .where('estate_id', '=', matter.estate_id)
        .where('matter_id', '=', matter.id),
    )
    .execute()
}

export const insertContact = async (tx: Tx, row: Insertable<DB['complaint_contact']>): Promise<void> => {
  await tx.db.insertInto('complaint_contact').values(row).execute()
}

/** CP-097: the voices go along with a merged complaint; where each was registered stays known. */
export const moveContacts = async (tx: Tx, from: MatterId, toId: Uuid): Promise<void> => {
  await tx.db
    .updateTable('complaint_contact')
    .set({ matter_id: toId })
    .where('estate_id', '=', from.estate_id)
    .where('matter_id', '=', from.id)
    .execute()
}

export const contactsOf = async (tx: Tx, matter: MatterId): Promise<Contact[]> =>
  tx.db
    .selectFrom('complaint_contact as k')
    .leftJoin('matter as o', (on) => on.onRef('o.estate_id', '=', 'k.estate_id').onRef('o.id', '=', 'k.origin_id'))
    .leftJoin('customer as c', (on) => on.onRef('c.estate_id', '=', 'k.estate_id').onRef('c.id', '=', 'k.customer_id'))
    .selectAll('k')
    .select(
      sql<boolean>`(coalesce(o.flags @> '{noCallbackWish}', false) or coalesce(c.no_callback, false))`.as(
        'no_callback',
      ),
    )
    .where('k.estate_id', '=', matter.estate_id)
    .where('k.matter_id', '=', matter.id)
    .orderBy('k.at')
    .orderBy('k.id')
    .execute()

export const answerContact = async (
  tx: Tx,
  matter: MatterId,
  answer: { contactId: Uuid; by: Uuid; outcome: string; words: string | null },
): Promise<void> => {
  await tx.db
    .updateTable('complaint_contact')
    .set({ answered_at: tx.now, answered_by: answer.by, answer: answer.outcome, answer_words: answer.words })
    .where('estate_id', '=', matter.estate_id)
    .where('matter_id', '=', matter.id)
    .where('id', '=', answer.contactId)
    .execute()
}

/** A new round of work asks everybody again. */
export const forgetAnswers = async (tx: Tx, matter: MatterId): Promise<void> => {
  await tx.db
    .updateTable('complaint_contact')
    .set({ answered_at: null, answered_by: null, answer: null, answer_words: null })
    .where('estate_id', '=', matter.estate_id)
    .where('matter_id', '=', matter.id)
    .execute()
}

/** The building of a room, for the figures by building. */
export const buildingOf = async (tx: Tx, estateId: Uuid, unitId: Uuid | null): Promise<Uuid | null> => {
  if (unitId === null) return null
  const row = await tx.db
    .selectFrom('unit')
    .select('building_id')
    .where('estate_id', '=', estateId)
    .where('id', '=', unitId)
    .executeTakeFirst()
  return row?.building_id ?? null
}
