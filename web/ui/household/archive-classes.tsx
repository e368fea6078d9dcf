import { Segmented } from 'antd'
import type { ArchiveView, Ownership } from '#contract/archive.ts'
import type { CustomerView } from '#contract/customers.ts'
import { type T, useTexts } from '../i18n.ts'
import { EstateLink } from '../links.tsx'
import { Money } from '../money.tsx'
import { useCan } from '../session.tsx'
import { StateTag } from '../state-tag.tsx'
import { Block } from './block.tsx'
import { ContactLine } from './contacts.tsx'
import { Facts } from './facts.tsx'
import styles from './household.module.css'
import { periodText } from './period-text.ts'
import { PhoneLine } from './phones.tsx'
import { unitFacts } from './unit-facts.tsx'
import { Unmask } from './unmask.tsx'
import { VehicleLine } from './vehicles.tsx'

const nameOf = (t: T, one: Ownership) => `${one.owners.map(({ name }) => name).join('、')} · ${periodText(t, one)}`

const Person = ({ customer }: { customer: CustomerView }) => {
  const { t } = useTexts()
  return (
    <li className={styles.person}>
      <span className={styles.what}>
        <EstateLink to={`customers/${customer.id}`} className={styles.name ?? ''}>
          {customer.name}
        </EstateLink>
        {customer.important ? <StateTag tone="active">{t('customer.important')}</StateTag> : null}
      </span>
      <Facts
        facts={[
          {
            label: customer.idKind ? t(`idKind.${customer.idKind}`) : t('customer.idNumber'),
            value: customer.idNumber ? (
              <Unmask customerId={customer.id} field="idNumber" masked={customer.idNumber} />
            ) : null,
          },
          {
            label: t('phones.title'),
            value: customer.phones
              .filter((phone) => phone.untilDate === null)
              .map((phone) => <PhoneLine key={phone.id} phone={phone} customerId={customer.id} />),
          },
          {
            label: t('contacts.title'),
            value:
              customer.emergencyContacts.length === 0
                ? null
                : customer.emergencyContacts.map((contact) => (
                    <ContactLine key={contact.id} contact={contact} customerId={customer.id} />
                  )),
          },
          { label: t('customer.preferences'), value: customer.preferences },
        ]}
      />
    </li>
  )
}

const Payments = ({ archive }: { archive: ArchiveView }) => {
  const { t } = useTexts()
  const can = useCan()
  const { wealth, lines } = archive.consumption
  return (
    <Block title={t('archive.consumption')}>
      {wealth ? (
        <Facts
          facts={[
            {
              label: t('unit.purchase'),
              value: wealth.purchaseFen === null ? null : <Money fen={wealth.purchaseFen} />,
            },
            { label: t('unit.mortgage'), value: wealth.mortgageKind },
          ]}
        />
      ) : (
        <p className="w-quiet">{t(can('customer.wealth') ? 'archive.formerWealth' : 'archive.noWealth')}</p>
      )}
      <p className="w-quiet w-small">{t('archive.derived')}</p>
      {lines.length === 0 ? <p className="w-quiet">{t('archive.noLines')}</p> : null}
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={`${line.kind} ${line.text}`} className={styles.line}>
            <span className={styles.what}>
              <span className="w-quiet w-small">{t(`archive.kind.${line.kind}`)}</span>
              {line.text}
              {line.through ? (
                <span className="w-quiet w-small">{t('archive.through', { day: line.through })}</span>
              ) : null}
            </span>
            <span className={styles.what}>
              {t('archive.paid')} <Money fen={line.paidFen} />
              {line.openFen > 0 ? (
                <StateTag tone="late">
                  {t('archive.due')} <Money fen={line.openFen} />
                </StateTag>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </Block>
  )
}

export const ArchiveClasses = ({
  archive,
  onOwnership,
}: {
  archive: ArchiveView
  onOwnership: (id: string) => void
}) => {
  const { t } = useTexts()
  const all = [archive.ownership, ...archive.others].sort((a, b) => (b.fromDate ?? '').localeCompare(a.fromDate ?? ''))
  const groups = [
    { key: 'owners', people: archive.basics.owners },
    { key: 'family', people: archive.basics.family },
    { key: 'others', people: archive.basics.others },
  ] as const
  return (
    <>
      {all.length > 1 ? (
        <Segmented
          aria-label={t('archive.ownership')}
          value={archive.ownership.id}
          onChange={onOwnership}
          options={all.map((one) => ({ value: one.id, label: nameOf(t, one) }))}
        />
      ) : (
        <p className="w-quiet">{nameOf(t, archive.ownership)}</p>
      )}
      <div className={styles.classes}>
        <Block title={t('archive.basics')}>
          {groups.map(({ key, people }) =>
            people.length === 0 ? null : (
              <section key={key}>
                <h3 className={styles.group}>{t(`archive.${key}`)}</h3>
                <ul className={styles.list}>
                  {people.map((customer) => (
                    <Person key={customer.id} customer={customer} />
                  ))}
                </ul>
              </section>
            ),
          )}
        </Block>
        <div className={styles.stack}>
          <Block title={t('archive.property')}>
            <Facts facts={unitFacts(t, archive.property)} />
          </Block>
          <Block title={t('archive.vehicles')}>
            {archive.vehicles.length === 0 ? <p className="w-quiet">{t('things.noVehicles')}</p> : null}
            <ul className={styles.list}>
              {archive.vehicles.map((vehicle) => (
                <li key={vehicle.id}>
                  <VehicleLine vehicle={vehicle} beside="unit" />
                </li>
              ))}
            </ul>
          </Block>
          <Payments archive={archive} />
        </div>
      </div>
    </>
  )
}
