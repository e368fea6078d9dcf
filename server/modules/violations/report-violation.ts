import { violationTypeTexts } from '#content/texts/violations.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { BodyOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import type { reportViolation as route } from '#contract/violations.ts'
import {
  canSee,
  claimFiles,
  findMatter,
  insertLinks,
  leadOfLine,
  moveMatter,
  registerMatter,
  type Tell,
  tellPeople,
  touchMatter,
} from '#modules/matters/index.ts'
import { onBehalfOf } from '#modules/workorders/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { earlierOf, toInstant } from '#platform/calendar/instants.rules.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { isOfRenovation, LINE_OF, photographed } from './violation.rules.ts'
import {
  holdUnit,
  insertStep,
  insertViolation,
  type OpenViolation,
  openAt,
  picturesOfMatter,
  saveViolation,
} from './violation.store.ts'

type Input = BodyOf<typeof route>
type Reported = { id: Uuid; number: string; joined: boolean }

/** FD-770, FD-771: something forbidden was seen at a home. What is open there of the same type is joined. */
export const reportViolation = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  input: Input,
): Promise<Reported | Refusal> => {
  const unit = await holdUnit(tx, estateId, input.unitId)
  if (!unit) return refuse('E_NOT_FOUND', { field: 'body.unitId' })
  const because = input.becauseOfId ? await findMatter(tx, estateId, input.becauseOfId) : undefined
  if (input.becauseOfId && !(because && canSee(actor, because)))
    return refuse('E_NOT_FOUND', { field: 'body.becauseOfId' })
  const theirs = because ? await picturesOfMatter(tx, estateId, because.id) : []
  const refused = photographed([...input.photoIds, ...theirs])
  if (refused) return refused
  const standing = await openAt(tx, { estateId, unitId: input.unitId, type: input.type })
  return standing ? join(tx, actor, estateId, input, standing) : bear(tx, actor, estateId, input, unit.display, theirs)
}

const bear = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  input: Input,
  home: string,
  theirs: readonly Uuid[],
): Promise<Reported | Refusal> => {
  const { type, danger, photoIds } = input
  const registered = await registerMatter(tx, actor, estateId, {
    contactType: 'violation',
    channel: 'inspection',
    title: `${home} ${violationTypeTexts[`violationType.${type}`].zh}`,
    customerSaid: null,
    staffSaw: input.words,
    unitId: input.unitId,
    place: input.place,
    line: LINE_OF[type],
    contactable: false,
    anonymous: false,
    urgent: danger,
    noCallbackWish: false,
    receivedAt: input.foundAt,
    collectedById: input.foundById,
    fileIds: [],
    links: input.becauseOfId ? [{ kind: 'becauseOf', matterId: input.becauseOfId }] : [],
  })
  if (isRefusal(registered)) {
    const { field } = registered
    const own = { 'body.receivedAt': 'body.foundAt', 'body.collectedById': 'body.foundById' }[field ?? '']
    return own ? refuse(registered.code, { field: own, details: registered.details }) : registered
  }
  const { matter } = registered
  const lead = await leadOfLine(tx, estateId, LINE_OF[type])
  // a suggestion: whoever confirms it may name another
  if (lead !== undefined) await touchMatter(tx, matter, { handler_id: lead })
  const foundAt = input.foundAt ? earlierOf(toInstant(input.foundAt), tx.now) : tx.now
  const foundBy = input.foundById ?? actor.id
  await insertViolation(tx, {
    estate_id: estateId,
    matter_id: matter.id,
    unit_id: input.unitId,
    type,
    renovation: isOfRenovation(type, input.renovation),
    danger,
    found_on: localDateOf(await calendarOf(tx, estateId), foundAt),
    found_at: foundAt,
    found_by: foundBy,
  })
  const file_ids = [...photoIds, ...theirs]
  await insertStep(tx, matter, { step: 'found', at: foundAt, by_id: foundBy, words: input.words, file_ids })
  const refused = await claimFiles(tx, matter, { by: actor.id, fileIds: photoIds, field: 'body.photoIds' })
  if (refused) return refused
  await tellPeople(tx, matter, told(danger))
  return { id: matter.id, number: matter.number, joined: false }
}

const told = (danger: boolean): Tell[] => {
  const template = danger ? 'violation.danger' : 'violation.reported'
  return [
    { to: 'lineLead', template },
    { to: 'csLead', template },
    ...(danger ? [{ to: 'centreHead' as const, template }] : []),
  ]
}

/**
 * Seen once more while it is open; who reports it sees the number, whoever handles it. What makes it worse than it
 * was known to be is kept, and told to the heads as if it were found anew; what it came from stays linked.
 */
const join = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  { words, place, photoIds, danger, renovation, becauseOfId }: Input,
  standing: OpenViolation,
): Promise<Reported | Refusal> => {
  const moved = await moveMatter(tx, onBehalfOf(actor), {
    estateId,
    id: standing.matter_id,
    kind: 'violation',
    verb: 'observe',
    input: { seen: 'goingOn', situation: [place, words].filter(Boolean).join('\n'), photoIds },
    bySystem: true,
  })
  if (isRefusal(moved)) return moved
  const matter = { estate_id: estateId, id: standing.matter_id }
  if (becauseOfId) await insertLinks(tx, actor, matter, [{ kind: 'becauseOf', matterId: becauseOfId }])
  const worse = { danger: danger && !standing.danger, renovation: renovation && !standing.renovation }
  if (worse.renovation) await saveViolation(tx, matter, { renovation: true })
  if (worse.danger) {
    await saveViolation(tx, matter, { danger: true })
    await touchMatter(tx, matter, { urgent: true })
    const now = await findMatter(tx, estateId, matter.id)
    if (now) await tellPeople(tx, now, told(true))
  }
  return { id: standing.matter_id, number: standing.number, joined: true }
}
