import { getSurveyComparison, listSurveyRollOut, ROLL_OUT_STATES, type RollOutLine } from '#contract/survey-roll-out.ts'
import type { TemplateView } from '#contract/survey-templates.ts'
import { hasText, useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { EstateLink } from '#ui/links.tsx'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import type { Tone } from '#ui/palette.ts'
import { useApiQuery, usePages } from '#ui/query.ts'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState } from '#ui/states.tsx'
import styles from './survey.module.css'

const Filters = listSurveyRollOut.query.pick({ q: true, state: true })
const TONE: Record<RollOutLine['state'], Tone> = {
  none: 'neutral',
  draft: 'waiting',
  opened: 'active',
  closed: 'ended',
  refused: 'late',
}
const percent = (share: number) => `${(share * 100).toFixed(1)}%`

/** How far the questionnaire has come, in all estates and in each. */
export const RollOutProgress = ({ template }: { template: TemplateView }) => {
  const { t } = useTexts()
  const params = { id: template.id }
  const { filters, setFilters, clear, active } = useUrlFilters(Filters)
  const sums = useApiQuery(getSurveyComparison, { params })
  const pages = usePages(listSurveyRollOut, { params, query: filters })
  const name = (row: RollOutLine) =>
    row.surveyId === null ? (
      row.estate.name
    ) : (
      <EstateLink estate={row.estate.code} to={`surveys/${row.surveyId}`}>
        {row.estate.name}
      </EstateLink>
    )
  const state = (row: RollOutLine) => <StateTag tone={TONE[row.state]}>{t(`surveyRollOut.${row.state}`)}</StateTag>
  const when = (row: RollOutLine): string => {
    const why = `error.${row.refused ?? ''}`
    if (row.refused !== null) return hasText(why) ? t(why) : row.refused
    if (row.opensOn !== null) return `${t('surveyColumn.opensOn')} ${row.opensOn}`
    return row.state === 'opened' && row.closesOn ? t('survey.until', { date: row.closesOn }) : '—'
  }
  const rate = (row: RollOutLine) => (row.rate ? percent(row.rate.share) : '—')
  const figure = (value: string | number) => <span className="w-figures">{value}</span>
  const columns: Column<RollOutLine>[] = [
    { key: 'code', title: t('surveyColumn.estateCode'), width: 112, render: (row) => figure(row.estate.code) },
    { key: 'name', title: t('surveyColumn.estate'), render: name },
    { key: 'state', title: t('surveyColumn.state'), width: 128, render: state },
    { key: 'when', title: t('surveyColumn.on'), width: 220, wideOnly: true, render: when },
    {
      key: 'invited',
      title: t('surveyColumn.invited'),
      width: 96,
      align: 'end',
      render: (row) => figure(row.invited),
    },
    {
      key: 'answered',
      title: t('surveyColumn.answered'),
      width: 96,
      align: 'end',
      render: (row) => figure(row.answered),
    },
    { key: 'rate', title: t('survey.responseRate'), width: 104, align: 'end', render: (row) => figure(rate(row)) },
  ]
  const card = (label: string, value: string | number, note?: string) => (
    <div key={label} className={`w-card ${styles.card}`}>
      <span className="w-small w-quiet">{label}</span>
      <span className={`w-figures ${styles.value}`}>{value}</span>
      {note ? <span className="w-small w-quiet">{note}</span> : null}
    </div>
  )
  const all = sums.data
  return (
    <>
      {all ? (
        <>
          <div className={styles.cards}>
            {ROLL_OUT_STATES.filter((one) => one !== 'refused' || (all.estates.refused ?? 0) > 0).map((one) =>
              card(t(`surveyRollOut.${one}`), all.estates[one] ?? 0),
            )}
            {card(t('survey.invited'), all.invited)}
            {card(t('survey.answered'), all.answered)}
            {card(
              t('survey.responseRate'),
              all.rate ? percent(all.rate.share) : '—',
              all.rate ? t('survey.interval', { low: percent(all.rate.low), high: percent(all.rate.high) }) : undefined,
            )}
          </div>
          <p className={`w-quiet w-small ${styles.gap}`}>
            {t('surveyTemplate.countedHint')}{' '}
            {all.asOf ? (
              <>
                {t('surveyTemplate.countedAt')} <Instant at={all.asOf} />
              </>
            ) : null}
          </p>
        </>
      ) : null}
      <FilterBar
        items={[
          { kind: 'search', name: 'q', label: t('surveyTemplate.find') },
          {
            kind: 'select',
            name: 'state',
            label: t('surveyColumn.state'),
            options: ROLL_OUT_STATES.map((value) => ({ value, label: t(`surveyRollOut.${value}`) })),
          },
        ]}
        values={filters}
        onChange={setFilters}
        active={active}
        onClear={clear}
      >
        <ExportLink list={listSurveyRollOut} params={params} query={filters} />
      </FilterBar>
      <DataTable<RollOutLine>
        label={t('surveyTemplate.tab.progress')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.estate.id}
        filtered={active.length > 0}
        empty={<EmptyState title={t('surveyTemplate.noEstates')} />}
        card={(row) => (
          <>
            <span className={styles.line}>
              {name(row)} {state(row)}
            </span>
            <span className="w-small w-quiet">
              {t('survey.rateOf', { answered: row.answered, invited: row.invited })} · {rate(row)}
              {when(row) === '—' ? '' : ` · ${when(row)}`}
            </span>
          </>
        )}
      />
    </>
  )
}
