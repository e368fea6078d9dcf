import { Button, Drawer, Select } from 'antd'
import { useState } from 'react'
import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import { listSurveyComments } from '#contract/survey-results.ts'
import type { SurveyView } from '#contract/surveys.ts'
import { useTexts } from '#ui/i18n.ts'
import { useGo } from '#ui/links.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { usePages } from '#ui/query.ts'
import { useCan, useEstate } from '#ui/session.tsx'
import { EmptyState, ErrorState, LoadingState } from '#ui/states.tsx'
import styles from './survey.module.css'

/** A comment's id is that of its answer, a dash, and its place in it. */
const UUID_LENGTH = 36

/** What people wrote, by touchpoint; each can be taken to the desk, because an opinion counts in whatever form it comes (CP-031). */
export const Comments = ({ survey, onClose }: { survey: SurveyView; onClose: () => void }) => {
  const { t } = useTexts()
  const can = useCan()
  const go = useGo()
  const { id: estateId } = useEstate()
  const params = { estateId, id: survey.id }
  const [touchpoint, setTouchpoint] = useState<(typeof TOUCHPOINTS)[number]>()
  const query = touchpoint === undefined ? {} : { touchpoint }
  const pages = usePages(listSurveyComments, { params, query })
  return (
    <Drawer
      open
      size={560}
      title={t('survey.comments')}
      onClose={onClose}
      extra={<ExportLink list={listSurveyComments} params={params} query={query} />}
    >
      <Select
        allowClear
        style={{ width: '100%' }}
        aria-label={t('surveyColumn.touchpoint')}
        placeholder={t('surveyColumn.touchpoint')}
        value={touchpoint ?? null}
        onChange={(value: string | null) => setTouchpoint(TOUCHPOINTS.find((one) => one === value))}
        options={TOUCHPOINTS.map((value) => ({ value, label: t(`touchpoint.${value}`) }))}
      />
      {pages.error && pages.rows.length === 0 ? <ErrorState error={pages.error} onRetry={pages.refetch} /> : null}
      {pages.isPending ? <LoadingState /> : null}
      {!pages.isPending && !pages.error && pages.rows.length === 0 ? <EmptyState compact /> : null}
      <ul className={styles.behind}>
        {pages.rows.map((row) => (
          <li key={row.id} className="w-card">
            <span className="w-small w-quiet">
              {[
                ...(row.touchpoint ? [t(`touchpoint.${row.touchpoint}`)] : []),
                ...(row.building ? [row.building] : []),
                ...(row.on ? [row.on] : []),
              ].join(' · ')}
            </span>
            <p>{row.text}</p>
            {can('desk.use') && can('matter.register') ? (
              <Button
                size="small"
                aria-label={`${t('survey.register')} ${row.text.slice(0, 40)}`}
                onClick={() =>
                  go('desk', {
                    survey: survey.id,
                    comment: row.id.slice(0, UUID_LENGTH),
                    at: row.id.slice(UUID_LENGTH + 1),
                  })
                }
              >
                {t('survey.register')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {pages.hasNextPage ? (
        <Button loading={pages.isFetchingNextPage} onClick={pages.loadMore}>
          {t('list.loadMore')}
        </Button>
      ) : null}
    </Drawer>
  )
}
