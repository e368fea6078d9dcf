import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import {
  exportHandovers,
  type HandoverLine,
  type HandoverQuery,
  listHandovers,
  handover as shape,
} from '#contract/handover.ts'
import { addressOf } from '#ui/api.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { usePages } from '#ui/query.ts'
import { useEstate, useSession } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState, ErrorState, LoadingState } from '#ui/states.tsx'
import styles from './handover.module.css'
import { HANDOVER_TONE } from './tone.ts'

/** Handovers that nobody has accepted yet; what waits for me stands out. */
export const Running = ({ onOpen, onGive }: { onOpen: (id: string) => void; onGive: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const { staff } = useSession()
  const pages = usePages(listHandovers, { params: { estateId }, query: { state: 'OPEN' } }, { topics: ['handover'] })
  if (pages.isPending) return <LoadingState rows={4} />
  if (pages.error) return <ErrorState error={pages.error} onRetry={pages.refetch} />
  if (pages.rows.length === 0)
    return (
      <div className="w-card">
        <EmptyState
          title={t('handover.nothingRuns')}
          hint={t('handover.nothingRunsHint')}
          actions={
            <Button type="primary" onClick={onGive}>
              {t('handover.give')}
            </Button>
          }
        />
      </div>
    )
  return (
    <ul className={styles.running} aria-label={t('handover.tab.running')}>
      {pages.rows.map((row) => {
        const mine = row.from.id === staff.id
        const forMe = !mine && (row.to === null || row.to.id === staff.id)
        return (
          <li key={row.id} className={`w-card ${styles.runningCard} ${forMe ? styles.forMe : ''}`}>
            <div>
              <strong>
                <span className="w-figures">{row.number}</span> {row.post.name}
                {row.shift ? ` · ${row.shift}` : ''}
              </strong>
              <p>
                {t('handover.fromTo', { from: row.from.name, to: row.to?.name ?? t('handover.anyTaker') })} ·{' '}
                {t('handover.itemCount', { count: row.openItems })} · <Instant at={row.openedAt} />
              </p>
            </div>
            <Button type={forMe ? 'primary' : 'default'} onClick={() => onOpen(row.id)}>
              {t(forMe ? 'handover.toAccept' : mine ? 'handover.toMine' : 'handover.show')}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}

type Filter = Pick<HandoverQuery, 'state' | 'from' | 'to' | 'withDifference'>

export const History = ({
  filter,
  active,
  onChange,
  onClear,
  onOpen,
}: {
  filter: Filter
  active: readonly string[]
  onChange: (patch: Record<string, unknown>) => void
  onClear: () => void
  onOpen: (id: string) => void
}) => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const pages = usePages(listHandovers, { params: { estateId }, query: filter }, { topics: ['handover'] })
  const columns: Column<HandoverLine>[] = [
    {
      key: 'number',
      title: t('matter.number'),
      width: 124,
      render: (row) => <span className="w-figures">{row.number}</span>,
    },
    {
      key: 'post',
      title: t('handover.post'),
      render: (row) => `${row.post.name}${row.shift ? ` · ${row.shift}` : ''}`,
    },
    { key: 'from', title: t('handover.givenBy'), width: 96, render: (row) => row.from.name },
    { key: 'to', title: t('handover.takenByLabel'), width: 96, render: (row) => row.to?.name ?? '—' },
    {
      key: 'state',
      title: t('matter.state'),
      width: 128,
      render: (row) => <StateTag tone={HANDOVER_TONE[row.state]}>{t(`handoverState.${row.state}`)}</StateTag>,
    },
    {
      key: 'items',
      title: t('handoverGroup.openItems'),
      width: 104,
      align: 'end',
      wideOnly: true,
      render: (row) => row.openItems,
    },
    {
      key: 'differences',
      title: t('handover.differences'),
      width: 96,
      render: (row) => (row.differences > 0 ? <StateTag tone="late">{row.differences}</StateTag> : '—'),
    },
    { key: 'opened', title: t('handover.openedAt'), width: 128, render: (row) => <Instant at={row.openedAt} /> },
  ]
  return (
    <>
      <FilterBar
        items={[
          {
            kind: 'select',
            name: 'state',
            label: t('matter.state'),
            options: shape.states.map((value) => ({ value, label: t(`handoverState.${value}`) })),
          },
          { kind: 'dates', from: 'from', to: 'to', label: t('handover.openedAt') },
          { kind: 'toggle', name: 'withDifference', label: t('handover.onlyDifferences') },
        ]}
        values={filter}
        onChange={onChange}
        active={active}
        onClear={onClear}
      >
        <Button
          icon={<DownloadOutlined aria-hidden />}
          href={addressOf(exportHandovers, { params: { estateId }, query: { ...filter, lang } })}
        >
          {t('common.export')}
        </Button>
      </FilterBar>
      <DataTable<HandoverLine>
        label={t('nav.handover')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => onOpen(row.id)}
        filtered={active.length > 0}
      />
    </>
  )
}
