import { Button, Table, type TableProps } from 'antd'
import type { KeyboardEvent, ReactNode } from 'react'
import { useTexts } from '../i18n.ts'
import { NARROW, useIsPhone, useMedia } from '../media.ts'
import type { Pages } from '../query.ts'
import { EmptyState, ErrorState, LoadingState } from '../states.tsx'
import styles from './data-table.module.css'

export type Column<Row> = {
  key: string
  title: string
  render: (row: Row) => ReactNode
  width?: number
  /** Figures stand at the end. */
  align?: 'end'
  /** Values of the `sort` filter that this column stands for. */
  sort?: { ascending?: string; descending?: string }
  /** Left out on narrow screens (1100 px and less). */
  wideOnly?: boolean
}

export type DataTableProps<Row> = {
  /** Says what the table holds, for screen readers. */
  label: string
  columns: readonly Column<Row>[]
  pages: Pages<Row>
  rowKey: (row: Row) => string
  /** Click, or Enter on the row. */
  onOpen?: (row: Row) => void
  /** The `sort` filter from the address. */
  sort?: string
  onSort?: (sort: string | undefined) => void
  /** A row on a phone; the columns one under the other if not said. */
  card?: (row: Row) => ReactNode
  empty?: ReactNode
  /** True while filters are set: "nothing matches" instead of "nothing here". */
  filtered?: boolean
}

/** What a column without a width of its own needs at least; it takes whatever is left. */
const ROOM_PX = 200

const moveFocus = (event: KeyboardEvent<HTMLElement>, step: 1 | -1) => {
  const rows = [...(event.currentTarget.parentElement?.querySelectorAll<HTMLElement>('[tabindex="0"]') ?? [])]
  const next = rows[rows.indexOf(event.currentTarget) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}

/** Enter opens, arrows walk; keys inside a row's own buttons stay theirs. */
const rowEvents = (open: (() => void) | undefined) =>
  open
    ? {
        tabIndex: 0,
        className: styles.row ?? '',
        onClick: (event: { target: EventTarget }) => {
          if (event.target instanceof Element && event.target.closest('a, button, input, label')) return
          if (window.getSelection()?.type === 'Range') return
          open()
        },
        onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
          if (event.target !== event.currentTarget) return
          if (event.key === 'Enter') open()
          if (event.key === 'ArrowDown') moveFocus(event, 1)
          if (event.key === 'ArrowUp') moveFocus(event, -1)
        },
      }
    : {}

const Foot = <Row,>({ pages }: { pages: Pages<Row> }) => {
  const { t } = useTexts()
  const count = pages.rows.length
  return (
    <div className={styles.foot}>
      <span className="w-figures" role="status">
        {pages.hasNextPage ? t('list.shown', { count }) : t('list.end', { count })}
      </span>
      {pages.hasNextPage ? (
        <Button size="small" loading={pages.isFetchingNextPage} onClick={pages.loadMore}>
          {t('list.loadMore')}
        </Button>
      ) : null}
    </div>
  )
}

const Cards = <Row,>({ columns, pages, rowKey, onOpen, card, label }: DataTableProps<Row>) => {
  const [first, ...others] = columns
  return (
    <ul className={styles.cards} aria-label={label}>
      {pages.rows.map((row) => (
        <li key={rowKey(row)} {...rowEvents(onOpen && (() => onOpen(row)))} className={styles.card}>
          {card ? (
            card(row)
          ) : (
            <>
              <span className={styles.lead}>{first?.render(row)}</span>
              <span className={styles.facts}>
                {others.map((column) => (
                  <span key={column.key}>{column.render(row)}</span>
                ))}
              </span>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

const sorterOf = <Row,>({ sort }: Column<Row>, now: string | undefined) => {
  if (!sort) return {}
  const directions: ('ascend' | 'descend')[] = []
  if (sort.ascending !== undefined) directions.push('ascend')
  if (sort.descending !== undefined) directions.push('descend')
  const order =
    now === undefined ? null : now === sort.ascending ? 'ascend' : now === sort.descending ? 'descend' : null
  return { sorter: true, sortDirections: directions, sortOrder: order } as const
}

/** A keyset-paged list: table on wide screens, cards on phones; its states are part of it. */
export const DataTable = <Row extends object>(props: DataTableProps<Row>) => {
  const { columns, pages, rowKey, onOpen, sort, onSort, label, filtered = false } = props
  const { t } = useTexts()
  const phone = useIsPhone()
  const narrow = useMedia(NARROW)
  if (pages.error && pages.rows.length === 0) {
    return (
      <div className={styles.frame}>
        <ErrorState error={pages.error} onRetry={pages.refetch} />
      </div>
    )
  }
  if (pages.isPending) {
    return (
      <div className={styles.frame}>
        <LoadingState rows={10} />
      </div>
    )
  }
  if (pages.rows.length === 0) {
    const nothing = filtered ? (
      <EmptyState title={t('list.emptyFiltered')} hint={t('list.emptyFilteredHint')} />
    ) : (
      (props.empty ?? <EmptyState />)
    )
    return <div className={styles.frame}>{nothing}</div>
  }
  const shown = columns.filter((column) => !(narrow && column.wideOnly))
  const tableColumns: TableProps<Row>['columns'] = shown.map((column) => ({
    key: column.key,
    title: column.title,
    ...(column.width === undefined ? {} : { width: column.width }),
    align: column.align ?? 'start',
    ellipsis: true,
    render: (_: unknown, row: Row) => column.render(row),
    ...sorterOf(column, sort),
  }))
  const onChange: TableProps<Row>['onChange'] = (_pages, _filters, sorter) => {
    const one = Array.isArray(sorter) ? sorter[0] : sorter
    const column = columns.find(({ key }) => key === one?.columnKey)
    onSort?.(
      one?.order === 'ascend'
        ? column?.sort?.ascending
        : one?.order === 'descend'
          ? column?.sort?.descending
          : undefined,
    )
  }
  return (
    <div className={styles.frame} aria-busy={pages.isFetching}>
      {phone ? (
        <Cards {...props} />
      ) : (
        <Table<Row>
          aria-label={label}
          size="small"
          columns={tableColumns}
          dataSource={[...pages.rows]}
          rowKey={rowKey}
          pagination={false}
          tableLayout="fixed"
          scroll={{ x: shown.reduce((sum, { width }) => sum + (width ?? ROOM_PX), 0) }}
          showSorterTooltip={false}
          onChange={onChange}
          onRow={(row) => rowEvents(onOpen && (() => onOpen(row)))}
        />
      )}
      <Foot pages={pages} />
    </div>
  )
}
