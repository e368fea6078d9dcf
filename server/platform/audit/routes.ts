import { isRefusal, refuse } from '#contract/refusal.ts'
import * as contract from '#contract/running.ts'
import type { Actor } from '../auth/actor.ts'
import { holdsCompanyWide } from '../auth/company-wide.ts'
import type { Tx } from '../db/tx.ts'
import { EXPORT_PAGE, type ListColumn, sendList } from '../export/send-list.ts'
import { type Served, serve, serveRaw } from '../http/serve.ts'
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

const text = (value: unknown) => (value === null ? null : JSON.stringify(value))
const COLUMNS: readonly ListColumn<AuditRow>[] = [
  { key: 'column.at', width: 18, of: (r, { time }) => time(r.at) },
  { key: 'column.actor', of: (r) => r.actor_name },
  { key: 'column.action', width: 24, of: (r) => r.action },
  { key: 'column.subject', width: 24, of: (r) => [r.subject_kind, r.subject_id].filter(Boolean).join(' ') },
  { key: 'column.purpose', of: (r) => r.purpose },
  { key: 'column.before', width: 40, of: (r) => text(r.before) },
  { key: 'column.after', width: 40, of: (r) => text(r.after) },
]

/** Only for who holds the right by a role that spans the company. */
const companyPage = async (tx: Tx, actor: Actor, query: contract.AuditQuery) =>
  actor.companyId !== null && (await holdsCompanyWide(tx, actor, 'audit.read'))
    ? auditPage(tx, { companyId: actor.companyId }, query)
    : refuse('E_FORBIDDEN')

export const auditRoutes: readonly Served[] = [
  serve(contract.listAudit, async ({ tx, params, query }) => {
    const page = await auditPage(tx, { estateId: params.estateId }, query)
    return isRefusal(page) ? page : { rows: page.rows.map(present), next: page.next }
  }),
  serveRaw(contract.exportAudit, ({ actor, params: { estateId }, query: { lang, ...query }, house, reply, request }) =>
    sendList(
      { house, actor, reply, scope: request.scope, lang },
      {
        name: 'sheet.audit',
        subject: 'audit',
        estateId,
        query,
        columns: COLUMNS,
        page: (tx, cursor) => auditPage(tx, { estateId }, { ...query, cursor, limit: EXPORT_PAGE }),
      },
    ),
  ),
  serveRaw(contract.exportCompanyAudit, ({ actor, query: { lang, ...query }, house, reply, request }) =>
    sendList(
      { house, actor, reply, scope: request.scope, lang },
      {
        name: 'sheet.audit',
        subject: 'audit',
        estateId: null,
        query,
        columns: COLUMNS,
        page: (tx, cursor) => companyPage(tx, actor, { ...query, cursor, limit: EXPORT_PAGE }),
      },
    ),
  ),
  serve(contract.listCompanyAudit, async ({ tx, actor, query }) => {
    const page = await companyPage(tx, actor, query)
    return isRefusal(page) ? page : { rows: page.rows.map(present), next: page.next }
  }),
]
