import { findingPageTexts } from '#content/texts/findings.ts'
import { inBoth } from '#content/texts/text.ts'
import { LINES } from '#contract/permissions.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { findMatter, insertLinks, leadOfLine } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { bearFinding } from './bear-finding.ts'
import { moveFinding } from './by-itself.ts'
import { isWorse } from './finding.rules.ts'
import { claimPhotos, holdPlace, type Mended, mendedSince, openAt, type Standing, severityOf } from './finding.store.ts'
import type { Failed, Look, Proposed } from './look.ts'

/**
 * What failed becomes findings. An item that is open at this place already is joined: the sighting is counted and its
 * photos are added. One that was put right after it was seen, for the look came late or was released later, joins the
 * history of that: there is nothing left to be done. The place is held meanwhile, so that of two looks at once the
 * second joins; a unique index stands behind it. E_NOT_FOUND for a place of another estate.
 */
export const proposeFindings = async (
  tx: Tx,
  actor: Actor,
  look: Look,
  failed: readonly Failed[],
): Promise<Proposed[] | Refusal> => {
  if (failed.length === 0) return []
  if (!(await holdPlace(tx, look.estateId, look.place.id))) return refuse('E_NOT_FOUND', { field: 'body.placeId' })
  const open = await openAt(tx, look.estateId, look.place.id)
  const mended = await mendedSince(tx, { estateId: look.estateId, placeId: look.place.id }, look.at)
  const proposed: Proposed[] = []
  for (const one of failed) {
    const standing = open.get(one.item.id)
    const before = mended.get(one.item.id)
    const done = before
      ? await joinMended(tx, actor, look, one, before)
      : standing
        ? await join(tx, actor, look, one, standing)
        : await bearFinding(tx, actor, look, one)
    if (isRefusal(done)) return done
    await claimPhotos(tx, { estate_id: look.estateId, id: done.matterId }, actor.id, 'before', one.fileIds)
    proposed.push(done)
  }
  return proposed
}

const seenIn = ({ inspectionId, at: seenAt }: Look, { note }: Failed) => ({
  inspectionId,
  seenAt,
  note: note ?? undefined,
})

/** FD-766: seen before it was put right. Its history says so; nobody is called and it stays closed. */
const joinMended = async (
  tx: Tx,
  actor: Actor,
  look: Look,
  failed: Failed,
  { matter_id: matterId, item_id: itemId, number, severity }: Mended,
): Promise<Proposed | Refusal> =>
  (await moveFinding(tx, actor, { estate_id: look.estateId, id: matterId }, 'seenBefore', seenIn(look, failed))) ?? {
    itemId,
    matterId,
    number,
    joined: true,
    severity: severityOf(severity),
  }

/** What it came from stays linked, and what this look says of it follows. */
const join = async (
  tx: Tx,
  actor: Actor,
  look: Look,
  failed: Failed,
  standing: Standing,
): Promise<Proposed | Refusal> => {
  const found = { estate_id: look.estateId, id: standing.matter_id }
  const { item, note } = failed
  const refused =
    (await moveFinding(tx, actor, found, 'seenAgain', seenIn(look, failed))) ??
    (await notRight(tx, actor, look, note, standing)) ??
    (await worse(tx, actor, found, item.severity, standing))
  if (refused) return refused
  if (look.becauseOf) await insertLinks(tx, actor, found, [{ kind: 'becauseOf', matterId: look.becauseOf }])
  const now = (await openAt(tx, look.estateId, look.place.id)).get(item.id) ?? standing
  return {
    itemId: item.id,
    matterId: standing.matter_id,
    number: standing.number,
    joined: true,
    severity: severityOf(now.severity),
  }
}

/** FD-766: another person who sees it fail after it was put right has looked at it again, and it goes back. */
const notRight = async (
  tx: Tx,
  actor: Actor,
  look: Look,
  note: string | null,
  { matter_id: id, state, rectified_at, rectified_by }: Standing,
): Promise<Refusal | undefined> =>
  state === 'RECTIFIED' && rectified_at !== null && look.at > rectified_at && actor.id !== rectified_by
    ? moveFinding(tx, actor, { estate_id: look.estateId, id }, 'failCheck', {
        reason: note || inBoth(findingPageTexts['finding.stillFails']),
        photoIds: [],
      })
    : undefined

/**
 * quality-model.md 8.1: what the standard takes for graver by now than when it was found is graver, with alarm, time
 * and order; how a person has judged it stays. What is put right already is for who looks again.
 */
const worse = async (
  tx: Tx,
  actor: Actor,
  found: { estate_id: Uuid; id: Uuid },
  severity: Proposed['severity'],
  standing: Standing,
): Promise<Refusal | undefined> => {
  if (standing.regraded || !isWorse(severityOf(standing.severity), severity)) return undefined
  const matter = await findMatter(tx, found.estate_id, found.id)
  if (!matter || matter.state === 'RECTIFIED') return undefined
  const line = LINES.find((one) => one === matter.line)
  const lead = line === undefined ? undefined : await leadOfLine(tx, found.estate_id, line)
  const assigned =
    severity === 'critical' && matter.state === 'PROPOSED' && line !== undefined && lead !== undefined
      ? await moveFinding(tx, actor, found, 'confirm', { line, handlerId: lead })
      : undefined
  return (
    assigned ??
    moveFinding(tx, actor, found, 'regrade', { severity, reason: inBoth(findingPageTexts['finding.graver']) })
  )
}
