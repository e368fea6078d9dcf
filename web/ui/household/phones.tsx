import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { addPhone, changePhone } from '#contract/customers.ts'
import type { PhoneView } from '#contract/households.ts'
import { LocalDate } from '#contract/values.ts'
import { type T, useTexts } from '../i18n.ts'
import { useNotice } from '../notice.tsx'
import { useApiMutation } from '../query.ts'
import { useCan, useEstate } from '../session.tsx'
import { StateTag } from '../state-tag.tsx'
import { Block, Folded } from './block.tsx'
import { useToday } from './day.ts'
import { type Explain, FormDialog } from './form-dialog.tsx'
import styles from './household.module.css'
import { RowMenu } from './row-menu.tsx'
import { LIVES } from './topics.ts'
import { troubleText } from './trouble.ts'
import { Unmask } from './unmask.tsx'

/** One number on file, masked. */
export const PhoneLine = ({ phone, customerId }: { phone: PhoneView; customerId: string }) => {
  const { t } = useTexts()
  return (
    <span className={styles.what}>
      <Unmask customerId={customerId} field="phone" itemId={phone.id} masked={phone.phone} />
      {phone.label ? <span className="w-quiet w-small">{phone.label}</span> : null}
      {phone.preferred ? <StateTag tone="active">{t('phones.preferred')}</StateTag> : null}
    </span>
  )
}

export const explainPhone =
  (t: T, field: string): Explain =>
  (error) =>
    error.code === 'E_DUPLICATE' && error.field === field
      ? { [field]: t('phones.own') }
      : error.field === field
        ? { [field]: troubleText(t, error) ?? t('phones.numberHelp') }
        : {}

const AddPhone = ({ customerId, onClose }: { customerId: string; onClose: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const add = useApiMutation(addPhone, { touches: LIVES })
  return (
    <FormDialog
      title={t('phones.add')}
      schema={addPhone.body}
      fields={{
        phone: { label: t('phones.number'), help: t('phones.numberHelp'), autoFocus: true },
        label: { label: t('phones.label'), help: t('phones.labelHelp') },
        preferred: { label: t('phones.makePreferred') },
      }}
      explain={explainPhone(t, 'phone')}
      submitLabel={t('common.save')}
      onClose={onClose}
      onSubmit={async (body) => {
        await add.mutateAsync({ params: { estateId, id: customerId }, body })
        notice.good(t('common.saved'))
        onClose()
      }}
    />
  )
}

const Last = z.strictObject({ untilDate: LocalDate })
const EndPhone = ({ phone, customerId, onClose }: { phone: PhoneView; customerId: string; onClose: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const today = useToday()
  const change = useApiMutation(changePhone, { touches: LIVES })
  return (
    <FormDialog
      title={t('phones.endTitle', { phone: phone.phone })}
      schema={Last}
      initial={{ untilDate: today }}
      fields={{ untilDate: { label: t('people.lastDay') } }}
      submitLabel={t('phones.end')}
      danger
      onClose={onClose}
      onSubmit={async (body) => {
        await change.mutateAsync({ params: { estateId, id: customerId, itemId: phone.id }, body })
        onClose()
      }}
    />
  )
}

/** The numbers of a customer: those that hold, those that held before. */
export const Phones = ({ customerId, phones }: { customerId: string; phones: readonly PhoneView[] }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const notice = useNotice()
  const today = useToday()
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<PhoneView>()
  const change = useApiMutation(changePhone, { touches: LIVES, onError: notice.bad })
  const edits = can('customer.edit')
  const holds = (phone: PhoneView) => phone.untilDate === null || phone.untilDate >= today
  const [now, before] = [phones.filter(holds), phones.filter((phone) => !holds(phone))]
  return (
    <Block
      title={t('phones.title')}
      actions={
        edits ? (
          <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
            {t('phones.add')}
          </Button>
        ) : null
      }
    >
      {now.length === 0 ? <p className="w-quiet">{t('phones.none')}</p> : null}
      <ul className={styles.list}>
        {now.map((phone) => (
          <li key={phone.id} className={styles.line}>
            <PhoneLine phone={phone} customerId={customerId} />
            <RowMenu
              label={t('people.actions', { name: phone.phone })}
              acts={
                edits && phone.untilDate === null
                  ? [
                      ...(phone.preferred
                        ? []
                        : [
                            {
                              key: 'prefer',
                              label: t('phones.makePreferred'),
                              onClick: () =>
                                change.mutate({
                                  params: { estateId, id: customerId, itemId: phone.id },
                                  body: { preferred: true },
                                }),
                            },
                          ]),
                      { key: 'end', label: t('phones.end'), danger: true, onClick: () => setEnding(phone) },
                    ]
                  : []
              }
            />
          </li>
        ))}
      </ul>
      {before.length > 0 ? (
        <Folded label={`${t('phones.ended')} (${before.length})`}>
          <ul className={`${styles.list} ${styles.ended}`}>
            {before.map((phone) => (
              <li key={phone.id} className={styles.line}>
                <PhoneLine phone={{ ...phone, preferred: false }} customerId={customerId} />
                <span className="w-small w-figures">
                  {phone.fromDate} – {phone.untilDate}
                </span>
              </li>
            ))}
          </ul>
        </Folded>
      ) : null}
      {adding ? <AddPhone customerId={customerId} onClose={() => setAdding(false)} /> : null}
      {ending ? <EndPhone phone={ending} customerId={customerId} onClose={() => setEnding(undefined)} /> : null}
    </Block>
  )
}
