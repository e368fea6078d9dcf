import { Alert, Select } from 'antd'
import { z } from 'zod'
import {
  COMPARED_SORTS,
  type ComparedItem,
  type ComparedLine,
  getSurveyComparison,
  listSurveyComparison,
  type SurveyComparison,
} from '#contract/survey-roll-out.ts'
import type { TemplateView } from '#contract/survey-templates.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { EstateLink } from '#ui/links.tsx'
import { type Column, DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { useApiQuery, usePages } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState } from '#ui/states.tsx'
import { DIFFERENCES } from './differences.ts'
import { FigureList, Interval } from './interval.tsx'
import styles from './survey.module.css'

const ORDERS = COMPARED_SORTS.flatMap((sort) => [`${sort}:asc` as const, `${sort}:desc` as const])
const { no, differing, q } = listSurveyComparison.query.shape
const Filters = z.object({ no, differing, q, order: z.enum(ORDERS).default('satisfaction:asc') })
const PAGE = 50

const queryOf = ({ order, ...rest }: z.output<typeof Filters>, item: number) => {
  const [sort, direction] = order.split(':')
  return {
    ...rest,
    no: item,
    sort: COMPARED_SORTS.find((one) => one === sort) ?? 'estate',
    direction: direction === 'desc' ? ('desc' as const) : ('asc' as const),
  }
}
const asked = (items: readonly ComparedItem[]) => ({
  kano: items.some(({ question }) => question.asks.includes('pair')),
  satisfaction: items.some(({ satisfaction }) => satisfaction !== null),
})

