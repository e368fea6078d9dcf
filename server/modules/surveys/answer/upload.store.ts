import { type Selectable, sql } from 'kysely'
import type { Uuid } from '#contract/values.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'

export type UploadRow = Selectable<DB['survey_upload']>
type New = { id: Uuid; surveyId: Uuid; fileName: string; lines: unknown; by: Uuid }

export const insertUpload = async (tx: Tx, estateId: Uuid, one: New): Promise<void> => {
  await tx.db
    .insertInto('survey_upload')
    .values({
      estate_id: estateId,
      id: one.id,
      survey_id: one.surveyId,
      file_name: one.fileName,
      lines: JSON.stringify(one.lines),
      uploaded_at: tx.now,
      uploaded_by: one.by,
    })
    .execute()
}

export const findUpload = async (tx: Tx, estateId: Uuid, surveyId: Uuid, id: Uuid): Promise<UploadRow | undefined> => {
  const { rows } =
    await sql<UploadRow>`select * from survey_upload where estate_id = ${estateId} and survey_id = ${surveyId}
    and id = ${id}`.execute(tx.db)
  return rows[0]
}

/** All files of a survey, which nobody else changes meanwhile. */
export const lockUploads = async (tx: Tx, estateId: Uuid, surveyId: Uuid): Promise<UploadRow[]> => {
  const { rows } =
    await sql<UploadRow>`select * from survey_upload where estate_id = ${estateId} and survey_id = ${surveyId}
    order by id for update`.execute(tx.db)
  return rows
}

export const writeLines = async (tx: Tx, { estate_id, id }: UploadRow, lines: unknown): Promise<void> => {
  await tx.db
    .updateTable('survey_upload')
    .set({ lines: JSON.stringify(lines) })
    .where('estate_id', '=', estate_id)
    .where('id', '=', id)
    .execute()
}

/** An anonymous survey that ends keeps no row of its files: slip and answers stand side by side in them. */
export const emptyUploads = async (tx: Tx, estateId: Uuid, surveyId: Uuid): Promise<void> => {
  await tx.db
    .updateTable('survey_upload')
    .set({ lines: '[]' })
    .where('estate_id', '=', estateId)
    .where('survey_id', '=', surveyId)
    .execute()
}

/** What was taken leaves nothing of itself here. */
export const settleUpload = async (
  tx: Tx,
  { estate_id, id }: UploadRow,
  { lines, taken }: { lines: unknown; taken: number },
): Promise<void> => {
  await tx.db
    .updateTable('survey_upload')
    .set({ state: 'applied', lines: JSON.stringify(lines), taken, applied_at: tx.now })
    .where('estate_id', '=', estate_id)
    .where('id', '=', id)
    .execute()
}

export const slipsOf = async (tx: Tx, estateId: Uuid, surveyId: Uuid): Promise<ReadonlyMap<number, boolean>> =>
  new Map(
    (
      await tx.db
        .selectFrom('survey_invitation')
        .select(['no', 'used'])
        .where('estate_id', '=', estateId)
        .where('survey_id', '=', surveyId)
        .execute()
    ).map((r) => [r.no, r.used]),
  )
