import { isRefusal, refuse } from '#contract/refusal.ts'
import * as contract from '#contract/running.ts'
import { holdsCompanyWide } from '../auth/company-wide.ts'
import { type Served, serve } from '../http/serve.ts'
import { type AuditRow, auditPage } from './audit.store.ts'

const present = (row: AuditRow): contract.AuditLine => ({
  id: row.id,
  at: row.at,
  actor: { id: row.actor_id, name: row.actor_name },
  action: row.action,
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  purpose: row.purpose,
  before: row.before,
  after: row.after,
})

export const auditRoutes: readonly Served[] = [
  serve(contract.listAudit, async ({ tx, params, query }) => {
    const page = await auditPage(tx, { estateId: params.estateId }, query)
    return isRefusal(page) ? page : { rows: page.rows.map(present), next: page.next }
  }),
  serve(contract.listCompanyAudit, async ({ tx, actor, query }) => {
    if (actor.companyId === null || !(await holdsCompanyWide(tx, actor, 'audit.read'))) return refuse('E_FORBIDDEN')
    const page = await auditPage(tx, { companyId: actor.companyId }, query)
    return isRefusal(page) ? page : { rows: page.rows.map(present), next: page.next }
  }),
]
