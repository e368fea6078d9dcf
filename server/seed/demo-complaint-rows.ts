import { sql } from 'kysely'
import { markMonth } from '#modules/complaints/index.ts'
import type { Tx } from '#platform/db/tx.ts'
import { monthScope, wordsIn } from '#platform/search/scoped-words.ts'
import { tokensOf } from '#platform/search/tokens.ts'
import { courseOf, type PastCourse } from './demo-complaint-course.ts'
import type { Past } from './demo-complaint-plan.ts'
import {
  attemptRows,
  clockRows,
  dutyRows,
  isJudged,
  keyRows,
  linkRows,
  type Numbered,
  pastId,
  postRows,
  registeredRow,
  reportRows,
  reviewRows,
  stepRows,
} from './demo-complaint-trail.ts'
import { demoId } from './demo-id.ts'
import { minutesAfter, type Story, type World } from './story.ts'

const CHUNK = 500
/** From this day on the evenings' inventories are told, which must find open what was open. */
const INVENTORIES = -34

/** Its end is told when it comes. */
const endsLate = ({ days }: Pick<World, 'days'>, course: PastCourse): boolean =>
  course.closedAt >= days.at(INVENTORIES, '00:00')

const PLACES: Readonly<Record<string, string>> = {
  T01: '小区大门',
  T02: '车行出入口',
  T03: '小区道路',
  T05: '地下车库',
  T07: '公告栏',
  T08: '单元门口',
  T09: '中心花园',
  T10: '楼下垃圾桶',
  T11: '大堂',
  T12: '电梯',
  T13: '楼道',
  T14: '底商',
  T15: '客服前台',
  T16: '会所',
  T17: '服务热线',
  T18: '公共设施',
  T19: '户内',
}
const INSIDE = ['T08', 'T10', 'T11', 'T12', 'T13', 'T18', 'T19']
const placeOf = ({ story, household }: Pick<Past, 'story' | 'household'>): string => {
  const place = PLACES[story.touchpoint] ?? '小区内'
  return INSIDE.includes(story.touchpoint) && household.unit.kind === 'flat'
    ? `${household.unit.building}栋${place}`
    : place
}

/**
 * Complaints that are over, in the order in which they were registered: everything a complaint leaves behind, in a few
 * statements. Their numbers are the next ones of their years.
 */
export const insertPast = async (tx: Tx, world: World, given: readonly Past[]): Promise<void> => {
  const list = given.toSorted((a, b) => (a.at < b.at ? -1 : 1)).map((past) => ({ past, course: courseOf(world, past) }))
  const numbered: Numbered[] = []
  for (const [year, ofYear] of Map.groupBy(list, ({ past }) => world.days.dateOf(past.at).slice(2, 4))) {
    const { rows } = await sql<{ last: number }>`insert into counter (estate_id, series, last)
      values (${world.estateId}, ${`matter-${year}`}, ${ofYear.length})
      on conflict (estate_id, series) do update set last = counter.last + excluded.last returning last`.execute(tx.db)
    const last = rows[0]?.last ?? 0
    for (const [i, one] of ofYear.entries())
      numbered.push({ ...one, number: `${year}-${String(last - ofYear.length + i + 1).padStart(6, '0')}` })
  }
  const put = async <T>(rows: readonly T[], write: (chunk: T[]) => Promise<unknown>) => {
    for (let from = 0; from < rows.length; from += CHUNK) await write(rows.slice(from, from + CHUNK))
  }
  await put(numbered, (c) =>
    tx.db
      .insertInto('matter')
      .values(c.map((one) => matterRow(world, one)))
      .execute(),
  )
  await put(numbered, (c) =>
    tx.db
      .insertInto('matter_words')
      .values(c.map((one) => wordsRow(world, one)))
      .execute(),
  )
  await put(numbered, (c) =>
    tx.db
      .insertInto('complaint_case')
      .values(c.map((one) => caseRow(world, one)))
      .execute(),
  )
  for (const { past } of numbered) await markMonth(tx, { estate_id: world.estateId, id: pastId(past) })
  await put(numbered, (c) =>
    tx.db
      .insertInto('complaint_contact')
      .values(c.map((one) => contactRow(world, one)))
      .execute(),
  )
  await put(
    numbered.flatMap((one) => keyRows(world, one)),
    (c) => tx.db.insertInto('search_key').values(c).execute(),
  )
  await put(
    numbered.map((one) => registeredRow(world, one)),
    (c) => tx.db.insertInto('timeline').values(c).execute(),
  )
  await put(
    numbered.flatMap(({ past, course }) => (endsLate(world, course) ? [] : stepRows(world, past, course.steps))),
    (c) => tx.db.insertInto('timeline').values(c).execute(),
  )
  await put(
    numbered.flatMap((one) => clockRows(world, one)),
    (c) => tx.db.insertInto('clock').values(c).execute(),
  )
  await put(
    numbered.flatMap((one) => dutyRows(world, one)),
    (c) => tx.db.insertInto('matter_duty').values(c).execute(),
  )
  await put(
    numbered.flatMap((one) => attemptRows(world, one)),
    (c) => tx.db.insertInto('callback_attempt').values(c).execute(),
  )
  await put(
    numbered.flatMap((one) => postRows(world, one)),
    (c) => tx.db.insertInto('complaint_post').values(c).execute(),
  )
  await put(
    numbered.flatMap((one) => linkRows(world, one)),
    (c) => tx.db.insertInto('matter_link').values(c).execute(),
  )
  await put(
    numbered.flatMap((one) => reportRows(world, one)),
    (c) => tx.db.insertInto('complaint_report').values(c).execute(),
  )
  await put(
    numbered.flatMap((one) => reviewRows(world, one)),
    (c) => tx.db.insertInto('penalty_review').values(c).execute(),
  )
}

