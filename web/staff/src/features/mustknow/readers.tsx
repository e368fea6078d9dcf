import { listQuizStanding, listReaders } from '#contract/must-know.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { PersonChip } from '#ui/person-chip.tsx'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState } from '#ui/states.tsx'
import styles from './mustknow.module.css'

/** KN-003, FD-024: who has confirmed the version in force, who is late, who has passed the quiz. */
export const Readers = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const readers = useApiQuery(listReaders, { params: { estateId } }, { topics: ['must-know'] })
  const standing = useApiQuery(listQuizStanding, { params: { estateId } }, { topics: ['must-know'] })
  const passed = new Map(standing.data?.rows.map((row) => [row.staff.id, row]))
  return (
    <QueryView query={readers}>
      {({ rows, number }) =>
        number === null || rows.length === 0 ? (
          <EmptyState title={t('mustKnowPage.none')} hint={t('mustKnowPage.noneHint')} />
        ) : (
          <ul className={`w-card ${styles.readers}`} aria-label={t('mustKnowPage.readers')}>
            {rows.map((row) => {
              const quiz = passed.get(row.staff.id)
              return (
                <li key={row.staff.id}>
                  <PersonChip name={row.staff.name} note={row.roles.map((role) => t(`role.${role}`)).join(' · ')} />
                  <span>
                    <StateTag tone={row.confirmedAt ? 'good' : row.late ? 'late' : 'waiting'}>
                      {t(
                        row.confirmedAt
                          ? 'mustKnowPage.readerConfirmed'
                          : row.late
                            ? 'mustKnowPage.readerLate'
                            : 'mustKnowPage.readerWaiting',
                      )}
                    </StateTag>{' '}
                    {row.confirmedAt ? <Instant at={row.confirmedAt} /> : null}
                  </span>
                  <span>
                    <span className="w-quiet">{t('mustKnowPage.readerQuiz')}</span>{' '}
                    {quiz?.passed
                      ? t('mustKnowPage.quizPassed', { percent: quiz.percent ?? 0 })
                      : t('mustKnowPage.quizNotPassed')}
                  </span>
                </li>
              )
            })}
          </ul>
        )
      }
    </QueryView>
  )
}
