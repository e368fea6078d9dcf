import { Alert, Button } from 'antd'
import { useState } from 'react'
import { type InventoryDay, listInventoryGap } from '#contract/inventory.ts'
import { useTexts } from '#ui/i18n.ts'
import { EstateLink } from '#ui/links.tsx'
import { usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { ErrorState, LoadingState } from '#ui/states.tsx'
import styles from './inventory.module.css'

const Items = ({ date }: { date: string }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const pages = usePages(
    listInventoryGap,
    { params: { estateId, date }, query: {} },
    { topics: ['inventory', 'matters'] },
  )
  if (pages.isPending) return <LoadingState rows={2} />
  if (pages.error) return <ErrorState error={pages.error} onRetry={pages.refetch} compact />
  return (
    <>
      <ul className={styles.gapItems}>
        {pages.rows.map((row) => (
          <li key={row.matterId}>
            <EstateLink to={`matters/${row.matterId}`}>
              <span className="w-figures">{row.number}</span> {row.title}
            </EstateLink>{' '}
            <span className="w-quiet">{row.owner.name}</span>{' '}
            <StateTag tone={row.open ? 'waiting' : 'ended'}>{t(row.open ? 'board.open' : 'board.closed')}</StateTag>
          </li>
        ))}
      </ul>
      {pages.hasNextPage ? (
        <Button size="small" onClick={pages.loadMore}>
          {t('list.loadMore')}
        </Button>
      ) : null}
    </>
  )
}

/** INVENTORY_GAP of a day: unsigned, or matters without a note; it stays red and can be looked into. */
export const GapNotice = ({ day }: { day: InventoryDay }) => {
  const { t } = useTexts()
  const [open, setOpen] = useState(false)
  const { gap } = day
  if (!gap) return null
  return (
    <Alert
      className={styles.alert ?? ''}
      type="error"
      showIcon
      title={
        gap.unsigned
          ? t('inventory.gapUnsigned', { date: day.date, count: gap.items })
          : t('inventory.gapItems', { date: day.date, count: gap.items })
      }
      description={open ? <Items date={day.date} /> : undefined}
      action={
        gap.items > 0 ? (
          <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'common.hide' : 'common.details')}
          </Button>
        ) : null
      }
    />
  )
}
