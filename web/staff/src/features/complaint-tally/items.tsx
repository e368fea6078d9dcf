import { listComplaintTallyItems, type TallyItem, type TallySection } from '#contract/complaint-tally.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { EstateLink, useGo } from '#ui/links.tsx'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { MatterState } from '#ui/matter/matter-state.tsx'
import { usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState } from '#ui/states.tsx'
import { TimeLeft } from '#ui/time-left.tsx'
import styles from './tally.module.css'

const What = ({ row, section }: { row: TallyItem; section: TallySection }) => {
  const { t } = useTexts()
  return (
    <span className={styles.what}>
      <EstateLink to={`matters/${row.matterId}`}>{row.title}</EstateLink>
      <span className="w-small w-quiet">
        <span className="w-figures">{row.number}</span> · {t(`contactType.${row.contactType}`)} ·{' '}
        {t(`channel.${row.channel}`)}
      </span>
      {section === 'promises' ? (
        <span className="w-small">
          {row.promise ? t('tally.promised', { text: row.promise }) : t('clock.promise.feedback')}
        </span>
      ) : null}
    </span>
  )
}

/** A deadline that runs now is counted; of a day that is past it is only told. */
const Due = ({ row, live }: { row: TallyItem; live: boolean }) => {
  const { t } = useTexts()
  if (!row.dueAt) return <span className="w-faint">—</span>
  if (live) return <TimeLeft dueAt={row.dueAt} />
  return (
    <span className={styles.facts}>
      <Instant at={row.dueAt} show="absolute" />
      {row.overdue ? <StateTag tone="late">{t('inventory.overdue')}</StateTag> : null}
    </span>
  )
}

const Who = ({ row }: { row: TallyItem }) => (
  <>
    {row.owner.name}
    {row.handler && row.handler.id !== row.owner.id ? <span className="w-quiet"> → {row.handler.name}</span> : null}
  </>
)

/** One part of the tally, oldest first. */
export const Items = ({ date, section, live }: { date: string; section: TallySection; live: boolean }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const go = useGo()
  const pages = usePages(
    listComplaintTallyItems,
    { params: { estateId }, query: { date, section } },
    { topics: ['complaints', 'matters'] },
  )
  const columns: Column<TallyItem>[] = [
    { key: 'what', title: t('tally.matter'), render: (row) => <What row={row} section={section} /> },
    {
      key: 'received',
      title: t('tally.receivedAt'),
      width: 200,
      wideOnly: true,
      render: (row) => (
        <span className={styles.facts}>
          <Instant at={row.receivedAt} show="absolute" />
          {row.receivedEarlier && section === 'received' ? (
            <StateTag tone="waiting">{t('tally.earlier')}</StateTag>
          ) : null}
        </span>
      ),
    },
    { key: 'state', title: t('matter.state'), width: 128, render: (row) => <MatterState matter={row} /> },
    {
      key: 'who',
      title: t('tally.who'),
      width: 168,
      render: (row) => <Who row={row} />,
    },
    { key: 'due', title: t('tally.due'), width: 176, render: (row) => <Due row={row} live={live} /> },
  ]
  return (
    <DataTable<TallyItem>
      label={t(`complaintTallySection.${section}`)}
      columns={columns}
      pages={pages}
      rowKey={(row) => row.id}
      onOpen={(row) => go(`matters/${row.matterId}`)}
      card={(row) => (
        <span className={styles.card}>
          <What row={row} section={section} />
          <span className={styles.facts}>
            <MatterState matter={row} />
            {row.dueAt ? <Due row={row} live={live} /> : null}
          </span>
          <span className="w-small">
            <Who row={row} /> · <Instant at={row.receivedAt} show="absolute" />
          </span>
        </span>
      )}
      empty={<EmptyState compact title={t(`tally.none.${section}`)} />}
    />
  )
}
