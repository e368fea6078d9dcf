import type { CaseLine } from '#contract/complaint-reports.ts'
import { categoryWord } from '#ui/complaint/words.ts'
import { useTexts } from '#ui/i18n.ts'
import { EstateLink } from '#ui/links.tsx'
import { toneOfState } from '#ui/matter/matter-tone.ts'
import { wordFor } from '#ui/matter/words.ts'
import { useCan } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import styles from './report.module.css'

const Case = ({ of }: { of: CaseLine }) => {
  const { t } = useTexts()
  const can = useCan()
  const name = `${of.number} ${of.title}`
  const about = [
    of.receivedOn,
    categoryWord(t, of.category),
    of.line ? wordFor(t, `line.${of.line}`) : null,
    of.persons > 1 || of.times > 1 ? t('complaint.voicesCount', { persons: of.persons, times: of.times }) : null,
    of.satisfaction ? wordFor(t, `choice.${of.satisfaction}`) : null,
  ].filter((one) => one !== null)
  return (
    <li className={styles.case}>
      <span className={styles.caseHead}>
        {can('complaint.read_reports') ? (
          <EstateLink to={`matters/${of.id}`}>{name}</EstateLink>
        ) : (
          <strong>{name}</strong>
        )}
        <StateTag tone={toneOfState(of.state, of.closedOn === null)}>
          {wordFor(t, `state.complaint.${of.state}`, of.state)}
        </StateTag>
        {of.major ? <StateTag tone="late">{t('complaintColumn.major')}</StateTag> : null}
        {of.hot ? <StateTag tone="late">{t('complaintColumn.hot')}</StateTag> : null}
      </span>
      <span className="w-small w-quiet w-figures">{about.join(' · ')}</span>
      {of.cause ? (
        <span>
          <span className="w-quiet">{t('complaintColumn.cause')}</span> {of.cause}
        </span>
      ) : null}
      {of.measure ? (
        <span>
          <span className="w-quiet">{t('complaintColumn.measure')}</span> {of.measure}
        </span>
      ) : null}
    </li>
  )
}

/** CP-131: content, cause, measure and result of the complaints of a period. */
export const CaseList = ({ title, cases, note }: { title: string; cases: readonly CaseLine[]; note?: string }) => {
  const { t } = useTexts()
  return (
    <section className={`w-card ${styles.block}`} aria-label={title}>
      <h2>{title}</h2>
      {note ? <p className="w-small w-quiet">{note}</p> : null}
      {cases.length === 0 ? (
        <p className="w-faint">{t('complaintReport.noCases')}</p>
      ) : (
        <ul className={styles.cases}>
          {cases.map((one) => (
            <Case key={one.id} of={one} />
          ))}
        </ul>
      )}
    </section>
  )
}
