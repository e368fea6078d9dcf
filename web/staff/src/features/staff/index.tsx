import { Segmented } from 'antd'
import { z } from 'zod'
import { useTexts } from '#ui/i18n.ts'
import { useUrlFilters } from '#ui/list/filters.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { useCan } from '#ui/session.tsx'
import { Accounts } from './accounts.tsx'
import { People } from './people.tsx'
import { Transfer } from './transfer.tsx'

const VIEWS = ['people', 'accounts', 'transfer'] as const
type View = (typeof VIEWS)[number]
const Filters = z.object({ view: z.enum(VIEWS).optional() })
const HINTS = {
  people: 'staffPage.hint',
  accounts: 'staffPage.accountsHint',
  transfer: 'staffPage.transferHint',
} as const

/** Colleagues of the estate; for who manages users their accounts, for leads the work that people left behind. */
export const Page = () => {
  const { t } = useTexts()
  const can = useCan()
  const { filters, setFilters } = useUrlFilters(Filters)
  const views = VIEWS.filter(
    (view) =>
      view === 'people' ||
      (view === 'accounts' && can('staff.manage')) ||
      (view === 'transfer' && can('matter.transfer_owner')),
  )
  const first: View = can('staff.manage') ? 'accounts' : 'people'
  const view = filters.view && views.includes(filters.view) ? filters.view : first
  return (
    <>
      <PageHeader
        title={t('nav.staff')}
        hint={t(HINTS[view])}
        actions={
          views.length > 1 ? (
            <Segmented<View>
              value={view}
              aria-label={t('staffPage.view')}
              onChange={(next) => setFilters({ view: next })}
              options={views.map((value) => ({ value, label: t(`staffPage.${value}`) }))}
            />
          ) : null
        }
      />
      {view === 'accounts' ? <Accounts /> : view === 'transfer' ? <Transfer /> : <People />}
    </>
  )
}
