import { sql } from 'kysely'
import { request } from 'playwright-core'
import { CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import { FindingCard, proposeFinding } from '#contract/findings.ts'
import { Plan } from '#contract/inspection-plans.ts'
import { getInspectionRound, listInspectionRounds, RoundDetail } from '#contract/inspection-rounds.ts'
import { MatterView } from '#contract/matters.ts'
import type { Line } from '#contract/permissions.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import { EstateStandard } from '#contract/standards.ts'
import type { KanoClass } from '#contract/touchpoints.ts'
import type { Uuid } from '#contract/values.ts'
import { inTransaction, type Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { companyOf } from '#platform/settings/setting.store.ts'
import { demoId } from '#server/seed/demo-id.ts'
import { PRODUCT_STANDARD } from '../inspection-rows.ts'
import { handsOf } from './desk-house.ts'
import type { StaffServer } from './staff-server.ts'

const PLACES = [
  { code: 'G1', name: '1号门岗', touchpoint: 'T01' },
  { code: 'D3-2', name: '3栋2单元大堂', touchpoint: 'T11' },
  { code: 'L3-2', name: '3栋2单元电梯', touchpoint: 'T12', scan: true },
  { code: 'C3-2-12', name: '3栋2单元12层楼道', touchpoint: 'T13' },
  { code: 'B7', name: '7号垃圾桶', touchpoint: 'T10' },
  { code: 'P1', name: '地下一层停车场', touchpoint: 'T05' },
  { code: 'S1', name: '南区岗亭', touchpoint: 'T01', locate: true },
] as const
type Code = (typeof PLACES)[number]['code']
const placeId = (code: Code): Uuid => demoId(`field place ${code}`)

/** Of each checklist, what is measured first: 6 places make 60 items. */
const ITEMS_A_PLACE = 10
const askedAt = ({ touchpoint }: (typeof PLACES)[number]): string[] => {
  const own = CATALOGUE_ITEMS.filter((item) => item.touchpoint === touchpoint && item.trait === null)
  const measured = own.filter(({ threshold, evidence }) => evidence === 'measurement' || threshold?.unit === 'date')
  return [...measured, ...own.filter((item) => !measured.includes(item))].slice(0, ITEMS_A_PLACE).map(({ id }) => id)
}

const ROUNDS = [
  { name: '早班楼栋巡检', kind: 'self', task: null, codes: ['G1', 'D3-2', 'L3-2'] },
  { name: '午间外围巡检', kind: 'self', task: null, codes: ['C3-2-12', 'B7', 'P1'] },
  { name: '垃圾桶清洁消毒', kind: 'task', task: '擦拭桶身，喷洒消毒液', codes: ['B7'] },
  { name: '岗亭清洁', kind: 'task', task: '擦净门窗玻璃', codes: ['S1'] },
] as const

export type GroundLook = {
  id: Uuid
  by: Uuid
  roundId: Uuid | null
  latitude: number | null
  positionMissing: string | null
  answers: { item_id: string; apart: string | null }[]
  fileIds: Uuid[]
}
/** Places with labels and a shift's rounds, of one day, in the tables of the real server; what became of them. */
export type FieldGround = {
  /** Of the morning, of noon, of the cleaning, and of the cleaning at a place that asks where the phone is. */
  rounds: readonly Uuid[]
  placeId(code: Code): Uuid
  round(at: number): Promise<RoundDetail>
  /** An item that fails at a place, confirmed and given to the account that goes. */
  finding(code: Code, itemId: string, line: Line): Promise<Uuid>
  findingCard(id: Uuid): Promise<FindingCard>
  /** Somebody else has the finding in hand now. */
  giveFinding(id: Uuid, line: Line, username: string): Promise<void>
  /** The same item is seen to fail at the place once more. */
  seenAgain(code: Code, itemId: string): Promise<void>
  /** This round could be begun the days before, too. */
  sinceDays(at: number, days: number): Promise<void>
  /** Somebody else goes this round now. */
  reassign(at: number, username: string): Promise<void>
  /** The estate does something otherwise than the company from today on. */
  newStandard(): Promise<void>
  /** The company has a version that asks these items as of another class. */
  asked(kano: Readonly<Record<string, KanoClass>>): Promise<void>
  /** The looks that stand in the tables since `forget`. */
  looks(): Promise<GroundLook[]>
  forget(): Promise<void>
  /** Files of these uploads, failures that became findings, looks that were refused and kept aside: how many. */
  counts(): Promise<{ photos: number; findings: number; refused: number }>
}

/** The rounds are this account's to go. */
export const layFieldGround = async (server: StaffServer, goes: string): Promise<FieldGround> => {
  const { house, estateId } = server
  const tx = async <T>(work: (tx: Tx) => Promise<T | Refusal>): Promise<T> => {
    const done = await inTransaction(house.database, { scope: [estateId] }, work)
    if (isRefusal(done)) throw new Error(done.code)
    return done
  }
  await tx(({ db, now }) =>
    db
      .insertInto('place')
      .values(
        PLACES.map(({ code, name, touchpoint, ...more }, sort) => ({
          estate_id: estateId,
          id: placeId(code),
          code,
          name,
          touchpoint,
          label_token: `TKN${code}`,
          scan_needed: 'scan' in more,
          position_needed: 'locate' in more,
          sort,
          created_at: now,
        })),
      )
      .execute(),
  )
  const estate = `/api/v1/estates/${estateId}`
  const lead = await handsOf(await request.newContext(), server, 'kefuzhuguan')
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date())
  const rounds: Uuid[] = []
  for (const { name, kind, task, codes } of ROUNDS) {
    const ids = PLACES.filter(({ code }) => codes.some((one) => one === code)).flatMap(askedAt)
    const plan = Plan.parse(
      await lead.send('post', `${estate}/inspection-plans`, {
        name,
        kind,
        task,
        recurrence: { kind: 'days', every: 1 },
        placeIds: codes.map(placeId),
        items: kind === 'task' ? {} : { ids },
        assigneeId: demoId(`staff ${goes}`),
        fromDate: today,
        untilDate: today,
      }),
    )
    const made = listInspectionRounds.response.parse(await lead.get(`${estate}/inspection-rounds?planId=${plan.id}`))
    if (made.rows.length !== 1 || !made.rows[0]) throw new Error(`${name} has ${made.rows.length} rounds`)
    rounds.push(made.rows[0].id)
  }

  const propose = async (code: Code, itemId: string): Promise<Uuid> => {
    const fileIds = [await lead.photo(estate)]
    const body = { placeId: placeId(code), itemId, note: '路过看到', fileIds }
    return proposeFinding.response.parse(await lead.send('post', `${estate}/findings`, body)).id
  }

  const known = new Set<Uuid>()
  const rowsOf = ({ db }: Tx) =>
    db
      .selectFrom('inspection')
      .select(['id', 'inspector_id as by', 'round_id as roundId', 'latitude', 'position_missing as positionMissing'])
      .where('estate_id', '=', estateId)
      .orderBy('received_at')
      .orderBy('id')
      .execute()
  return {
    rounds,
    placeId,
    round: async (at) => getInspectionRound.response.parse(await lead.get(`${estate}/inspection-rounds/${rounds[at]}`)),
    finding: async (code, itemId, line) => {
      const id = await propose(code, itemId)
      const { version, state } = MatterView.parse(await lead.get(`${estate}/matters/${id}`))
      // of a test that is run a second time: what it left open has come back to whom it was given
      if (state !== 'PROPOSED') return id
      const handlerId = demoId(`staff ${goes}`)
      await lead.send('post', `${estate}/findings/${id}/confirm`, { version, line, handlerId })
      return id
    },
    giveFinding: async (id, line, username) => {
      const { version } = MatterView.parse(await lead.get(`${estate}/matters/${id}`))
      const handlerId = demoId(`staff ${username}`)
      await lead.send('post', `${estate}/findings/${id}/reassign`, { version, line, handlerId })
    },
    seenAgain: async (code, itemId) => {
      await propose(code, itemId)
    },
    findingCard: async (id) => FindingCard.parse(await lead.get(`${estate}/findings/${id}`)),
    sinceDays: async (at, days) => {
      const from_at = new Date(Date.now() - days * 86_400_000).toISOString()
      await tx(({ db }) =>
        db
          .updateTable('inspection_round')
          .set({ from_at })
          .where('id', '=', rounds[at] ?? '')
          .execute(),
      )
    },
    reassign: async (at, username) => {
      const { id, version } = RoundDetail.parse(await lead.get(`${estate}/inspection-rounds/${rounds[at]}`))
      const body = { assigneeId: demoId(`staff ${username}`), version }
      await lead.send('post', `${estate}/inspection-rounds/${id}/reassign`, body)
    },
    asked: (kano) =>
      tx(async (within) => {
        const { db } = within
        const id = newId()
        await sql`insert into standard_version (id, company_id, number, name, state, effective_from, created_at, published_at)
          values (${id}, ${await companyOf(within, estateId)}, 90, '另有类别', 'published', '2020-01-02', now(), now())`.execute(
          db,
        )
        await sql`insert into standard_item (version_id, item_id, seq, active, item)
          select ${id}, item_id, seq, active, item || jsonb_strip_nulls(jsonb_build_object('kano', ${JSON.stringify(kano)}::jsonb -> item_id))
          from standard_item where version_id = ${PRODUCT_STANDARD}`.execute(db)
      }),
    newStandard: async () => {
      const head = await handsOf(await request.newContext(), server, 'zhuren')
      const draft = EstateStandard.parse(await head.send('post', `${estate}/standards`, { note: '试行' }))
      const url = `${estate}/standards/${draft.id}`
      const checked = EstateStandard.parse(await lead.send('post', `${url}/check`, { version: draft.version }))
      await lead.send('post', `${url}/publish`, { effectiveFrom: today, version: checked.version })
    },
    forget: async () => {
      for (const { id } of await tx(rowsOf)) known.add(id)
    },
    looks: () =>
      tx(async (within) => {
        const { db } = within
        const rows = (await rowsOf(within)).filter(({ id }) => !known.has(id))
        const answers = await db
          .selectFrom('inspection_answer')
          .select(['inspection_id', 'item_id', 'apart'])
          .where('estate_id', '=', estateId)
          .execute()
        const files = await db
          .selectFrom('inspection_file')
          .select(['inspection_id', 'file_id'])
          .where('estate_id', '=', estateId)
          .execute()
        return rows.map((look) => ({
          ...look,
          answers: answers.filter((answer) => answer.inspection_id === look.id),
          fileIds: files.filter((file) => file.inspection_id === look.id).map((file) => file.file_id),
        }))
      }),
    counts: () =>
      tx(async ({ db }) => {
        const count = async (table: 'file' | 'finding' | 'inspection_refused') => {
          const { n } = await db
            .selectFrom(table)
            .select(({ fn }) => fn.countAll<number>().as('n'))
            .where('estate_id', '=', estateId)
            .executeTakeFirstOrThrow()
          return Number(n)
        }
        return {
          photos: await count('file'),
          findings: await count('finding'),
          refused: await count('inspection_refused'),
        }
      }),
  }
}
