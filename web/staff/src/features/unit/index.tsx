import { CustomerServiceOutlined, EditOutlined } from '@ant-design/icons'
import { Button, Tabs } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { getUnit, getUnitCard, type UnitCard, type UnitView } from '#contract/units.ts'
import { Archive } from '#ui/household/archive.tsx'
import { Block } from '#ui/household/block.tsx'
import { Cautions } from '#ui/household/cautions.tsx'
import { Facts } from '#ui/household/facts.tsx'
import { UnitHistory } from '#ui/household/history.tsx'
import { HouseholdMatters, MAY_READ_MATTERS } from '#ui/household/household-matters.tsx'
import { Parking } from '#ui/household/parking.tsx'
import { areaText } from '#ui/household/square-metres.ts'
import { unitFacts } from '#ui/household/unit-facts.tsx'
import { Vehicles } from '#ui/household/vehicles.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useGo, usePageId } from '#ui/links.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { PersonChip } from '#ui/person-chip.tsx'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useCan, useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { HomeViolations } from '#ui/violation/home-violations.tsx'
import { ChangeProperty } from './change-property.tsx'
import { People } from './people.tsx'
import styles from './unit.module.css'

const TABS = ['overview', 'archive', 'history'] as const
const Filters = z.object({ tab: z.enum(TABS).default('overview') })

const Header = ({ unit, card }: { unit: UnitView; card?: UnitCard }) => {
  const { t } = useTexts()
  const can = useCan()
  const go = useGo()
  const held = !card
    ? undefined
    : card.residents.some(({ residence }) => residence.role === 'tenant' || residence.role === 'shop')
      ? 'let'
      : card.residents.length > 0
        ? 'owner'
        : 'none'
  return (
    <PageHeader
      title={unit.display}
      tags={
        <>
          {unit.kind === 'flat' ? null : <StateTag>{t(`unitKind.${unit.kind}`)}</StateTag>}
          {held ? (
            <StateTag tone={held === 'let' ? 'active' : held === 'owner' ? 'good' : 'ended'}>
              {t(`unit.occupied.${held}`)}
            </StateTag>
          ) : null}
          {card?.tenure ? <StateTag>{t(`tenure.${card.tenure}`)}</StateTag> : null}
        </>
      }
      hint={[
        unit.unitType,
        unit.areaX100 === null ? null : t('units.m2', { area: areaText(unit.areaX100) }),
        unit.usage,
      ]
        .filter(Boolean)
        .join(' · ')}
      actions={
        can('desk.use') && can('matter.register') ? (
          <Button
            type="primary"
            icon={<CustomerServiceOutlined aria-hidden />}
            onClick={() => go('desk', { unit: unit.id })}
          >
            {t('unit.register')}
          </Button>
        ) : null
      }
    />
  )
}

const Property = ({ unit }: { unit: UnitView }) => {
  const { t } = useTexts()
  const can = useCan()
  const [changing, setChanging] = useState(false)
  return (
    <Block
      title={t('unit.property')}
      actions={
        can(['estate.edit', 'customer.wealth']) ? (
          <Button size="small" icon={<EditOutlined aria-hidden />} onClick={() => setChanging(true)}>
            {t('common.edit')}
          </Button>
        ) : null
      }
    >
      <Facts facts={unitFacts(t, unit)} />
      {changing ? <ChangeProperty unit={unit} onClose={() => setChanging(false)} /> : null}
    </Block>
  )
}

const Steward = ({ card }: { card: UnitCard }) => {
  const { t } = useTexts()
  return (
    <Block title={t('unit.steward')}>
      {card.steward ? (
        <PersonChip
          name={card.steward.name}
          note={card.steward.phone ? <a href={`tel:${card.steward.phone}`}>{card.steward.phone}</a> : undefined}
        />
      ) : (
        <p className="w-quiet">{t('unit.noSteward')}</p>
      )}
    </Block>
  )
}

const Overview = ({ card }: { card: UnitCard }) => {
  const can = useCan()
  const { unit } = card
  const people = card.residents.map(({ customer }) => customer)
  const once = people.filter((one, at) => people.findIndex(({ id }) => id === one.id) === at)
  return (
    <>
      <Cautions cautions={card.cautions} people={once} of={{ unitId: unit.id, people: once }} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <People card={card} />
          {can(MAY_READ_MATTERS) ? <HouseholdMatters of={{ unitId: unit.id }} /> : null}
          {can(['violation.handle', 'violation.report', 'inspection.read']) ? (
            <HomeViolations unitId={unit.id} />
          ) : null}
        </div>
        <aside className={styles.column}>
          <Steward card={card} />
          <Property unit={unit} />
          <Vehicles vehicles={card.vehicles} of={{ unitId: unit.id, people: once }} />
          <Parking unitId={unit.id} uses={card.parking} />
        </aside>
      </div>
    </>
  )
}

const Card = ({ id }: { id: string }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const { filters, setFilters } = useUrlFilters(Filters)
  const query = useApiQuery(getUnitCard, { params: { estateId, id } }, { topics: ['units', 'customers'] })
  return (
    <QueryView query={query}>
      {(card) => (
        <>
          <Header unit={card.unit} card={card} />
          <Tabs
            activeKey={filters.tab}
            onChange={(tab) => setFilters({ tab: TABS.find((one) => one === tab) })}
            destroyOnHidden
            items={[
              { key: 'overview', label: t('unit.overview'), children: <Overview card={card} /> },
              { key: 'archive', label: t('household.archive'), children: <Archive unit={card.unit} /> },
              {
                key: 'history',
                label: t('history.title'),
                children: (
                  <Block title={t('history.title')}>
                    <UnitHistory id={id} />
                  </Block>
                ),
              },
            ]}
          />
        </>
      )}
    </QueryView>
  )
}

/** People who work on the house and not with its residents see the house. */
const House = ({ id }: { id: string }) => {
  const { id: estateId } = useEstate()
  const can = useCan()
  const query = useApiQuery(getUnit, { params: { estateId, id } }, { topics: ['units'] })
  return (
    <QueryView query={query}>
      {(unit) => (
        <>
          <Header unit={unit} />
          <div className={styles.column}>
            <Property unit={unit} />
            {can(MAY_READ_MATTERS) ? <HouseholdMatters of={{ unitId: id }} /> : null}
          </div>
        </>
      )}
    </QueryView>
  )
}

/** Everything about one unit on one page. */
export const Page = () => {
  const can = useCan()
  const id = usePageId()
  return can('customer.read') ? <Card key={id} id={id} /> : <House key={id} id={id} />
}
