import { DownloadOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { AccountQuery, type AccountView, exportAccounts, listAccounts } from '#contract/staff.ts'
import { Uuid } from '#contract/values.ts'
import { addressOf } from '#ui/api.ts'
import { useTexts } from '#ui/i18n.ts'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { PersonChip } from '#ui/person-chip.tsx'
import { usePages } from '#ui/query.ts'
import { useSession } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { AccountDrawer } from './account-drawer.tsx'
import { CreateAccount } from './account-forms.tsx'
import { staffFilters } from './filters.ts'
import { grantWords, scopeWords } from './role-words.ts'

const Filters = AccountQuery.pick({ q: true, role: true, line: true, estateId: true }).extend({
  active: z.enum(['true', 'false']).default('true'),
})
const Opened = z.object({ account: Uuid.optional() })

const Roles = ({ account }: { account: AccountView }) => {
  const { t } = useTexts()
  const held = account.roles.filter((r) => r.inForce)
  if (held.length === 0) return <span className="w-faint">{t('common.none')}</span>
  return held.map((r) => `${grantWords(t, r)} (${scopeWords(t, r)})`).join('、')
}

const SignIn = ({ account }: { account: AccountView }) => {
  const { t } = useTexts()
  if (!account.active) {
    return (
      <StateTag tone="ended">
        {account.leftOn ? t('staffPage.leftOn', { date: account.leftOn }) : t('staffPage.left')}
      </StateTag>
    )
  }
  if (!account.hasPassword) return <StateTag tone="waiting">{t('staffPage.noPassword')}</StateTag>
  return (
    <span className="w-small w-quiet">
      {t(account.secondFactor ? 'staffPage.secondFactorOn' : 'staffPage.secondFactorOff')}
    </span>
  )
}

/** Accounts of the company, for who manages users. */
export const Accounts = () => {
  const { t, lang } = useTexts()
  const { estates } = useSession()
  const { filters, setFilters, active, clear } = useUrlFilters(Filters)
  const { filters: opened, setFilters: open } = useUrlFilters(Opened)
  const [creating, setCreating] = useState(false)
  const pages = usePages(listAccounts, { query: filters }, { topics: ['accounts', 'staff'] })
  const columns: Column<AccountView>[] = [
    {
      key: 'name',
      title: t('staffPage.name'),
      width: 210,
      render: (a) => <PersonChip name={a.name} note={a.provider ?? undefined} />,
    },
    { key: 'no', title: t('staffPage.staffNo'), width: 110, render: (a) => a.staffNo },
    { key: 'username', title: t('staffPage.username'), width: 150, render: (a) => a.username },
    { key: 'roles', title: t('staffPage.roles'), render: (a) => <Roles account={a} /> },
    { key: 'phone', title: t('staffPage.phone'), width: 130, wideOnly: true, render: (a) => a.phone ?? '—' },
    { key: 'signIn', title: t('staffPage.signIn'), width: 150, render: (a) => <SignIn account={a} /> },
  ]
  return (
    <>
      <FilterBar
        items={[
          ...staffFilters(t),
          {
            kind: 'select',
            name: 'estateId',
            label: t('staffPage.scope'),
            options: estates.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]}
        values={filters}
        onChange={setFilters}
        active={active}
        onClear={clear}
      >
        <Button
          icon={<DownloadOutlined aria-hidden />}
          href={addressOf(exportAccounts, { query: { ...filters, lang } })}
        >
          {t('common.export')}
        </Button>
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
          {t('staffPage.create')}
        </Button>
      </FilterBar>
      <DataTable<AccountView>
        label={t('staffPage.accounts')}
        columns={columns}
        pages={pages}
        rowKey={(a) => a.id}
        onOpen={(a) => open({ account: a.id })}
        filtered={active.length > 0}
      />
      {creating ? (
        <CreateAccount onClose={() => setCreating(false)} onMade={(made) => open({ account: made.id })} />
      ) : null}
      {opened.account ? (
        <AccountDrawer key={opened.account} id={opened.account} onClose={() => open({ account: undefined })} />
      ) : null}
    </>
  )
}
