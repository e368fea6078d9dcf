import { Tabs } from 'antd'
import { z } from 'zod'
import { listComplaintTallyDays, TALLY_SECTIONS } from '#contract/complaint-tally.ts'
import { LocalDate } from '#contract/values.ts'
import { useTexts } from '#ui/i18n.ts'
import { DaySteps } from '#ui/list/day-steps.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { useToday } from '#ui/order/order-times.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Day } from './day.tsx'
import { Days } from './days.tsx'

const TABS = ['day', 'days'] as const
const Filters = z.object({
  tab: z.enum(TABS).default('day'),
  date: LocalDate.optional(),
  section: z.enum(TALLY_SECTIONS).default('received'),
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  state: listComplaintTallyDays.query.shape.state,
})

/** CP-127, CP-127a: each day the complaints of the day are checked and signed for, also when there were none. */
export const Page = () => {
  const { t } = useTexts()
  const today = useToday()
  const { filters, setFilters } = useUrlFilters(Filters)
  const { tab, section, from, to, state } = filters
  // an address may name a day that has not come
  const date = filters.date !== undefined && filters.date < today ? filters.date : today
  const show = (next: string | undefined) =>
    setFilters({ tab: 'day', date: next === today ? undefined : next }, { step: true })
  return (
    <>
      <PageHeader
        title={t('nav.complaintTally')}
        hint={t('tally.hint')}
        actions={tab === 'day' ? <DaySteps date={date} today={today} onChange={show} /> : null}
      />
      <Tabs
        activeKey={tab}
        onChange={(key) => setFilters({ tab: TABS.find((one) => one === key) })}
        items={TABS.map((key) => ({ key, label: t(`tally.tab.${key}`) }))}
      />
      {tab === 'day' ? (
        <Day
          key={date}
          date={date}
          today={today}
          section={section}
          onSection={(next) => setFilters({ section: next })}
          onDay={show}
        />
      ) : (
        <Days filter={{ from, to, state }} onChange={(patch) => setFilters(patch)} onOpen={show} />
      )}
    </>
  )
}
