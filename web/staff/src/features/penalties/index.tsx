import { Tabs } from 'antd'
import { z } from 'zod'
import { getPenaltyRule, listPenaltyReviews } from '#contract/penalties.ts'
import { LocalDate } from '#contract/values.ts'
import { useTexts } from '#ui/i18n.ts'
import { useUrlFilters } from '#ui/list/filters.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiQuery } from '#ui/query.ts'
import { useCan, useEstate } from '#ui/session.tsx'
import { Reviews } from './reviews.tsx'
import { Rule } from './rule.tsx'

const TABS = ['reviews', 'rule'] as const
const Filters = z.object({
  tab: z.enum(TABS).optional(),
  decided: listPenaltyReviews.query.shape.decided,
  from: LocalDate.optional(),
  to: LocalDate.optional(),
})

/** CP-160: the penalty rule with its versions, and the reviews that findings of obvious neglect opened. */
export const Page = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const { filters, setFilters } = useUrlFilters(Filters)
  const mayReview = can(['complaint.confirm', 'complaint.read_reports', 'complaint.report'])
  const rule = useApiQuery(getPenaltyRule, { params: { estateId } }, { topics: ['complaints', 'settings'] })
  const tabs = TABS.filter((key) => key === 'rule' || mayReview)
  const tab = tabs.find((key) => key === filters.tab) ?? tabs[0]
  const { decided, from, to } = filters
  const open = rule.data?.openReviews ?? 0
  return (
    <>
      <PageHeader title={t('nav.penalties')} hint={t('penalties.hint')} />
      <Tabs
        {...(tab ? { activeKey: tab } : {})}
        onChange={(key) => setFilters({ tab: TABS.find((one) => one === key) })}
        items={tabs.map((key) => ({
          key,
          label:
            key === 'reviews' && open > 0 ? t('penalties.openReviews', { count: open }) : t(`penalties.tab.${key}`),
        }))}
      />
      {tab === 'reviews' ? (
        <Reviews filter={{ decided, from, to }} onChange={(patch) => setFilters(patch)} />
      ) : (
        <Rule query={rule} />
      )}
    </>
  )
}