const flagsOf = ({ story, course, channel, claimFen, hotAt }: Past): string[] => [
  ...(course === 'anonymous' ? ['anonymous'] : []),
  ...(course === 'noWish' ? ['noCallbackWish'] : []),
  ...(story.neighbour ? ['aboutNeighbour'] : []),
  ...(channel === 'forum' ? ['online'] : []),
  ...(story.code.startsWith('C7.1') ? ['developerLegacy'] : []),
  ...(claimFen === undefined ? [] : ['major']),
  ...(hotAt ? ['hot'] : []),
]

const closerOf = ({ steps, handler }: PastCourse) => (steps.at(-1)?.who === 'system' ? null : handler.id)

/** The steps of one that ended in the last weeks, day by day. */
export const tellSteps = async ({ step, days, ...world }: Story, past: Past): Promise<void> => {
  const told = { ...world, days }
  const course = courseOf(told, past)
  if (!endsLate(told, course)) return
  const ends = { open: false, closed_at: course.closedAt, closed_by: closerOf(course) }
  for (const steps of Map.groupBy(course.steps, (s) => days.dateOf(s.at)).values())
    await step(steps.at(-1)?.at ?? past.at, async (tx) => {
      await tx.db
        .insertInto('timeline')
        .values(stepRows(told, past, steps))
        .execute()
      const last = steps.at(-1)
      if (last === undefined || last.at < course.closedAt) return
      await tx.db
        .updateTable('matter')
        .set({ ...ends, state: last.to })
        .where('estate_id', '=', world.estateId)
        .where('id', '=', pastId(past))
        .execute()
      await markMonth(tx, { estate_id: world.estateId, id: pastId(past) })
    })
}

const matterRow = ({ estateId, days }: World, { past, course, number }: Numbered) => {
  const { story, household, at } = past
  const nameless = past.course === 'anonymous'
  const late = endsLate({ days }, course)
  const known = nameless
    ? {}
    : {
        customer_id: household.contactId,
        customer_name: household.contactName,
        contact_phone: household.phone,
        unit_id: household.unitId,
      }
  const place = placeOf(past)
  const complaint = {
    feeling: story.feeling,
    wish: story.wish,
    persons: past.persons,
    aboutNeighbour: story.neighbour ?? false,
    thanked: true,
    ...(past.claimFen === undefined ? {} : { claimFen: past.claimFen }),
  }
  return {
    estate_id: estateId,
    id: pastId(past),
    number,
    kind: 'complaint',
    contact_type: 'complaint',
    channel: past.channel,
    state: late ? 'INVESTIGATING' : course.state,
    open: late,
    version: course.steps.length + 1,
    title: story.title,
    customer_said: story.said,
    details: JSON.stringify({ complaint }),
    customer_id: null,
    customer_name: null,
    contact_phone: null,
    unit_id: null,
    ...known,
    contactable: !nameless,
    anonymous: nameless,
    place,
    line: story.line,
    flags: flagsOf(past),
    owner_id: course.owner.id,
    handler_id: course.handler.id,
    closure_controller_id: course.owner.id,
    collected_at: at,
    received_at: at,
    registered_at: at,
    result: story.measure,
    feedback: course.callbacks.at(-1)?.words ?? null,
    satisfaction: course.satisfaction,
    attempt: course.attempt,
    reopened_count: course.reopened,
    merged_into_id: past.into ? pastId({ name: past.into }) : null,
    closed_at: late ? null : course.closedAt,
    closed_by: late ? null : closerOf(course),
    updated_at: course.archivedAt ?? course.closedAt,
    search: sql<string>`to_tsvector('simple', ${tokensOf(wordsOf(past))})`,
  }
}

