import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Tabs } from 'antd'
import { z } from 'zod'
import { LINES } from '#contract/permissions.ts'
import { LocalDate, Uuid } from '#contract/values.ts'
import { useTexts } from '#ui/i18n.ts'
import { useUrlFilters } from '#ui/list/filters.ts'
import { useToday } from '#ui/order/order-times.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useCan } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { Day } from './day.tsx'
import { addDays } from './days.rules.ts'
import styles from './inventory.module.css'
import { PastDays } from './past-days.tsx'
import { ToTake } from './to-take.tsx'

const TABS = ['day', 'toTake', 'past'] as const
const Filters = z.object({
  tab: z.enum(TABS).default('day'),
  date: LocalDate.optional(),
  noted: z.enum(['true', 'false']).optional(),
  line: z.enum(LINES).optional(),
  ownerId: Uuid.optional(),
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  gaps: z.enum(['true', 'false']).optional(),
})

/** OS-043: every day everything that is open is looked at, gets its word and is signed. */
export const Page = () => {
  const { t } = useTexts()
  const can = useCan()
  const today = useToday()
  const { filters, setFilters } = useUrlFilters(Filters)
  const { tab, noted, line, ownerId, from, to, gaps } = filters
  const date = filters.date ?? today
  const move = (days: number) => {
    const next = addDays(date, days)
    setFilters({ date: next === today ? undefined : next })
  }
  const tabs = TABS.filter((key) => key !== 'toTake' || can('desk.use'))
  return (
    <>
      <PageHeader
        title={t('nav.inventory')}
        hint={t('inventory.hint')}
        actions={
          tab === 'day' ? (
            <span className={styles.dates}>
              <Button icon={<LeftOutlined aria-hidden />} aria-label={t('orders.dayBefore')} onClick={() => move(-1)} />
              <strong className="w-figures">{date}</strong>
              {date === today ? (
                <StateTag tone="active">{t('order.today')}</StateTag>
              ) : (
                <Button onClick={() => setFilters({ date: undefined })}>{t('orders.toToday')}</Button>
              )}
              <Button
                icon={<RightOutlined aria-hidden />}
                aria-label={t('orders.dayAfter')}
                disabled={date >= today}
                onClick={() => move(1)}
              />
            </span>
          ) : null
        }
      />
      <Tabs
        activeKey={tab}
        onChange={(key) => setFilters({ tab: TABS.find((one) => one === key) })}
        items={tabs.map((key) => ({ key, label: t(`inventory.tab.${key}`) }))}
      />
      {tab === 'day' ? (
        <Day
          key={date}
          date={date}
          today={today}
          filter={{ noted, line, ownerId }}
          onFilter={(patch) => setFilters(patch)}
        />
      ) : null}
      {tab === 'toTake' ? <ToTake /> : null}
      {tab === 'past' ? (
        <PastDays
          filter={{ from, to, gaps }}
          onChange={(patch) => setFilters(patch)}
          onOpen={(next) => setFilters({ tab: 'day', date: next === today ? undefined : next })}
        />
      ) : null}
    </>
  )
}
