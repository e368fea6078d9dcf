import { isSecret } from '#contract/inspection-plans.ts'
import type { Uuid } from '#contract/values.ts'
import { type AuditEntry, audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'

type About = Omit<AuditEntry, 'estateId' | 'after'> & { after?: object }

/**
 * FD-770: what was done to a plan, a round or a look of this kind. The head of a centre reads its audit, so that surprise
 * and mystery visits stand in the company's, with their estate.
 */
export const auditAbout = (
  tx: Tx,
  actor: Actor,
  { estateId, kind }: { estateId: Uuid; kind: string },
  entry: About,
): Promise<void> =>
  audit(
    tx,
    actor,
    isSecret(kind) ? { ...entry, estateId: null, after: { ...entry.after, estateId } } : { ...entry, estateId },
  )
