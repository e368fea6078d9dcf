import type { Received } from '#contract/route.ts'
import type { listDemoAccounts } from '#contract/session.ts'
import { useTexts } from '#ui/i18n.ts'
import styles from './sign-in.module.css'

export type DemoAccount = Received<typeof listDemoAccounts>[number]

/** The invented people of the demo estate; a click fills the form. */
export const DemoAccounts = ({
  accounts,
  chosen,
  onChoose,
}: {
  accounts: readonly DemoAccount[]
  chosen: string | undefined
  onChoose: (account: DemoAccount) => void
}) => {
  const { t } = useTexts()
  return (
    <section className={`${styles.card} ${styles.demo}`} aria-label={t('signIn.demoTitle')}>
      <h2>{t('signIn.demoTitle')}</h2>
      <p className="w-quiet w-small">{t('signIn.demoHint')}</p>
      <ul className={styles.accounts}>
        {accounts.map((account) => (
          <li key={account.username}>
            <button
              type="button"
              className={styles.account}
              aria-pressed={account.username === chosen}
              onClick={() => onChoose(account)}
            >
              <span>
                {account.name} <span className="w-faint w-small">{account.username}</span>
              </span>
              <span className="w-quiet w-small">{t(`role.${account.role}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
