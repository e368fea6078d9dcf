import { SettingOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { z } from 'zod'
import { useTexts } from '#ui/i18n.ts'
import { useUrlFilters } from '#ui/list/filters.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { useCan } from '#ui/session.tsx'
import { LoadingState } from '#ui/states.tsx'
import { DutyList } from './duty-list.tsx'
import { MyDuties } from './my-duties.tsx'
import { OnDutyNow } from './on-duty-now.tsx'
import { Week } from './week.tsx'

const VIEWS = ['week', 'now', 'mine', 'list'] as const
type View = (typeof VIEWS)[number]
const Filters = z.object({ view: z.enum(VIEWS).default('week') })
const SetUp = lazy(async () => ({ default: (await import('./set-up.tsx')).SetUp }))

/** The duty roster: who stands where and when, and whether complaints are accepted around the clock (CP-033). */
export const Page = () => {
  const { t } = useTexts()
  const can = useCan()
  const { filters, setFilters } = useUrlFilters(Filters)
  const [settingUp, setSettingUp] = useState(false)
  return (
    <>
      <PageHeader
        title={t('nav.duty')}
        hint={t('dutyPage.hint')}
        actions={
          <>
            {can('duty.edit') ? (
              <Button icon={<SettingOutlined aria-hidden />} onClick={() => setSettingUp(true)}>
                {t('dutyPage.setUp')}
              </Button>
            ) : null}
            <Segmented<View>
              value={filters.view}
              aria-label={t('dutyPage.view')}
              onChange={(view) => setFilters({ view })}
              options={VIEWS.map((value) => ({ value, label: t(`dutyPage.${value}`) }))}
            />
          </>
        }
      />
      {filters.view === 'now' ? <OnDutyNow /> : null}
      {filters.view === 'mine' ? <MyDuties /> : null}
      {filters.view === 'list' ? <DutyList /> : null}
      {filters.view === 'week' ? <Week /> : null}
      {settingUp ? (
        <Suspense fallback={<LoadingState rows={3} />}>
          <SetUp onClose={() => setSettingUp(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
