import { getTraining, type TrainingDetail } from '#contract/trainings.ts'
import { type Fact, FactList } from '#ui/facts.tsx'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { EstateLink, usePageId } from '#ui/links.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { TrainingActs } from './acts.tsx'
import { TrainingState } from './state.tsx'
import styles from './trainings.module.css'

const Facts = ({ of }: { of: TrainingDetail }) => {
  const { t } = useTexts()
  const facts: (Fact | false)[] = [
    { key: 'state', label: t('training.state'), children: <TrainingState of={of} /> },
    { key: 'startsAt', label: t('training.startsAt'), children: <Instant at={of.startsAt} show="absolute" /> },
    { key: 'trainer', label: t('training.trainer'), children: of.trainer },
    of.watched !== null && { key: 'watched', label: t('training.watched'), children: of.watched.name },
    of.place !== null && { key: 'place', label: t('training.place'), children: of.place },
    of.content !== null && { key: 'content', label: t('training.content'), children: of.content },
    of.summary !== null && { key: 'summary', label: t('training.summary'), children: of.summary },
    of.heldBy !== null && { key: 'heldBy', label: t('training.heldBy'), children: of.heldBy.name },
    of.cancelReason !== null && { key: 'reason', label: t('training.cancelReason'), children: of.cancelReason },
  ]
  return <FactList items={facts.filter((fact) => fact !== false)} />
}

const Attendees = ({ of }: { of: TrainingDetail }) => {
  const { t } = useTexts()
  return (
    <section className={`w-card ${styles.block}`} aria-label={t('training.people')}>
      <h2>
        {of.state === 'held'
          ? t('training.attendance', { attended: of.attended, invited: of.invited })
          : t('training.people')}
      </h2>
      <ul className={styles.people}>
        {of.attendees.map(({ person, attended, passed, note }) => (
          <li key={person.id} className={styles.person}>
            <EstateLink to="trainings" search={{ staffId: person.id }}>
              {person.name}
            </EstateLink>
            {attended === null ? null : (
              <StateTag tone={attended ? 'good' : 'waiting'}>
                {t(attended ? 'training.came' : 'training.absent')}
              </StateTag>
            )}
            {passed === null ? null : (
              <StateTag tone={passed ? 'good' : 'late'}>{t(passed ? 'training.passed' : 'training.failed')}</StateTag>
            )}
            {note ? <span className="w-quiet">{note}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** FD-765: one training with who was to come, who came and what came of it. */
export const Page = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const id = usePageId()
  const query = useApiQuery(getTraining, { params: { estateId, id } }, { topics: ['staff'] })
  return (
    <QueryView query={query}>
      {(training) => (
        <>
          <PageHeader
            title={training.topic}
            hint={t(`trainingKind.${training.kind}`)}
            actions={training.mayChange || training.mayHold ? <TrainingActs training={training} /> : null}
          />
          {training.state === 'planned' && training.watched && !training.mayHold ? (
            <p className={styles.hint}>{t('training.toConfirm', { name: training.watched.name })}</p>
          ) : null}
          <section className={`w-card ${styles.block}`}>
            <Facts of={training} />
          </section>
          <Attendees of={training} />
        </>
      )}
    </QueryView>
  )
}
