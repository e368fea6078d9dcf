import { Tabs } from 'antd'
import { z } from 'zod'
import { useTexts } from '#ui/i18n.ts'
import { useUrlFilters } from '#ui/list/filters.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { CompanyVersions } from './company-versions.tsx'
import { EstateVersions } from './estate-versions.tsx'

const TABS = ['company', 'estate'] as const
const Filters = z.object({ tab: z.enum(TABS).default('company') })

/** What is looked at: the standard of the company in versions, and what this estate does otherwise. */
export const Page = () => {
  const { t } = useTexts()
  const { filters, setFilters } = useUrlFilters(Filters)
  return (
    <>
      <PageHeader title={t('nav.standards')} hint={t('standards.hint')} />
      <Tabs
        activeKey={filters.tab}
        onChange={(key) => setFilters({ tab: TABS.find((one) => one === key) })}
        items={TABS.map((key) => ({ key, label: t(`standards.tab.${key}`) }))}
      />
      {filters.tab === 'company' ? <CompanyVersions /> : <EstateVersions />}
    </>
  )
}
