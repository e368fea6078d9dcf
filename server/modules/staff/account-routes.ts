import { isRefusal } from '#contract/refusal.ts'
import * as contract from '#contract/staff.ts'
import { inTransaction } from '#platform/db/tx.ts'
import { type Served, serve, serveRaw } from '#platform/http/serve.ts'
import { presentAccount } from './account.present.ts'
import { accountPage } from './account.store.ts'
import { deactivateAccount, reactivateAccount } from './deactivate-account.ts'
import { endRole, grantRole } from './grant-role.ts'
import { issuePassword } from './issue-password.ts'
import { adminOf, viewAccount } from './managed-account.ts'
import { resetSecondFactor } from './reset-second-factor.ts'
import { changeAccount, createAccount } from './write-account.ts'

export const accountRoutes: readonly Served[] = [
  serve(contract.listAccounts, async ({ tx, actor, query }) => {
    const admin = await adminOf(tx, actor)
    if (isRefusal(admin)) return admin
    const page = await accountPage(tx, { ...admin, ...admin.reach }, query)
    return isRefusal(page)
      ? page
      : { rows: page.rows.map((row) => presentAccount(row, { actorId: actor.id, ...admin })), next: page.next }
  }),
  serve(contract.getAccount, ({ tx, actor, params }) => viewAccount(tx, actor, params.id)),
  serve(contract.createAccount, ({ tx, actor, body }) => createAccount(tx, actor, body)),
  serve(contract.changeAccount, ({ tx, actor, params, body, house }) =>
    changeAccount(tx, actor, house, params.id, body),
  ),
  serve(contract.deactivateAccount, ({ tx, actor, params, body, house }) =>
    deactivateAccount(tx, actor, house, params.id, body.version, body.leftOn),
  ),
  serve(contract.reactivateAccount, ({ tx, actor, params, body }) =>
    reactivateAccount(tx, actor, params.id, body.version),
  ),
  // raw, so that the answer is not kept for a repeat like others are: a password must not stay in the database
  serveRaw(contract.issuePassword, ({ actor, params, request, house }) =>
    inTransaction(house.database, { scope: request.scope }, (tx) => issuePassword(tx, actor, house, params.id)),
  ),
  serve(contract.resetSecondFactor, ({ tx, actor, params, body, house }) =>
    resetSecondFactor(tx, actor, house, params.id, body.reason),
  ),
  serve(contract.grantRole, ({ tx, actor, params, body, house }) => grantRole(tx, actor, house, params.id, body)),
  serve(contract.endRole, ({ tx, actor, params, body, house }) =>
    endRole(tx, actor, house, params.id, params.roleId, body.lastDay),
  ),
]
