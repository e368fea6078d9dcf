import { listTexts } from '#content/list-words.ts'
import { permissionsOf, ROLE_CODES } from '#contract/permissions.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { BodyOf } from '#contract/route.ts'
import type {
  addStandardItem,
  changeStandardItem,
  createStandard,
  StandardItem,
  StandardVersion,
} from '#contract/standards.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { companyHoldersOf, tellStaff } from '#modules/staff/index.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { holdsCompanyWide } from '#platform/auth/company-wide.ts'
import { refuseDuplicate } from '#platform/db/duplicate.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { inForce } from '../checklist.rules.ts'
import { companyIdOf, companyToday, findOwn } from './read-standards.ts'
import { presentItem, presentVersion } from './standard.present.ts'
import {
  copyVersion,
  findItem,
  findVersion,
  insertItem,
  itemsOf,
  lockVersion,
  noteEditor,
  saveItem,
  saveVersion,
  type VersionRow,
  versionsOf,
} from './standard.store.ts'

const DRAFT = { standard_version_draft_key: 'body.fromId', standard_version_number_key: 'body.fromId' }

/** A standard is every estate's: whoever holds the right in one estate only does not change it for the others. */
const editor = async (
  tx: Tx,
  actor: Actor,
  right: 'standard.edit' | 'standard.approve' = 'standard.edit',
): Promise<Uuid | Refusal> => {
  const companyId = companyIdOf(actor)
  if (isRefusal(companyId)) return companyId
  return (await holdsCompanyWide(tx, actor, right)) ? companyId : refuse('E_FORBIDDEN')
}

const shown = async (tx: Tx, companyId: Uuid, id: Uuid): Promise<StandardVersion> => {
  const row = await findVersion(tx, companyId, id)
  if (!row) throw new Error('a version of the standard is gone')
  return presentVersion(row, inForce(await versionsOf(tx, companyId), companyToday(tx))?.id)
}

/** E_DUPLICATE beside the source while another draft is open, E_NOT_FOUND for a version of somebody else. */
export const draftStandard = async (
  tx: Tx,
  actor: Actor,
  { fromId, name, note }: BodyOf<typeof createStandard>,
): Promise<StandardVersion | Refusal> => {
  const companyId = await editor(tx, actor)
  if (isRefusal(companyId)) return companyId
  if (!(await findVersion(tx, companyId, fromId))) return refuse('E_NOT_FOUND', { field: 'body.fromId' })
  const all = await versionsOf(tx, companyId)
  const id = newId()
  const number = Math.max(...all.map((v) => v.number)) + 1
  const draft = { id, company_id: companyId, number, name, note: note ?? null, created_by: actor.id }
  const copied = await refuseDuplicate(DRAFT, () => copyVersion(tx, draft, fromId))
  if (isRefusal(copied)) return copied
  await audit(tx, actor, {
    estateId: null,
    action: 'standard.draft',
    subjectKind: 'standard',
    subjectId: id,
    after: { number, name, fromId },
  })
  return shown(tx, companyId, id)
}

/** E_FIXED for what is no draft of this company: a published version never changes. It stays a draft until this is done. */
const openDraft = async (tx: Tx, actor: Actor, id: Uuid, right?: Parameters<typeof editor>[2]) => {
  const companyId = await editor(tx, actor, right)
  if (isRefusal(companyId)) return companyId
  await lockVersion(tx, id)
  const version = await findOwn(tx, actor, id)
  if (isRefusal(version)) return version
  return version.state === 'draft' ? version : refuse('E_FIXED')
}

const MAY_CHECK = ROLE_CODES.filter((role) => permissionsOf([role]).has('standard.approve'))
/**
 * Whoever writes in a draft is one of its editors, and takes a check back. That it waits for a check is told to who may
 * check it (FD-766), once, until it is checked or another person has become one of its editors.
 */
const written = async (tx: Tx, actor: Actor, draft: VersionRow): Promise<void> => {
  await noteEditor(tx, draft.id, actor.id)
  const wrote = draft.editors.some((e) => e.id === actor.id)
  if (draft.company_id === null || (draft.version > 1 && draft.checked_at === null && wrote)) return
  const editors = wrote ? draft.editors : [...draft.editors, actor]
  const { estateId, ids } = await companyHoldersOf(tx, draft.company_id, MAY_CHECK, companyToday(tx))
  if (estateId === undefined) return
  await tellStaff(
    tx,
    estateId,
    ids.filter((id) => !editors.some((e) => e.id === id)),
    {
      template: 'standard.companyToCheck',
      params: { name: draft.name, version: draft.number, editors: listTexts(editors.map((e) => e.name)) },
    },
  )
}

/** E_VERSION_STALE when somebody else has changed the item since it was read. */
export const changeItem = async (
  tx: Tx,
  actor: Actor,
  { id, itemId }: { id: Uuid; itemId: string },
  { active, version, ...input }: BodyOf<typeof changeStandardItem>,
): Promise<StandardItem | Refusal> => {
  const draft = await openDraft(tx, actor, id)
  if (isRefusal(draft)) return draft
  const before = await findItem(tx, id, itemId)
  if (!before) return refuse('E_NOT_FOUND')
  const after = { ...before, active, item: { ...before.item, ...input } }
  if (!(await saveItem(tx, id, { ...after, version }))) return refuse('E_VERSION_STALE')
  await written(tx, actor, draft)
  await audit(tx, actor, {
    estateId: null,
    action: 'standard.item',
    subjectKind: 'standard',
    subjectId: id,
    before: { ...before.item, active: before.active },
    after: { ...after.item, active },
  })
  return presentItem({ ...after, version: version + 1 })
}

