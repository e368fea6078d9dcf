import { z } from 'zod'
import { type ComplaintAnalysis, getComplaintAnalysis } from '#contract/complaint-analysis.ts'
import { Month } from '#contract/complaint-publication.ts'
import { LocalDate } from '#contract/values.ts'
import { Attention } from '#ui/complaint/attention.tsx'
import { Buildings, Categories, Channels, Factors, Lines, Touchpoints } from '#ui/complaint/groups.tsx'
import {
  FactorPareto,
  Faults,
  Handling,
  Kpis,
  OpenByAge,
  Promises,
  Satisfaction,
  Spread,
  SubPareto,
  TrendOf,
} from '#ui/complaint/measures.tsx'
import { Totals } from '#ui/complaint/totals.tsx'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useEstate } from '#ui/session.tsx'
import styles from './analysis.module.css'
import { KINDS_OF_PERIOD, Period } from './period.tsx'

const Filters = z.object({
  by: z.enum(KINDS_OF_PERIOD).default('statistical'),
  month: Month.optional(),
  from: LocalDate.optional(),
  to: LocalDate.optional(),
})
const EVERY_MINUTE_MS = 60_000

const Figures = ({ of, months }: { of: ComplaintAnalysis; months: 'statistical' | 'calendar' }) => (
  <div className={styles.page}>
    <Totals of={of} />
    <Attention of={of} />
    <TrendOf of={of} months={months} />
    <div className={styles.grid}>
      <Categories of={of} />
      <SubPareto of={of} />
      <Lines of={of} />
      <Buildings of={of} />
      <Factors of={of} />
      <FactorPareto of={of} />
      <Faults of={of} />
      <Touchpoints of={of} />
      <Channels of={of} />
      <Spread of={of} what="reply" />
      <Spread of={of} what="closing" />
      <OpenByAge of={of} />
      <Satisfaction of={of} />
      <Promises of={of} />
      <Handling of={of} />
      <Kpis of={of} />
    </div>
  </div>
)

/** CP-131 to CP-133 and section 15: all figures of a period; each opens the complaints that it counts. */
export const Page = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const { filters, setFilters } = useUrlFilters(Filters)
  const { by, month, from, to } = filters
  const months = by === 'calendar' ? 'calendar' : 'statistical'
  const query = useApiQuery(
    getComplaintAnalysis,
    { params: { estateId }, query: by === 'free' ? { from, to } : { months, ...(month ? { month } : {}) } },
    {
      topics: ['matters', 'complaints'],
      refetchInterval: EVERY_MINUTE_MS,
      placeholderData: (before) => before,
    },
  )
  const of = query.data
  return (
    <>
      <PageHeader
        title={t('nav.complaintAnalysis')}
        hint={
          of ? (
            <>
              {t('complaintPeriod.shown', {
                from: of.from,
                to: of.to,
                beforeFrom: of.previous.from,
                beforeTo: of.previous.to,
              })}{' '}
              · {t('complaintPeriod.asOf')} <Instant at={of.asOf} show="absolute" />
            </>
          ) : null
        }
        actions={
          <Period
            by={by}
            // Both kinds of month are called after the month in which they end.
            month={month ?? of?.to.slice(0, 7)}
            from={from ?? of?.from}
            to={to ?? of?.to}
            onChange={setFilters}
          />
        }
      />
      <QueryView query={query}>
        {(analysis) => (
          <div className={query.isPlaceholderData ? styles.stale : ''} aria-busy={query.isPlaceholderData}>
            <Figures of={analysis} months={months} />
          </div>
        )}
      </QueryView>
    </>
  )
}
