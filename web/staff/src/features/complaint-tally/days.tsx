import { listComplaintTallyDays, TallyDay } from '#contract/complaint-tally.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import type { Column } from '#ui/list/data-table.tsx'
import { FilteredTable } from '#ui/list/filtered-table.tsx'
import { usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import styles from './tally.module.css'

type Filter = { from?: string | undefined; to?: string | undefined; state?: TallyDay['state'] | undefined }
const TONE = { open: 'waiting', signed: 'good', missing: 'late' } as const
const STATES = TallyDay.shape.state.options

const State = ({ row }: { row: TallyDay }) => {
  const { t } = useTexts()
  return <StateTag tone={TONE[row.state]}>{t(`complaintTallyState.${row.state}`)}</StateTag>
}

const Signed = ({ row }: { row: TallyDay }) =>
  row.signed ? (
    <>
      {row.signed.by.name} · <Instant at={row.signed.at} show="absolute" />
    </>
  ) : (
    '—'
  )

/** Every day with its signature; a day without one stays marked. */
export const Days = ({
  filter,
  onChange,
  onOpen,
}: {
  filter: Filter
  onChange: (patch: Record<string, unknown>) => void
  onOpen: (date: string) => void
}) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const pages = usePages(listComplaintTallyDays, { params: { estateId }, query: filter })
  const columns: Column<TallyDay>[] = [
    {
      key: 'date',
      title: t('inventory.day'),
      width: 128,
      render: (row) => (
        <button type="button" className="w-link w-figures" onClick={() => onOpen(row.date)}>
          {row.date}
        </button>
      ),
    },
    {
      key: 'state',
      title: t('tally.state'),
      width: 128,
      render: (row) => <State row={row} />,
    },
    {
      key: 'received',
      title: t('tally.dayCount'),
      width: 120,
      align: 'end',
      render: (row) => <span className="w-figures">{row.received ?? '—'}</span>,
    },
    {
      key: 'by',
      title: t('tally.signedBy'),
      width: 240,
      render: (row) => <Signed row={row} />,
    },
    {
      key: 'note',
      title: t('tally.note'),
      wideOnly: true,
      render: (row) => <span className={styles.wrap}>{row.note ?? ''}</span>,
    },
  ]
  return (
    <FilteredTable<TallyDay>
      items={[
        {
          kind: 'select',
          name: 'state',
          label: t('tally.state'),
          options: STATES.map((value) => ({ value, label: t(`complaintTallyState.${value}`) })),
        },
        { kind: 'dates', from: 'from', to: 'to', label: t('inventory.day') },
      ]}
      filter={filter}
      onChange={onChange}
      exported={listComplaintTallyDays}
      label={t('tally.days')}
      columns={columns}
      pages={pages}
      rowKey={(row) => row.date}
      onOpen={(row) => onOpen(row.date)}
      card={(row) => (
        <span className={styles.card}>
          <span className={styles.facts}>
            <button type="button" className="w-link w-figures" onClick={() => onOpen(row.date)}>
              {row.date}
            </button>
            <State row={row} />
            {row.received === null ? null : (
              <span className="w-figures">{t('tally.received', { count: row.received })}</span>
            )}
          </span>
          {row.signed ? (
            <span className="w-small">
              <Signed row={row} />
            </span>
          ) : null}
          {row.note ? <span className="w-small w-quiet">{row.note}</span> : null}
        </span>
      )}
    />
  )
}
