import { Button } from 'antd'
import { useState } from 'react'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import { getInspectorAgreement } from '#contract/inspection-rounds.ts'
import { LocalDate } from '#contract/values.ts'
import { useTexts } from '#ui/i18n.ts'
import { AnswerTag } from '#ui/inspection/answer-tag.tsx'
import { Instant } from '#ui/instant.tsx'
import { EstateLink } from '#ui/links.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { useToday } from '#ui/order/order-times.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useEstate } from '#ui/session.tsx'
import { EmptyState } from '#ui/states.tsx'
import styles from './agreement.module.css'

type Answer = z.output<(typeof getInspectorAgreement)['response']>
const Filters = z.object({
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  touchpoint: z.enum(TOUCHPOINTS).optional(),
})
const DAYS = 30
const PAGE = 20

const Figures = ({ of }: { of: Answer['all'] }) => {
  const { t } = useTexts()
  const figures = [
    { name: t('agreement.percent'), value: of.percent === null ? t('agreement.none') : `${of.percent}%` },
    { name: t('agreement.kappa'), value: of.kappa === null ? t('agreement.none') : of.kappa.toFixed(3) },
    { name: t('agreement.items'), value: String(of.items) },
  ]
  return (
    <dl className={styles.figures}>
      {figures.map(({ name, value }) => (
        <div key={name} className="w-card">
          <dt className="w-small w-quiet">{name}</dt>
          <dd className="w-figures">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const Pair = ({ pair }: { pair: Answer['pairs'][number] }) => {
  const { t, lang } = useTexts()
  const side = (title: string, look: Answer['pairs'][number]['first']) => (
    <span>
      <span className="w-small w-quiet">{title}</span>{' '}
      <EstateLink to={`inspections/${look.id}`}>{look.inspector.name}</EstateLink>{' '}
      <span className="w-small w-quiet">
        <Instant at={look.at} show="absolute" /> · {t(`inspectionKind.${look.kind}`)}
      </span>
    </span>
  )
  const { percent, kappa } = pair.agreement
  return (
    <li className={styles.pair}>
      <strong>{pair.place}</strong>
      {side(t('agreement.first'), pair.first)}
      {side(t('agreement.second'), pair.second)}
      <span className="w-figures">
        {t('agreement.percent')} {percent === null ? '—' : `${percent}%`} · {t('agreement.kappa')}{' '}
        {kappa === null ? '—' : kappa.toFixed(3)}
      </span>
      {pair.different.length > 0 ? (
        <div className={`w-small ${styles.wide}`}>
          {t('agreement.different')}
          <ul className={styles.different}>
            {pair.different.map(({ itemId, statement, kano, first, second }) => (
              <li key={itemId}>
                <span>
                  {statement[lang]} <span className="w-quiet">{itemId}</span>
                </span>
                <span>
                  <span className="w-quiet">{pair.first.inspector.name}</span> <AnswerTag kano={kano} answer={first} />
                </span>
                <span>
                  <span className="w-quiet">{pair.second.inspector.name}</span>{' '}
                  <AnswerTag kano={kano} answer={second} />
                </span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </li>
  )
}

/** FD-766: how far two inspectors agree on one place. */
export const Page = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const today = useToday()
  const [shown, setShown] = useState(PAGE)
  const { filters, setFilters, clear, active } = useUrlFilters(Filters)
  const to = filters.to ?? today
  const from = filters.from ?? Temporal.PlainDate.from(to).subtract({ days: DAYS }).toString()
  const asked = { from, to, ...(filters.touchpoint ? { touchpoint: filters.touchpoint } : {}) }
  const query = useApiQuery(getInspectorAgreement, { params: { estateId }, query: asked })
  return (
    <>
      <PageHeader
        title={t('nav.inspectorAgreement')}
        hint={query.data ? t('agreement.hint', { hours: query.data.withinHours }) : undefined}
      />
      <FilterBar
        items={[
          { kind: 'dates', from: 'from', to: 'to', label: t('looks.at') },
          {
            kind: 'select',
            name: 'touchpoint',
            label: t('lastDone.touchpoint'),
            options: TOUCHPOINTS.map((value) => ({ value, label: t(`touchpoint.${value}`) })),
          },
        ]}
        values={{ ...filters, from, to }}
        onChange={setFilters}
        active={active}
        onClear={clear}
      >
        <ExportLink list={getInspectorAgreement} params={{ estateId }} query={asked} />
      </FilterBar>
      <QueryView query={query}>
        {({ all, pairs, more }) =>
          pairs.length === 0 ? (
            <div className="w-card">
              <EmptyState title={t('agreement.empty')} />
            </div>
          ) : (
            <>
              <Figures of={all} />
              <p className={`w-small w-quiet ${styles.help}`}>{t('agreement.kappaHelp')}</p>
              <ul className={`w-card ${styles.pairs}`} aria-label={t('agreement.pairs')}>
                {pairs.slice(0, shown).map((pair) => (
                  <Pair key={`${pair.first.id} ${pair.second.id}`} pair={pair} />
                ))}
              </ul>
              <p className={styles.foot}>
                <span className="w-small w-quiet" role="status">
                  {t('list.shown', { count: Math.min(shown, pairs.length) })}
                  {more ? ` · ${t('agreement.more')}` : ''}
                </span>
                {pairs.length > shown ? (
                  <Button size="small" onClick={() => setShown(shown + PAGE)}>
                    {t('list.loadMore')}
                  </Button>
                ) : null}
              </p>
            </>
          )
        }
      </QueryView>
    </>
  )
}
