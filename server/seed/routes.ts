import { type Role, SECOND_FACTOR_ROLES } from '#contract/permissions.ts'
import { listDemoAccounts } from '#contract/session.ts'
import { type Served, serve } from '#platform/http/serve.ts'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './demo-accounts.ts'
import { demoCode } from './demo-codes.ts'

const privileged: ReadonlySet<Role> = new Set(SECOND_FACTOR_ROLES)

/** Only while the demo is shown; a real house has an empty list. */
export const demoRoutes: readonly Served[] = [
  serve(listDemoAccounts, async ({ house }) => {
    if (!house.config.DEMO) return []
    return Promise.all(
      DEMO_ACCOUNTS.map(async ({ username, name, role }) => ({
        username,
        password: DEMO_PASSWORD,
        name,
        role,
        code: privileged.has(role) && house.config.SECOND_FACTOR === 'required' ? await demoCode(username) : null,
      })),
    )
  }),
]
