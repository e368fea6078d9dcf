import { getNewcomers } from '#contract/trainings.ts'
import { useTexts } from '#ui/i18n.ts'
import { EstateLink } from '#ui/links.tsx'
import { useApiQuery } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import styles from './trainings.module.css'

/** FD-765: who is new and how many interviews they have looked on at; nothing while nobody is. */
export const Newcomers = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const { data } = useApiQuery(getNewcomers, { params: { estateId } }, { topics: ['staff'] })
  if (!data || data.rows.length === 0) return null
  const { days, needed, rows } = data
  return (
    <section className={`w-card ${styles.block}`} aria-label={t('newcomers.title')}>
      <h2>{t('newcomers.title')}</h2>
      <p className={styles.hint}>{t('newcomers.hint', { days, needed })}</p>
      <ul className={styles.people}>
        {rows.map(({ person, since, observed, planned }) => (
          <li key={person.id} className={styles.person}>
            <EstateLink to="trainings" search={{ staffId: person.id }}>
              {person.name}
            </EstateLink>
            <span className="w-quiet w-figures">{t('newcomers.since', { date: since })}</span>
            <StateTag tone={observed >= needed ? 'good' : 'waiting'}>
              {t('newcomers.observed', { observed, needed })}
            </StateTag>
            {planned > 0 ? <span className="w-quiet">{t('newcomers.planned', { count: planned })}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
