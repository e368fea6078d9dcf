import { Button } from 'antd'
import type { CallbackLine } from '#contract/callbacks.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import type { Pages } from '#ui/query.ts'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState, ErrorState, LoadingState } from '#ui/states.tsx'
import { TimeLeft } from '#ui/time-left.tsx'
import { CallGrade } from './call-state.tsx'
import styles from './callbacks.module.css'

const Row = ({ row, chosen, onChoose }: { row: CallbackLine; chosen: boolean; onChoose: () => void }) => {
  const { t } = useTexts()
  const { matter } = row
  const who = [matter.unit?.display, matter.customer?.name ?? matter.customerName].filter(Boolean).join(' · ')
  return (
    <li>
      <button
        type="button"
        className={`${styles.row} ${chosen ? styles.chosen : ''}`}
        aria-pressed={chosen}
        onClick={onChoose}
      >
        <span className={styles.line}>
          <strong>{matter.title}</strong>
          <TimeLeft dueAt={row.dueAt} />
        </span>
        <span className="w-quiet w-small">
          <span className="w-figures">{matter.number}</span> · {who || '—'} · {matter.owner.name}
        </span>
        <span className={styles.tags}>
          {row.noCallbackWish ? (
            <StateTag tone="late">{t('callbacks.noWishShort')}</StateTag>
          ) : (
            <CallGrade call={row.call} />
          )}
          {row.tries > 0 && row.lastOutcome ? (
            <span className="w-quiet w-small">
              {t('callbacks.tries', { count: row.tries })} · {t(`callbacks.outcome.${row.lastOutcome}`)}
            </span>
          ) : null}
          {row.nextAt ? (
            <span className="w-small">
              {t('callbacks.asksFor')} <Instant at={row.nextAt} />
            </span>
          ) : null}
          {row.unreachable ? <StateTag tone="waiting">{t('callbacks.unreachable')}</StateTag> : null}
        </span>
      </button>
    </li>
  )
}

/** Whose callback is due, the most urgent first. */
export const DueList = ({
  pages,
  chosenId,
  filtered,
  onChoose,
}: {
  pages: Pages<CallbackLine>
  chosenId: string | undefined
  filtered: boolean
  onChoose: (id: string) => void
}) => {
  const { t } = useTexts()
  if (pages.isPending) return <LoadingState rows={6} />
  if (pages.error && pages.rows.length === 0) return <ErrorState error={pages.error} onRetry={pages.refetch} />
  if (pages.rows.length === 0)
    return (
      <div className="w-card">
        {filtered ? (
          <EmptyState title={t('list.emptyFiltered')} hint={t('list.emptyFilteredHint')} />
        ) : (
          <EmptyState title={t('callbacks.none')} hint={t('callbacks.noneHint')} />
        )}
      </div>
    )
  return (
    <>
      <ul className={`w-card ${styles.rows}`} aria-label={t('nav.callbacks')}>
        {pages.rows.map((row) => (
          <Row
            key={row.matter.id}
            row={row}
            chosen={row.matter.id === chosenId}
            onChoose={() => onChoose(row.matter.id)}
          />
        ))}
      </ul>
      {pages.hasNextPage ? (
        <Button block loading={pages.isFetchingNextPage} onClick={pages.loadMore}>
          {t('list.loadMore')}
        </Button>
      ) : null}
    </>
  )
}
