import sharp from 'sharp'
import type { AnswerMark, SentAnswer, TakenInspection } from '#contract/inspections.ts'
import { valueNeeded } from '#contract/rules/evidence.ts'
import type { CheckItem } from '#contract/touchpoints.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { newId } from '#platform/ids.ts'
import type { Answer, TestHouse } from './house.ts'

/** Today where the estates of the tests lie. */
export const todayHere = (): LocalDate => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

const drawn = sharp({ create: { width: 64, height: 48, channels: 3, background: '#888' } })
  .jpeg()
  .toBuffer()
/** A real picture, sent up as a phone sends it. */
export const sendPhoto = async (t: TestHouse, by: Uuid, in_ = t.a.id): Promise<Uuid> => {
  const edge = 'edge-of-a-part'
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="photo.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`
  const { status, body } = await t.as(by).send({
    method: 'POST',
    url: `/api/v1/estates/${in_}/files?purpose=photo`,
    headers: { 'content-type': `multipart/form-data; boundary=${edge}`, 'idempotency-key': newId() },
    payload: Buffer.concat([Buffer.from(head), await drawn, Buffer.from(`\r\n--${edge}--\r\n`)]),
  })
  if (status !== 201) throw new Error(`photo: ${JSON.stringify(body)}`)
  return body.id
}

/** A reading that the limit of an item lets pass. */
const passingValue = ({ threshold }: CheckItem): SentAnswer['value'] => {
  if (threshold === null || threshold.value === 'site-defined') return 1
  const { op, value } = threshold
  if (Array.isArray(value)) return value[0]
  if (value === 'today') return todayHere()
  if (typeof value !== 'number') return value
  return op === '>' ? value + 1 : op === '<' ? value - 1 : value
}

type Over = Readonly<Record<string, Partial<SentAnswer>>>
/** An answer to each item: it passes, measured where it must be, if nothing else is said. */
export const answersTo = (items: readonly CheckItem[], over: Over = {}) =>
  items.map((item) => ({
    itemId: item.id,
    answer: 'pass' as AnswerMark,
    ...(valueNeeded(item, 'pass') ? { value: passingValue(item) } : {}),
    ...over[item.id],
  }))

export type Checked = { standardId: Uuid; standardNumber: number; variantId: Uuid | null; items: CheckItem[] }
export const checklistOf = async (t: TestHouse, by: Uuid, placeId: Uuid, in_ = t.a.id): Promise<Checked> => {
  const { status, body } = await t.as(by).get(`/api/v1/estates/${in_}/places/${placeId}/checklist`)
  if (status !== 200) throw new Error(`checklist: ${JSON.stringify(body)}`)
  return body
}

/** FD-766: a draft of an estate is checked and put in force by another than its author. */
export const putInForce = async (
  t: TestHouse,
  by: Uuid,
  draft: { id: Uuid; version: number; effectiveFrom?: LocalDate },
  in_ = t.a.id,
): Promise<Answer> => {
  const { id, version, effectiveFrom = todayHere() } = draft
  const url = `/api/v1/estates/${in_}/standards/${id}`
  const checked = await t.as(by).post(`${url}/check`, { version })
  if (checked.status !== 200) throw new Error(`check: ${JSON.stringify(checked.body)}`)
  return t.as(by).post(`${url}/publish`, { effectiveFrom, version: checked.body.version })
}

type Look = {
  placeId: Uuid
  by: Uuid
  over?: Over
  kind?: string
  in_?: Uuid
  /** What the phone carries; absent: it asks just now. */
  carried?: Checked
}
/** A look at a place just now as a phone sends it. */
export const sendLook = async (t: TestHouse, look: Look): Promise<Answer> => {
  const { placeId, by, over, kind = 'self', in_ = t.a.id } = look
  const { standardId, variantId, items } = look.carried ?? (await checklistOf(t, by, placeId, in_))
  const now = new Date().toISOString()
  return t.as(by).post(`/api/v1/estates/${in_}/inspections`, {
    id: newId(),
    placeId,
    kind,
    beganAt: plusMilliseconds(now, -300_000),
    endedAt: plusMilliseconds(now, -1_000),
    sentAt: now,
    standardId,
    variantId,
    answers: answersTo(items, over),
  })
}
/** The same, and it must be taken. */
export const takenLook = async (t: TestHouse, look: Look): Promise<TakenInspection> => {
  const { status, body } = await sendLook(t, look)
  if (status !== 201) throw new Error(`look: ${JSON.stringify(body)}`)
  return body
}

/** A place made by who may. */
export const makePlace = async (
  t: TestHouse,
  body: object,
  by: Uuid = t.a.staff.centreHead,
  in_ = t.a.id,
): Promise<Uuid> => {
  const answer = await t.as(by).post(`/api/v1/estates/${in_}/places`, body)
  if (answer.status !== 201) throw new Error(`place: ${JSON.stringify(answer.body)}`)
  return answer.body.id
}
