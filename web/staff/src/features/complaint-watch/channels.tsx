import { Button } from 'antd'
import type { ReactNode } from 'react'
import { listWatchChannels, WATCH_KINDS, type WatchChannel, type WatchKind } from '#contract/complaint-watch.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { usePages } from '#ui/query.ts'
import { useCan, useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState } from '#ui/states.tsx'
import styles from './watch.module.css'

type Filter = { kind?: WatchKind | undefined; active?: 'true' | 'false' | undefined }

const Name = ({ row }: { row: WatchChannel }) => <strong className={styles.wrap}>{row.name}</strong>

const State = ({ row }: { row: WatchChannel }) => {
  const { t } = useTexts()
  return (
    <StateTag tone={row.active ? 'active' : 'ended'}>
      {t(row.active ? 'watching.activeTag' : 'watching.stoppedTag')}
    </StateTag>
  )
}

/** All channels, those no longer watched too. */
export const Channels = ({
  filter,
  onChange,
  onEdit,
  add,
}: {
  filter: Filter
  onChange: (patch: Record<string, unknown>) => void
  onEdit: (channel: WatchChannel) => void
  add: ReactNode
}) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const pages = usePages(listWatchChannels, { params: { estateId }, query: filter })
  const active = (['kind', 'active'] as const).filter((name) => filter[name] !== undefined)
  const edit = (row: WatchChannel) => (
    <Button size="small" aria-label={t('watching.changeOf', { name: row.name })} onClick={() => onEdit(row)}>
      {t('common.edit')}
    </Button>
  )
  const columns: Column<WatchChannel>[] = [
    { key: 'name', title: t('watching.name'), width: 200, render: (row) => <Name row={row} /> },
    { key: 'kind', title: t('watching.kind'), width: 104, render: (row) => t(`watchKind.${row.kind}`) },
    {
      key: 'active',
      title: t('watching.stateFilter'),
      width: 104,
      render: (row) => <State row={row} />,
    },
    {
      key: 'assigned',
      title: t('watching.assigned'),
      width: 128,
      render: (row) => row.assigned?.name ?? <span className="w-quiet">{t('watching.nobody')}</span>,
    },
    {
      key: 'url',
      title: t('watching.url'),
      wideOnly: true,
      render: (row) =>
        row.url ? (
          <a href={row.url} target="_blank" rel="noreferrer noopener">
            {row.url}
          </a>
        ) : (
          '—'
        ),
    },
    {
      key: 'last',
      title: t('watching.lastAt'),
      width: 168,
      render: (row) =>
        row.lastCheckedAt ? (
          <Instant at={row.lastCheckedAt} show="absolute" />
        ) : (
          <span className="w-quiet">{t('watching.never')}</span>
        ),
    },
    ...(can('complaint.watch')
      ? [
          {
            key: 'edit',
            title: t('common.edit'),
            width: 96,
            render: edit,
          },
        ]
      : []),
  ]
  return (
    <>
      <FilterBar
        items={[
          {
            kind: 'select',
            name: 'kind',
            label: t('watching.kind'),
            options: WATCH_KINDS.map((value) => ({ value, label: t(`watchKind.${value}`) })),
          },
          {
            kind: 'select',
            name: 'active',
            label: t('watching.stateFilter'),
            options: [
              { value: 'true', label: t('watching.activeTag') },
              { value: 'false', label: t('watching.stoppedTag') },
            ],
          },
        ]}
        values={filter}
        onChange={onChange}
        active={active}
        onClear={() => onChange({ kind: undefined, active: undefined })}
      >
        <ExportLink list={listWatchChannels} params={{ estateId }} query={filter} />
      </FilterBar>
      <DataTable<WatchChannel>
        label={t('watching.tab.channels')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        card={(row) => (
          <span className={styles.card}>
            <span className={styles.name}>
              <Name row={row} />
              <span className={styles.title}>
                <State row={row} />
                <span className="w-small">
                  {t(`watchKind.${row.kind}`)} · {row.assigned?.name ?? t('watching.nobody')}
                </span>
              </span>
            </span>
            {can('complaint.watch') ? edit(row) : null}
          </span>
        )}
        filtered={active.length > 0}
        empty={<EmptyState title={t('watching.empty')} hint={t('watching.emptyHint')} actions={add} />}
      />
    </>
  )
}
