import type { ComplaintCase } from '#contract/complaint-case.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { canSee, findMatter } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { presentCase } from './case.present.ts'
import { factsOf } from './case.store.ts'
import { namesOf, reportsOf } from './case-view.store.ts'
import { missingInFile } from './guards.rules.ts'
import { judgeVoices } from './voices.ts'
import { topicsOf } from './wording/wording.store.ts'

/** What a complaint is beyond its matter. E_NOT_FOUND also for one that is not the caller's to see. */
export const viewCase = async (tx: Tx, actor: Actor, estateId: Uuid, id: Uuid): Promise<ComplaintCase | Refusal> => {
  const matter = await findMatter(tx, estateId, id)
  if (matter?.kind !== 'complaint' || !canSee(actor, matter)) return refuse('E_NOT_FOUND')
  const facts = await factsOf(tx, matter)
  const { case: c, contacts, post, points } = facts
  const known = (ids: readonly (Uuid | null)[]) => ids.filter((x) => x !== null)
  const names = await namesOf(tx, matter, {
    people: known([c.classified_by, c.responsible_id, c.wording_by, c.unreasonable_by]),
    units: known(contacts.map((k) => k.unit_id)),
    origins: known([...contacts, ...points].map((k) => k.origin_id)),
    watchId: post?.watch_id ?? null,
  })
  const { oneHousehold } = await judgeVoices(tx, estateId, contacts)
  return presentCase(id, facts, names, await reportsOf(tx, matter), {
    oneHousehold,
    replyNotPossible: !matter.contactable && c.reply_due_at === null && c.first_reply_at === null,
    topics: await topicsOf(tx, c),
    missing: matter.state === 'ARCHIVED' ? [] : missingInFile(matter, facts),
  })
}
