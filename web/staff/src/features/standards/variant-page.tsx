import { listEstateStandards, listStandards } from '#contract/standards.ts'
import { useTexts } from '#ui/i18n.ts'
import { usePageId } from '#ui/links.tsx'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useEstate } from '#ui/session.tsx'
import { EmptyState } from '#ui/states.tsx'
import { VariantEditor } from './variant-editor.tsx'

const ALL = { limit: 200 }

/** One version of what an estate does otherwise; a draft is edited here. */
export const Page = () => {
  const { t } = useTexts()
  const id = usePageId()
  const { id: estateId } = useEstate()
  const own = useApiQuery(listEstateStandards, { params: { estateId }, query: ALL })
  const company = useApiQuery(listStandards, { query: ALL })
  return (
    <QueryView query={own}>
      {({ rows }) => {
        const variant = rows.find((row) => row.id === id)
        const inForce = company.data?.rows.find((row) => row.inForce)
        if (!variant) return <EmptyState title={t('standards.unknown')} />
        const used = rows.flatMap((row) => row.added.map((item) => item.id))
        return inForce ? <VariantEditor key={variant.id} variant={variant} company={inForce} used={used} /> : null
      }}
    </QueryView>
  )
}
