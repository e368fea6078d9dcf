import { type RawBuilder, type Selectable, sql } from 'kysely'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { QueryOf } from '#contract/route.ts'
import type { listSurveyTemplates } from '#contract/survey-templates.ts'
import type { Uuid } from '#contract/values.ts'
import { encodeCursor } from '#platform/db/cursor.ts'
import { keysetOf } from '#platform/db/keyset.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'

export type TemplateRow = Selectable<DB['survey_template']>
export type ListedTemplate = TemplateRow & {
  /** Of the caller that have it. */
  estates: number
  created_name: string | null
  published_name: string | null
  retired_name: string | null
}

const listed = (estates: readonly Uuid[]) => sql`select t.*, c.name as created_name, p.name as published_name,
    r.name as retired_name,
    (select count(*)::int from survey s where s.template_id = t.id and s.estate_id = any(${[...estates]}::uuid[])) as estates
  from survey_template t left join staff c on c.id = t.created_by left join staff p on p.id = t.published_by
    left join staff r on r.id = t.retired_by`

type Of = { companyId: Uuid; estates: readonly Uuid[] }
export const findTemplate = async (
  tx: Tx,
  { companyId, estates }: Of,
  id: Uuid,
): Promise<ListedTemplate | undefined> => {
  const { rows } = await sql<ListedTemplate>`${listed(estates)}
    where t.company_id = ${companyId} and t.id = ${id}`.execute(tx.db)
  return rows[0]
}

/** The bare row; `share` keeps it as it is while it is rolled out, `update` holds it alone, both until the transaction ends. */
export const bareTemplate = async (
  tx: Tx,
  companyId: Uuid,
  id: Uuid,
  lock: 'none' | 'share' | 'update',
): Promise<TemplateRow | undefined> => {
  const hold = { none: sql``, share: sql`for share`, update: sql`for update` }[lock]
  const { rows } = await sql<TemplateRow>`select * from survey_template
    where company_id = ${companyId} and id = ${id} ${hold}`.execute(tx.db)
  return rows[0]
}

/** Newest first. */
export const listTemplateRows = async (
  tx: Tx,
  { companyId, estates }: Of,
  query: QueryOf<typeof listSurveyTemplates>,
): Promise<{ rows: ListedTemplate[]; next: string | null } | Refusal> => {
  const after = keysetOf(query.cursor, ['instant', 'uuid'])
  if (isRefusal(after)) return after
  const conditions: RawBuilder<unknown>[] = [sql`t.company_id = ${companyId}`]
  if (query.kind) conditions.push(sql`t.kind = ${query.kind}`)
  if (query.state) conditions.push(sql`t.state = ${query.state}`)
  if (after) conditions.push(sql`(t.created_at, t.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const { rows } = await sql<ListedTemplate>`${listed(estates)} where ${sql.join(conditions, sql` and `)}
    order by t.created_at desc, t.id desc limit ${query.limit + 1}`.execute(tx.db)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > query.limit && last ? encodeCursor([last.created_at, last.id]) : null }
}

export const templateRevisions = (
  tx: Tx,
  companyId: Uuid,
  rootId: Uuid,
): Promise<{ id: Uuid; revision: number; state: string }[]> =>
  tx.db
    .selectFrom('survey_template')
    .select(['id', 'revision', 'state'])
    .where('company_id', '=', companyId)
    .where('root_id', '=', rootId)
    .orderBy('revision')
    .execute()

type New = Pick<
  TemplateRow,
  'id' | 'company_id' | 'root_id' | 'revision' | 'kind' | 'title_zh' | 'title_en' | 'created_by'
> &
  Partial<Pick<TemplateRow, 'intro_zh' | 'intro_en' | 'free_text' | 'anonymous'>> & {
    questions?: string
    sample?: string
  }
/** A draft. */
export const insertTemplate = async (tx: Tx, template: New): Promise<void> => {
  await tx.db
    .insertInto('survey_template')
    .values({ ...template, created_at: tx.now, updated_at: tx.now })
    .execute()
}

type Patch = Partial<
  Pick<
    TemplateRow,
    | 'state'
    | 'title_zh'
    | 'title_en'
    | 'intro_zh'
    | 'intro_en'
    | 'free_text'
    | 'anonymous'
    | 'published_at'
    | 'published_by'
    | 'retired_at'
    | 'retired_by'
  >
> & { questions?: string; sample?: string }
/** False when it is not the version that the caller saw. */
export const changeTemplate = async (
  tx: Tx,
  { company_id, id, state }: TemplateRow,
  version: number,
  patch: Patch,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('survey_template')
    .set((eb) => ({ ...patch, updated_at: tx.now, version: eb('version', '+', 1) }))
    .where('company_id', '=', company_id)
    .where('id', '=', id)
    .where('state', '=', state)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
