import { z } from 'zod'
import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import { type Look, listInspections } from '#contract/inspection-looks.ts'
import { INSPECTION_KINDS } from '#contract/inspections.ts'
import { ItemId } from '#contract/touchpoints.ts'
import { LocalDate, Month, Uuid } from '#contract/values.ts'
import { useTexts } from '#ui/i18n.ts'
import { MonthPicker } from '#ui/inspection/month-picker.tsx'
import { Points } from '#ui/inspection/points.tsx'
import { Instant } from '#ui/instant.tsx'
import { EstateLink, useGo } from '#ui/links.tsx'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { usePages } from '#ui/query.ts'
import { useCan, useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState } from '#ui/states.tsx'
import styles from './looks.module.css'
import { PlaceTrend } from './place-trend.tsx'

const flag = z.enum(['true', 'false']).optional()
const Filters = z.object({
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  month: Month.optional(),
  touchpoint: z.enum(TOUCHPOINTS).optional(),
  kind: z.enum(INSPECTION_KINDS).optional(),
  placeId: Uuid.optional(),
  itemId: ItemId.optional(),
  standardId: Uuid.optional(),
  variantId: listInspections.query.shape.variantId,
  failed: flag,
  voided: flag,
  incomplete: flag,
})

const Result = ({ row }: { row: Look }) => {
  const { t } = useTexts()
  return (
    <span className={styles.result}>
      {row.voidedAt ? <StateTag tone="ended">{t('rounds.voided')}</StateTag> : null}
      {row.failed > 0 ? <StateTag tone="late">{t('rounds.stopFailed', { count: row.failed })}</StateTag> : null}
      {row.unanswered > 0 ? (
        <StateTag tone="waiting">{t('looks.unanswered', { count: row.unanswered })}</StateTag>
      ) : null}
      <span className="w-quiet w-small">{t('rounds.stopPassed', { count: row.passed })}</span>
    </span>
  )
}

/** Every look at a place, newest first; the figures of scores open here, on the looks that they count. */
export const Page = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const go = useGo()
  const can = useCan()
  const { filters, setFilters, clear, active } = useUrlFilters(Filters)
  const query = { ...filters, voided: filters.voided ?? 'false' } as const
  const pages = usePages(listInspections, { params: { estateId }, query }, { topics: ['inspection'] })
  const columns: Column<Look>[] = [
    { key: 'place', title: t('looks.place'), render: (row) => <strong>{row.place}</strong> },
    { key: 'at', title: t('looks.at'), width: 152, render: (row) => <Instant at={row.endedAt} show="absolute" /> },
    {
      key: 'touchpoint',
      title: t('lastDone.touchpoint'),
      width: 144,
      wideOnly: true,
      render: (row) => t(`touchpoint.${row.touchpoint}`),
    },
    { key: 'kind', title: t('plans.kind'), width: 104, render: (row) => t(`inspectionKind.${row.kind}`) },
    { key: 'inspector', title: t('looks.inspector'), width: 104, render: (row) => row.inspector.name },
    { key: 'result', title: t('looks.result'), width: 208, render: (row) => <Result row={row} /> },
    {
      key: 'score',
      title: t('looks.score'),
      width: 80,
      align: 'end',
      render: (row) =>
        row.score === null || row.voidedAt ? (
          <Points of={row.score} />
        ) : (
          <EstateLink to={`scored-looks/${row.id}`}>
            <Points of={row.score} />
          </EstateLink>
        ),
    },
    { key: 'standard', title: t('looks.standard'), width: 160, wideOnly: true, render: (row) => row.standard },
  ]
  return (
    <>
      <PageHeader
        title={t('nav.inspections')}
        hint={t('looks.hint')}
        actions={<MonthPicker month={filters.month} onChange={(month) => setFilters({ month })} />}
      />
      {filters.placeId && can('inspection.read') ? (
        <PlaceTrend placeId={filters.placeId} shown={filters.month} onShow={(month) => setFilters({ month })} />
      ) : null}
      <FilterBar
        items={[
          {
            kind: 'select',
            name: 'touchpoint',
            label: t('lastDone.touchpoint'),
            options: TOUCHPOINTS.map((value) => ({ value, label: t(`touchpoint.${value}`) })),
          },
          {
            kind: 'select',
            name: 'kind',
            label: t('plans.kind'),
            options: INSPECTION_KINDS.map((value) => ({ value, label: t(`inspectionKind.${value}`) })),
          },
          { kind: 'dates', from: 'from', to: 'to', label: t('looks.at') },
          { kind: 'toggle', name: 'failed', label: t('looks.failedOnly') },
          { kind: 'toggle', name: 'incomplete', label: t('looks.incompleteOnly') },
          { kind: 'toggle', name: 'voided', label: t('looks.voidedOnly') },
        ]}
        values={filters}
        onChange={setFilters}
        active={active}
        onClear={clear}
      >
        <ExportLink list={listInspections} params={{ estateId }} query={query} />
      </FilterBar>
      <DataTable<Look>
        label={t('nav.inspections')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`inspections/${row.id}`)}
        card={(row) => (
          <span className={styles.card}>
            <strong>{row.place}</strong>
            <Result row={row} />
            <span className="w-small">
              <Instant at={row.endedAt} show="absolute" /> · {row.inspector.name} · {t('looks.score')}{' '}
              <Points of={row.score} />
            </span>
          </span>
        )}
        filtered={active.length > 0}
        empty={<EmptyState title={t('looks.empty')} />}
      />
    </>
  )
}
