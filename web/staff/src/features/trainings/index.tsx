import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { listTrainings, TRAINING_KINDS, TRAINING_STATES, type Training } from '#contract/trainings.ts'
import { LocalDate, Uuid } from '#contract/values.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { useGo } from '#ui/links.tsx'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { usePages } from '#ui/query.ts'
import { useCan, useEstate } from '#ui/session.tsx'
import { EmptyState } from '#ui/states.tsx'
import { Newcomers } from './newcomers.tsx'
import { PlanForm } from './plan-form.tsx'
import { TrainingState } from './state.tsx'
import styles from './trainings.module.css'

const Filters = z.object({
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  kind: z.enum(TRAINING_KINDS).optional(),
  state: z.enum(TRAINING_STATES).optional(),
  staffId: Uuid.optional(),
})

/** FD-765: trainings of the estate, planned and held; of one person when asked for. */
export const Page = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const go = useGo()
  const [planning, setPlanning] = useState(false)
  const { filters, setFilters, clear, active } = useUrlFilters(Filters)
  const pages = usePages(listTrainings, { params: { estateId }, query: filters }, { topics: ['staff'] })
  const came = (row: Training) =>
    row.state === 'held'
      ? t('training.attendance', { attended: row.attended, invited: row.invited })
      : `${t('training.invited')} ${row.invited}`
  const columns: Column<Training>[] = [
    { key: 'topic', title: t('training.topic'), render: (row) => <strong>{row.topic}</strong> },
    {
      key: 'at',
      title: t('training.startsAt'),
      width: 152,
      render: (row) => <Instant at={row.startsAt} show="absolute" />,
    },
    { key: 'kind', title: t('training.kind'), width: 112, render: (row) => t(`trainingKind.${row.kind}`) },
    { key: 'state', title: t('training.state'), width: 112, render: (row) => <TrainingState of={row} /> },
    { key: 'came', title: t('training.people'), width: 136, render: came },
    { key: 'trainer', title: t('training.trainer'), width: 120, wideOnly: true, render: (row) => row.trainer },
  ]
  const options = <K extends string>(values: readonly K[], label: (value: K) => string) =>
    values.map((value) => ({ value, label: label(value) }))
  return (
    <>
      <PageHeader
        title={t('nav.trainings')}
        hint={t('training.hint')}
        actions={
          can('training.edit') ? (
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setPlanning(true)}>
              {t('training.plan')}
            </Button>
          ) : null
        }
      />
      <Newcomers />
      <FilterBar
        items={[
          {
            kind: 'select',
            name: 'kind',
            label: t('training.kind'),
            options: options(TRAINING_KINDS, (value) => t(`trainingKind.${value}`)),
          },
          {
            kind: 'select',
            name: 'state',
            label: t('training.state'),
            options: options(TRAINING_STATES, (value) => t(`trainingState.${value}`)),
          },
          { kind: 'dates', from: 'from', to: 'to', label: t('training.startsAt') },
        ]}
        values={filters}
        onChange={setFilters}
        active={active}
        onClear={clear}
      >
        <ExportLink list={listTrainings} params={{ estateId }} query={filters} />
      </FilterBar>
      <DataTable<Training>
        label={t('nav.trainings')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`trainings/${row.id}`)}
        card={(row) => (
          <span className={styles.card}>
            <strong>{row.topic}</strong>
            <TrainingState of={row} />
            <span className="w-small">
              <Instant at={row.startsAt} show="absolute" /> · {t(`trainingKind.${row.kind}`)} · {came(row)}
            </span>
          </span>
        )}
        filtered={active.length > 0}
        empty={<EmptyState title={t('training.empty')} />}
      />
      {planning ? <PlanForm onClose={() => setPlanning(false)} /> : null}
    </>
  )
}
