import type { ChangeCustomer } from '#contract/customers.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Cipher } from '#platform/privacy/cipher.ts'
import { differences } from '../differences.ts'
import { refreshCustomerKeys } from '../search/put-keys.ts'
import { initialsOf } from '../search/spelling.ts'
import { todayIn } from '../today.ts'
import { orRefuse } from '../violations.ts'
import { freshPaper } from './create-customer.ts'
import { type Customer, type CustomerPatch, findCustomer, updateCustomer } from './customer.store.ts'
import { readPaper, sealPaper, sealRepresentative } from './paper.ts'

/** FD-012, FD-731: former values stay in the history. E_NOT_FOUND, E_VERSION_STALE, E_INPUT and E_DUPLICATE (identity number). */
export const changeCustomer = async (
  tx: Tx,
  actor: Actor,
  cipher: Cipher,
  estateId: Uuid,
  id: Uuid,
  input: ChangeCustomer,
): Promise<undefined | Refusal> => {
  const before = await findCustomer(tx, estateId, id)
  if (!before) return refuse('E_NOT_FOUND')
  if (before.version !== input.version) return refuse('E_VERSION_STALE')
  const papers = await paperPatch(tx, cipher, before, input)
  if (isRefusal(papers)) return papers
  const plain = plainPatch(input)
  const { said } = papers
  const changed = differences({ ...before, ...said.before }, { ...plain, ...said.after })
  if (!changed) return undefined
  const patch: CustomerPatch = {
    ...plain,
    ...(input.quietHours && { quiet_hours: JSON.stringify(input.quietHours) }),
    ...(input.name !== undefined && { name_initials: initialsOf(input.name) }),
    ...papers.patch,
  }
  const done = await orRefuse({ customer_identity_key: { code: 'E_DUPLICATE', field: 'body.idNumber' } }, () =>
    updateCustomer(tx, estateId, id, input.version, patch),
  )
  if (isRefusal(done)) return done
  if (!done) return refuse('E_VERSION_STALE')
  if (input.name !== undefined) await refreshCustomerKeys(tx, estateId, [id])
  await audit(tx, actor, { estateId, action: 'customer.changed', subjectKind: 'customer', subjectId: id, ...changed })
  tx.tell({ estateId, topic: 'customers' })
  return undefined
}

const plainPatch = (input: ChangeCustomer) => {
  const columns = {
    name: input.name,
    kind: input.kind,
    gender: input.gender,
    birth_date: input.birthDate,
    language: input.language,
    important: input.important,
    no_callback: input.noCallback,
    quiet_hours: input.quietHours,
    preferences: input.preferences,
    remarks: input.remarks,
  }
  const given: Partial<typeof columns> = Object.fromEntries(
    Object.entries(columns).filter(([, value]) => value !== undefined),
  )
  return given
}

const NO_PAPER = { id_kind: null, id_cipher: null, id_index: null, id_tail: null }
const NO_REPRESENTATIVE = { representative_kind: null, representative_cipher: null, representative_tail: null }

/** The sealed columns, and what a history may say of them: the last four characters. */
const paperPatch = async (tx: Tx, cipher: Cipher, before: Customer, input: ChangeCustomer) => {
  const { estate_id: estateId, id } = before
  const today = await todayIn(tx, estateId)
  const holder = (input.kind ?? before.kind) === 'company' ? ('company' as const) : ('person' as const)
  const patch: CustomerPatch = {}
  const said: { before: Record<string, string | null>; after: Record<string, string | null> } = {
    before: {},
    after: {},
  }
  if (input.idNumber !== undefined) {
    const paper =
      input.idNumber === null ? null : await freshPaper(tx, cipher, estateId, input.idNumber, holder, today, id)
    if (isRefusal(paper)) return paper
    const sealed = paper ? sealPaper(cipher, estateId, id, paper) : NO_PAPER
    // numbers with the same tail differ all the same
    const same = sealed.id_index !== null && before.id_index !== null && sealed.id_index.equals(before.id_index)
    if (!same) {
      Object.assign(patch, sealed)
      said.before.id_number = before.id_tail && `…${before.id_tail}`
      said.after.id_number = sealed.id_tail && `…${sealed.id_tail}${sealed.id_tail === before.id_tail ? ' ' : ''}`
    }
  }
  if (input.representativeId !== undefined) {
    const paper =
      input.representativeId === null
        ? null
        : readPaper(input.representativeId, 'person', today, 'body.representativeId')
    if (isRefusal(paper)) return paper
    const sealed = paper ? sealRepresentative(cipher, estateId, id, paper) : NO_REPRESENTATIVE
    Object.assign(patch, sealed)
    said.before.representative_id = before.representative_tail && `…${before.representative_tail}`
    said.after.representative_id = sealed.representative_tail && `…${sealed.representative_tail}`
  }
  return { patch, said }
}
