import { PlusOutlined, StarFilled } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { Resident, UnitCard } from '#contract/units.ts'
import { Block } from '#ui/household/block.tsx'
import { ContactLine } from '#ui/household/contacts.tsx'
import styles from '#ui/household/household.module.css'
import { periodText } from '#ui/household/period-text.ts'
import { PhoneLine } from '#ui/household/phones.tsx'
import { StayActs } from '#ui/household/stay-acts.tsx'
import { AddStay } from '#ui/household/stay-dialogs.tsx'
import { useTexts } from '#ui/i18n.ts'
import { EstateLink } from '#ui/links.tsx'
import { useCan } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState } from '#ui/states.tsx'
import { FormerPeople } from './former-people.tsx'

const Person = ({ resident }: { resident: Resident }) => {
  const { t } = useTexts()
  const { customer, residence, phones, emergencyContacts } = resident
  return (
    <li className={styles.person}>
      <div className={styles.line}>
        <span className={styles.what}>
          <EstateLink to={`customers/${customer.id}`} className={styles.name ?? ''}>
            {customer.name}
          </EstateLink>
          <StateTag tone={residence.role === 'owner' ? 'good' : 'active'}>{t(`residence.${residence.role}`)}</StateTag>
          {residence.primaryContact ? (
            <StateTag icon={<StarFilled aria-hidden />}>{t('people.contact')}</StateTag>
          ) : null}
          {customer.important ? <StateTag tone="waiting">{t('customer.important')}</StateTag> : null}
          {customer.noCallback ? <StateTag tone="late">{t('customer.noCallback')}</StateTag> : null}
          {customer.language === 'en' ? <StateTag>{t('customer.speaksEnglish')}</StateTag> : null}
        </span>
        <StayActs stay={residence} who={customer.name} />
      </div>
      {phones.length === 0 ? <span className="w-quiet">{t('phones.none')}</span> : null}
      {phones.map((phone) => (
        <PhoneLine key={phone.id} phone={phone} customerId={customer.id} />
      ))}
      <span className="w-quiet w-small">
        {periodText(t, { ...residence, untilDate: null })}
        {residence.untilDate ? ` · ${t('people.leaves', { until: residence.untilDate })}` : ''}
        {residence.tenure ? ` · ${t(`tenure.${residence.tenure}`)}` : ''}
      </span>
      {customer.preferences ? (
        <span className="w-small">
          {t('customer.preferences')}：{customer.preferences}
        </span>
      ) : null}
      {emergencyContacts.map((contact) => (
        <span key={contact.id} className={`${styles.what} w-small`}>
          <span className="w-quiet">{t('contacts.title')}</span>
          <ContactLine contact={contact} customerId={customer.id} />
        </span>
      ))}
    </li>
  )
}

/** Who lives here now, the first contact on top; who lived here before is folded below. */
export const People = ({ card }: { card: UnitCard }) => {
  const { t } = useTexts()
  const can = useCan()
  const [adding, setAdding] = useState(false)
  const residents = [...card.residents].sort(
    (a, b) => Number(b.residence.primaryContact) - Number(a.residence.primaryContact),
  )
  const edits = can('customer.edit')
  const add = (
    <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
      {t('people.add')}
    </Button>
  )
  return (
    <Block title={t('people.title')} actions={edits ? add : null}>
      {residents.length === 0 ? (
        <EmptyState compact title={t('people.none')} hint={edits ? t('people.noneHint') : undefined} />
      ) : null}
      <ul className={styles.list}>
        {residents.map((resident) => (
          <Person key={resident.residence.id} resident={resident} />
        ))}
      </ul>
      {card.formerResidents > 0 ? <FormerPeople unitId={card.unit.id} count={card.formerResidents} /> : null}
      {adding ? <AddStay unit={card.unit} onClose={() => setAdding(false)} /> : null}
    </Block>
  )
}
