import { listTexts } from '#content/list-words.ts'
import { permissionsOf, ROLE_CODES, type Role } from '#contract/permissions.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { AnswerOf, BodyOf } from '#contract/route.ts'
import type { compareEstateStandards, EstateStandard, saveEstateStandard } from '#contract/standards.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { holdersOf, tellStaff } from '#modules/staff/index.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import { refuseDuplicate } from '#platform/db/duplicate.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { faultsOfVariant, inForce, withoutGone } from '../checklist.rules.ts'
import { estateNameOf } from '../scores/score.store.ts'
import type { Variant } from '../variant.ts'
import { companyItemsOn } from './checklists.ts'
import { differencesOfVariants } from './compare.rules.ts'
import { presentVariant } from './standard.present.ts'
import {
  findVariant,
  insertVariant,
  saveVariant,
  type VariantContent,
  type VariantRow,
  variantsOf,
} from './variant.store.ts'
import { notByEditor } from './write-standard.ts'

const DRAFT = { estate_standard_draft_key: 'body', estate_standard_number_key: 'body' }
const NOTHING: Variant = { traits: [], standing: [], off: {}, added: [], changed: {} }

export const todayOf = async (tx: Tx, estateId: Uuid) => localDateOf(await calendarOf(tx, estateId), tx.now)

const shown = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<EstateStandard> => {
  const all = await variantsOf(tx, estateId)
  const row = all.find((v) => v.id === id)
  if (!row) throw new Error('a version of the estate is gone')
  return presentVariant(row, inForce(all, await todayOf(tx, estateId))?.id)
}

const record = (tx: Tx, actor: Actor, estateId: Uuid, action: string, id: Uuid, after: unknown) =>
  audit(tx, actor, {
    estateId,
    action: `estateStandard.${action}`,
    subjectKind: 'estateStandard',
    subjectId: id,
    after,
  })

/** A draft of what the estate does otherwise; begins as what is in force. E_DUPLICATE while another draft is open. */
export const draftVariant = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  note: string | undefined,
): Promise<EstateStandard | Refusal> => {
  const all = await variantsOf(tx, estateId)
  const today = await todayOf(tx, estateId)
  const from = withoutGone(await companyItemsOn(tx, estateId, today), inForce(all, today) ?? NOTHING)
  const row = { id: newId(), number: (all[0]?.number ?? 0) + 1, created_by: actor.id }
  const written = await refuseDuplicate(DRAFT, () => insertVariant(tx, estateId, row, { ...from, note: note ?? null }))
  if (isRefusal(written)) return written
  await record(tx, actor, estateId, 'draft', row.id, { number: row.number })
  return shown(tx, estateId, row.id)
}

const draftOf = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<VariantRow | Refusal> => {
  const found = await findVariant(tx, estateId, id)
  if (!found) return refuse('E_NOT_FOUND')
  return found.state === 'draft' ? found : refuse('E_FIXED')
}

/** FD-766: who has written in it neither checks it nor puts it in force; where a centre has no second person, quality does. */
const draftOfOthers = async (tx: Tx, actor: Actor, estateId: Uuid, id: Uuid): Promise<VariantRow | Refusal> => {
  const draft = await draftOf(tx, estateId, id)
  return isRefusal(draft) ? draft : (notByEditor(actor, draft) ?? draft)
}

/** E_INPUT names the item that is wrong: unknown, twice, under the number of another, or of the north without its other. */
export const saveDraft = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  { version, note, ...input }: BodyOf<typeof saveEstateStandard>,
): Promise<EstateStandard | Refusal> => {
  const draft = await draftOf(tx, estateId, id)
  if (isRefusal(draft)) return draft
  const company = await companyItemsOn(tx, estateId, await todayOf(tx, estateId))
  const content = withoutGone(company, { ...input, note: note ?? null }, draft)
  const others = (await variantsOf(tx, estateId)).filter((v) => v.id !== id)
  const [fault] = faultsOfVariant(company, content, { before: draft, others })
  if (fault) return refuse('E_INPUT', { field: fieldOf(content, fault.itemId), details: fault })
  if (!(await saveVariant(tx, estateId, { id, version }, { content, by: actor.id }))) return refuse('E_VERSION_STALE')
  await record(tx, actor, estateId, 'save', id, content)
  const saved = await shown(tx, estateId, id)
  // told once, until it is checked or another person has become one of its editors
  const told = draft.version > 1 && draft.checked_at === null && draft.editors.some((e) => e.id === actor.id)
  if (!told) await tellCheckers(tx, estateId, saved)
  return saved
}

