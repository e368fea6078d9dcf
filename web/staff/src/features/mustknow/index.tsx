import { Segmented } from 'antd'
import { z } from 'zod'
import { getMustKnow } from '#contract/must-know.ts'
import { useTexts } from '#ui/i18n.ts'
import { useUrlFilters } from '#ui/list/filters.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useCan, useEstate } from '#ui/session.tsx'
import { DraftView } from './draft.tsx'
import { QuizView } from './quiz.tsx'
import { Readers } from './readers.tsx'
import { SheetInForce } from './sheet.tsx'

const VIEWS = ['sheet', 'quiz', 'readers', 'draft'] as const
type View = (typeof VIEWS)[number]
const Filters = z.object({ view: z.enum(VIEWS).default('sheet') })

/** FD-020…025: what every clerk must be able to answer at once. */
export const Page = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const { filters, setFilters } = useUrlFilters(Filters)
  const query = useApiQuery(getMustKnow, { params: { estateId } }, { topics: ['must-know'] })
  const views = VIEWS.filter(
    (view) =>
      (view !== 'draft' || can('mustknow.edit')) && (view !== 'readers' || can(['mustknow.edit', 'dashboard.read'])),
  )
  const view = views.includes(filters.view) ? filters.view : 'sheet'
  return (
    <>
      <PageHeader
        title={t('nav.mustknow')}
        hint={t('mustKnowPage.hint')}
        actions={
          <Segmented<View>
            value={view}
            aria-label={t('mustKnowPage.view')}
            onChange={(next) => setFilters({ view: next })}
            options={views.map((value) => ({ value, label: t(`mustKnowPage.${value}`) }))}
          />
        }
      />
      <QueryView query={query}>
        {(mine) => (
          <>
            {view === 'sheet' ? <SheetInForce mine={mine} /> : null}
            {view === 'draft' ? <DraftView mine={mine} /> : null}
            {view === 'quiz' ? <QuizView standing={mine.quiz} /> : null}
            {view === 'readers' ? <Readers /> : null}
          </>
        )}
      </QueryView>
    </>
  )
}
