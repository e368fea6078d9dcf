import { sql } from 'kysely'
import type { Instant, Uuid } from '#contract/values.ts'
import { markMonth } from '#modules/complaints/index.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { newId } from '#platform/ids.ts'
import { monthScope, wordsIn } from '#platform/search/scoped-words.ts'
import type { TestEstate, TestHouse } from './house.ts'

/** Friday noon in Shanghai; the statistical month runs from 26 October to 25 November. */
export const NOW = '2026-11-20T04:00:00.000Z'

/**
 * Thirty complaints of estate A whose figures were reckoned by hand. Received at nine in the morning; `reply` and `due` in
 * hours after it, `closed` in days, `-` where there is none; `n/x` are persons and times. 18 count in the period, 3 in
 * the one before; 19 to 21 and 25 never count; 26 and 27 are seen by the trend alone, 28 by nothing.
 */
const TABLE = `
 1 2026-10-26 phone       C1.2 C1.2 repair       B1 man         compliance 1/1 CLOSED        1   8  2   satisfied    T03,shared
 2 2026-10-26 phone       C2.7 C2.5 repair       B1 machine     quality    1/1 CLOSED        0.5 8  5   neutral      T03
 3 2026-10-27 letter      C3.1 C3.1 security     B2 man         attitude   2/3 CLOSED        30  50 10  satisfied    T05
 4 2026-10-28 forum       C5.7 C5.7 finance      -  method      -          1/1 CLOSED        20  24 1   satisfied    unreasonable
 5 2026-10-30 phone       C4.2 C4.2 cleaning     B1 man         compliance 5/6 INVESTIGATING 2   8  -   -            hot
 6 2026-11-01 visit       C4.2 -    cleaning     B2 -           -          1/1 ASSIGNED      -   8  -   -            -
 7 2026-11-02 phone       -    -    -            B2 -           -          1/1 RECEIVED      10  8  -   -            -
 8 2026-11-03 email       C7.1 C7.1 -            B1 environment -          1/1 CLOSED        40  48 15  satisfied    developerLegacy
 9 2026-11-04 phone       C6.3 C2.1 repair       B2 machine     quality    1/1 CLOSED        1   8  3   satisfied    major
10 2026-11-05 on_site     C3.3 C3.3 security     -  man         skill      1/1 CLOSED        3   8  7   notAsked     lateReport
11 2026-11-06 phone       C3.3 C3.3 security     B1 man         skill      1/2 CLOSED        1   8  2   satisfied    reopened,secondary
12 2026-11-08 phone       C1.1 C1.1 repair       B1 material    durability 1/1 CLOSED        5   8  11  satisfied    -
13 2026-11-10 phone       C2.7 C2.7 repair       B1 machine     function   1/1 ESCALATED     1   8  -   -            escalated
14 2026-11-12 app_message C4.4 C4.4 cleaning     B2 method      -          1/1 CLOSED        2   8  1   neutral      -
15 2026-11-15 phone       C5.1 -    housekeeping B1 -           -          1/1 INVESTIGATING 6   8  -   -            unverified
16 2026-11-18 forum       C8.1 C8.1 -            -  environment -          1/1 CLOSED        30  24 1.5 satisfied    -
17 2026-11-19 phone       C6.2 -    security     B2 -           -          1/1 ASSIGNED      -   8  -   -            unreachable
18 2026-11-20 phone       C1.2 -    repair       B1 -           -          1/1 RECEIVED      -   15 -   -            unverified
19 2026-11-05 phone       C1.1 -    -            -  -           -          1/1 CLOSED        -   8  1   -            notCounted
20 2026-11-06 phone       C1.1 -    -            -  -           -          1/1 NOT_COMPLAINT -   8  1   -            -
21 2026-11-07 phone       C4.2 -    -            -  -           -          4/4 MERGED        -   8  1   -            -
22 2026-10-25 phone       C1.2 C1.2 repair       B1 man         attitude   1/1 CLOSED        1   8  2   satisfied    -
23 2026-10-10 phone       C4.2 C4.2 cleaning     B2 man         compliance 3/3 CLOSED        9   8  4   notSatisfied -
24 2026-09-26 letter      C5.7 C5.7 finance      -  method      -          1/1 CLOSED        20  50 3   satisfied    major
25 2026-10-01 phone       C1.1 -    -            -  -           -          1/1 CLOSED        -   8  1   -            notCounted
26 2026-09-25 phone       C1.1 C1.1 -            -  -           -          1/1 CLOSED        1   8  1   -            -
27 2025-10-26 phone       C1.1 C1.1 -            -  -           -          1/1 CLOSED        1   8  1   -            -
28 2025-10-25 phone       C1.1 C1.1 -            -  -           -          1/1 CLOSED        1   8  1   -            -`

type FiguresHouse = Pick<TestHouse, 'tx'> & {
  a: { id: Uuid; staff: Pick<TestEstate['staff'], 'frontDeskClerk' | 'csLead'> }
}

