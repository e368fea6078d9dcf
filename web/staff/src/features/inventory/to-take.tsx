import { Button } from 'antd'
import { listToTake } from '#contract/desk.ts'
import { KINDS } from '#contract/kinds/kinds.ts'
import { type MatterLine, moveRoute } from '#contract/matters.ts'
import type { RouteShape } from '#contract/route.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { MatterCard } from '#ui/matter/matter-columns.tsx'
import { useMove } from '#ui/moves/use-move.ts'
import { usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { EmptyState, ErrorState, LoadingState } from '#ui/states.tsx'
import styles from './inventory.module.css'

const Row = ({ matter }: { matter: MatterLine }) => {
  const { t } = useTexts()
  const shape = KINDS[matter.kind]
  const route: RouteShape = moveRoute(matter.kind, 'take')
  const { sendNow, busy } = useMove({
    shape,
    verb: 'take',
    route,
    subject: matter,
    touches: ['matters', 'desk', 'inventory', shape.plural],
  })
  return (
    <li className={styles.take}>
      <div className={styles.takeWhat}>
        <MatterCard row={matter} />
        <span className="w-quiet w-small">
          {t('inventory.collectedBy', { name: matter.owner.name })} · <Instant at={matter.receivedAt} show="both" />
        </span>
      </div>
      <Button type="primary" loading={busy} onClick={() => void sendNow()}>
        {t('verb.take')}
      </Button>
    </li>
  )
}

/** OS-015: what colleagues on site received; the desk takes it and answers beside them. */
export const ToTake = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const pages = usePages(listToTake, { params: { estateId }, query: {} }, { topics: ['matters', 'desk'] })
  if (pages.isPending) return <LoadingState rows={4} />
  if (pages.error && pages.rows.length === 0) return <ErrorState error={pages.error} onRetry={pages.refetch} />
  if (pages.rows.length === 0)
    return (
      <div className="w-card">
        <EmptyState title={t('inventory.nothingToTake')} hint={t('inventory.toTakeHint')} />
      </div>
    )
  return (
    <>
      <ul className={`w-card ${styles.takes}`} aria-label={t('inventory.toTake')}>
        {pages.rows.map((matter) => (
          <Row key={matter.id} matter={matter} />
        ))}
      </ul>
      {pages.hasNextPage ? (
        <Button loading={pages.isFetchingNextPage} onClick={pages.loadMore}>
          {t('list.loadMore')}
        </Button>
      ) : null}
    </>
  )
}
