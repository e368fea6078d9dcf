import { z } from 'zod'
import { listComplaintPublications, Month } from '#contract/complaint-publication.ts'
import { useUrlFilters } from '#ui/list/filters.ts'
import { MonthPage } from './month.tsx'
import { Months } from './months.tsx'

const Filters = z.object({ month: Month.optional(), state: listComplaintPublications.query.shape.state })

/** CP-137 to CP-139: what residents are told about complaints of common interest, month by month. */
export const Page = () => {
  const { filters, setFilters } = useUrlFilters(Filters)
  const { month, state } = filters
  const show = (next: string | undefined) => setFilters({ month: next }, { step: true })
  return month === undefined ? (
    <Months filter={{ state }} onChange={(patch) => setFilters(patch)} onOpen={show} />
  ) : (
    <MonthPage key={month} month={month} onBack={() => show(undefined)} />
  )
}