const FLAGS = ['unreasonable', 'hot', 'developerLegacy', 'major', 'lateReport']
const later = (at: Instant, hours: number) => plusMilliseconds(at, Math.round(hours * 3_600_000))

/** Ids of the complaints by their number in the table. */
export const figureIds: ReadonlyMap<number, Uuid> = new Map(
  Array.from({ length: 28 }, (_, i) => [i + 1, newId()] as const),
)
const idOf = (no: number): Uuid => figureIds.get(no) ?? ''

/** Buildings, rooms, complaints and what the centre owed besides, all in estate A. */
export const insertFigures = async (t: FiguresHouse): Promise<void> => {
  const buildings = await insertPlaces(t)
  for (const line of TABLE.trim().split('\n')) await insertCase(t, line, buildings)
  await insertSaid(t)
  await insertOwed(t)
}

const insertPlaces = (t: FiguresHouse): Promise<Record<string, Uuid>> =>
  t.tx(async ({ db }) => {
    const own = { estate_id: t.a.id }
    const ids: Record<string, Uuid> = { B1: newId(), B2: newId() }
    for (const [name, id] of Object.entries(ids))
      await db
        .insertInto('building')
        .values({ ...own, id, name: `${name}栋`, code: `figures ${name}` })
        .execute()
    const unit = (n: number, kind: string, building: string) => ({
      ...own,
      id: newId(),
      building_id: ids[building] ?? '',
      unit_no: `${building}-${n}`,
      display: `${building}-${n}`,
      room: String(n),
      kind,
      area_cm2: 10_000,
      created_at: NOW,
    })
    const units = [unit(1, 'flat', 'B1'), unit(2, 'flat', 'B1'), unit(3, 'shop', 'B1'), unit(4, 'flat', 'B2')]
    await db
      .insertInto('unit')
      .values([...units, unit(5, 'parking', 'B2')])
      .execute()
    return ids
  })

const insertCase = (t: FiguresHouse, line: string, buildings: Record<string, Uuid>): Promise<unknown> => {
  const cells = line
    .trim()
    .split(/\s+/)
    .map((cell) => (cell === '-' ? null : cell))
  const [
    no,
    on,
    channel,
    first,
    final,
    business,
    building,
    factor,
    sub,
    many,
    state,
    reply,
    due,
    closed,
    answer,
    marks,
  ] = cells
  if (!no || !on || !channel || !state) throw new Error(`no case: ${line}`)
  const id = idOf(Number(no))
  const receivedAt = `${on}T01:00:00.000Z`
  const after = (hours: string | null | undefined, times = 1) =>
    hours ? later(receivedAt, Number(hours) * times) : null
  const has = (mark: string) => (marks ?? '').split(',').includes(mark)
  const own = { estate_id: t.a.id }
  return t.tx(async (tx) => {
    const { db } = tx
    await db
      .insertInto('matter')
      .values({
        ...own,
        id,
        number: `26-${no.padStart(4, '0')}`,
        kind: 'complaint',
        contact_type: 'complaint',
        channel,
        state,
        open: !closed,
        title: `第${no}件`,
        owner_id: t.a.staff.frontDeskClerk,
        co_owner_id: has('shared') ? t.a.staff.csLead : null,
        line: business ?? null,
        flags: FLAGS.filter(has),
        contactable: !has('unreachable'),
        contact_phone: '13800138000',
        collected_at: receivedAt,
        received_at: receivedAt,
        registered_at: receivedAt,
        updated_at: receivedAt,
        closed_at: after(closed, 24),
        satisfaction: answer ?? null,
        reopened_count: has('reopened') ? 1 : 0,
      })
      .execute()
    await db
      .insertInto('complaint_case')
      .values({
        ...own,
        matter_id: id,
        received_on: on,
        channel,
        building_id: building ? (buildings[building] ?? null) : null,
        touchpoint: (marks ?? '').match(/T\d\d/)?.[0] ?? null,
        category_initial: first ?? null,
        category_final: final ?? null,
        factor: factor ?? null,
        factor_sub: sub ?? null,
        secondary_factors: has('secondary') ? ['machine', 'method'] : [],
        persons: Number(many?.split('/')[0]),
        times: Number(many?.split('/')[1]),
        counted: has('unverified') ? null : !has('notCounted'),
        reply_due_at: after(due),
        first_reply_at: after(reply),
        major_at: has('major') ? receivedAt : null,
        hot_at: has('hot') ? receivedAt : null,
        escalated_at: has('escalated') ? receivedAt : null,
      })
      .execute()
    await markMonth(tx, { ...own, id })
    const words = wordsIn(`第${no}件`, [`estate ${t.a.id}`, monthScope('complaint', on.slice(0, 7))])
    await db
      .insertInto('matter_words')
      .values({ ...own, matter_id: id, words: sql<string>`array_to_tsvector(${words}::text[])` })
      .execute()
    return true
  })
}

