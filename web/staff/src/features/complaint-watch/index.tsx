import { PlusOutlined } from '@ant-design/icons'
import { Button, Tabs } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { WATCH_KINDS, type WatchChannel } from '#contract/complaint-watch.ts'
import { LocalDate, Uuid } from '#contract/values.ts'
import { useTexts } from '#ui/i18n.ts'
import { DaySteps } from '#ui/list/day-steps.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { useToday } from '#ui/order/order-times.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useCan } from '#ui/session.tsx'
import { ChannelDialog } from './channel-form.tsx'
import { Channels } from './channels.tsx'
import { Checks } from './checks.tsx'
import { Day } from './day.tsx'
import styles from './watch.module.css'

const TABS = ['day', 'checks', 'channels'] as const
const flag = z.enum(['true', 'false']).optional()
const Filters = z.object({
  tab: z.enum(TABS).default('day'),
  date: LocalDate.optional(),
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  watchId: Uuid.optional(),
  kind: z.enum(WATCH_KINDS).optional(),
  found: flag,
  active: flag,
})

/** CP-110, CP-080: somebody is assigned to watch the channels on line and to empty the boxes, and marks each look with name and time. */
export const Page = () => {
  const { t } = useTexts()
  const can = useCan()
  const today = useToday()
  const { filters, setFilters } = useUrlFilters(Filters)
  const { tab, from, to, watchId, kind, found, active } = filters
  const date = filters.date !== undefined && filters.date < today ? filters.date : today
  const [form, setForm] = useState<WatchChannel | 'new'>()
  const add = can('complaint.watch') ? (
    <Button
      type={tab === 'channels' ? 'primary' : 'default'}
      icon={<PlusOutlined aria-hidden />}
      onClick={() => setForm('new')}
    >
      {t('watching.add')}
    </Button>
  ) : null
  return (
    <>
      <PageHeader
        title={t('nav.complaintWatch')}
        hint={t('watching.hint')}
        actions={
          <span className={styles.actions}>
            {tab === 'day' ? (
              <DaySteps date={date} today={today} onChange={(next) => setFilters({ date: next }, { step: true })} />
            ) : null}
            {add}
          </span>
        }
      />
      <Tabs
        activeKey={tab}
        onChange={(key) => setFilters({ tab: TABS.find((one) => one === key) })}
        items={TABS.map((key) => ({ key, label: t(`watching.tab.${key}`) }))}
      />
      {tab === 'day' ? <Day key={date} date={date} today={today} add={add} /> : null}
      {tab === 'checks' ? (
        <Checks filter={{ from, to, watchId, kind, found }} onChange={(patch) => setFilters(patch)} />
      ) : null}
      {tab === 'channels' ? (
        <Channels filter={{ kind, active }} onChange={(patch) => setFilters(patch)} onEdit={setForm} add={add} />
      ) : null}
      {form ? <ChannelDialog channel={form === 'new' ? undefined : form} onClose={() => setForm(undefined)} /> : null}
    </>
  )
}
