import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { listRefusedLooks, type RefusedLook, resolveRefusedLook } from '#contract/inspection-looks.ts'
import { LocalDate } from '#contract/values.ts'
import { FormDialog } from '#ui/household/form-dialog.tsx'
import { hasText, useTexts } from '#ui/i18n.ts'
import '#ui/inspection/place-picker.tsx'
import { Instant } from '#ui/instant.tsx'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { useNotice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiMutation, usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState } from '#ui/states.tsx'
import styles from './refused.module.css'

const Filters = z.object({
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  open: z.enum(['true', 'false']).optional(),
})

const Why = ({ row }: { row: RefusedLook }) => {
  const { t } = useTexts()
  const key = `error.${row.code}`
  return <span className={styles.wrap}>{hasText(key) ? t(key) : row.code}</span>
}

const State = ({ row }: { row: RefusedLook }) => {
  const { t } = useTexts()
  if (row.resolvedAt === null) return <StateTag tone="late">{t('refusedLooks.open')}</StateTag>
  return (
    <span className={styles.wrap}>
      <StateTag tone="good">{t('refusedLooks.resolved')}</StateTag>{' '}
      <span className="w-small">{row.resolution ?? t('refusedLooks.taken')}</span>
    </span>
  )
}

const ResolveForm = ({ row, onClose }: { row: RefusedLook; onClose: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const resolve = useApiMutation(resolveRefusedLook)
  return (
    <FormDialog
      title={t('refusedLooks.resolveTitle')}
      intro={<Why row={row} />}
      schema={resolveRefusedLook.body}
      fields={{
        resolution: { label: t('refusedLooks.resolution'), rows: 3, autoFocus: true },
        placeId: { label: t('refusedLooks.place'), widget: 'place', help: t('refusedLooks.placeHelp') },
      }}
      submitLabel={t('common.save')}
      onClose={onClose}
      onSubmit={async (body) => {
        await resolve.mutateAsync({ params: { estateId, id: row.id }, body })
        notice.good(t('refusedLooks.done'))
        onClose()
      }}
    />
  )
}

/** What phones sent that could not be taken: kept with its reason until somebody has looked into it. */
export const Page = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const { filters, setFilters, clear, active } = useUrlFilters(Filters)
  const pages = usePages(listRefusedLooks, { params: { estateId }, query: filters })
  const [resolving, setResolving] = useState<RefusedLook>()
  const act = (row: RefusedLook) =>
    row.resolvedAt === null ? (
      <Button size="small" onClick={() => setResolving(row)}>
        {t('refusedLooks.resolve')}
      </Button>
    ) : null
  const sent = (row: RefusedLook) =>
    t('refusedLooks.sentOf', { answers: row.answers, failed: row.failed, photos: row.photos })
  const columns: Column<RefusedLook>[] = [
    {
      key: 'at',
      title: t('looks.received'),
      width: 152,
      render: (row) => <Instant at={row.receivedAt} show="absolute" />,
    },
    { key: 'by', title: t('looks.inspector'), width: 104, render: (row) => row.sentBy.name },
    { key: 'place', title: t('looks.place'), width: 160, render: (row) => row.place ?? '—' },
    { key: 'why', title: t('refusedLooks.reason'), render: (row) => <Why row={row} /> },
    { key: 'sent', title: t('refusedLooks.sent'), width: 200, wideOnly: true, render: sent },
    { key: 'state', title: t('rounds.state'), width: 184, render: (row) => <State row={row} /> },
    { key: 'act', title: t('refusedLooks.resolve'), width: 96, render: act },
  ]
  return (
    <>
      <PageHeader title={t('nav.refusedInspections')} hint={t('refusedLooks.hint')} />
      <FilterBar
        items={[
          { kind: 'dates', from: 'from', to: 'to', label: t('looks.received') },
          { kind: 'toggle', name: 'open', label: t('refusedLooks.openOnly') },
        ]}
        values={filters}
        onChange={setFilters}
        active={active}
        onClear={clear}
      >
        <ExportLink list={listRefusedLooks} params={{ estateId }} query={filters} />
      </FilterBar>
      <DataTable<RefusedLook>
        label={t('nav.refusedInspections')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        card={(row) => (
          <span className={styles.card}>
            <strong>{row.place ?? '—'}</strong>
            <Why row={row} />
            <span className="w-small">
              <Instant at={row.receivedAt} show="absolute" /> · {row.sentBy.name} · {sent(row)}
            </span>
            <State row={row} />
            {act(row)}
          </span>
        )}
        filtered={active.length > 0}
        empty={<EmptyState title={t('refusedLooks.empty')} />}
      />
      {resolving ? <ResolveForm row={resolving} onClose={() => setResolving(undefined)} /> : null}
    </>
  )
}
