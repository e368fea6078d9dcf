import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { z } from 'zod'
import { type Experience, getExperience, printExperience } from '#contract/experience.ts'
import { scoreText } from '#contract/rules/score-text.ts'
import { Month } from '#contract/values.ts'
import { addressOf } from '#ui/api.ts'
import { useTexts } from '#ui/i18n.ts'
import { EmptyMonth } from '#ui/inspection/empty-month.tsx'
import { MonthPicker } from '#ui/inspection/month-picker.tsx'
import { ScoreChange } from '#ui/inspection/score.tsx'
import { Instant } from '#ui/instant.tsx'
import { EstateLink } from '#ui/links.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useEstate } from '#ui/session.tsx'
import { Attractive } from './attractive.tsx'
import { Calendar } from './attractive-year.tsx'
import styles from './experience.module.css'
import { MustBe } from './must-be.tsx'
import { Next } from './next.tsx'
import { OneDimensional } from './one-dimensional.tsx'

const Filters = z.object({ month: Month.optional() })

const Picture = ({ of }: { of: Experience }) => {
  const { t } = useTexts()
  return (
    <>
      <p className={styles.sum}>
        <EstateLink to="scores" search={{ month: of.month }}>
          {t('score.estate')} <strong className="w-figures">{scoreText(of.score)}</strong>
        </EstateLink>
        <span className="w-small w-quiet">
          {t('scoreColumn.before')} {scoreText(of.before)} <ScoreChange score={of.score} before={of.before} />
        </span>
        <EstateLink to="scored-looks" search={{ month: of.month }}>
          {t('scoreColumn.looks')} <span className="w-figures">{of.looks}</span>
        </EstateLink>
        <span className="w-small w-quiet">{t('score.weights', of.model.weights)}</span>
      </p>
      <div className={styles.parts}>
        <MustBe of={of} />
        <OneDimensional of={of} />
        <Attractive of={of} />
      </div>
      <Calendar month={of.month} />
      <Next of={of} />
    </>
  )
}

/** The experience formula of an estate on one page (quality-model.md section 2), with what to do next. */
export const Page = () => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const { filters, setFilters } = useUrlFilters(Filters)
  const query = useApiQuery(
    getExperience,
    { params: { estateId }, query: filters },
    { topics: ['inspection', 'matters', 'findings', 'surveys'], placeholderData: (before) => before },
  )
  const asked = { params: { estateId }, query: { ...filters, lang } }
  const { data } = query
  return (
    <>
      <PageHeader
        title={t('nav.experience')}
        hint={
          <>
            {t('experience.formula')}
            {data ? (
              <>
                {' · '}
                {t('experience.asOf', { until: data.until })} · {t('complaintPeriod.asOf')}{' '}
                <Instant at={data.asOf} show="absolute" />
              </>
            ) : null}
          </>
        }
        actions={
          <span className={styles.bar}>
            <MonthPicker month={filters.month ?? data?.month} onChange={(month) => setFilters({ month })} />
            <Button icon={<PrinterOutlined aria-hidden />} href={addressOf(printExperience, asked)} target="_blank">
              {t('experience.print')}
            </Button>
          </span>
        }
      />
      <QueryView query={query}>
        {(of) => (
          <div className={styles.page}>
            <EmptyMonth {...of} onShow={(month) => setFilters({ month })} />
            <Picture of={of} />
          </div>
        )}
      </QueryView>
    </>
  )
}
