import { sql } from 'kysely'
import { CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import type { AnswerMark, InspectionKind } from '#contract/inspections.ts'
import type { CheckItem, Severity } from '#contract/touchpoints.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { type Failed, markLooks, type Proposed, proposeFindings, scoreLook } from '#modules/inspection/index.ts'
import { newId } from '#platform/ids.ts'
import { DEFAULT_SETTINGS } from '#platform/settings/settings.ts'
import { actorOf } from './desk-house.ts'
import type { TestHouse } from './house.ts'

/** The standard that the product brings (migration 0014). */
export const PRODUCT_STANDARD: Uuid = '00000000-0000-7000-8000-000000000001'

/** An item that an estate adds to the standard. */
export const ownItem: CheckItem = {
  id: 'T08-X-01',
  touchpoint: 'T08',
  aspect: 'facility',
  sense: 'visual',
  zh: '门禁屏幕无裂纹',
  en: 'The screen of the door is whole',
  severity: 'minor',
  evidence: 'photo',
  threshold: null,
  frequency: null,
  conditions: [],
  trait: null,
  kano: 'must-be',
  basis: 'inferred',
  origin: 'estate',
}

type Touchpoint = CheckItem['touchpoint']
export type TestPlace = { id: Uuid; name: string; touchpoint: Touchpoint }
let placed = 0
/** What the rows need of a house, of a test or of the browser. */
export type Rows = { a: { id: Uuid }; tx: TestHouse['tx'] }

/** A place of estate A, or of B. */
export const addPlace = async (
  t: TestHouse,
  touchpoint: Touchpoint,
  name?: string,
  in_ = t.a.id,
): Promise<TestPlace> => {
  placed += 1
  const place = { id: newId(), name: name ?? `${touchpoint} ${placed}号`, touchpoint }
  await t.tx((tx) =>
    tx.db
      .insertInto('place')
      .values({ estate_id: in_, ...place, code: `${touchpoint}-${placed}`, label_token: newId(), created_at: tx.now })
      .execute(),
  )
  return place
}

/** A picture that this person has uploaded; only its row, nobody looks at it. */
export const addPhoto = async (t: TestHouse, by: Uuid, in_ = t.a.id): Promise<Uuid> => {
  const id = newId()
  await t.tx((tx) =>
    tx.db
      .insertInto('file')
      .values({
        estate_id: in_,
        id,
        purpose: 'photo',
        name: '照片.jpg',
        mime: 'image/jpeg',
        size: 1,
        sha256: id,
        storage_key: id,
        uploaded_by: by,
        uploaded_at: tx.now,
      })
      .execute(),
  )
  return id
}

/** The catalogue's item of this id, or the first of a severity at a touchpoint. */
export const itemOf = (touchpoint: Touchpoint, which: Severity | string): CheckItem => {
  const found = CATALOGUE_ITEMS.find((i) => i.touchpoint === touchpoint && (i.id === which || i.severity === which))
  if (!found) throw new Error(`${touchpoint} has no item ${which}`)
  return found
}

/** What failed at a place becomes findings, as a submission would do it; `severity`: as another version weighs it. */
export const proposed = async (
  t: TestHouse,
  by: Uuid,
  place: TestPlace,
  which: readonly (Severity | string)[],
  over: Partial<Omit<Failed, 'item'>> & {
    at?: string
    inspectionId?: Uuid
    becauseOf?: Uuid
    severity?: Severity
  } = {},
): Promise<Proposed[]> => {
  const actor = await actorOf(t, by)
  const failed = which.map((w) => ({
    item: { ...itemOf(place.touchpoint, w), ...(over.severity ? { severity: over.severity } : {}) },
    note: over.note ?? null,
    fileIds: over.fileIds ?? [],
  }))
  return t.tx((tx) =>
    proposeFindings(
      tx,
      actor,
      {
        estateId: t.a.id,
        inspectionId: over.inspectionId ?? null,
        place,
        at: over.at ?? tx.now,
        becauseOf: over.becauseOf,
      },
      failed,
    ),
  )
}

export type TestLook = {
  place: TestPlace
  by: Uuid
  on: LocalDate
  /** When it ended on that day, UTC, and its id, which is a phone's and says nothing of the order. */
  at?: string
  id?: Uuid
  /** What was answered; every other item of the touchpoint in `items` passes. */
  answers?: Readonly<Record<string, AnswerMark>>
  items?: readonly CheckItem[]
  kind?: InspectionKind
  standardId?: Uuid
  variantId?: Uuid
  in_?: Uuid
}
/** A look as the submission of a phone leaves it, scored by the weights of the product. */
export const addLook = async (t: Rows, look: TestLook): Promise<Uuid> => {
  const id = look.id ?? newId()
  const estate_id = look.in_ ?? t.a.id
  const items = look.items ?? CATALOGUE_ITEMS.filter((i) => i.touchpoint === look.place.touchpoint)
  const answers = items.map((item) => ({ item, answer: look.answers?.[item.id] ?? ('pass' as const) }))
  const { tally, score } = scoreLook(answers, DEFAULT_SETTINGS)
  const count = (mark: AnswerMark) => answers.filter((a) => a.answer === mark).length
  const at = `${look.on}T${look.at ?? '02:00'}:00.000Z`
  await t.tx(async (tx) => {
    const { db } = tx
    await markLooks(tx, estate_id, [look.on])
    await db
      .insertInto('inspection')
      .values({
        estate_id,
        id,
        place_id: look.place.id,
        touchpoint: look.place.touchpoint,
        kind: look.kind ?? 'self',
        inspector_id: look.by,
        on_date: look.on,
        began_at: at,
        ended_at: at,
        received_at: at,
        standard_id: look.standardId ?? PRODUCT_STANDARD,
        variant_id: look.variantId ?? null,
        passed: count('pass'),
        failed: count('fail'),
        not_applicable: count('na'),
        tally: [...tally],
        score,
      })
      .execute()
    await db
      .insertInto('inspection_answer')
      .values(
        answers.map(({ item, answer }) => ({
          estate_id,
          inspection_id: id,
          item_id: item.id,
          place_id: look.place.id,
          on_date: look.on,
          answer,
        })),
      )
      .execute()
  })
  return id
}

type Version = {
  from: LocalDate
  name: string
  number?: number
  off?: string
  changed?: Readonly<Record<string, Partial<CheckItem>>>
}
/** A version of the company (1 unless said), in force from a day: what the product brings, without one item or with others in its stead. */
export const addVersion = async (
  t: TestHouse,
  { from, name, number = 1, off = '', changed = {} }: Version,
): Promise<Uuid> => {
  const id = newId()
  await t.tx(async ({ db }) => {
    await sql`insert into standard_version (id, company_id, number, name, state, effective_from, created_at, published_at)
      values (${id}, ${t.companyId}, ${number}, ${name}, 'published', ${from}, now(), now())`.execute(db)
    await sql`insert into standard_item (version_id, item_id, seq, active, item)
      select ${id}, item_id, seq, active and item_id <> ${off}, item || coalesce(${JSON.stringify(changed)}::jsonb -> item_id, '{}')
      from standard_item where version_id = ${PRODUCT_STANDARD}`.execute(db)
  })
  return id
}
