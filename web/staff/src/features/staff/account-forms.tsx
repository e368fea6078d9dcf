import { z } from 'zod'
import { LINES, ROLE_CODES } from '#contract/permissions.ts'
import {
  type AccountView,
  ChangeAccount,
  changeAccount,
  createAccount,
  endRole,
  grantRole,
  NewAccount,
  NewGrant,
  type RoleGrant,
} from '#contract/staff.ts'
import type { FieldSpec } from '#ui/form/schema-form.tsx'
import { FormDialog } from '#ui/household/form-dialog.tsx'
import { type T, useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useEstate, useSession } from '#ui/session.tsx'
import { lineOptions, roleOptions } from './filters.ts'
import { grantWords } from './role-words.ts'

const TOUCHES = ['accounts', 'staff']

const accountFields = (t: T) =>
  ({
    name: { label: t('staffPage.name'), autoFocus: true },
    staffNo: { label: t('staffPage.staffNo') },
    username: { label: t('staffPage.username'), help: t('staffPage.usernameHelp') },
    phone: { label: t('staffPage.phone') },
    provider: { label: t('staffPage.provider'), help: t('staffPage.providerHelp') },
  }) satisfies Record<string, FieldSpec>

export const CreateAccount = ({ onClose, onMade }: { onClose: () => void; onMade: (account: AccountView) => void }) => {
  const { t } = useTexts()
  const notice = useNotice()
  const create = useApiMutation(createAccount, { touches: TOUCHES })
  return (
    <FormDialog
      title={t('staffPage.create')}
      intro={t('staffPage.createHint')}
      schema={NewAccount}
      fields={accountFields(t)}
      submitLabel={t('staffPage.create')}
      onClose={onClose}
      onSubmit={async (body) => {
        const made = await create.mutateAsync({ body })
        notice.good(t('staffPage.created', { name: made.name }))
        onClose()
        onMade(made)
      }}
    />
  )
}

export const EditAccount = ({ account, onClose }: { account: AccountView; onClose: () => void }) => {
  const { t } = useTexts()
  const notice = useNotice()
  const change = useApiMutation(changeAccount, { touches: TOUCHES })
  const { version, username, staffNo, name, phone, provider } = account
  return (
    <FormDialog
      title={t('staffPage.change')}
      schema={ChangeAccount}
      fields={accountFields(t)}
      initial={{ version, username, staffNo, name, phone, provider }}
      submitLabel={t('common.save')}
      onClose={onClose}
      onSubmit={async (body) => {
        // an emptied field means "none", which the contract says with null
        await change.mutateAsync({ params: { id: account.id }, body: { ...body, phone: body.phone ?? null } })
        notice.good(t('staffPage.saved', { name: body.name }))
        onClose()
      }}
    />
  )
}

/** The value of the choice of an estate that stands for every estate. */
const COMPANY = 'company'
const GrantForm = z.object({
  role: z.enum(ROLE_CODES),
  estate: z.string(),
  line: z.enum(LINES).optional(),
  from: NewGrant.shape.from,
  until: NewGrant.shape.until,
})

export const GrantRole = ({ account, onClose }: { account: AccountView; onClose: () => void }) => {
  const { t } = useTexts()
  const notice = useNotice()
  const { estates } = useSession()
  const { id: here } = useEstate()
  const grant = useApiMutation(grantRole, { touches: TOUCHES })
  return (
    <FormDialog
      title={`${t('staffPage.grant')}: ${account.name}`}
      intro={t('staffPage.separation')}
      schema={GrantForm}
      initial={{ estate: account.roles.find((held) => held.inForce && held.estate)?.estate?.id ?? here }}
      fields={{
        role: { label: t('staffPage.role'), options: roleOptions(t), widget: 'select', autoFocus: true },
        estate: {
          label: t('staffPage.scope'),
          widget: 'select',
          options: [
            ...estates.map(({ id, name }) => ({ value: id, label: name })),
            { value: COMPANY, label: t('staffPage.wholeCompany') },
          ],
        },
        line: { label: t('staffPage.line'), options: lineOptions(t), widget: 'select' },
        from: { label: t('staffPage.from'), widget: 'date', help: t('staffPage.fromHelp') },
        until: { label: t('staffPage.until'), widget: 'date', help: t('staffPage.untilHelp') },
      }}
      renamed={{ estateId: 'estate' }}
      explain={({ code, field }): Record<string, string> =>
        code === 'E_PERIOD_OVERLAP'
          ? { from: t('staffPage.sameRole') }
          : code === 'E_FORBIDDEN' && field === 'estate'
            ? { estate: t('staffPage.beyondEstate') }
            : {}
      }
      columns={2}
      submitLabel={t('staffPage.grant')}
      onClose={onClose}
      onSubmit={async ({ estate, ...rest }) => {
        await grant.mutateAsync({
          params: { id: account.id },
          body: { ...rest, estateId: estate === COMPANY ? null : estate },
        })
        notice.good(t('staffPage.granted'))
        onClose()
      }}
    />
  )
}

const EndForm = endRole.body

export const EndRole = ({ id, grant, onClose }: { id: string; grant: RoleGrant; onClose: () => void }) => {
  const { t } = useTexts()
  const notice = useNotice()
  const end = useApiMutation(endRole, { touches: TOUCHES })
  return (
    <FormDialog
      title={t('staffPage.endTitle', { role: grantWords(t, grant) })}
      schema={EndForm}
      fields={{ lastDay: { label: t('staffPage.lastDay'), widget: 'date', help: t('staffPage.lastDayHelp') } }}
      submitLabel={t('staffPage.end')}
      danger
      onClose={onClose}
      onSubmit={async (body) => {
        await end.mutateAsync({ params: { id, roleId: grant.id }, body })
        notice.good(t('staffPage.ended'))
        onClose()
      }}
    />
  )
}
