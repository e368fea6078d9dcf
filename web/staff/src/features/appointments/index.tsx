import { PlusOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { z } from 'zod'
import { type Appointment, listAppointments } from '#contract/desk.ts'
import { useTexts } from '#ui/i18n.ts'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { useToday } from '#ui/order/order-times.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import styles from './appointments.module.css'
import { Create } from './create.tsx'
import { Days } from './days.tsx'

const VIEWS = ['open', 'today', 'all'] as const
const STATES = ['booked', 'done', 'missed', 'cancelled'] as const satisfies readonly Appointment['state'][]
const Filters = listAppointments.query
  .omit({ cursor: true, limit: true })
  .extend({ view: z.enum(VIEWS).default('open'), new: z.enum(['1']).optional() })

/** FD-018: what was put off to another day, and whether it was kept. */
export const Page = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const today = useToday()
  const { filters, setFilters, clear, active } = useUrlFilters(Filters)
  const { view, new: creating, ...given } = filters
  // What nobody has ended stays in sight however old it is.
  const query =
    view === 'open'
      ? { ...given, state: 'booked' as const }
      : view === 'today'
        ? { ...given, from: today, to: today }
        : given
  const pages = usePages(
    listAppointments,
    { params: { estateId }, query: { ...query, limit: 100 } },
    { topics: ['queue'] },
  )
  const shown = active.filter((name) => name !== 'view' && name !== 'new')
  const create = () => setFilters({ new: '1' })
  return (
    <>
      <PageHeader
        title={t('nav.appointments')}
        hint={t('appointments.hint')}
        actions={
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={create}>
            {t('appointments.create')}
          </Button>
        }
      />
      <div className={styles.tools}>
        <Segmented
          value={view}
          aria-label={t('board.view')}
          onChange={(next) => setFilters({ view: VIEWS.find((one) => one === next) })}
          options={VIEWS.map((value) => ({ value, label: t(`appointments.view.${value}`) }))}
        />
      </div>
      <FilterBar
        items={[
          ...(view === 'open'
            ? []
            : [
                {
                  kind: 'select' as const,
                  name: 'state',
                  label: t('matter.state'),
                  options: STATES.map((value) => ({ value, label: t(`appointments.state.${value}`) })),
                },
              ]),
          ...(view === 'today'
            ? []
            : [{ kind: 'dates' as const, from: 'from', to: 'to', label: t('appointments.date') }]),
        ]}
        values={filters}
        onChange={setFilters}
        active={shown}
        onClear={clear}
      >
        <ExportLink list={listAppointments} params={{ estateId }} query={query} />
      </FilterBar>
      <Days pages={pages} today={today} filtered={shown.length > 0} onCreate={create} />
      {creating ? <Create date={today} onClose={() => setFilters({ new: undefined })} /> : null}
    </>
  )
}
