import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { AccountView, RoleGrant } from '#contract/staff.ts'
import { useToday } from '#ui/household/day.ts'
import { useTexts } from '#ui/i18n.ts'
import { StateTag } from '#ui/state-tag.tsx'
import { EndRole, GrantRole } from './account-forms.tsx'
import { everHeld, GRANT_TONE, type GrantState, grantState, grantWords, scopeWords } from './role-words.ts'
import styles from './staff.module.css'

const ORDER: Record<GrantState, number> = { inForce: 0, future: 1, over: 2 }

/** Roles held, to come and gone, each with its days and where it holds. */
export const AccountRoles = ({ account }: { account: AccountView }) => {
  const { t } = useTexts()
  const today = useToday()
  const [granting, setGranting] = useState(false)
  const [ending, setEnding] = useState<RoleGrant>()
  const rows = account.roles
    .filter(everHeld)
    .map((grant) => ({ grant, state: account.active ? grantState(grant, today) : ('over' as const) }))
    .toSorted((a, b) => ORDER[a.state] - ORDER[b.state] || b.grant.from.localeCompare(a.grant.from))
  const changeable = account.manageable && account.active
  return (
    <section aria-labelledby="account-roles">
      <div className={styles.head}>
        <h2 id="account-roles">{t('staffPage.roles')}</h2>
        {changeable ? (
          <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => setGranting(true)}>
            {t('staffPage.grant')}
          </Button>
        ) : null}
      </div>
      {rows.some((row) => row.state === 'inForce') || !account.active ? null : (
        <p className="w-quiet">{t('staffPage.noRoles')}</p>
      )}
      <ul className={styles.roles}>
        {rows.map(({ grant, state }) => (
          <li key={grant.id} className={state === 'over' ? styles.gone : ''}>
            <span className={styles.role}>
              <span>{grantWords(t, grant)}</span>
              <span className="w-small w-quiet w-figures">
                {scopeWords(t, grant)} ·{' '}
                {grant.until === null
                  ? t('staffPage.since', { from: grant.from })
                  : t('staffPage.period', { from: grant.from, until: grant.until })}
              </span>
            </span>
            <StateTag tone={GRANT_TONE[state]}>{t(`staffPage.${state}`)}</StateTag>
            {changeable && state !== 'over' ? (
              <Button
                size="small"
                aria-label={t('staffPage.endTitle', { role: grantWords(t, grant) })}
                onClick={() => setEnding(grant)}
              >
                {t('staffPage.end')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {granting ? <GrantRole account={account} onClose={() => setGranting(false)} /> : null}
      {ending ? <EndRole id={account.id} grant={ending} onClose={() => setEnding(undefined)} /> : null}
    </section>
  )
}