/** Each item over all estates; one of them is looked at estate by estate. */
const Items = ({
  items,
  chosen,
  onChoose,
}: {
  items: readonly ComparedItem[]
  chosen: number
  onChoose: (no: number) => void
}) => {
  const { t, lang } = useTexts()
  const { kano, satisfaction } = asked(items)
  const end = styles.end ?? ''
  const head = (text: string, atEnd = true) => (
    <th scope="col" className={atEnd ? end : ''}>
      {text}
    </th>
  )
  return (
    <div className={`w-card ${styles.panel} ${styles.wide}`}>
      <h2>{t('surveyTemplate.items')}</h2>
      <p className="w-quiet w-small">{t('surveyTemplate.itemsHint')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard */}
      <table className={styles.table} tabIndex={0}>
        <caption className="w-hidden">{t('surveyTemplate.items')}</caption>
        <thead>
          <tr>
            {head(t('survey.no'), false)}
            {head(t('survey.attribute'), false)}
            {kano ? (
              <>
                {head(t('survey.class'), false)}
                {head(t('survey.better'))}
                {head(t('survey.worse'))}
              </>
            ) : null}
            {satisfaction ? head(t('survey.satisfactionShort')) : null}
            {head(t('survey.n'))}
            {head(t('surveyTemplate.estatesIn'))}
            {head(t('surveyTemplate.differing'))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.question.no} className={item.question.no === chosen ? styles.chosen : undefined}>
              <td className="w-figures">{item.question.no}</td>
              <th scope="row">
                <button
                  type="button"
                  className="w-link"
                  aria-pressed={item.question.no === chosen}
                  onClick={() => onChoose(item.question.no)}
                >
                  {item.question[lang]}
                </button>
              </th>
              {kano ? (
                <>
                  <td>{item.class ? t(`surveyClass.${item.class}`) : '—'}</td>
                  <td className={`w-figures ${end}`}>
                    <Interval value={item.better?.share} of={item.better} />
                  </td>
                  <td className={`w-figures ${end}`}>
                    <Interval value={item.worse?.share} of={item.worse} />
                  </td>
                </>
              ) : null}
              {satisfaction ? (
                <td className={`w-figures ${end}`}>
                  <Interval value={item.satisfaction?.mean} of={item.satisfaction} />
                </td>
              ) : null}
              <td className={`w-figures ${end}`}>{item.n}</td>
              <td className={`w-figures ${end}`}>{item.estates}</td>
              <td className={`w-figures ${end}`}>{item.differing}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Estates = ({ template, all }: { template: TemplateView; all: SurveyComparison }) => {
  const { t, lang } = useTexts()
  const { filters, setFilters, clear, active } = useUrlFilters(Filters)
  const params = { id: template.id }
  const item = all.items.find(({ question }) => question.no === filters.no) ?? all.items[0]
  const query = queryOf(filters, item?.question.no ?? 1)
  const pages = usePages(listSurveyComparison, { params, query: { ...query, limit: PAGE } })
  const { kano, satisfaction } = asked(item ? [item] : [])
  const name = (row: ComparedLine) => (
    <EstateLink estate={row.estate.code} to={`surveys/${row.surveyId}`} search={{ tab: 'results' }}>
      {row.estate.name}
    </EstateLink>
  )
  const n = (row: ComparedLine) => (
    <span className="w-figures">
      {row.n}
      {row.provisional ? '＊' : ''}
    </span>
  )
  const words = (row: ComparedLine) => (
    <span className={styles.line}>
      {DIFFERENCES.map(([figure, to, tone]) =>
        row.differs[figure] === to ? (
          <StateTag key={figure} tone={tone}>
            {t(`survey.estateDiffers.${figure}.${to}`)}
          </StateTag>
        ) : null,
      )}
    </span>
  )
  const figure = (key: 'better' | 'worse' | 'satisfaction', title: string): Column<ComparedLine> => ({
    key,
    title,
    width: 132,
    align: 'end',
    render: (row) => (
      <span className="w-figures">
        <Interval value={key === 'satisfaction' ? row.satisfaction?.mean : row[key]?.share} of={row[key]} />
      </span>
    ),
    sort: { ascending: `${key}:asc`, descending: `${key}:desc` },
  })
  const columns: Column<ComparedLine>[] = [
    {
      key: 'estate',
      title: t('surveyColumn.estate'),
      render: name,
      sort: { ascending: 'estate:asc', descending: 'estate:desc' },
    },
    {
      key: 'n',
      title: t('survey.n'),
      width: 88,
      align: 'end',
      render: n,
      sort: { ascending: 'n:asc', descending: 'n:desc' },
    },
    ...(kano
      ? [
          {
            key: 'class',
            title: t('survey.class'),
            width: 128,
            render: (row: ComparedLine) => (row.class ? t(`surveyClass.${row.class}`) : '—'),
          },
          figure('better', t('survey.better')),
          figure('worse', t('survey.worse')),
        ]
      : []),
    ...(satisfaction ? [figure('satisfaction', t('survey.satisfactionShort'))] : []),
    { key: 'differs', title: t('surveyColumn.differs'), width: 208, render: words },
  ]
  return (
    <>
      <Items items={all.items} chosen={item?.question.no ?? 0} onChoose={(next) => setFilters({ no: next })} />
      <div className={styles.sectionHead}>
        <h2>{t('surveyTemplate.byEstate')}</h2>
        <Select
          aria-label={t('surveyTemplate.item')}
          className={styles.itemChoice ?? ''}
          value={item?.question.no ?? null}
          onChange={(next) => setFilters({ no: next ?? undefined })}
          options={all.items.map(({ question }) => ({
            value: question.no,
            label: `${question.no}. ${question[lang]}`,
          }))}
        />
      </div>
      <p className="w-quiet w-small">{t('surveyTemplate.compareHint')}</p>
      <p className={`w-quiet w-small ${styles.gap}`}>{t('surveyTemplate.small', { count: all.smallestSample })}</p>
      <FilterBar
        items={[
          { kind: 'search', name: 'q', label: t('surveyTemplate.find') },
          { kind: 'toggle', name: 'differing', label: t('surveyTemplate.onlyDiffering') },
        ]}
        values={filters}
        onChange={setFilters}
        active={active.filter((one) => one === 'q' || one === 'differing')}
        onClear={clear}
      >
        {/* the file holds every item, not only the one that is looked at */}
        <ExportLink list={listSurveyComparison} params={params} query={{ ...query, no: undefined }} />
      </FilterBar>
      <DataTable<ComparedLine>
        label={t('surveyTemplate.byEstate')}
        columns={columns}
        pages={pages}
        rowKey={(row) => `${row.estate.id} ${row.no}`}
        sort={filters.order}
        onSort={(next) => setFilters({ order: ORDERS.find((one) => one === next) ?? 'satisfaction:asc' })}
        filtered={active.some((one) => one === 'q' || one === 'differing')}
        empty={<EmptyState title={t('surveyTemplate.noAnswers')} />}
        card={(row) => (
          <>
            <span className={styles.line}>
              {name(row)}
              <span className="w-small w-quiet">
                n={n(row)} {row.class ? `· ${t(`surveyClass.${row.class}`)}` : ''}
              </span>
            </span>
            <FigureList of={row} />
            {words(row)}
          </>
        )}
      />
    </>
  )
}

/** What the estates of the company say of each item, side by side. */
export const Comparison = ({ template }: { template: TemplateView }) => {
  const { t } = useTexts()
  const query = useApiQuery(getSurveyComparison, { params: { id: template.id } })
  return (
    <QueryView query={query}>
      {(all) => (
        <>
          {all.tooFew > 0 ? (
            <Alert
              className={styles.gap ?? ''}
              type="info"
              showIcon
              title={t('surveyTemplate.tooFew', { count: all.tooFew })}
            />
          ) : null}
          {all.items.every(({ estates }) => estates === 0) ? (
            <EmptyState title={t('surveyTemplate.noAnswers')} hint={t('surveyTemplate.noAnswersHint')} />
          ) : (
            <>
              {all.asOf ? (
                <p className={`w-quiet w-small ${styles.gap}`}>
                  {t('surveyTemplate.countedAt')} <Instant at={all.asOf} />
                </p>
              ) : null}
              <Estates template={template} all={all} />
            </>
          )}
        </>
      )}
    </QueryView>
  )
}
