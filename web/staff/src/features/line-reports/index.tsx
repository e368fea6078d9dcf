import { Tabs } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { getLineReportDay } from '#contract/inventory.ts'
import { LINES, type Line } from '#contract/permissions.ts'
import { LocalDate } from '#contract/values.ts'
import { useTexts } from '#ui/i18n.ts'
import { useUrlFilters } from '#ui/list/filters.ts'
import { useToday } from '#ui/order/order-times.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useCan, useEstate } from '#ui/session.tsx'
import { EmptyState } from '#ui/states.tsx'
import { DayGrid } from './day-grid.tsx'
import { History } from './history.tsx'
import { LateItems } from './late.tsx'
import { SendReport } from './send.tsx'
import { countStates, slotToSend } from './slots.rules.ts'

const TABS = ['day', 'history', 'late'] as const
const Filters = z.object({
  tab: z.enum(TABS).default('day'),
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  line: z.enum(LINES).optional(),
  late: z.enum(['true', 'false']).optional(),
})

const Day = () => {
  const { t } = useTexts()
  const { id: estateId, lines } = useEstate()
  const can = useCan()
  const [slot, setSlot] = useState<string>()
  const day = useApiQuery(getLineReportDay, { params: { estateId }, query: {} }, { topics: ['inventory'] })
  return (
    <QueryView query={day}>
      {({ slots }) => {
        if (slots.length === 0)
          return (
            <div className="w-card">
              <EmptyState title={t('lineReports.noTimes')} hint={t('lineReports.noTimesHint')} />
            </div>
          )
        const own: Line | undefined = lines.find((line) => slots.some((one) => one.line === line))
        const proposed = own ? slotToSend(slots, own) : undefined
        const counts = countStates(slots)
        return (
          <>
            <p className="w-quiet" role="status">
              {t('lineReports.counts', counts)}
            </p>
            {own && proposed && can('line_report.send') ? (
              <SendReport
                line={own}
                slot={slot ?? proposed}
                times={slots.filter((one) => one.line === own).map((one) => one.slot)}
                onSlot={setSlot}
              />
            ) : null}
            <DayGrid slots={slots} />
          </>
        )
      }}
    </QueryView>
  )
}

/** FD-403: the lines report to the desk at set times; who has not is seen at once. */
export const Page = () => {
  const { t } = useTexts()
  const can = useCan()
  const today = useToday()
  const { filters, setFilters } = useUrlFilters(Filters)
  const { tab, from, to, line, late } = filters
  const tabs = TABS.filter((key) => key !== 'late' || can(['inventory.read', 'dashboard.read']))
  return (
    <>
      <PageHeader title={t('nav.lineReports')} hint={t('lineReports.hint')} />
      <Tabs
        activeKey={tab}
        onChange={(key) => setFilters({ tab: TABS.find((one) => one === key), from: undefined, to: undefined })}
        items={tabs.map((key) => ({ key, label: t(`lineReports.tab.${key}`) }))}
      />
      {tab === 'day' ? <Day /> : null}
      {tab === 'history' ? <History filter={{ from, to, line, late }} onChange={(patch) => setFilters(patch)} /> : null}
      {tab === 'late' ? (
        <LateItems
          filter={{ from, to, line }}
          span={{ from: `${today.slice(0, 8)}01`, to: today }}
          onChange={(patch) => setFilters(patch)}
        />
      ) : null}
    </>
  )
}
