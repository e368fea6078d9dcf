import { EditOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { CustomerView } from '#contract/customers.ts'
import { Block } from '#ui/household/block.tsx'
import { type Fact, Facts } from '#ui/household/facts.tsx'
import { Unmask } from '#ui/household/unmask.tsx'
import { type T, useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { useCan } from '#ui/session.tsx'
import { ChangeCustomerDialog } from './change-customer.tsx'

const factsOf = (t: T, customer: CustomerView): Fact[] => [
  { label: t('customer.kind'), value: t(`customerKind.${customer.kind}`) },
  {
    label: customer.idKind ? t(`idKind.${customer.idKind}`) : t('customer.idNumber'),
    value: customer.idNumber ? <Unmask customerId={customer.id} field="idNumber" masked={customer.idNumber} /> : null,
  },
  ...(customer.kind === 'company'
    ? [
        {
          label: t('customer.representativeId'),
          value: customer.representativeId ? (
            <Unmask customerId={customer.id} field="representativeId" masked={customer.representativeId} />
          ) : null,
        },
      ]
    : [
        { label: t('customer.gender'), value: customer.gender ? t(`gender.${customer.gender}`) : null },
        { label: t('customer.birthDate'), value: customer.birthDate },
      ]),
  { label: t('customer.language'), value: t(`speaks.${customer.language}`) },
  {
    label: t('customer.quietHours'),
    value: customer.quietHours.map(({ from, to }) => `${from}–${to}`).join('、'),
  },
  { label: t('customer.preferences'), value: customer.preferences },
  { label: t('customer.remarks'), value: customer.remarks },
  { label: t('customer.createdAt'), value: <Instant at={customer.createdAt} show="absolute" /> },
]

/** The first class of the archive: who this is and how to serve them. */
export const Basics = ({ customer }: { customer: CustomerView }) => {
  const { t } = useTexts()
  const can = useCan()
  const [changing, setChanging] = useState(false)
  return (
    <Block
      title={t('customer.basics')}
      actions={
        can('customer.edit') ? (
          <Button size="small" icon={<EditOutlined aria-hidden />} onClick={() => setChanging(true)}>
            {t('common.edit')}
          </Button>
        ) : null
      }
    >
      <Facts facts={factsOf(t, customer)} />
      {changing ? <ChangeCustomerDialog customer={customer} onClose={() => setChanging(false)} /> : null}
    </Block>
  )
}
