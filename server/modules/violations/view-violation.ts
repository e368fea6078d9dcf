import { LINES } from '#contract/permissions.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { ViolationCard, type ViolationStep } from '#contract/violations.ts'
import { canSee, findMatter, leadOfLine, type Matter } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { LINE_OF } from './violation.rules.ts'
import { findViolation, nameOf, type StepRow, stepsOf, type ViolationRow } from './violation.store.ts'

const { shape } = ViolationCard

/** The violation and its matter, when they are the caller's to see; else E_NOT_FOUND. */
export const seenViolation = async (
  tx: Tx,
  actor: Actor,
  { estateId, id }: { estateId: Uuid; id: Uuid },
): Promise<{ matter: Matter; row: ViolationRow } | Refusal> => {
  const matter = await findMatter(tx, estateId, id)
  const row = await findViolation(tx, estateId, id)
  return matter && row && canSee(actor, matter) ? { matter, row } : refuse('E_NOT_FOUND')
}

/** What a violation is beyond its matter. */
export const viewViolation = async (
  tx: Tx,
  { matter, row }: { matter: Matter; row: ViolationRow },
): Promise<ViolationCard> => {
  const type = shape.type.parse(row.type)
  const line = LINES.find((one) => one === matter.line) ?? LINE_OF[type]
  const lead = await leadOfLine(tx, row.estate_id, line)
  return {
    type,
    renovation: row.renovation,
    danger: row.danger,
    foundOn: row.found_on,
    foundAt: row.found_at,
    foundBy: { id: row.found_by, name: await nameOf(tx, row.found_by) },
    suggestion: { line, handler: lead === undefined ? null : { id: lead, name: await nameOf(tx, lead) } },
    agreedUntil: row.agreed_until,
    notice: noticeOf(matter, row),
    settlement: shape.settlement.parse(row.settlement),
    steps: (await stepsOf(tx, row.estate_id, row.matter_id)).map(presentStep),
  }
}

/** The notice that was given last; a violation that was reopened has none. */
export const noticeOf = (matter: Pick<Matter, 'number'>, row: ViolationRow): ViolationCard['notice'] =>
  row.notice_deadline === null
    ? null
    : shape.notice.parse({
        number: `${matter.number}-${row.notices}`,
        addressee: row.notice_addressee,
        demand: row.notice_demand,
        deadline: row.notice_deadline,
        jointWith: row.notice_joint,
        signature: row.notice_signature,
      })

const presentStep = (row: StepRow): ViolationStep => ({
  id: row.id,
  step: row.step,
  at: row.at,
  by: { id: row.by_id, name: row.by_name },
  words: row.words,
  seen: row.seen,
  persuader: row.persuader,
  person: row.person,
  help: row.help,
  outcome: row.outcome,
  until: row.until,
  jointWith: row.joint_with,
  signature: row.signature,
  witness: row.witness,
  authority: row.authority,
  reference: row.reference,
  photos: row.photos,
})