export const addItem = async (
  tx: Tx,
  actor: Actor,
  id: Uuid,
  input: BodyOf<typeof addStandardItem>,
): Promise<StandardItem | Refusal> => {
  const draft = await openDraft(tx, actor, id)
  if (isRefusal(draft)) return draft
  const items = await itemsOf(tx, id)
  const stem = `${input.touchpoint}-${input.aspect.charAt(0).toUpperCase()}-`
  const taken = items.filter((i) => i.item_id.startsWith(stem)).map((i) => Number(i.item_id.slice(stem.length)))
  const next = Math.max(0, ...taken) + 1
  if (next > 99) return refuse('E_TOO_LARGE', { field: 'body.touchpoint' })
  const item = {
    ...input,
    id: `${stem}${String(next).padStart(2, '0')}`,
    basis: 'inferred' as const,
    origin: 'derived' as const,
  }
  // behind the last one of its touchpoint, so that a checklist keeps its order
  const seq = Math.max(...items.filter((i) => i.item.touchpoint === input.touchpoint).map((i) => i.seq), 0)
  const row = { item_id: item.id, seq, active: true, item, version: 1 }
  await insertItem(tx, id, row)
  await written(tx, actor, draft)
  await audit(tx, actor, {
    estateId: null,
    action: 'standard.addItem',
    subjectKind: 'standard',
    subjectId: id,
    after: item,
  })
  return presentItem(row)
}

/** FD-766: who has written in it neither checks nor approves it. */
export const notByEditor = (
  actor: Actor,
  { editors }: { editors: readonly { id: Uuid; name: string }[] },
): Refusal | undefined =>
  editors.some((e) => e.id === actor.id)
    ? refuse('E_SECOND_PERSON', { details: { author: editors.map((e) => e.name).join('、') } })
    : undefined

const draftOfOthers = async (tx: Tx, actor: Actor, id: Uuid) => {
  const draft = await openDraft(tx, actor, id, 'standard.approve')
  return isRefusal(draft) ? draft : (notByEditor(actor, draft) ?? draft)
}

/** FD-766: E_SECOND_PERSON for one of its editors, E_VERSION_STALE when it was changed since it was read. */
export const checkStandard = async (
  tx: Tx,
  actor: Actor,
  id: Uuid,
  { version }: { version: number },
): Promise<StandardVersion | Refusal> => {
  const draft = await draftOfOthers(tx, actor, id)
  if (isRefusal(draft)) return draft
  const patch = { state: 'draft' as const, checked_at: tx.now, checked_by: actor.id }
  if (!(await saveVersion(tx, { id, version }, patch))) return refuse('E_VERSION_STALE')
  await audit(tx, actor, { estateId: null, action: 'standard.check', subjectKind: 'standard', subjectId: id })
  return shown(tx, draft.company_id ?? '', id)
}

/**
 * FD-766: what is checked is approved. E_SECOND_PERSON for one of its editors, E_STATE_CHANGED when it is not checked,
 * E_TIME_PAST for a day gone by: what was seen then was held to another version.
 */
export const publishStandard = async (
  tx: Tx,
  actor: Actor,
  id: Uuid,
  { effectiveFrom, version }: { effectiveFrom: LocalDate; version: number },
): Promise<StandardVersion | Refusal> => {
  const draft = await draftOfOthers(tx, actor, id)
  if (isRefusal(draft)) return draft
  if (draft.checked_at === null) return refuse('E_STATE_CHANGED', { details: { state: 'draft' } })
  const today = companyToday(tx)
  if (effectiveFrom < today) return refuse('E_TIME_PAST', { field: 'body.effectiveFrom', details: { earliest: today } })
  const patch = { effective_from: effectiveFrom, published_at: tx.now, published_by: actor.id }
  if (!(await saveVersion(tx, { id, version }, { state: 'published', ...patch }))) return refuse('E_VERSION_STALE')
  await audit(tx, actor, {
    estateId: null,
    action: 'standard.publish',
    subjectKind: 'standard',
    subjectId: id,
    after: { effectiveFrom },
  })
  return shown(tx, draft.company_id ?? '', id)
}

/** A draft, or a published version whose day has not come. E_FIXED for one that was in force. */
export const withdrawStandard = async (
  tx: Tx,
  actor: Actor,
  id: Uuid,
  { reason, version }: { reason: string; version: number },
): Promise<StandardVersion | Refusal> => {
  const companyId = await editor(tx, actor)
  if (isRefusal(companyId)) return companyId
  const found = await findOwn(tx, actor, id)
  if (isRefusal(found)) return found
  const begun = found.state === 'published' && (found.effective_from ?? '') <= companyToday(tx)
  if (found.company_id === null || found.state === 'withdrawn' || begun) return refuse('E_FIXED')
  if (!(await saveVersion(tx, { id, version }, { state: 'withdrawn', note: reason }))) return refuse('E_VERSION_STALE')
  await audit(tx, actor, {
    estateId: null,
    action: 'standard.withdraw',
    subjectKind: 'standard',
    subjectId: id,
    after: { reason },
  })
  return shown(tx, companyId, id)
}
