import { Button, Tabs } from 'antd'
import { z } from 'zod'
import { handover as shape } from '#contract/handover.ts'
import { LocalDate, Uuid } from '#contract/values.ts'
import { useTexts } from '#ui/i18n.ts'
import { useUrlFilters } from '#ui/list/filters.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Give } from './give.tsx'
import { History, Running } from './lists.tsx'
import { HandoverRecord } from './record.tsx'

const TABS = ['running', 'history'] as const
const Filters = z.object({
  tab: z.enum(TABS).default('running'),
  id: Uuid.optional(),
  give: z.enum(['1']).optional(),
  state: z.enum(shape.states).optional(),
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  withDifference: z.enum(['true', 'false']).optional(),
})
const LIST = ['state', 'from', 'to', 'withDifference'] as const

/** FD-700, FD-701: the shift is given and taken, group by group. */
export const Page = () => {
  const { t } = useTexts()
  const { filters, setFilters } = useUrlFilters(Filters)
  const { tab, id, give, state, from, to, withDifference } = filters
  const open = (next: string) => setFilters({ id: next, give: undefined }, { step: !give })
  const filter = { state, from, to, withDifference }
  return (
    <>
      <PageHeader
        title={t('nav.handover')}
        hint={t('handover.pageHint')}
        actions={
          give || id ? null : (
            <Button type="primary" onClick={() => setFilters({ give: '1' }, { step: true })}>
              {t('handover.give')}
            </Button>
          )
        }
      />
      {give ? (
        <Give onOpened={open} onClose={() => setFilters({ give: undefined })} />
      ) : id ? (
        <HandoverRecord key={id} id={id} onBack={() => setFilters({ id: undefined })} />
      ) : (
        <>
          <Tabs
            activeKey={tab}
            onChange={(key) => setFilters({ tab: TABS.find((one) => one === key) })}
            items={TABS.map((key) => ({ key, label: t(`handover.tab.${key}`) }))}
          />
          {tab === 'running' ? (
            <Running onOpen={open} onGive={() => setFilters({ give: '1' }, { step: true })} />
          ) : (
            <History
              filter={filter}
              active={LIST.filter((name) => filter[name] !== undefined)}
              onChange={(patch) => setFilters(patch)}
              onClear={() =>
                setFilters({ state: undefined, from: undefined, to: undefined, withDifference: undefined })
              }
              onOpen={open}
            />
          )}
        </>
      )}
    </>
  )
}
