import { getCustomer } from '#contract/customers.ts'
import type { CautionView } from '#contract/households.ts'
import { getUnitCard, type Resident } from '#contract/units.ts'
import { useTexts } from '#ui/i18n.ts'
import { EstateLink } from '#ui/links.tsx'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useEstate } from '#ui/session.tsx'
import { LoadingState } from '#ui/states.tsx'
import type { Conversation } from '../conversation.rules.ts'
import styles from './card.module.css'
import { Cautions } from './cautions.tsx'
import { LastDone } from './last-done.tsx'
import { OpenMatters } from './open-matters.tsx'
import { People } from './people.tsx'
import { Things } from './things.tsx'

type CardProps = {
  talk: Conversation
  onSpeaker: (customer: Conversation['customer']) => void
  onUnit: (unit: Conversation['unit']) => void
}

/** What whoever serves this household must know before the first word. */
const warningsOf = (people: readonly Pick<Resident, 'customer'>[], speakerId: string | undefined) =>
  people.filter((one) => one.customer.noCallback || one.customer.quietHours.length > 0 || one.customer.id === speakerId)

const UnitCardView = ({ unitId, talk, onSpeaker }: CardProps & { unitId: string }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const query = useApiQuery(getUnitCard, { params: { estateId, id: unitId } }, { topics: ['units', 'customers'] })
  return (
    <QueryView query={query} loading={<LoadingState rows={4} />}>
      {(card) => (
        <>
          <header className={styles.head}>
            <h2 className={styles.title}>
              <EstateLink to={`units/${card.unit.id}`}>{card.unit.display}</EstateLink>
            </h2>
            <span className="w-quiet w-small">
              {[card.unit.unitType, card.tenure ? t(`tenure.${card.tenure}`) : undefined].filter(Boolean).join(' · ')}
            </span>
          </header>
          <Cautions
            cautions={card.cautions}
            people={warningsOf(card.residents, talk.customer?.id).map((one) => one.customer)}
          />
          <People residents={card.residents} speaker={talk.customer} onSpeaker={onSpeaker} />
          <OpenMatters unitId={unitId} customerId={talk.customer?.id} talk={talk} />
          <Things vehicles={card.vehicles} parking={card.parking} steward={card.steward} />
          <LastDone buildingId={card.unit.building.id} />
        </>
      )}
    </QueryView>
  )
}

/** A customer without a room chosen: the rooms are offered, the rest is as with a room. */
const CustomerCardView = ({ customerId, talk, onUnit }: CardProps & { customerId: string }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const query = useApiQuery(getCustomer, { params: { estateId, id: customerId } }, { topics: ['customers'] })
  const cautionsOf = (all: readonly CautionView[]) => all.filter((one) => one.endedAt === null)
  return (
    <QueryView query={query} loading={<LoadingState rows={4} />}>
      {(customer) => (
        <>
          <header className={styles.head}>
            <h2 className={styles.title}>
              <EstateLink to={`customers/${customer.id}`}>{customer.name}</EstateLink>
            </h2>
            <span className="w-quiet w-small w-figures">
              {customer.phones.filter((one) => one.untilDate === null)[0]?.phone ?? ''}
            </span>
          </header>
          <Cautions cautions={cautionsOf(customer.cautions)} people={[customer]} />
          <section className={styles.block}>
            <h3>{t('desk.rooms')}</h3>
            <ul className={styles.list}>
              {customer.residences
                .filter((one) => one.current)
                .map((one) => (
                  <li key={one.id} className={styles.row}>
                    <button
                      type="button"
                      className="w-link"
                      onClick={() => onUnit({ id: one.unit.id, display: one.unit.display })}
                    >
                      {one.unit.display}
                    </button>
                    <span className="w-quiet w-small">{t(`residence.${one.role}`)}</span>
                  </li>
                ))}
            </ul>
          </section>
          <OpenMatters unitId={undefined} customerId={customerId} talk={talk} />
          <Things vehicles={customer.vehicles} parking={[]} steward={null} />
          <LastDone />
        </>
      )}
    </QueryView>
  )
}

/** The customer's card: it helps, and never has to be there before something can be registered. */
export const Household = (props: CardProps) => {
  const { unit, customer } = props.talk
  if (unit) return <UnitCardView key={unit.id} unitId={unit.id} {...props} />
  return customer ? <CustomerCardView key={customer.id} customerId={customer.id} {...props} /> : null
}
