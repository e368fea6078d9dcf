import { CustomerServiceOutlined, IdcardOutlined } from '@ant-design/icons'
import { Button, Tabs } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { type CustomerView, getCustomer } from '#contract/customers.ts'
import { Block } from '#ui/household/block.tsx'
import { Cautions } from '#ui/household/cautions.tsx'
import { Contacts } from '#ui/household/contacts.tsx'
import { CustomerHistory } from '#ui/household/history.tsx'
import { HouseholdMatters, MAY_READ_MATTERS } from '#ui/household/household-matters.tsx'
import { CheckIdentity, IdentityChecks } from '#ui/household/identity.tsx'
import { Phones } from '#ui/household/phones.tsx'
import { Vehicles } from '#ui/household/vehicles.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useGo, usePageId } from '#ui/links.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useCan, useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { ArchiveTab } from './archive-tab.tsx'
import { Basics } from './basics.tsx'
import styles from './customer.module.css'
import { Rooms } from './rooms.tsx'

const TABS = ['overview', 'archive', 'history'] as const
const Filters = z.object({ tab: z.enum(TABS).default('overview') })

const Header = ({ customer }: { customer: CustomerView }) => {
  const { t } = useTexts()
  const can = useCan()
  const go = useGo()
  const [checking, setChecking] = useState(false)
  const home = customer.residences.filter((stay) => stay.current)
  const only = home.length === 1 ? home[0] : undefined
  return (
    <>
      <PageHeader
        title={customer.name}
        tags={
          <>
            {customer.kind === 'company' ? <StateTag>{t('customerKind.company')}</StateTag> : null}
            {customer.important ? <StateTag tone="waiting">{t('customer.important')}</StateTag> : null}
            {customer.noCallback ? <StateTag tone="late">{t('customer.noCallback')}</StateTag> : null}
            {customer.language === 'en' ? <StateTag>{t('customer.speaksEnglish')}</StateTag> : null}
            {customer.tenure ? <StateTag>{t(`tenure.${customer.tenure}`)}</StateTag> : null}
          </>
        }
        hint={home.map((stay) => `${stay.unit.display} ${t(`residence.${stay.role}`)}`).join(' · ')}
        actions={
          <>
            {can(['desk.use', 'customer.edit']) ? (
              <Button icon={<IdcardOutlined aria-hidden />} onClick={() => setChecking(true)}>
                {t('identity.record')}
              </Button>
            ) : null}
            {can('desk.use') && can('matter.register') ? (
              <Button
                type="primary"
                icon={<CustomerServiceOutlined aria-hidden />}
                onClick={() => go('desk', { customer: customer.id, ...(only ? { unit: only.unit.id } : {}) })}
              >
                {t('customer.register')}
              </Button>
            ) : null}
          </>
        }
      />
      {checking ? <CheckIdentity customer={customer} onClose={() => setChecking(false)} /> : null}
    </>
  )
}

const Overview = ({ customer }: { customer: CustomerView }) => {
  const can = useCan()
  const rooms = customer.residences.filter((stay) => stay.current).map((stay) => stay.unit)
  return (
    <>
      <Cautions cautions={customer.cautions} people={[customer]} of={{ customerId: customer.id }} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <Rooms customer={customer} />
          {can(MAY_READ_MATTERS) ? <HouseholdMatters of={{ customerId: customer.id }} /> : null}
          <IdentityChecks customer={customer} />
        </div>
        <aside className={styles.column}>
          <Phones customerId={customer.id} phones={customer.phones} />
          <Basics customer={customer} />
          <Contacts customerId={customer.id} contacts={customer.emergencyContacts} />
          <Vehicles vehicles={customer.vehicles} of={{ customerId: customer.id, units: rooms }} />
        </aside>
      </div>
    </>
  )
}

const Customer = ({ id }: { id: string }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const { filters, setFilters } = useUrlFilters(Filters)
  const query = useApiQuery(getCustomer, { params: { estateId, id } }, { topics: ['customers', 'units'] })
  return (
    <QueryView query={query}>
      {(customer) => (
        <>
          <Header customer={customer} />
          <Tabs
            activeKey={filters.tab}
            onChange={(tab) => setFilters({ tab: TABS.find((one) => one === tab) })}
            destroyOnHidden
            items={[
              { key: 'overview', label: t('customer.overview'), children: <Overview customer={customer} /> },
              { key: 'archive', label: t('household.archive'), children: <ArchiveTab customer={customer} /> },
              {
                key: 'history',
                label: t('history.title'),
                children: (
                  <Block title={t('history.title')}>
                    <CustomerHistory id={id} />
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

/** Everything about one customer on one page. */
export const Page = () => {
  const id = usePageId()
  return <Customer key={id} id={id} />
}
