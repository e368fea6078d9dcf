import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { getCustomer, listCustomers } from '#contract/customers.ts'
import { call } from '#ui/api.ts'
import styles from '#ui/household/household.module.css'
import { periodText } from '#ui/household/period-text.ts'
import { StayActs } from '#ui/household/stay-acts.tsx'
import { useTexts } from '#ui/i18n.ts'
import { EstateLink } from '#ui/links.tsx'
import { queryKey, useApiQuery } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { ErrorState, LoadingState } from '#ui/states.tsx'

const MOST = 100

/** Stays that have ended, newest first. Who had one is asked first, the days come with each person. */
const useFormerStays = (unitId: string) => {
  const { id: estateId } = useEstate()
  const people = useApiQuery(
    listCustomers,
    { params: { estateId }, query: { unitId, limit: MOST } },
    { topics: ['customers', 'units'] },
  )
  const before = (people.data?.rows ?? []).filter((row) =>
    row.units.some((unit) => unit.id === unitId && !unit.current),
  )
  const customers = useQueries({
    queries: before.map(({ id }) => ({
      queryKey: queryKey(getCustomer, { params: { estateId, id } }),
      queryFn: ({ signal }: { signal: AbortSignal }) => call(getCustomer, { params: { estateId, id } }, { signal }),
      meta: { topics: ['customers'] },
    })),
  })
  const stays = customers
    .flatMap(({ data }) => data?.residences ?? [])
    .filter((stay) => stay.unit.id === unitId && !stay.current)
    .sort((a, b) => (b.untilDate ?? '').localeCompare(a.untilDate ?? ''))
  return {
    stays,
    pending: people.isPending || customers.some(({ isPending }) => isPending),
    error: people.error ?? customers.find(({ error }) => error)?.error,
    retry: () => void people.refetch(),
  }
}

const Stays = ({ unitId }: { unitId: string }) => {
  const { t } = useTexts()
  const { stays, pending, error, retry } = useFormerStays(unitId)
  if (error) return <ErrorState error={error} onRetry={retry} compact />
  if (pending) return <LoadingState rows={2} />
  return (
    <ul className={`${styles.list} ${styles.ended}`}>
      {stays.map((stay) => (
        <li key={stay.id} className={styles.line}>
          <span className={styles.what}>
            <EstateLink to={`customers/${stay.customer.id}`}>{stay.customer.name}</EstateLink>
            {t(`residence.${stay.role}`)}
            <span className="w-small w-figures">{periodText(t, stay)}</span>
          </span>
          <StayActs stay={stay} who={stay.customer.name} />
        </li>
      ))}
    </ul>
  )
}

/** Read only when somebody unfolds it: most visits ask who lives here, not who lived here. */
export const FormerPeople = ({ unitId, count }: { unitId: string; count: number }) => {
  const { t } = useTexts()
  const [open, setOpen] = useState(false)
  return (
    <details className={styles.folded} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('people.former', { count })}</summary>
      <div>{open ? <Stays unitId={unitId} /> : null}</div>
    </details>
  )
}
