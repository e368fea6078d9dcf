import { z } from 'zod'
import { CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import {
  type FieldPack,
  type FieldPlace,
  finishRound,
  getFieldPack,
  type Round,
  sendInspection,
  startRound,
  tickStop,
} from '#contract/field.ts'
import type { SentInspection, TakenInspection } from '#contract/inspections.ts'
import type { RouteShape } from '#contract/route.ts'

export type FakeReply = { status: number; body: unknown }
export type Me = { id: string; name: string }
type Estate = FieldPack['estate']

const HOUR_MS = 3_600_000
const at = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString()
const refusal = (status: number, code: string, details: object = {}): FakeReply => ({
  status,
  body: { error: { code, details, requestId: 'fake' } },
})
const pattern = ({ path }: RouteShape) => new RegExp(`^${path.replaceAll(/:\w+/g, '([^/]+)')}$`)

const WHERE = [
  { code: 'G1', name: '1号门岗', touchpoint: 'T01', building: null, floor: null },
  { code: 'D3-2', name: '3栋2单元大堂', touchpoint: 'T11', building: '3栋', floor: 1 },
  { code: 'L3-2', name: '3栋2单元电梯', touchpoint: 'T12', building: '3栋', floor: null },
  { code: 'C3-2-12', name: '3栋2单元12层楼道', touchpoint: 'T13', building: '3栋', floor: 12 },
  { code: 'B7', name: '7号垃圾桶', touchpoint: 'T10', building: null, floor: null },
  { code: 'P1', name: '地下一层停车场', touchpoint: 'T05', building: null, floor: -1 },
] as const
/** Of each checklist: 6 places make 60 items. */
const ITEMS_A_PLACE = 10

/**
 * The five field routes with a memory, checked by the contract: what was sent is kept by its id, a repeat gets the first
 * answer, a round that is over stays over. Tests look into `inspections`, `ticks` and `rounds`.
 */
export const makeFieldFake = (estate: Estate) => {
  const places: FieldPlace[] = WHERE.map((where, n) => ({
    ...where,
    id: crypto.randomUUID(),
    labelToken: `TKN${where.code}`,
    scanNeeded: n === 2,
    position: null,
  }))
  const itemsOf = ({ touchpoint }: FieldPlace) => {
    const own = CATALOGUE_ITEMS.filter((item) => item.touchpoint === touchpoint)
    const measured = own.filter(({ threshold, evidence }) => evidence === 'measurement' || threshold?.unit === 'date')
    return [...measured, ...own.filter((item) => !measured.includes(item))].slice(0, ITEMS_A_PLACE)
  }
  const standardId = crypto.randomUUID()
  const round = (name: string, kind: Round['kind'], stops: readonly FieldPlace[], due: number): Round => ({
    id: crypto.randomUUID(),
    planId: null,
    kind,
    name,
    task: kind === 'task' ? '擦拭桶身，喷洒消毒液' : null,
    line: null,
    date: at(0).slice(0, 10),
    fromAt: at(-1),
    dueAt: at(due),
    state: 'planned',
    assigneeRole: null,
    assignee: null,
    seed: null,
    startedAt: null,
    doneAt: null,
    missedAt: null,
    note: null,
    version: 1,
    stops: stops.map(({ id }, n) => ({
      seq: n + 1,
      placeId: id,
      doneAt: null,
      doneBy: null,
      inspectionId: null,
      skippedReason: null,
    })),
  })
  const rounds = [
    round('早班楼栋巡检', 'self', places.slice(0, 3), 2),
    round('午间外围巡检', 'self', places.slice(3, 6), 4),
    round('垃圾桶清洁消毒', 'task', places.slice(4, 5), 5),
  ]
  const inspections = new Map<string, { sent: SentInspection; by: string; times: number; answer: TakenInspection }>()
  const ticks: { placeId: string; by: string; skippedReason: string | undefined }[] = []
  const finding = {
    matterId: crypto.randomUUID(),
    number: '26-000900',
    state: 'ASSIGNED',
    placeId: places[0]?.id ?? '',
    itemId: 'T01-F-01',
    statement: { zh: '门岗立杆灯损坏', en: 'The lamp at the gate is broken' },
    severity: 'major' as const,
    dueAt: at(20),
    mine: true,
    may: ['rectify' as const],
    version: 3,
  }
  /** Moves of findings as they came. */
  const findingMoves: { verb: string; body: unknown; by: string }[] = []
  const kept = new Map<string, { said: string; reply: FakeReply }>()
  /** What the server notes about the next look. */
  const warnNext: TakenInspection['warnings'] = []
  /** Refuses the next matching request instead of taking it. */
  const refuseNext: { match: RegExp; reply: FakeReply }[] = []

  const pack = (me: Me): FieldPack => {
    const items = new Map(places.flatMap(itemsOf).map((item) => [item.id, item]))
    return getFieldPack.response.parse({
      asOf: at(0),
      estate,
      me,
      rounds,
      places,
      items: [...items.values()],
      checklists: places.map((place) => ({
        placeId: place.id,
        touchpoint: place.touchpoint,
        standardId,
        variantId: null,
        itemIds: itemsOf(place).map(({ id }) => id),
      })),
      findings: findingMoves.length > 0 ? [] : [finding],
      rules: { photoMaxPx: 1600, photosPerItem: 9, clockWarnMs: 300_000 },
    })
  }

  const take = (body: SentInspection, me: Me): FakeReply => {
    const known = inspections.get(body.id)
    if (known) {
      known.times += 1
      return { status: 201, body: known.answer }
    }
    const count = (mark: string) => body.answers.filter(({ answer }) => answer === mark).length
    const answer = sendInspection.response.parse({
      id: body.id,
      score: 9_250,
      passed: count('pass'),
      failed: count('fail'),
      notApplicable: count('na'),
      clockOffMs: Date.parse(body.sentAt) - Date.now(),
      findings: [],
      apart: [],
      warnings: warnNext.splice(0),
    })
    inspections.set(body.id, { sent: body, by: me.id, times: 1, answer })
    const stop = rounds.find(({ id }) => id === body.roundId)?.stops.find(({ placeId }) => placeId === body.placeId)
    if (stop) Object.assign(stop, { doneAt: at(0), doneBy: me, inspectionId: body.id })
    return { status: 201, body: answer }
  }
  const change = (id: string | undefined, how: (round: Round) => void): FakeReply => {
    const found = rounds.find((one) => one.id === id)
    if (!found) return refusal(404, 'E_NOT_FOUND')
    how(found)
    found.version += 1
    return { status: 200, body: found }
  }

  const answerTo = (method: string, path: string, body: unknown, me: Me): FakeReply | undefined => {
    const on = (route: RouteShape) => (route.method === method ? pattern(route).exec(path) : null)
    if (on(getFieldPack)) return { status: 200, body: pack(me) }
    if (on(sendInspection)) return take(sendInspection.body.parse(body), me)
    const begun = on(startRound)
    if (begun) {
      const { at: startedAt } = startRound.body.parse(body)
      return change(begun[2], (found) => Object.assign(found, { state: 'started', startedAt }))
    }
    const ticked = on(tickStop)
    if (ticked) {
      const { skippedReason, at: doneAt } = tickStop.body.parse(body)
      ticks.push({ placeId: ticked[3] ?? '', by: me.id, skippedReason })
      return change(ticked[2], ({ stops }) => {
        const stop = stops.find(({ placeId }) => placeId === ticked[3])
        if (stop) Object.assign(stop, { doneAt, doneBy: me, skippedReason: skippedReason ?? null })
      })
    }
    const finished = on(finishRound)
    if (finished) {
      const { at: doneAt, skipped } = finishRound.body.parse(body)
      return change(finished[2], (found) => {
        Object.assign(found, { state: 'done', doneAt })
        for (const { placeId, reason } of skipped)
          Object.assign(found.stops.find((stop) => stop.placeId === placeId) ?? {}, { skippedReason: reason })
      })
    }
    const moved = /\/findings\/([^/]+)\/([^/]+)$/.exec(path)
    if (moved?.[1] === finding.matterId && method === 'POST') {
      findingMoves.push({ verb: moved[2] ?? '', body, by: me.id })
      return { status: 200, body: {} }
    }
    return undefined
  }

  /** The answer of a field route, by key as the server keeps it; undefined for every other address. */
  const answer = (method: string, path: string, body: unknown, me: Me, key: string | undefined) => {
    const refused = refuseNext.findIndex(({ match }) => match.test(`${method} ${path}`))
    if (refused >= 0) return refuseNext.splice(refused, 1)[0]?.reply
    const name = `${me.id} ${key}`
    const said = JSON.stringify([method, path, body])
    const before = key === undefined ? undefined : kept.get(name)
    if (before) return before.said === said ? before.reply : refusal(422, 'E_IDEMPOTENCY_MISMATCH')
    try {
      const reply = answerTo(method, path, body, me)
      if (reply && key !== undefined && method !== 'GET') kept.set(name, { said, reply })
      return reply && { ...reply, body: structuredClone(reply.body) }
    } catch (error) {
      if (error instanceof z.ZodError) return refusal(400, 'E_INPUT', { issues: error.issues })
      throw error
    }
  }
  return { places, rounds, inspections, ticks, finding, findingMoves, warnNext, refuseNext, refusal, answer }
}
export type FieldFake = ReturnType<typeof makeFieldFake>
