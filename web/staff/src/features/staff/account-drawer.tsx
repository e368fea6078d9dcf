import { Alert, Button, Drawer } from 'antd'
import { useState } from 'react'
import { type AccountView, getAccount, reactivateAccount } from '#contract/staff.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useIsPhone } from '#ui/media.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation, useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useSession } from '#ui/session.tsx'
import { EditAccount } from './account-forms.tsx'
import { AccountRoles } from './account-roles.tsx'
import { Leave } from './leave.tsx'
import { PasswordButton, SecondFactorButton } from './sign-in-means.tsx'
import styles from './staff.module.css'

const Facts = ({ account }: { account: AccountView }) => {
  const { t } = useTexts()
  const rows: [string, string][] = [
    [t('staffPage.staffNo'), account.staffNo],
    [t('staffPage.username'), account.username],
    [t('staffPage.phone'), account.phone ?? '—'],
    ...(account.provider ? [[t('staffPage.provider'), account.provider] satisfies [string, string]] : []),
    [
      t('staffPage.state'),
      account.active
        ? t('staffPage.active')
        : account.leftOn
          ? t('staffPage.leftOn', { date: account.leftOn })
          : t('staffPage.left'),
    ],
    [
      t('staffPage.signIn'),
      [
        t(account.hasPassword ? 'staffPage.passwordIssued' : 'staffPage.noPassword'),
        t(account.secondFactor ? 'staffPage.secondFactorOn' : 'staffPage.secondFactorOff'),
      ].join(' · '),
    ],
  ]
  return (
    <dl className={styles.facts}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="w-figures">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const Acts = ({ account }: { account: AccountView }) => {
  const { t } = useTexts()
  const notice = useNotice()
  const [editing, setEditing] = useState(false)
  const back = useApiMutation(reactivateAccount, {
    touches: ['accounts', 'staff'],
    onError: notice.bad,
    onSuccess: ({ name }) => notice.good(t('staffPage.reactivated', { name })),
  })
  return (
    <div className={styles.acts}>
      <Button onClick={() => setEditing(true)}>{t('staffPage.change')}</Button>
      {account.active ? (
        <>
          <PasswordButton account={account} />
          {account.secondFactor ? <SecondFactorButton account={account} /> : null}
        </>
      ) : (
        <ConfirmButton
          question={t('staffPage.reactivateAsk', { name: account.name })}
          hint={t('staffPage.reactivateHint')}
          loading={back.isPending}
          onConfirm={() => back.mutateAsync({ params: { id: account.id }, body: { version: account.version } })}
        >
          {t('staffPage.reactivate')}
        </ConfirmButton>
      )}
      <Leave account={account} />
      {editing ? <EditAccount account={account} onClose={() => setEditing(false)} /> : null}
    </div>
  )
}

/** One account with all its roles and what may be done with it. */
export const AccountDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useTexts()
  const phone = useIsPhone()
  const { staff: me } = useSession()
  const query = useApiQuery(getAccount, { params: { id } }, { topics: ['accounts', 'staff'] })
  return (
    <Drawer
      open
      title={query.data?.name ?? t('nav.staff')}
      onClose={onClose}
      size={phone ? '100%' : 640}
      destroyOnHidden
    >
      <QueryView query={query}>
        {(account) => (
          <>
            {account.manageable ? null : (
              <Alert
                type="info"
                showIcon
                className={styles.alert ?? ''}
                title={t(account.id === me.id ? 'staffPage.own' : 'staffPage.beyond')}
              />
            )}
            <Facts account={account} />
            {account.manageable ? <Acts account={account} /> : null}
            <AccountRoles account={account} />
          </>
        )}
      </QueryView>
    </Drawer>
  )
}
