import { randomUUID } from 'node:crypto'
import { type Selectable, sql } from 'kysely'
import type { SurveyAnswer, SurveyComment } from '#contract/survey-questions.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'
import { shuffled } from './shuffled.ts'

type Said = { answers: readonly SurveyAnswer[]; comments: readonly SurveyComment[] }
type Who = { building_id: Uuid | null; tenure: string | null; since: string | null }

export type DraftRow = Selectable<DB['survey_draft']>
export const findDraft = (tx: Tx, estateId: Uuid, invitationId: Uuid): Promise<DraftRow | undefined> =>
  tx.db
    .selectFrom('survey_draft')
    .selectAll()
    .where('estate_id', '=', estateId)
    .where('invitation_id', '=', invitationId)
    .executeTakeFirst()

/** Keeps what is filled in so far over this version (0: the first); undefined when another page was faster. */
export const saveDraft = async (
  tx: Tx,
  estateId: Uuid,
  invitationId: Uuid,
  version: number,
  { answers, comments }: Said,
): Promise<number | undefined> => {
  const [a, c] = [JSON.stringify(answers), JSON.stringify(comments)]
  const { rows } = await (version === 0
    ? sql<{ version: number }>`insert into survey_draft (estate_id, invitation_id, answers, comments)
        values (${estateId}, ${invitationId}, ${a}::jsonb, ${c}::jsonb) on conflict do nothing returning version`
    : sql<{
        version: number
      }>`update survey_draft set answers = ${a}::jsonb, comments = ${c}::jsonb, version = version + 1
        where estate_id = ${estateId} and invitation_id = ${invitationId} and version = ${version} returning version`
  ).execute(tx.db)
  return rows[0]?.version
}

export const deleteDraft = async (tx: Tx, estateId: Uuid, invitationId: Uuid): Promise<void> => {
  await tx.db
    .deleteFrom('survey_draft')
    .where('estate_id', '=', estateId)
    .where('invitation_id', '=', invitationId)
    .execute()
}

/** What nobody sent is nobody's answer. */
export const deleteDraftsOf = async (tx: Tx, estateId: Uuid, surveyId: Uuid): Promise<void> => {
  await sql`delete from survey_draft d using survey_invitation i where d.estate_id = ${estateId}
    and i.estate_id = d.estate_id and i.id = d.invitation_id and i.survey_id = ${surveyId}`.execute(tx.db)
}

type Named = Said &
  Who & {
    surveyId: Uuid
    id: Uuid
    day: LocalDate
    source: 'link' | 'paper' | 'sheet'
    invitationId: Uuid
    enteredBy: Uuid | null
  }
export const insertNamed = async (tx: Tx, estateId: Uuid, one: Named): Promise<void> => {
  await tx.db
    .insertInto('survey_response')
    .values({
      estate_id: estateId,
      id: one.id,
      survey_id: one.surveyId,
      anonymous: false,
      on_date: one.day,
      source: one.source,
      building_id: one.building_id,
      tenure: one.tenure,
      since: one.since,
      answers: JSON.stringify(one.answers),
      comments: JSON.stringify(one.comments),
      invitation_id: one.invitationId,
      at: tx.now,
      entered_by: one.enteredBy,
    })
    .execute()
}

/** Lays an answer aside under an id of chance; nothing says whose it is. */
export const insertSealed = async (tx: Tx, estateId: Uuid, one: Said & Who & { surveyId: Uuid }): Promise<void> => {
  await tx.db
    .insertInto('survey_sealed')
    .values({
      estate_id: estateId,
      id: randomUUID(),
      survey_id: one.surveyId,
      building_id: one.building_id,
      tenure: one.tenure,
      since: one.since,
      answers: JSON.stringify(one.answers),
      comments: JSON.stringify(one.comments),
    })
    .execute()
}

export type SealedRow = Selectable<DB['survey_sealed']>
export const listSealed = (tx: Tx, estateId: Uuid, surveyId: Uuid): Promise<SealedRow[]> =>
  tx.db
    .selectFrom('survey_sealed')
    .selectAll()
    .where('estate_id', '=', estateId)
    .where('survey_id', '=', surveyId)
    .execute()

export type AnonymousRow = Pick<
  Selectable<DB['survey_response']>,
  'on_date' | 'building_id' | 'tenure' | 'since' | 'answers' | 'comments'
>
export const listAnonymous = (tx: Tx, estateId: Uuid, surveyId: Uuid): Promise<AnonymousRow[]> =>
  tx.db
    .selectFrom('survey_response')
    .select(['on_date', 'building_id', 'tenure', 'since', 'answers', 'comments'])
    .where('estate_id', '=', estateId)
    .where('survey_id', '=', surveyId)
    .execute()

/**
 * Writes all answers of an anonymous survey anew, in an order of chance and under new ids of chance, all in one
 * transaction: neither order nor transaction nor id of a row says when it came. Takes the sealed ones away but these.
 */
export const replaceAnonymous = async (
  tx: Tx,
  estateId: Uuid,
  surveyId: Uuid,
  rows: readonly AnonymousRow[],
  stillSealed: readonly Uuid[],
): Promise<void> => {
  await sql`delete from survey_response where estate_id = ${estateId} and survey_id = ${surveyId} and anonymous`.execute(
    tx.db,
  )
  await sql`delete from survey_sealed where estate_id = ${estateId} and survey_id = ${surveyId}
    and not id = any(${[...stillSealed]}::uuid[])`.execute(tx.db)
  const made = shuffled(rows).map((row) => ({ ...row, id: randomUUID() }))
  await sql`insert into survey_response (estate_id, id, survey_id, anonymous, on_date, building_id, tenure, since, answers, comments)
    select ${estateId}, r.id, ${surveyId}, true, r.on_date, r.building_id, r.tenure, r.since, r.answers, r.comments
    from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as r(id uuid, on_date date, building_id uuid, tenure text,
      since text, answers jsonb, comments jsonb)`.execute(tx.db)
}

/** False when this sheet was typed in before. */
export const notePaper = async (
  tx: Tx,
  estateId: Uuid,
  paper: { surveyId: Uuid; paperNo: string; day: LocalDate; by: Uuid },
): Promise<boolean> => {
  const { rows } = await sql`insert into survey_paper (estate_id, survey_id, paper_no, entered_on, entered_by)
    values (${estateId}, ${paper.surveyId}, ${paper.paperNo}, ${paper.day}, ${paper.by}) on conflict do nothing returning 1`.execute(
    tx.db,
  )
  return rows.length > 0
}
export const papersOf = async (tx: Tx, estateId: Uuid, surveyId: Uuid): Promise<ReadonlySet<string>> =>
  new Set(
    (
      await tx.db
        .selectFrom('survey_paper')
        .select('paper_no')
        .where('estate_id', '=', estateId)
        .where('survey_id', '=', surveyId)
        .execute()
    ).map((r) => r.paper_no),
  )