const MAY_CHECK = ROLE_CODES.filter((role) => permissionsOf([role]).has('standard.vary'))
/** FD-766: that it waits for a check, to who may check it: the people of the centre, and where there is no second one quality. */
const tellCheckers = async (tx: Tx, estateId: Uuid, { number, editors }: EstateStandard): Promise<void> => {
  const wrote = new Set(editors.map((e) => e.id))
  const today = await todayOf(tx, estateId)
  const others = async (roles: readonly Role[]) =>
    (await holdersOf(tx, estateId, roles, today)).filter((id) => !wrote.has(id))
  const centre = await others(MAY_CHECK.filter((role) => role !== 'qualityDept'))
  await tellStaff(tx, estateId, centre.length > 0 ? centre : await others(['qualityDept']), {
    template: 'standard.toCheck',
    params: {
      estate: await estateNameOf(tx, estateId),
      version: number,
      editors: listTexts(editors.map((e) => e.name)),
    },
  })
}

const fieldOf = (content: VariantContent, itemId: string): string => {
  const added = content.added.findLastIndex((a) => a.id === itemId)
  if (added >= 0) return `body.added.${added}`
  return content.changed[itemId] === undefined ? `body.off.${itemId}` : `body.changed.${itemId}`
}

/** FD-766: E_SECOND_PERSON for one of its editors, E_VERSION_STALE when it was changed since it was read. */
export const checkVariant = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  { version }: { version: number },
): Promise<EstateStandard | Refusal> => {
  const draft = await draftOfOthers(tx, actor, estateId, id)
  if (isRefusal(draft)) return draft
  const patch = { checked_at: tx.now, checked_by: actor.id }
  if (!(await saveVariant(tx, estateId, { id, version }, { patch }))) return refuse('E_VERSION_STALE')
  await record(tx, actor, estateId, 'check', id, { number: draft.number })
  return shown(tx, estateId, id)
}

/** FD-766: what is checked is put in force. E_SECOND_PERSON for one of its editors, E_STATE_CHANGED when it is not checked. */
export const publishVariant = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  { effectiveFrom, version }: { effectiveFrom: LocalDate; version: number },
): Promise<EstateStandard | Refusal> => {
  const draft = await draftOfOthers(tx, actor, estateId, id)
  if (isRefusal(draft)) return draft
  if (draft.checked_at === null) return refuse('E_STATE_CHANGED', { details: { state: 'draft' } })
  const today = await todayOf(tx, estateId)
  if (effectiveFrom < today) return refuse('E_TIME_PAST', { field: 'body.effectiveFrom', details: { earliest: today } })
  const patch = { state: 'published', effective_from: effectiveFrom, published_at: tx.now, published_by: actor.id }
  if (!(await saveVariant(tx, estateId, { id, version }, { patch }))) return refuse('E_VERSION_STALE')
  await record(tx, actor, estateId, 'publish', id, { effectiveFrom })
  return shown(tx, estateId, id)
}

/** A draft, or a published one whose day has not come. E_FIXED for one that was in force. */
export const withdrawVariant = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  { reason, version }: { reason: string; version: number },
): Promise<EstateStandard | Refusal> => {
  const found = await findVariant(tx, estateId, id)
  if (!found) return refuse('E_NOT_FOUND')
  const begun = found.state === 'published' && (found.effective_from ?? '') <= (await todayOf(tx, estateId))
  if (found.state === 'withdrawn' || begun) return refuse('E_FIXED')
  const patch = { state: 'withdrawn', note: reason }
  if (!(await saveVariant(tx, estateId, { id, version }, { patch }))) return refuse('E_VERSION_STALE')
  await record(tx, actor, estateId, 'withdraw', id, { reason })
  return shown(tx, estateId, id)
}

/** Two versions of the estate over the company standard of today. E_NOT_FOUND beside the one to compare with. */
export const compareVariants = async (
  tx: Tx,
  estateId: Uuid,
  id: Uuid,
  otherId: Uuid,
): Promise<AnswerOf<typeof compareEstateStandards> | Refusal> => {
  const all = await variantsOf(tx, estateId)
  const [after, before] = [id, otherId].map((one) => all.find((v) => v.id === one))
  if (!after) return refuse('E_NOT_FOUND')
  if (!before) return refuse('E_NOT_FOUND', { field: 'query.with' })
  const company = await companyItemsOn(tx, estateId, await todayOf(tx, estateId))
  return differencesOfVariants(company, before, after)
}
