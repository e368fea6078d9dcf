import type { z } from 'zod'
import { createCustomer } from '#contract/customers.ts'
import { CUSTOMER_KINDS, RESIDENCE_ROLES } from '#contract/households.ts'
import { useToday } from '#ui/household/day.ts'
import '#ui/household/fields.ts'
import { explainCustomer } from '#ui/household/explain-customer.tsx'
import { FormDialog } from '#ui/household/form-dialog.tsx'
import { needed } from '#ui/household/needed.ts'
import { LIVES } from '#ui/household/topics.ts'
import { useTexts } from '#ui/i18n.ts'
import { useGo } from '#ui/links.tsx'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { FORM_NAMES, missingOf, NewCustomer, toContract } from './new-customer.rules.ts'

const Form = NewCustomer.superRefine((said, ctx) => {
  const missing = missingOf(said)
  if (missing) needed(ctx, missing)
})
const PHONES = ['phone', 'emergencyPhone'] as const

/** A person or company entered at the desk, with room, phone and emergency contact in one go. */
export const NewCustomerDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const go = useGo()
  const today = useToday()
  const create = useApiMutation(createCustomer, { touches: LIVES })
  return (
    <FormDialog
      title={t('customer.newTitle')}
      schema={Form}
      initial={{ kind: 'person', language: 'zh', fromDate: today }}
      fields={{
        kind: {
          label: t('customer.kind'),
          options: CUSTOMER_KINDS.map((value) => ({ value, label: t(`customerKind.${value}`) })),
          span: 2,
        },
        name: { label: t('customer.name'), autoFocus: true },
        idNumber: { label: t('customer.idNumber'), help: t('customer.idNumberHelp') },
        phone: { label: t('customer.firstPhone'), help: t('phones.numberHelp') },
        phoneLabel: { label: t('phones.label'), help: t('phones.labelHelp') },
        unitId: { label: t('customer.firstUnit'), widget: 'unit' },
        role: {
          label: t('people.role'),
          widget: 'select',
          options: RESIDENCE_ROLES.map((value) => ({ value, label: t(`residence.${value}`) })),
        },
        fromDate: { label: t('people.from'), when: ({ unitId }) => Boolean(unitId) },
        emergencyName: { label: t('customer.emergencyName') },
        emergencyPhone: { label: t('customer.emergencyPhone') },
        emergencyRelation: { label: t('customer.emergencyRelation') },
        language: {
          label: t('customer.language'),
          options: (['zh', 'en'] as const).map((value) => ({ value, label: t(`speaks.${value}`) })),
        },
        important: { label: t('customer.important') },
        noCallback: { label: t('customer.noCallback') },
        quietHours: {
          label: t('customer.quietHours'),
          widget: 'quietHours',
          help: t('customer.quietHoursHelp'),
          span: 2,
        },
        preferences: { label: t('customer.preferences'), help: t('customer.preferencesHelp'), rows: 2 },
        remarks: { label: t('customer.remarks'), rows: 2 },
      }}
      columns={2}
      renamed={FORM_NAMES}
      explain={explainCustomer(t, PHONES)}
      submitLabel={t('common.save')}
      onClose={onClose}
      onSubmit={async (said: z.output<typeof Form>) => {
        const customer = await create.mutateAsync({ params: { estateId }, body: toContract(said) })
        notice.good(t('customers.created', { name: customer.name }))
        go(`customers/${customer.id}`)
      }}
    />
  )
}
