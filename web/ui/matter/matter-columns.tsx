import type { MatterLine } from '#contract/matters.ts'
import type { T } from '../i18n.ts'
import { Instant } from '../instant.tsx'
import { EstateLink } from '../links.tsx'
import type { Column } from '../list/data-table.tsx'
import { TimeLeft } from '../time-left.tsx'
import styles from './matter.module.css'
import { MatterFlags, MatterState } from './matter-state.tsx'

const Subject = ({ row, plain = false, line = false }: { row: MatterLine; plain?: boolean; line?: boolean }) => (
  <span className={`${styles.subject} ${line ? styles.line : ''}`} {...(line ? { title: row.title } : {})}>
    {plain ? (
      <span className={styles.title}>{row.title}</span>
    ) : (
      <EstateLink to={`matters/${row.id}`} className={styles.title ?? ''}>
        {row.title}
      </EstateLink>
    )}
    <MatterFlags matter={row} short={line} />
  </span>
)

const customerOf = (row: MatterLine) => row.customer?.name ?? row.customerName ?? '—'

/** The columns of every list of matters; open lists show the time left, closed ones when they ended. */
export const matterColumns = (t: T, open: boolean): Column<MatterLine>[] => [
  {
    key: 'number',
    title: t('matter.number'),
    width: 104,
    render: (row) => <span className="w-figures">{row.number}</span>,
  },
  { key: 'title', title: t('field.title'), render: (row) => <Subject row={row} line /> },
  {
    key: 'type',
    title: t('field.contactType'),
    width: 96,
    wideOnly: true,
    render: (row) => t(`contactType.${row.contactType}`),
  },
  { key: 'state', title: t('matter.state'), width: 128, render: (row) => <MatterState matter={row} /> },
  open
    ? {
        key: 'due',
        title: t('matter.timeLeft'),
        width: 136,
        sort: { ascending: 'due' },
        render: (row) => (row.nextDueAt ? <TimeLeft dueAt={row.nextDueAt} startedAt={row.receivedAt} /> : '—'),
      }
    : {
        key: 'closed',
        title: t('matter.closedAt'),
        width: 136,
        sort: { descending: 'closed' },
        render: (row) => (row.closedAt ? <Instant at={row.closedAt} /> : '—'),
      },
  { key: 'unit', title: t('field.unitId'), width: 136, render: (row) => row.unit?.display ?? '—' },
  { key: 'customer', title: t('field.customerId'), width: 88, wideOnly: true, render: customerOf },
  {
    key: 'line',
    title: t('field.line'),
    width: 88,
    wideOnly: true,
    render: (row) => (row.line ? t(`line.${row.line}`) : '—'),
  },
  { key: 'owner', title: t('matter.owner'), width: 96, render: (row) => row.owner.name },
  {
    key: 'received',
    title: t('field.receivedAt'),
    width: 120,
    sort: { descending: 'received' },
    wideOnly: true,
    render: (row) => <Instant at={row.receivedAt} />,
  },
]

/** A matter as a card, for phones; `plain` in a column of the board, where the card is the link and the column the state. */
export const MatterCard = ({ row, plain = false }: { row: MatterLine; plain?: boolean }) => (
  <div className={styles.card}>
    <div className={styles.cardHead}>
      <span className="w-figures w-faint w-small">{row.number}</span>
      {plain ? null : <MatterState matter={row} />}
      {plain && row.nextDueAt ? <TimeLeft dueAt={row.nextDueAt} startedAt={row.receivedAt} /> : null}
    </div>
    <Subject row={row} plain={plain} />
    <div className={styles.cardFoot}>
      <span className="w-quiet w-small">
        {row.unit?.display ?? customerOf(row)} · {row.owner.name}
      </span>
      {!plain && row.nextDueAt ? <TimeLeft dueAt={row.nextDueAt} startedAt={row.receivedAt} /> : null}
    </div>
  </div>
)

/** Those columns of matters that a list with an order of its own shows, by their keys and without sorting. */
export const unsortedColumns = <Row extends MatterLine>(t: T): ((key: string) => Column<Row>[]) => {
  const byKey = new Map<string, Column<Row>>(
    matterColumns(t, true).map((column) => [column.key, { ...column, sort: {} }]),
  )
  return (key) => {
    const column = byKey.get(key)
    if (!column) return []
    const { sort: _, ...plain } = column
    return [plain]
  }
}
