import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { z } from 'zod'
import { nameIn } from '#content/usual-names.ts'
import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import { createUsualPlans, listInspectionPlans, PLAN_KINDS, type Plan } from '#contract/inspection-plans.ts'
import { LINES } from '#contract/permissions.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { useTexts } from '#ui/i18n.ts'
import { Goer } from '#ui/inspection/assigned.tsx'
import { Instant } from '#ui/instant.tsx'
import { useGo } from '#ui/links.tsx'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { useNotice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiMutation, usePages } from '#ui/query.ts'
import { useCan, useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState } from '#ui/states.tsx'
import styles from './plans.module.css'
import { sayRecurrence } from './say-recurrence.ts'

const Filters = z.object({
  q: z.string().max(60).optional(),
  kind: z.enum(PLAN_KINDS).optional(),
  line: z.enum(LINES).optional(),
  touchpoint: z.enum(TOUCHPOINTS).optional(),
  active: z.enum(['true', 'false']).optional(),
})

const Name = ({ row }: { row: Plan }) => {
  const { t, lang } = useTexts()
  return (
    <span className={styles.name}>
      <strong>{nameIn(lang, row.name)}</strong>
      {row.kind === 'self' ? null : <StateTag>{t(`inspectionKind.${row.kind}`)}</StateTag>}
      {row.active ? null : <StateTag tone="ended">{t('plans.stoppedTag')}</StateTag>}
    </span>
  )
}

const Places = ({ row }: { row: Plan }) => {
  const { t } = useTexts()
  return (
    <>
      {row.sample !== null && row.sample < row.places
        ? t('plans.sampleOf', { count: row.places, sample: row.sample })
        : t('plans.places', { count: row.places })}
    </>
  )
}

const Kept = ({ row }: { row: Plan }) => {
  const { t } = useTexts()
  return (
    <span className={styles.name}>
      <span className="w-figures">{t('plans.doneCount', { count: row.done30 })}</span>
      {row.missed30 > 0 ? <StateTag tone="late">{t('plans.missedCount', { count: row.missed30 })}</StateTag> : null}
    </span>
  )
}

const Acts = ({ primary }: { primary: boolean }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const go = useGo()
  const notice = useNotice()
  const usual = useApiMutation(createUsualPlans, {
    onSuccess: ({ created, kept }) => notice.good(t('plans.usualDone', { created: created.length, kept: kept.length })),
    onError: (error) => notice.bad(error),
  })
  if (!can('inspection.plan')) return null
  return (
    <span className={styles.name}>
      <ConfirmButton
        question={t('plans.usualAsk')}
        hint={t('plans.usualHint')}
        loading={usual.isPending}
        onConfirm={() => usual.mutateAsync({ params: { estateId }, body: {} })}
      >
        {t('plans.usual')}
      </ConfirmButton>
      <Button
        type={primary ? 'primary' : 'default'}
        icon={<PlusOutlined aria-hidden />}
        onClick={() => go('inspection-plans/new')}
      >
        {t('plans.add')}
      </Button>
    </span>
  )
}

/** How often, where, what and by whom is looked. */
export const Page = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const go = useGo()
  const { filters, setFilters, clear, active } = useUrlFilters(Filters)
  const pages = usePages(listInspectionPlans, { params: { estateId }, query: filters })
  const columns: Column<Plan>[] = [
    { key: 'name', title: t('plans.name'), render: (row) => <Name row={row} /> },
    { key: 'often', title: t('plans.often'), width: 232, render: (row) => sayRecurrence(t, row) },
    {
      key: 'hours',
      title: t('plans.hours'),
      width: 128,
      wideOnly: true,
      render: (row) => (
        <span className={`w-figures w-small ${styles.name}`}>
          {row.hours.length > 0 ? row.hours.map((h) => <span key={h.from}>{`${h.from}–${h.to}`}</span>) : '—'}
        </span>
      ),
    },
    { key: 'places', title: t('rounds.stops'), width: 136, render: (row) => <Places row={row} /> },
    { key: 'who', title: t('plans.who'), width: 136, render: (row) => <Goer of={row} /> },
    {
      key: 'next',
      title: t('plans.next'),
      width: 144,
      wideOnly: true,
      render: (row) => (row.nextAt ? <Instant at={row.nextAt} show="absolute" /> : '—'),
    },
    { key: 'record', title: t('plans.record'), width: 168, render: (row) => <Kept row={row} /> },
  ]
  return (
    <>
      <PageHeader title={t('nav.inspectionPlans')} hint={t('plans.hint')} actions={<Acts primary />} />
      <FilterBar
        items={[
          { kind: 'search', name: 'q', label: t('plans.search') },
          {
            kind: 'select',
            name: 'kind',
            label: t('plans.kind'),
            options: PLAN_KINDS.map((value) => ({ value, label: t(`inspectionKind.${value}`) })),
          },
          {
            kind: 'select',
            name: 'touchpoint',
            label: t('lastDone.touchpoint'),
            options: TOUCHPOINTS.map((value) => ({ value, label: t(`touchpoint.${value}`) })),
          },
          {
            kind: 'select',
            name: 'line',
            label: t('plans.line'),
            options: LINES.map((value) => ({ value, label: t(`line.${value}`) })),
          },
          {
            kind: 'select',
            name: 'active',
            label: t('plans.stateFilter'),
            options: [
              { value: 'true', label: t('plans.activeTag') },
              { value: 'false', label: t('plans.stoppedTag') },
            ],
          },
        ]}
        values={filters}
        onChange={setFilters}
        active={active}
        onClear={clear}
      >
        <ExportLink list={listInspectionPlans} params={{ estateId }} query={filters} />
      </FilterBar>
      <DataTable<Plan>
        label={t('nav.inspectionPlans')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`inspection-plans/${row.id}`)}
        card={(row) => (
          <span className={styles.card}>
            <Name row={row} />
            <span>{sayRecurrence(t, row)}</span>
            <span className="w-small">
              <Places row={row} /> · <Goer of={row} />
            </span>
            <Kept row={row} />
          </span>
        )}
        filtered={active.length > 0}
        empty={<EmptyState title={t('plans.empty')} hint={t('plans.emptyHint')} actions={<Acts primary={false} />} />}
      />
    </>
  )
}