/** All that is said of it and may be looked for. */
const wordsOf = (past: Past): string =>
  [
    past.story.title,
    past.story.said,
    placeOf(past),
    past.course === 'anonymous' ? '' : past.household.contactName,
  ].join(' ')

const wordsRow = ({ estateId, days }: World, { past }: Numbered) => {
  const words = wordsIn(wordsOf(past), [
    `estate ${estateId}`,
    monthScope('complaint', days.dateOf(past.at).slice(0, 7)),
  ])
  return { estate_id: estateId, matter_id: pastId(past), words: sql<string>`array_to_tsvector(${words}::text[])` }
}

const caseRow = ({ estateId, days, who }: World, { past, course }: Numbered) => {
  const { story, household } = past
  const judged = isJudged(past)
  const ours = story.factor !== 'environment'
  return {
    estate_id: estateId,
    matter_id: pastId(past),
    received_on: days.dateOf(past.at),
    channel: past.channel,
    building_id: past.course === 'anonymous' ? null : demoId(`building ${household.unit.building}`),
    touchpoint: story.touchpoint,
    category_initial: story.guess ?? story.code,
    reply_due_at: course.replyDueAt,
    first_reply_at: course.firstReplyAt,
    claim_fen: past.claimFen ?? 0,
    persons: past.persons,
    times: past.times ?? past.persons,
    impact: past.impact ?? (past.persons > 1 ? '同楼层两户反映，未扩散' : null),
    hot_at: past.hotAt ?? null,
    head_appeared_at: past.hotAt ? minutesAfter(past.hotAt, 95) : null,
    category_final: judged ? story.code : null,
    cause: judged ? story.cause : null,
    classified_by: judged ? who(past.obviousNeglect ? 'kefuzhuguan' : 'heshi').id : null,
    classified_at: judged ? course.classifiedAt : null,
    factor: judged ? story.factor : null,
    factor_sub: judged ? story.sub : null,
    ours: judged ? ours : null,
    obvious_neglect: judged && past.obviousNeglect,
    grade: judged ? (ours ? 'valid' : 'toImprove') : null,
    grade_reason: judged ? story.cause : null,
    counted: judged ? true : null,
    counted_by: judged ? who('heshi').id : null,
    counted_at: judged ? course.countedAt : null,
    form_filled_at: course.firstReplyAt,
    proposal: judged ? story.measure : null,
    responsible_id: judged ? course.handler.id : null,
    treatment_due_at: course.workEndedAt,
    doer_id: judged ? course.handler.id : null,
    treatment_ended_at: course.workEndedAt,
    exemption: course.exemption,
    major_at: past.claimFen === undefined ? null : past.at,
    compensation_fen: past.claimFen ?? null,
    compensation_basis: past.claimFen === undefined ? null : '定损单与巡查记录',
    archived_at: course.archivedAt,
    volume: course.archivedAt === null ? null : past.claimFen === undefined ? 'ordinary' : 'major',
  }
}

const contactRow = ({ estateId, who }: World, { past, course }: Numbered) => {
  const { household } = past
  const nameless = past.course === 'anonymous'
  return {
    estate_id: estateId,
    id: demoId(`voice of ${past.name}`),
    matter_id: pastId({ name: past.into ?? past.name }),
    origin_id: pastId(past),
    at: past.at,
    channel: past.channel,
    person_key: nameless ? null : `customer:${household.contactId}`,
    unit_id: nameless ? null : household.unitId,
    customer_id: nameless ? null : household.contactId,
    name: nameless ? null : household.contactName,
    phone: nameless ? null : household.phone,
    // those of a parent came with voices of their own
    persons: past.hotAt ? 1 : past.persons,
    anonymous: nameless,
    contactable: !nameless,
    said: past.story.said,
    answer: past.into ? 'satisfied' : null,
    answered_at: past.into ? minutesAfter(course.closedAt, 4_320) : null,
    answered_by: past.into ? who('kefuzhuguan').id : null,
  }
}
