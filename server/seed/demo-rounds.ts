import type { PlanItems } from '#contract/inspection-plans.ts'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import { heldOn, isAsked, itemsAt, scoreModelOf } from '#modules/inspection/index.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { rowsOfVisit, type Visit } from './demo-looks.ts'
import { demoPicture } from './demo-photo.ts'
import { type Gone, writeGone } from './demo-round-rows.ts'
import { randomOf } from './random.ts'
import { minutesAfter, secondsAfter, type World } from './story.ts'

/** Who of the demo goes the rounds of a role. */
const GOERS: Readonly<Record<string, readonly string[]>> = {
  guard: ['baoan', 'baoan2', 'baoan3', 'baoan4'],
  cleaner: ['baojie'],
  technician: ['jishu', 'jishu2', 'jishu3', 'jishu4'],
  areaSteward: ['guanjia'],
  frontDeskLead: ['qiantaizhang'],
  housekeepingLead: ['jiazheng'],
}

type Going = {
  id: Uuid
  kind: string
  on_date: LocalDate
  from_at: Instant
  due_at: Instant
  warn_at: Instant | null
  assignee_role: string | null
  assignee_id: Uuid | null
  items: PlanItems
  name: string
}
type Fate = 'done' | 'late' | 'heardLate' | 'missed' | 'begun' | 'planned'

/** Most rounds are kept; the time of a few runs out, some of those are made up for, of some was only heard later. */
const fateOf = ({ name, on_date, from_at, due_at }: Going, now: Instant): Fate => {
  const random = randomOf(`round ${name} ${on_date} ${from_at}`)
  if (due_at > now) return from_at < now && random.chance(0.4) ? 'begun' : 'planned'
  const share = random.next()
  if (share < 0.035) return 'missed'
  if (share < 0.07 && minutesAfter(due_at, 120) < now) return share < 0.055 ? 'late' : 'heardLate'
  return 'done'
}

/** Everything that was gone until now, as if phones had sent it: written at once, because six weeks of it are much. */
export const goTheRounds = async (tx: Tx, world: World): Promise<void> => {
  const { estateId, now, house } = world
  const rounds = (await tx.db
    .selectFrom('inspection_round')
    .select(['id', 'kind', 'on_date', 'from_at', 'due_at', 'warn_at', 'assignee_role', 'assignee_id', 'items', 'name'])
    .where('estate_id', '=', estateId)
    .where('from_at', '<=', now)
    .orderBy('due_at')
    .execute()) as unknown as Going[]
  const stops = Map.groupBy(
    await tx.db
      .selectFrom('inspection_stop as t')
      .innerJoin('place as p', (join) => join.onRef('p.estate_id', '=', 't.estate_id').onRef('p.id', '=', 't.place_id'))
      .select(['t.round_id', 't.seq', 'p.id', 'p.code', 'p.touchpoint', 'p.traits'])
      .where('t.estate_id', '=', estateId)
      .orderBy('t.seq')
      .execute(),
    (s) => s.round_id,
  )
  const held = await heldOn(tx, estateId, world.days.today)
  const kept = {
    estateId,
    standardId: held.standardId,
    variantId: held.variantId,
    model: scoreModelOf(await settingsOf(tx, estateId)),
  }
  const picture = await demoPicture(house, estateId, 'before')
  const written: Gone = { looks: [], rounds: [], stops: [], files: [] }
  for (const round of rounds) {
    const fate = fateOf(round, now)
    if (fate === 'planned') continue
    const random = randomOf(`going ${round.name} ${round.on_date} ${round.from_at}`)
    const by = round.assignee_id ?? world.who(random.pick(GOERS[round.assignee_role ?? ''] ?? ['guanjia'])).id
    const missed = fate === 'missed' || fate === 'late' ? { missed_at: round.due_at, warned_at: round.warn_at } : {}
    const own = stops.get(round.id) ?? []
    const going = fate === 'missed' ? [] : fate === 'begun' ? own.slice(0, Math.ceil(own.length / 3)) : own
    // of some that were not gone to their end the next place was left half done
    const unfinished = (fate === 'missed' || fate === 'begun') && round.kind !== 'task'
    const half = unfinished && random.chance(0.5) ? own.slice(going.length, going.length + 1) : []
    if (fate === 'missed' && half.length === 0) {
      written.rounds.push({ id: round.id, state: 'missed', ...missed })
      continue
    }
    const start = fate === 'late' ? minutesAfter(round.due_at, 30) : minutesAfter(round.from_at, random.whole(1, 12))
    // a round fits into what is left of its window, however many places it has
    const end = fate === 'late' ? minutesAfter(round.due_at, 110) : fate === 'begun' ? now : round.due_at
    const room = Math.max(60, (Date.parse(end) - Date.parse(start)) / 1_000 - 30)
    const step = Math.max(1, Math.min(150, Math.floor(room / Math.max(1, own.length))))
    const doneAt = (i: number) => secondsAfter(start, step * (i + 1))
    // without signal the phone kept it until the person came up from the garage
    const heardAt = (at: Instant) => (fate === 'heardLate' ? minutesAfter(round.due_at, 40) : secondsAfter(at, 2))
    for (const [i, stop] of [...going, ...half].entries()) {
      const asked = round.kind === 'task' ? [] : itemsAt(held, stop).filter((item) => isAsked(item, round.items))
      const items = i < going.length ? asked : asked.slice(0, Math.floor(asked.length / 2))
      const visit: Visit = {
        roundId: round.id,
        kind: round.kind,
        place: stop,
        items,
        missing: asked.slice(items.length).map((item) => item.id),
        date: round.on_date,
        by,
        beganAt: doneAt(i - 1),
        endedAt: doneAt(i),
      }
      const look =
        items.length > 0
          ? rowsOfVisit(visit, kept, () => {
              const id = newId()
              written.files.push({ id, by, at: doneAt(i) })
              return id
            })
          : undefined
      if (look) written.looks.push(look)
      if (i >= going.length) continue
      written.stops.push({
        round_id: round.id,
        seq: stop.seq,
        done_at: doneAt(i),
        done_by: by,
        received_at: heardAt(doneAt(i)),
        inspection_id: look?.inspection.id ?? null,
      })
    }
    const ended =
      fate === 'begun' || fate === 'missed'
        ? { state: 'started' }
        : {
            state: 'done',
            done_at: doneAt(own.length),
            done_by: by,
            done_received_at: heardAt(doneAt(own.length)),
          }
    written.rounds.push({
      id: round.id,
      ...missed,
      started_at: start,
      started_by: by,
      started_received_at: heardAt(start),
      ...ended,
    })
  }
  await writeGone(tx, estateId, written, picture)
}
