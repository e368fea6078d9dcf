import type { ReactNode } from 'react'
import { type FindingCard as Card, getFinding } from '#contract/findings.ts'
import type { MatterView } from '#contract/matters.ts'
import { type Fact, FactList } from '#ui/facts.tsx'
import { useTexts } from '#ui/i18n.ts'
import { Photos } from '#ui/inspection/photos.tsx'
import { SeverityTag } from '#ui/inspection/severity.tsx'
import { Instant } from '#ui/instant.tsx'
import { EstateLink } from '#ui/links.tsx'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useCan, useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import styles from '../matter-page.module.css'

const fact = (key: string, label: string, children: ReactNode): Fact[] =>
  children === null || children === undefined ? [] : [{ key, label, children }]

const Facts = ({ of, matter }: { of: Card; matter: MatterView }) => {
  const { t } = useTexts()
  const can = useCan()
  const done = (at: string | null, who: { name: string } | null) =>
    at ? (
      <>
        <Instant at={at} show="absolute" /> {who?.name}
      </>
    ) : null
  return (
    <FactList
      items={[
        ...fact(
          'place',
          t('findingColumn.place'),
          <EstateLink to="findings" search={{ placeId: of.place.id }}>
            {of.place.name}
          </EstateLink>,
        ),
        ...fact('touchpoint', t('findingColumn.touchpoint'), t(`touchpoint.${of.touchpoint}`)),
        ...fact('item', t('findingColumn.itemId'), <span className="w-figures">{of.itemId}</span>),
        ...fact(
          'severity',
          t('findingColumn.severity'),
          <>
            <SeverityTag severity={of.severity} />{' '}
            {of.repeat ? <StateTag tone="waiting">{t('finding.repeated')}</StateTag> : null}
          </>,
        ),
        ...fact('foundOn', t('findingColumn.foundOn'), <span className="w-figures">{of.foundOn}</span>),
        ...fact(
          'look',
          t('finding.look'),
          of.inspectionId && can('inspection.read') ? (
            <EstateLink to={`inspections/${of.inspectionId}`}>{t('nav.inspection')}</EstateLink>
          ) : null,
        ),
        ...fact(
          'suggested',
          t('field.line'),
          matter.state === 'PROPOSED'
            ? t('finding.suggested', {
                line: t(`line.${of.suggestion.line}`),
                name: of.suggestion.handler?.name ?? '',
              })
            : null,
        ),
        ...fact('measure', t('finding.measure'), of.measure),
        ...fact('cause', t('finding.cause'), of.cause),
        ...fact('rectified', t('finding.rectified'), done(of.rectifiedAt, of.rectifiedBy)),
        ...fact('checked', t('finding.checked'), done(of.checkedAt, of.checkedBy)),
        ...fact(
          'failedChecks',
          t('findingColumn.failedChecks'),
          of.failedChecks > 0 ? t('finding.failedChecks', { count: of.failedChecks }) : null,
        ),
        ...fact(
          'order',
          t('finding.order'),
          of.order ? <EstateLink to={`matters/${of.order.id}`}>{of.order.number}</EstateLink> : null,
        ),
      ]}
    />
  )
}

const PARTS = ['before', 'after', 'check'] as const
const Pictures = ({ of }: { of: Card }) => {
  const { t } = useTexts()
  return PARTS.filter((part) => part === 'before' || of.photos[part].length > 0).map((part) => (
    <section key={part}>
      <h2 className={styles.next}>{t(`finding.${part}`)}</h2>
      {of.photos[part].length > 0 ? (
        <Photos of={of.photos[part]} />
      ) : (
        <p className="w-quiet">{t('finding.noPhotos')}</p>
      )}
    </section>
  ))
}

const History = ({ of }: { of: Card }) => {
  const { t } = useTexts()
  return (
    <>
      <h2 className={styles.next}>{t('finding.sightings')}</h2>
      <ul className={styles.list}>
        {of.sightings.map((seen) => (
          <li key={`${seen.at} ${seen.by.id}`} className={styles.row}>
            <span>
              {seen.by.name}
              {seen.note ? ` · ${seen.note}` : ''}
            </span>
            <Instant at={seen.at} show="absolute" />
          </li>
        ))}
      </ul>
      {of.earlier.length > 0 ? (
        <>
          <h2 className={styles.next}>{t('finding.earlier')}</h2>
          <ul className={styles.list}>
            {of.earlier.map((one) => (
              <li key={one.id} className={styles.row}>
                <EstateLink to={`matters/${one.id}`}>
                  {one.number} · {one.foundOn}
                </EstateLink>
                <StateTag tone="ended">{t(`state.finding.${one.state}`)}</StateTag>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}

/** What was found where, what was done about it, and that it was seen before. */
export const FindingCard = ({ matter }: { matter: MatterView }) => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const query = useApiQuery(
    getFinding,
    { params: { estateId, id: matter.id } },
    { topics: ['matters', 'orders', 'findings'] },
  )
  return (
    <section className={`w-card ${styles.block}`} aria-label={t('finding.title')}>
      <h2>{t('finding.title')}</h2>
      <QueryView query={query}>
        {(of) => (
          <>
            <p className={styles.said}>{t('finding.fails', { item: of.statement[lang] })}</p>
            {matter.staffSaw ? <p className={styles.said}>{matter.staffSaw}</p> : null}
            <Facts of={of} matter={matter} />
            <Pictures of={of} />
            <History of={of} />
          </>
        )}
      </QueryView>
    </section>
  )
}
