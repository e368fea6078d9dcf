import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { addEmergencyContact, type EmergencyContactView, endEmergencyContact } from '#contract/customers.ts'
import { useTexts } from '../i18n.ts'
import { useNotice } from '../notice.tsx'
import { useApiMutation } from '../query.ts'
import { useCan, useEstate } from '../session.tsx'
import { Block } from './block.tsx'
import { FormDialog } from './form-dialog.tsx'
import styles from './household.module.css'
import { explainPhone } from './phones.tsx'
import { LIVES } from './topics.ts'
import { Unmask } from './unmask.tsx'

export const ContactLine = ({ contact, customerId }: { contact: EmergencyContactView; customerId: string }) => (
  <span className={styles.what}>
    <span>{contact.name}</span>
    {contact.relation ? <span className="w-quiet w-small">{contact.relation}</span> : null}
    <Unmask customerId={customerId} field="emergencyPhone" itemId={contact.id} masked={contact.phone} />
  </span>
)

const AddContact = ({ customerId, onClose }: { customerId: string; onClose: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const add = useApiMutation(addEmergencyContact, { touches: LIVES })
  return (
    <FormDialog
      title={t('contacts.add')}
      schema={addEmergencyContact.body}
      fields={{
        name: { label: t('customer.emergencyName'), autoFocus: true },
        relation: { label: t('customer.emergencyRelation') },
        phone: { label: t('phones.number'), help: t('phones.numberHelp') },
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

/** FD-341: whom to call when the customer cannot be reached; that nobody is named is said aloud. */
export const Contacts = ({
  customerId,
  contacts,
}: {
  customerId: string
  contacts: readonly EmergencyContactView[]
}) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<EmergencyContactView>()
  const end = useApiMutation(endEmergencyContact, { touches: LIVES })
  const edits = can('customer.edit')
  return (
    <Block
      title={t('contacts.title')}
      actions={
        edits ? (
          <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
            {t('common.add')}
          </Button>
        ) : null
      }
    >
      {contacts.length === 0 ? <p className="w-quiet">{t('contacts.none')}</p> : null}
      <ul className={styles.list}>
        {contacts.map((contact) => (
          <li key={contact.id} className={styles.line}>
            <ContactLine contact={contact} customerId={customerId} />
            {edits ? (
              <Button size="small" type="text" onClick={() => setEnding(contact)}>
                {t('contacts.end')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {adding ? <AddContact customerId={customerId} onClose={() => setAdding(false)} /> : null}
      {ending ? (
        <FormDialog
          title={t('contacts.endTitle', { name: ending.name })}
          schema={endEmergencyContact.body}
          fields={{ reason: { label: t('people.reason'), autoFocus: true, rows: 2 } }}
          submitLabel={t('contacts.end')}
          danger
          onClose={() => setEnding(undefined)}
          onSubmit={async (body) => {
            await end.mutateAsync({ params: { estateId, id: customerId, itemId: ending.id }, body })
            setEnding(undefined)
          }}
        />
      ) : null}
    </Block>
  )
}
