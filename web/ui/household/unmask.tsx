import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { type UNMASKED_FIELDS, unmaskCustomer } from '#contract/customers.ts'
import { text } from '#contract/values.ts'
import { useTexts } from '../i18n.ts'
import { useApiMutation } from '../query.ts'
import { useCan, useEstate } from '../session.tsx'
import { FormDialog } from './form-dialog.tsx'
import { needed } from './needed.ts'

const REASONS = ['call', 'identity', 'form', 'vehicle', 'other'] as const
const LONGEST = 180
const Purpose = z.object({ why: z.enum(REASONS), other: text(LONGEST).optional() }).superRefine((said, ctx) => {
  if (said.why === 'other' && said.other === undefined) needed(ctx, 'other')
})

type Reason = (typeof REASONS)[number]
/** FD-015: a masked value that shows itself to those who may see it and say what for; the look is kept. */
export const UnmaskFor = ({
  what,
  likely,
  masked,
  ask,
}: {
  what: string
  /** What most ask it for. */
  likely: Reason
  masked: string
  ask: (purpose: string) => Promise<{ value: string }>
}) => {
  const { t } = useTexts()
  const can = useCan()
  const [asking, setAsking] = useState(false)
  const [plain, setPlain] = useState<string>()
  if (plain !== undefined) return <span className="w-figures">{plain}</span>
  return (
    <span className="w-figures">
      {masked}
      <span className="w-hidden">{t('masked.label')}</span>
      {can('customer.unmask') ? (
        <Button type="link" size="small" onClick={() => setAsking(true)}>
          {t('masked.show')}
          <span className="w-hidden"> {what}</span>
        </Button>
      ) : null}
      {asking ? (
        <FormDialog
          title={t('unmask.title', { what })}
          intro={t('unmask.notice')}
          schema={Purpose}
          initial={{ why: likely }}
          fields={{
            why: {
              label: t('unmask.why'),
              widget: 'radio',
              options: REASONS.map((value) => ({ value, label: t(`unmask.reason.${value}`) })),
            },
            other: { label: t('unmask.other'), when: ({ why }) => why === 'other', autoFocus: true },
          }}
          submitLabel={t('unmask.show')}
          onClose={() => setAsking(false)}
          onSubmit={async ({ why, other }) => {
            const { value } = await ask(why === 'other' ? (other ?? '') : t(`unmask.reason.${why}`))
            setAsking(false)
            setPlain(value)
          }}
        />
      ) : null}
    </span>
  )
}

export type UnmaskProps = {
  customerId: string
  field: (typeof UNMASKED_FIELDS)[number]
  /** Which phone, vehicle or contact. */
  itemId?: string
  masked: string
}

/** A value of a customer. */
export const Unmask = ({ customerId, field, itemId, masked }: UnmaskProps) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const unmask = useApiMutation(unmaskCustomer, { touches: ['history'] })
  return (
    <UnmaskFor
      what={t(`unmaskField.${field}`)}
      likely={field === 'plate' ? 'vehicle' : field === 'phone' || field === 'emergencyPhone' ? 'call' : 'identity'}
      masked={masked}
      ask={(purpose) =>
        unmask.mutateAsync({
          params: { estateId, id: customerId },
          body: { field, purpose, ...(itemId === undefined ? {} : { itemId }) },
        })
      }
    />
  )
}
