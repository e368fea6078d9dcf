import { FindingCard } from '#contract/findings.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { canSee, findMatter, leadOfLine } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { aspectOf, suggestedLine } from './finding.rules.ts'
import { findFinding, severityOf } from './finding.store.ts'
import { readCard } from './finding-card.store.ts'
import { nameOf } from './people.store.ts'
import { photosOf } from './pictures.store.ts'

/** What a finding is beyond its matter; E_NOT_FOUND also for one that is not the caller's to see. */
export const viewFinding = async (
  tx: Tx,
  actor: Actor,
  { estateId, id }: { estateId: Uuid; id: Uuid },
): Promise<FindingCard | Refusal> => {
  const matter = await findMatter(tx, estateId, id)
  const row = await findFinding(tx, estateId, id)
  if (!matter || !row || !canSee(actor, matter)) return refuse('E_NOT_FOUND')
  const card = await readCard(tx, row)
  const touchpoint = FindingCard.shape.touchpoint.parse(row.touchpoint)
  const line = suggestedLine(touchpoint, row.item_id, aspectOf(row.item_id))
  const lead = await leadOfLine(tx, estateId, line)
  const person = (by: Uuid | null) => card.people.find((p) => p.id === by) ?? null
  return {
    place: { id: card.place.id, code: card.place.code, name: card.place.name },
    touchpoint,
    itemId: row.item_id,
    aspect: aspectOf(row.item_id),
    statement: { zh: row.statement_zh, en: row.statement_en },
    severity: severityOf(row.severity),
    foundOn: row.found_on,
    times: row.times,
    repeat: row.repeat_of !== null,
    inspectionId: row.inspection_id,
    suggestion: { line, handler: lead === undefined ? null : { id: lead, name: await nameOf(tx, lead) } },
    measure: row.measure,
    cause: row.cause,
    rectifiedAt: row.rectified_at,
    rectifiedBy: person(row.rectified_by),
    checkedAt: row.checked_at,
    checkedBy: person(row.checked_by),
    failedChecks: row.rectify_attempt,
    photos: photosOf(card.files, card.order_files),
    sightings: card.sightings.map(({ at, by_id, by_name, note, inspection_id }) => ({
      at,
      by: { id: by_id, name: by_name },
      note,
      inspectionId: inspection_id,
    })),
    earlier: card.earlier.map(({ id: earlier, number, state, found_on, repeat }) => ({
      id: earlier,
      number,
      state: FindingCard.shape.earlier.element.shape.state.parse(state),
      foundOn: found_on,
      repeated: repeat,
    })),
    order: card.order,
  }
}
