import {
  listWatchChannels,
  listWatchChecks,
  WATCH_KINDS,
  type WatchCheck,
  type WatchKind,
} from '#contract/complaint-watch.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import type { Column } from '#ui/list/data-table.tsx'
import { FilteredTable } from '#ui/list/filtered-table.tsx'
import { useApiQuery, usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState } from '#ui/states.tsx'
import styles from './watch.module.css'

type Filter = {
  from?: string | undefined
  to?: string | undefined
  watchId?: string | undefined
  kind?: WatchKind | undefined
  found?: 'true' | 'false' | undefined
}
const ALL = { limit: 200 } as const

/** Every look at a channel, newest first. */
export const Checks = ({
  filter,
  onChange,
}: {
  filter: Filter
  onChange: (patch: Record<string, unknown>) => void
}) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const channels = useApiQuery(listWatchChannels, { params: { estateId }, query: ALL })
  const pages = usePages(listWatchChecks, { params: { estateId }, query: filter })
  const columns: Column<WatchCheck>[] = [
    { key: 'at', title: t('watching.at'), width: 168, render: (row) => <Instant at={row.at} show="absolute" /> },
    { key: 'name', title: t('watching.channel'), width: 200, render: (row) => row.name },
    { key: 'kind', title: t('watching.kind'), width: 104, render: (row) => t(`watchKind.${row.kind}`) },
    { key: 'by', title: t('watching.by'), width: 112, render: (row) => row.by.name },
    {
      key: 'found',
      title: t('watching.foundTitle'),
      width: 128,
      render: (row) =>
        row.found > 0 ? (
          <StateTag tone="late">{t('watching.foundCount', { count: row.found })}</StateTag>
        ) : (
          <span className="w-quiet">{t('common.none')}</span>
        ),
    },
    { key: 'note', title: t('watching.note'), render: (row) => <span className={styles.wrap}>{row.note ?? ''}</span> },
  ]
  return (
    <FilteredTable<WatchCheck>
      items={[
        {
          kind: 'select',
          name: 'watchId',
          label: t('watching.channel'),
          options: (channels.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
        },
        {
          kind: 'select',
          name: 'kind',
          label: t('watching.kind'),
          options: WATCH_KINDS.map((value) => ({ value, label: t(`watchKind.${value}`) })),
        },
        { kind: 'dates', from: 'from', to: 'to', label: t('watching.day') },
        { kind: 'toggle', name: 'found', label: t('watching.foundOnly') },
      ]}
      filter={filter}
      onChange={onChange}
      exported={listWatchChecks}
      label={t('watching.tab.checks')}
      columns={columns}
      pages={pages}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t('watching.noChecks')} />}
    />
  )
}
