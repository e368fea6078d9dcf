import { Alert, Button, Tabs } from 'antd'
import { z } from 'zod'
import { getEstate } from '#contract/estate.ts'
import { useTexts } from '#ui/i18n.ts'
import { useUrlFilters } from '#ui/list/filters.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useEstate } from '#ui/session.tsx'
import { LoadingState } from '#ui/states.tsx'
import { AreasTab } from './areas-tab.tsx'
import { BuildingsTab } from './buildings-tab.tsx'
import styles from './estates.module.css'
import { EstatesTab } from './estates-tab.tsx'

const TABS = ['buildings', 'areas', 'estates'] as const
const Filters = z.object({ tab: z.enum(TABS).default('buildings') })
const Uncovered = z.object({ tab: z.enum(TABS).optional(), withoutSteward: z.enum(['true']).optional() })
const COUNTS = ['buildings', 'units', 'customers', 'vehicles'] as const

/** What this estate consists of, and the way to what is missing (FD-820). */
const Summary = ({ onUncovered }: { onUncovered: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const query = useApiQuery(getEstate, { params: { estateId } }, { topics: ['estates', 'units', 'customers'] })
  return (
    <QueryView query={query} loading={<LoadingState rows={2} />}>
      {(estate) => (
        <>
          <dl className={styles.counts}>
            {COUNTS.map((name) => (
              <div key={name}>
                <dt>{t(`estates.count.${name}`)}</dt>
                <dd className="w-figures">{estate[name]}</dd>
              </div>
            ))}
          </dl>
          {estate.buildingsWithoutSteward > 0 ? (
            <Alert
              className={styles.alert ?? ''}
              type="warning"
              showIcon
              title={t('estates.uncovered', { count: estate.buildingsWithoutSteward })}
              action={
                <Button size="small" onClick={onUncovered}>
                  {t('estates.showUncovered')}
                </Button>
              }
            />
          ) : null}
        </>
      )}
    </QueryView>
  )
}

/** Estates, buildings, and who looks after which area. */
export const Page = () => {
  const { t } = useTexts()
  const estate = useEstate()
  const { filters, setFilters } = useUrlFilters(Filters)
  const uncovered = useUrlFilters(Uncovered)
  return (
    <>
      <PageHeader title={`${t('nav.estates')} · ${estate.name}`} hint={t('estates.hint')} />
      <Summary onUncovered={() => uncovered.setFilters({ tab: 'buildings', withoutSteward: 'true' })} />
      <Tabs
        activeKey={filters.tab}
        onChange={(tab) => setFilters({ tab: TABS.find((one) => one === tab) })}
        destroyOnHidden
        items={[
          { key: 'buildings', label: t('estates.tab.buildings'), children: <BuildingsTab /> },
          { key: 'areas', label: t('estates.tab.areas'), children: <AreasTab /> },
          { key: 'estates', label: t('estates.tab.estates'), children: <EstatesTab /> },
        ]}
      />
    </>
  )
}
