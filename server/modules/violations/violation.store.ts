import { type Selectable, sql, type Updateable } from 'kysely'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import type { Step, ViolationStep } from '#contract/violations.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'

type MatterId = { estate_id: Uuid; id: Uuid }
export type ViolationRow = Selectable<DB['violation']>
/** What guards know of a violation beside its matter. */
export type ViolationFacts = ViolationRow & {
  /** Number of another open violation of the same home and type. */
  openTwin: string | null
}

export const findViolation = async (tx: Tx, estateId: Uuid, matterId: Uuid): Promise<ViolationRow | undefined> =>
  tx.db
    .selectFrom('violation')
    .selectAll()
    .where('estate_id', '=', estateId)
    .where('matter_id', '=', matterId)
    .executeTakeFirst()

export const readFacts = async (tx: Tx, { estate_id, id }: MatterId): Promise<ViolationFacts> => {
  const { rows } = await sql<ViolationFacts>`
    select v.*, (select m.number from violation t join matter m on m.estate_id = t.estate_id and m.id = t.matter_id
      where t.estate_id = v.estate_id and t.unit_id = v.unit_id and t.type = v.type and t.type <> 'other'
        and t.closed_at is null and t.matter_id <> v.matter_id limit 1) as "openTwin"
    from violation v where v.estate_id = ${estate_id} and v.matter_id = ${id}`.execute(tx.db)
  const row = rows[0]
  if (!row) throw new Error(`the violation ${id} has no row`)
  return row
}

type Born = Pick<
  ViolationRow,
  'estate_id' | 'matter_id' | 'unit_id' | 'type' | 'renovation' | 'danger' | 'found_on' | 'found_at' | 'found_by'
>
export const insertViolation = async (tx: Tx, row: Born): Promise<void> => {
  await tx.db.insertInto('violation').values(row).execute()
}

export const saveViolation = async (
  tx: Tx,
  { estate_id, id }: MatterId,
  patch: Omit<Updateable<DB['violation']>, 'estate_id' | 'matter_id'>,
): Promise<void> => {
  await tx.db
    .updateTable('violation')
    .set(patch)
    .where('estate_id', '=', estate_id)
    .where('matter_id', '=', id)
    .execute()
}

type StepFields = Partial<
  Record<
    | 'words'
    | 'seen'
    | 'persuader'
    | 'person'
    | 'help'
    | 'outcome'
    | 'until'
    | 'joint_with'
    | 'signature'
    | 'witness'
    | 'authority'
    | 'reference',
    string | null | undefined
  >
>
export type NewStep = StepFields & { step: Step; by_id: Uuid; at?: Instant; file_ids?: readonly Uuid[] }

export const insertStep = async (tx: Tx, { estate_id, id }: MatterId, step: NewStep): Promise<void> => {
  await tx.db
    .insertInto('violation_step')
    .values({ at: tx.now, ...step, estate_id, id: newId(), matter_id: id, file_ids: [...(step.file_ids ?? [])] })
    .execute()
}

/** Holds a home until the end of the transaction: of two who report the same at once the second joins. */
export const holdUnit = async (tx: Tx, estateId: Uuid, unitId: Uuid): Promise<{ display: string } | undefined> => {
  const { rows } = await sql<{ display: string }>`
    select display from unit where estate_id = ${estateId} and id = ${unitId} for no key update`.execute(tx.db)
  return rows[0]
}

export type OpenViolation = { matter_id: Uuid; number: string; danger: boolean; renovation: boolean }
/** The violation of this type that is open at a home. */
export const openAt = async (
  tx: Tx,
  { estateId, unitId, type }: { estateId: Uuid; unitId: Uuid; type: string },
): Promise<OpenViolation | undefined> => {
  const { rows } = await sql<OpenViolation>`
    select v.matter_id, m.number, v.danger, v.renovation from violation v join matter m on m.estate_id = v.estate_id and m.id = v.matter_id
    where v.estate_id = ${estateId} and v.unit_id = ${unitId} and v.type = ${type} and v.type <> 'other'
      and v.closed_at is null`.execute(tx.db)
  return rows[0]
}

/** As many as a step takes. */
const MOST_PICTURES = 9
/** Pictures of the finding or the report that a violation came from. */
export const picturesOfMatter = async (tx: Tx, estateId: Uuid, matterId: Uuid): Promise<Uuid[]> => {
  const { rows } = await sql<{ id: Uuid }>`select id from file where estate_id = ${estateId} and matter_id = ${matterId}
    and mime like 'image/%' order by uploaded_at, id limit ${MOST_PICTURES}`.execute(tx.db)
  return rows.map(({ id }) => id)
}
/** The violations that show a file. */
export const showing = async (tx: Tx, estateId: Uuid, fileId: Uuid): Promise<Uuid[]> => {
  const { rows } = await sql<{ matter_id: Uuid }>`select distinct matter_id from violation_step
    where estate_id = ${estateId} and file_ids @> array[${fileId}::uuid]`.execute(tx.db)
  return rows.map(({ matter_id }) => matter_id)
}

export type Block = { id: Uuid; number: string; type: string; state: string }
/** FD-771: what stands in the way of accepting a renovation of this home. */
export const openOfRenovation = async (tx: Tx, estateId: Uuid, unitId: Uuid): Promise<Block[]> => {
  const { rows } = await sql<Block>`
    select v.matter_id as id, m.number, v.type, m.state from violation v
      join matter m on m.estate_id = v.estate_id and m.id = v.matter_id
    where v.estate_id = ${estateId} and v.unit_id = ${unitId} and v.renovation and v.closed_at is null
    order by v.found_on, m.number`.execute(tx.db)
  return rows
}

export type StepRow = Omit<ViolationStep, 'by' | 'jointWith' | 'until'> & {
  by_id: Uuid
  by_name: string
  joint_with: ViolationStep['jointWith']
  until: LocalDate | null
}
const MOST = 200
/** What was done about it, the newest first, with its pictures. */
export const stepsOf = async (tx: Tx, estateId: Uuid, matterId: Uuid): Promise<StepRow[]> => {
  const { rows } = await sql<StepRow>`
    select x.*, coalesce(s.name, '') as by_name, coalesce((
      select json_agg(json_build_object('id', f.id, 'name', f.name, 'mime', f.mime, 'thumbnail', f.thumbnail_key is not null)
        order by array_position(x.file_ids, f.id))
      from file f where f.estate_id = x.estate_id and f.id = any(x.file_ids)), '[]') as photos
    from violation_step x left join staff s on s.id = x.by_id
    where x.estate_id = ${estateId} and x.matter_id = ${matterId} order by x.at desc, x.id desc limit ${MOST}`.execute(
    tx.db,
  )
  return rows
}

/** Name and leader of people that a card speaks of. */
export const nameOf = async (tx: Tx, staffId: Uuid): Promise<string> =>
  (await tx.db.selectFrom('staff').select('name').where('id', '=', staffId).executeTakeFirst())?.name ?? ''

export const unitNameOf = async (tx: Tx, estateId: Uuid, unitId: Uuid): Promise<string> =>
  (
    await tx.db
      .selectFrom('unit')
      .select('display')
      .where('estate_id', '=', estateId)
      .where('id', '=', unitId)
      .executeTakeFirst()
  )?.display ?? ''

export const estateNameOf = async (tx: Tx, estateId: Uuid): Promise<string> =>
  (await tx.db.selectFrom('estate').select('name').where('estate_id', '=', estateId).executeTakeFirst())?.name ?? ''