/** Promises: two kept, one broken, one whose time has gone by without a sweep, one to come. Callbacks: five, one unhappy. */
const insertSaid = (t: FiguresHouse): Promise<unknown> =>
  t.tx(async ({ db }) => {
    const own = { estate_id: t.a.id }
    const promise = (no: number, dueAt: Instant, how: 'met' | 'breached' | 'running') => ({
      ...own,
      id: newId(),
      matter_id: idOf(no),
      name: 'promise.feedback',
      rule: 'CP-042',
      span: '{}',
      started_at: later(dueAt, -8),
      due_at: dueAt,
      state: how,
      breached_at: how === 'breached' ? dueAt : null,
      met_at: how === 'running' ? null : later(dueAt, how === 'met' ? -1 : 20),
      ended_at: how === 'running' ? null : later(dueAt, how === 'met' ? -1 : 20),
    })
    await db
      .insertInto('clock')
      .values([
        promise(1, '2026-10-26T09:00:00.000Z', 'met'),
        promise(3, '2026-10-28T09:00:00.000Z', 'breached'),
        promise(3, '2026-10-30T09:00:00.000Z', 'met'),
        promise(6, '2026-11-02T09:00:00.000Z', 'running'),
        promise(13, '2026-11-24T09:00:00.000Z', 'running'),
      ])
      .execute()
    const called = (no: number, satisfaction: string, at: Instant) => ({
      ...own,
      id: newId(),
      matter_id: idOf(no),
      round: 0,
      at,
      staff_id: t.a.staff.csLead,
      how: 'phone',
      outcome: 'reached',
      satisfaction,
      grade: 'free',
    })
    await db
      .insertInto('callback_attempt')
      .values([
        called(1, 'satisfied', '2026-10-28T01:00:00.000Z'),
        called(2, 'neutral', '2026-10-31T01:00:00.000Z'),
        called(11, 'notSatisfied', '2026-11-07T01:00:00.000Z'),
        called(11, 'satisfied', '2026-11-08T01:00:00.000Z'),
      ])
      .execute()
    const voice = { ...own, id: newId(), matter_id: idOf(3), at: '2026-10-27T02:00:00.000Z', channel: 'letter' }
    await db
      .insertInto('complaint_contact')
      .values({ ...voice, answer: 'satisfied' })
      .execute()
    const link = { ...own, from_id: idOf(12), to_id: idOf(1), kind: 'repeatOf' }
    await db
      .insertInto('matter_link')
      .values({ ...link, created_at: NOW, created_by: t.a.staff.csLead })
      .execute()
    return true
  })

/** The estate is there since 20 October: tallies, reports and publications owed from then on. */
const insertOwed = (t: FiguresHouse): Promise<unknown> =>
  t.tx(async ({ db }) => {
    const own = { estate_id: t.a.id }
    await db
      .updateTable('estate')
      .set({ created_at: '2026-10-20T00:00:00.000Z' })
      .where('estate_id', '=', t.a.id)
      .execute()
    await db
      .insertInto('complaint_tally')
      .values([
        { ...own, on_date: '2026-11-10', signed_at: '2026-11-10T10:00:00.000Z' },
        { ...own, on_date: '2026-11-11', signed_at: '2026-11-11T10:00:00.000Z' },
        { ...own, on_date: '2026-11-12', signed_at: '2026-11-12T15:59:59.000Z' },
        // at midnight: late
        { ...own, on_date: '2026-11-13', signed_at: '2026-11-13T16:00:00.000Z' },
      ])
      .execute()
    const report = (kind: string, no: number | null, dueAt: Instant, submittedAt: Instant | null) => ({
      ...own,
      id: newId(),
      kind,
      matter_id: no === null ? null : idOf(no),
      from_date: no === null ? '2026-09-26' : null,
      to_date: no === null ? '2026-10-25' : null,
      state: submittedAt === null ? 'draft' : 'submitted',
      submitted_at: submittedAt,
      late: submittedAt === null ? null : submittedAt > dueAt,
      due_at: dueAt,
      created_at: '2020-01-01T00:00:00.000Z',
    })
    await db
      .insertInto('complaint_report')
      .values([
        report('monthly', null, '2026-10-28T10:00:00.000Z', '2026-10-27T10:00:00.000Z'),
        report('majorFirst', 9, '2026-11-05T10:00:00.000Z', '2026-11-06T10:00:00.000Z'),
        report('hotFirst', 5, '2026-11-06T16:00:00.000Z', null),
        report('hotTopic', 5, '2026-11-24T16:00:00.000Z', null),
        // what was found not to be major owes no report (CP-093)
        report('majorTopic', 8, '2026-11-10T16:00:00.000Z', null),
      ])
      .execute()
    await db
      .insertInto('complaint_publication')
      .values({ ...own, id: newId(), month: '2026-10', state: 'none', updated_at: NOW })
      .execute()
    return true
  })
