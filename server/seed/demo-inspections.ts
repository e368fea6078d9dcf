import { sql } from 'kysely'
import { CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import type { AnswerMark } from '#contract/inspections.ts'
import { isRefusal, refuse } from '#contract/refusal.ts'
import { isFault, isWell } from '#contract/rules/fault.ts'
import type { CheckItem } from '#contract/touchpoints.ts'
import type { Uuid } from '#contract/values.ts'
import { markLooks, type Proposed, proposeFindings, scoreLook } from '#modules/inspection/index.ts'
import { findMatter, moveMatter } from '#modules/matters/index.ts'
import type { Tx } from '#platform/db/tx.ts'
import { DEFAULT_SETTINGS } from '#platform/settings/settings.ts'
import { demoId } from './demo-id.ts'
import { FINDING_TALES, type FindingTale } from './demo-inspection-words.ts'
import { move } from './demo-matters.ts'
import { demoPhoto } from './demo-photo.ts'
import { type Random, randomOf } from './random.ts'
import { minutesAfter, type Story, storyOf, type World } from './story.ts'
import type { Told } from './tale.ts'

type DemoPlace = {
  id: Uuid
  code: string
  name: string
  touchpoint: CheckItem['touchpoint']
  inBuilding: boolean
}
/** Two more than the year that is shown, whatever day it is. */
const MONTHS = 14
const PRODUCT_STANDARD: Uuid = '00000000-0000-7000-8000-000000000001'
const INSPECTORS = ['guanjia', 'baoan', 'pinzhi', 'kefuzhuguan'] as const

/** More than a year of looks at the places of the demo estate, written as rows: they happened before anybody looks. */
export const seedInspections = async (tx: Tx, world: World): Promise<DemoPlace[]> => {
  const rows = await tx.db
    .selectFrom('place')
    .select(['id', 'code', 'name', 'touchpoint', 'building_id'])
    .where('estate_id', '=', world.estateId)
    .orderBy('touchpoint')
    .orderBy('code')
    .execute()
  const places = rows.flatMap((row): DemoPlace[] => {
    const touchpoint = TOUCHPOINTS.find((code) => code === row.touchpoint)
    return touchpoint ? [{ ...row, touchpoint, inBuilding: row.building_id !== null }] : []
  })
  const random = randomOf('looks of the demo')
  const looks = places.flatMap((place) => looksAt(world, random, place))
  for (let from = 0; from < looks.length; from += CHUNK) await writeLooks(tx, looks.slice(from, from + CHUNK))
  return places
}

const CHUNK = 200

/** From here on what is critical fails only where its finding is told with it. */
const RECENT = MONTHS * 2 - 5

/** A gate or a post is looked at twice a month, a corridor now and then; what fails grows rarer over the year. */
const looksAt = (world: World, random: Random, { id, code, touchpoint, inBuilding }: DemoPlace) => {
  const items = CATALOGUE_ITEMS.filter(
    (i) => i.touchpoint === touchpoint && i.trait === null && i.conditions.length === 0,
  )
  // one place is not like another
  const care = 0.93 + random.next() * 0.06
  return Array.from({ length: MONTHS * 2 }, (_, n) => n).flatMap((n) => {
    const ago = (MONTHS * 2 - n) * 15 - random.whole(0, 13)
    if (random.chance(inBuilding ? 0.8 : 0.25)) return []
    const pass = care + (n / (MONTHS * 2)) * 0.015
    const answers = items.map((item) => ({
      item,
      answer: random.chance(0.03)
        ? ('na' as const)
        : random.chance(item.severity === 'critical' ? (n < RECENT ? 0.995 : 1) : pass)
          ? ('pass' as const)
          : ('fail' as const),
    }))
    const began = world.days.at(
      -ago,
      `${String(random.whole(9, 16)).padStart(2, '0')}:${random.pick(['05', '20', '40'])}`,
    )
    const inspector = random.pick(INSPECTORS)
    return [
      {
        id: demoId(`look ${code} ${n}`),
        place_id: id,
        touchpoint,
        kind: inspector === 'pinzhi' ? 'surprise' : 'self',
        inspector_id: world.who(inspector).id,
        on_date: world.days.date(-ago),
        began_at: began,
        ended_at: minutesAfter(began, random.whole(6, 25)),
        answers,
        estate_id: world.estateId,
        ...scoreLook(answers, DEFAULT_SETTINGS),
      },
    ]
  })
}

const writeLooks = async (tx: Tx, looks: ReturnType<typeof looksAt>): Promise<void> => {
  type Answers = (typeof looks)[number]['answers']
  const count = (answers: Answers, of: (item: CheckItem, mark: AnswerMark) => boolean) =>
    answers.filter((a) => of(a.item, a.answer)).length
  await tx.db
    .insertInto('inspection')
    .values(
      looks.map(({ answers, tally, ...look }) => ({
        ...look,
        tally: [...tally],
        received_at: look.ended_at,
        standard_id: PRODUCT_STANDARD,
        passed: count(answers, isWell),
        failed: count(answers, isFault),
        not_applicable: count(answers, (_, mark) => mark === 'na'),
      })),
    )
    .execute()
  for (const [estateId, own] of Map.groupBy(looks, (l) => l.estate_id))
    await markLooks(
      tx,
      estateId,
      own.map((l) => l.on_date),
    )
  const rows = looks.flatMap((l) =>
    l.answers.map(({ item, answer }) => [l.estate_id, l.id, item.id, l.place_id, l.on_date, answer] as const),
  )
  // one parameter however many answers
  await sql`insert into inspection_answer (estate_id, inspection_id, item_id, place_id, on_date, answer)
    select (r ->> 0)::uuid, (r ->> 1)::uuid, r ->> 2, (r ->> 3)::uuid, (r ->> 4)::date, r ->> 5
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) r`.execute(tx.db)
}

/** What was found in the last weeks, each by the people and on the way it goes in life. */
export const findingsOf = (world: World, places: readonly DemoPlace[]): Told[] =>
  FINDING_TALES.map((tale, i) =>
    storyOf(world, `finding ${i}`, (story) => tellFinding(story, tale, placeOf(tale, places))),
  )

const placeOf = ({ itemId, place }: FindingTale, places: readonly DemoPlace[]): DemoPlace => {
  const found = places.filter((p) => itemId.startsWith(p.touchpoint))[place]
  if (!found) throw new Error(`the demo has no place ${place} for ${itemId}`)
  return found
}

const tellFinding = async (story: Story, tale: FindingTale, place: DemoPlace): Promise<void> => {
  const { days, who } = story
  const at = days.at(-tale.ago, '10:10')
  const found = await see(story, tale, place, at)
  if (tale.again !== undefined) await see(story, tale, place, days.at(tale.again - tale.ago, '15:30'))
  const matter = await story.step(
    minutesAfter(at, 1),
    async (tx) => (await findMatter(tx, story.estateId, found.matterId)) ?? refuse('E_NOT_FOUND'),
  )
  if (tale.reached === 'PROPOSED') return
  const lead = who('kefuzhuguan')
  const confirmed = minutesAfter(at, 95)
  if (tale.reached === 'REJECTED') {
    await move(story, lead, confirmed, matter, 'reject', { reason: '换季正常落叶，当日已清扫' })
    return
  }
  const handler = who(matter.line === 'cleaning' || matter.line === 'greening' ? 'baojie' : 'jishu')
  const assign = { line: matter.line ?? 'repair', handlerId: handler.id }
  await move(story, lead, confirmed, matter, matter.state === 'PROPOSED' ? 'confirm' : 'reassign', assign)
  if (tale.reached === 'ASSIGNED') return
  let now = minutesAfter(confirmed, 130)
  await rectify(story, tale, matter, now)
  if (tale.refused) {
    now = minutesAfter(now, 1_500)
    await move(story, who('guanjia'), now, matter, 'failCheck', { reason: '边缘仍有松动', photoIds: [] })
    now = minutesAfter(now, 400)
    await rectify(story, tale, matter, now)
  }
  if (tale.reached === 'CLOSED')
    await move(story, who('pinzhi'), minutesAfter(now, 1_440), matter, 'passCheck', {
      note: '现场看过，合格',
      photoIds: [],
    })
}

const see = (story: Story, tale: FindingTale, place: DemoPlace, at: string): Promise<Proposed> => {
  const { house, estateId } = story
  const by = story.who(tale.by)
  const item = CATALOGUE_ITEMS.find((i) => i.id === tale.itemId)
  if (!item) throw new Error(`the catalogue has no ${tale.itemId}`)
  const look = { estateId, inspectionId: null, place, at }
  return story.step(
    at,
    async (tx) => {
      const done = await proposeFindings(tx, by, look, [{ item, note: tale.note, fileIds: [] }])
      if (isRefusal(done)) return done
      const [one] = done
      if (!one) throw new Error('nothing was found')
      await demoPhoto(tx, house, estateId, one.matterId, by.id, 'before')
      return one
    },
    'inTurn',
  )
}

const rectify = (
  story: Story,
  tale: FindingTale,
  matter: { id: Uuid; line: string | null; kind: string },
  now: string,
) => {
  const { house, estateId } = story
  const doer = story.who(matter.line === 'cleaning' || matter.line === 'greening' ? 'baojie' : 'jishu')
  return story.step(now, async (tx) => {
    const photo = await demoPhoto(tx, house, estateId, matter.id, doer.id, 'after')
    return moveMatter(tx, doer, {
      estateId,
      id: matter.id,
      kind: 'finding',
      verb: 'rectify',
      input: { measure: tale.measure ?? '已整改', rootCause: '保养间隔过长，未及时发现', photoIds: [photo] },
    })
  })
}
