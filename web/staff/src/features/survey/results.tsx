import { PrinterOutlined } from '@ant-design/icons'
import { Alert, Button, Select } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { shownFrom } from '#contract/rules/shown-from.ts'
import { getSurveyResults, printSurveyResults, type Share, type SurveyResults } from '#contract/survey-results.ts'
import { STRATUM_PARTS, type SurveyView } from '#contract/surveys.ts'
import { Uuid } from '#contract/values.ts'
import { addressOf } from '#ui/api.ts'
import { isApiError } from '#ui/api-error.ts'
import { useTexts } from '#ui/i18n.ts'
import { useUrlFilters } from '#ui/list/filters.ts'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useEstate } from '#ui/session.tsx'
import { EmptyState } from '#ui/states.tsx'
import { Answers, type Behind } from './answers.tsx'
import { Comments } from './comments.tsx'
import { Groups } from './groups.tsx'
import { ItemTable } from './item-table.tsx'
import { ImportancePicture, KanoPicture } from './pictures.tsx'
import { Priorities } from './priorities.tsx'
import styles from './survey.module.css'

const Filters = z.object({ by: z.enum(STRATUM_PARTS).optional(), with: Uuid.optional() })
const percent = (share: number) => `${(share * 100).toFixed(1)}%`

const Figures = ({
  results,
  onAnswers,
  onComments,
}: {
  results: SurveyResults
  onAnswers: () => void
  onComments: () => void
}) => {
  const { t } = useTexts()
  const interval = (rate: Share) => t('survey.interval', { low: percent(rate.low), high: percent(rate.high) })
  const card = (label: string, value: string | number, note?: string, onOpen?: () => void) => (
    <div className={`w-card ${styles.card}`}>
      <span className="w-small w-quiet">{label}</span>
      <span className={`w-figures ${styles.value}`}>
        {onOpen ? (
          <button type="button" className="w-link" aria-label={`${label} ${value}`} onClick={onOpen}>
            {value}
          </button>
        ) : (
          value
        )}
      </span>
      {note ? <span className="w-small w-quiet">{note}</span> : null}
    </div>
  )
  const { rate } = results
  return (
    <div className={styles.cards}>
      {card(t('survey.invited'), results.invited)}
      {card(
        t('survey.answered'),
        results.answered,
        results.boxed > 0 ? t('survey.ofThemBoxed', { count: results.boxed }) : undefined,
        onAnswers,
      )}
      {card(t('survey.responseRate'), rate ? percent(rate.share) : '—', rate ? interval(rate) : undefined)}
      {card(t('survey.comments'), results.comments, undefined, onComments)}
    </div>
  )
}

const Found = ({ survey, results }: { survey: SurveyView; results: SurveyResults }) => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const { filters, setFilters } = useUrlFilters(Filters)
  const [behind, setBehind] = useState<Behind>()
  const [reading, setReading] = useState(false)
  const named = (one: { titleZh: string; titleEn: string; on: string }) =>
    `${lang === 'zh' ? one.titleZh : one.titleEn} ${one.on}`
  const hasKano = results.items.some(({ kano }) => kano !== null)
  return (
    <>
      {results.small ? (
        <Alert
          className={styles.gap ?? ''}
          type="warning"
          showIcon
          role="alert"
          title={t('survey.small', { count: results.smallestSample })}
        />
      ) : null}
      <div className={`${styles.line} ${styles.gap}`}>
        <Select
          style={{ width: 176 }}
          aria-label={t('survey.groupBy')}
          value={filters.by ?? 'none'}
          onChange={(by) => setFilters({ by: STRATUM_PARTS.find((one) => one === by) })}
          options={[
            { value: 'none', label: `${t('survey.groupBy')}：${t('survey.noGroups')}` },
            ...STRATUM_PARTS.map((value) => ({ value, label: `${t('survey.groupBy')}：${t(`survey.by.${value}`)}` })),
          ]}
        />
        {results.comparedWith ? (
          <Select
            style={{ minWidth: 240 }}
            aria-label={t('survey.compared')}
            value={results.comparedWith.id}
            onChange={(id) => setFilters({ with: id })}
            options={results.comparable.map((one) => ({
              value: one.id,
              label: `${t('survey.compared')}：${named(one)}`,
            }))}
          />
        ) : null}
        <Button
          icon={<PrinterOutlined aria-hidden />}
          href={addressOf(printSurveyResults, { params: { estateId, id: survey.id }, query: { ...filters, lang } })}
          target="_blank"
        >
          {t('survey.print')}
        </Button>
      </div>
      <Figures results={results} onAnswers={() => setBehind({})} onComments={() => setReading(true)} />
      {hasKano ? <KanoPicture results={results} onOpen={(no) => setBehind({ no })} /> : null}
      <Priorities results={results} onOpen={(no) => setBehind({ no })} />
      {results.importanceCut ? <ImportancePicture results={results} onOpen={(no) => setBehind({ no })} /> : null}
      <ItemTable results={results} onOpen={setBehind} />
      {results.by ? <Groups results={results} onOpen={setBehind} /> : null}
      {behind ? <Answers survey={survey} behind={behind} onClose={() => setBehind(undefined)} /> : null}
      {reading ? <Comments survey={survey} onClose={() => setReading(false)} /> : null}
    </>
  )
}

/** What a survey found; every figure opens the answers behind it. */
export const Results = ({ survey }: { survey: SurveyView }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const { filters } = useUrlFilters(Filters)
  const query = useApiQuery(
    getSurveyResults,
    { params: { estateId, id: survey.id }, query: filters },
    { placeholderData: (before) => before },
  )
  if (isApiError(query.error) && query.error.code === 'E_TOO_FEW')
    return (
      <EmptyState
        title={t('survey.noResults')}
        hint={t('survey.tooFew', { count: shownFrom(survey.state, survey.smallestGroup) })}
      />
    )
  return (
    <QueryView query={query}>
      {(results) =>
        results.answered === 0 ? (
          <EmptyState title={t('survey.noResults')} />
        ) : (
          <Found survey={survey} results={results} />
        )
      }
    </QueryView>
  )
}
