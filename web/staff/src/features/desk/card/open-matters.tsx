import { getMatter, listMatters, type MatterLine } from '#contract/matters.ts'
import { useTexts } from '#ui/i18n.ts'
import { EstateLink } from '#ui/links.tsx'
import { MatterState } from '#ui/matter/matter-state.tsx'
import { useApiQuery } from '#ui/query.ts'
import { useCan, useEstate } from '#ui/session.tsx'
import { ErrorState, LoadingState } from '#ui/states.tsx'
import { TimeLeft } from '#ui/time-left.tsx'
import type { Conversation } from '../conversation.rules.ts'
import { JoinButton } from '../join-button.tsx'
import styles from './card.module.css'

const SHOWN = 6

/** What we promised and have not kept yet stands with the matter it belongs to (CP-022). */
const Promises = ({ matterId }: { matterId: string }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const { data } = useApiQuery(getMatter, { params: { estateId, id: matterId } }, { topics: ['matters'] })
  const open = data?.promises.filter((one) => one.keptAt === null) ?? []
  return open.map((one) => (
    <div key={one.id} className={styles.promise}>
      <span>
        {t('desk.promised')} {one.text}
      </span>
      <TimeLeft dueAt={one.dueAt} />
    </div>
  ))
}

const Line = ({ row, talk }: { row: MatterLine; talk: Conversation }) => (
  <li className={styles.matter}>
    <div className={styles.row}>
      <span className="w-figures w-faint w-small">{row.number}</span>
      <MatterState matter={row} />
    </div>
    <EstateLink to={`matters/${row.id}`} className={styles.plain ?? ''}>
      {row.title}
    </EstateLink>
    <div className={styles.row}>
      {row.nextDueAt ? <TimeLeft dueAt={row.nextDueAt} startedAt={row.receivedAt} /> : <span />}
      <JoinButton row={row} talk={talk} />
    </div>
    <Promises matterId={row.id} />
  </li>
)

/** What is going on for this household already, so that nothing is registered twice. */
export const OpenMatters = ({
  unitId,
  customerId,
  talk,
}: {
  unitId: string | undefined
  customerId: string | undefined
  talk: Conversation
}) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const asks = can('matter.read')
  const shared = { open: 'true', sort: 'due', limit: SHOWN } as const
  const ofUnit = useApiQuery(
    listMatters,
    asks && unitId ? { params: { estateId }, query: { ...shared, unitId } } : null,
    { topics: ['matters'] },
  )
  const ofCustomer = useApiQuery(
    listMatters,
    asks && customerId ? { params: { estateId }, query: { ...shared, customerId } } : null,
    { topics: ['matters'] },
  )
  if (!asks) return null
  const rows = [...(ofUnit.data?.rows ?? []), ...(ofCustomer.data?.rows ?? [])]
  const once = rows.filter((row, at) => rows.findIndex((other) => other.id === row.id) === at).slice(0, SHOWN)
  const error = ofUnit.error ?? ofCustomer.error
  const waiting = (unitId !== undefined && ofUnit.isPending) || (customerId !== undefined && ofCustomer.isPending)
  return (
    <section className={styles.block}>
      <h3>
        {t('desk.openMatters')} {once.length > 0 ? <span className="w-figures">{once.length}</span> : null}
      </h3>
      {error ? <ErrorState error={error} compact /> : null}
      {waiting && once.length === 0 && !error ? <LoadingState rows={2} /> : null}
      {!waiting && !error && once.length === 0 ? <p className="w-quiet">{t('desk.noOpenMatters')}</p> : null}
      <ul className={styles.list}>
        {once.map((row) => (
          <Line key={row.id} row={row} talk={talk} />
        ))}
      </ul>
    </section>
  )
}
