import { useState } from 'react'
import {
  ChangeCustomer,
  type CustomerView,
  changeCustomer,
  getCustomer,
  listCustomerHistory,
} from '#contract/customers.ts'
import { CUSTOMER_KINDS } from '#contract/households.ts'
import { text } from '#contract/values.ts'
import { call } from '#ui/api.ts'
import { nowMs } from '#ui/clock.ts'
import { ChangeDialog, type Standing } from '#ui/household/change-dialog.tsx'
import { changedSince } from '#ui/household/changed-since.ts'
import { explainCustomer } from '#ui/household/explain-customer.tsx'
import '#ui/household/fields.ts'
import { sayValue } from '#ui/household/say-value.tsx'
import { LIVES } from '#ui/household/topics.ts'
import { useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'

const NAME_AT_MOST = 100
/** Unlike a patch, a form without a name is not complete. */
const Form = ChangeCustomer.extend({ name: text(NAME_AT_MOST) })

/** Identity numbers are masked, so a form begins without them: a blank field keeps what is on file. */
const standingOf = (customer: CustomerView): Standing => ({
  version: customer.version,
  values: {
    version: customer.version,
    name: customer.name,
    kind: customer.kind,
    gender: customer.gender,
    birthDate: customer.birthDate,
    language: customer.language,
    important: customer.important,
    noCallback: customer.noCallback,
    quietHours: customer.quietHours,
    preferences: customer.preferences,
    remarks: customer.remarks,
  },
})

export const ChangeCustomerDialog = ({ customer, onClose }: { customer: CustomerView; onClose: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const [openedAt] = useState(nowMs)
  const change = useApiMutation(changeCustomer, { touches: LIVES })
  const input = { params: { estateId, id: customer.id } }
  const kept = (masked: string | null) => (masked ? t('customer.idNumberKept', { masked }) : t('customer.idNumberHelp'))
  return (
    <ChangeDialog
      title={t('customer.editTitle')}
      schema={Form}
      patch={ChangeCustomer}
      began={standingOf(customer)}
      columns={2}
      fields={{
        name: { label: t('customer.name') },
        kind: {
          label: t('customer.kind'),
          options: CUSTOMER_KINDS.map((value) => ({ value, label: t(`customerKind.${value}`) })),
        },
        idNumber: { label: t('customer.idNumber'), help: kept(customer.idNumber) },
        representativeId: {
          label: t('customer.representativeId'),
          help: kept(customer.representativeId),
          when: ({ kind }) => kind === 'company',
        },
        gender: {
          label: t('customer.gender'),
          widget: 'select',
          options: (['male', 'female'] as const).map((value) => ({ value, label: t(`gender.${value}`) })),
          when: ({ kind }) => kind === 'person',
        },
        birthDate: { label: t('customer.birthDate'), when: ({ kind }) => kind === 'person' },
        language: {
          label: t('customer.language'),
          options: (['zh', 'en'] as const).map((value) => ({ value, label: t(`speaks.${value}`) })),
        },
        important: { label: t('customer.important') },
        noCallback: { label: t('customer.noCallback') },
        quietHours: { label: t('customer.quietHours'), widget: 'quietHours', help: t('customer.quietHoursHelp') },
        preferences: { label: t('customer.preferences'), help: t('customer.preferencesHelp'), rows: 2 },
        remarks: { label: t('customer.remarks'), rows: 2 },
      }}
      say={(field, value) => sayValue(t, field, value)}
      explain={explainCustomer(t)}
      send={(changes, version) => change.mutateAsync({ ...input, body: { ...changes, version } })}
      reread={async () => {
        const [now, history] = await Promise.all([
          call(getCustomer, input),
          call(listCustomerHistory, { ...input, query: { limit: 20 } }).catch(() => ({ rows: [] })),
        ])
        return { ...standingOf(now), by: changedSince(history.rows, 'customer.changed', openedAt) }
      }}
      onDone={() => {
        notice.good(t('customer.changed', { name: customer.name }))
        onClose()
      }}
      onClose={onClose}
    />
  )
}
