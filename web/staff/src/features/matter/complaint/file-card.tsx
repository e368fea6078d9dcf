import type { ComplaintCase } from '#contract/complaint-case.ts'
import type { MatterView } from '#contract/matters.ts'
import { useTexts } from '#ui/i18n.ts'
import { EstateLink } from '#ui/links.tsx'
import { wordFor } from '#ui/matter/words.ts'
import { useCan } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { TimeLeft } from '#ui/time-left.tsx'
import styles from '../matter-page.module.css'

/** The reports that this complaint owes, and what its file lacks before it is archived (CP-150, CP-152). */
export const FileCard = ({ matter, of: c }: { matter: MatterView; of: ComplaintCase }) => {
  const { t } = useTexts()
  const can = useCan()
  const closed = matter.state === 'CLOSED' || matter.state === 'ARCHIVED'
  if (c.reports.length === 0 && !closed) return null
  return (
    <section className={`w-card ${styles.block}`}>
      {c.reports.length > 0 ? <h2>{t('complaint.reports')}</h2> : null}
      <ul className={styles.list}>
        {c.reports.map((report) => (
          <li key={report.id} className={styles.row}>
            {can('complaint.read_reports') ? (
              <EstateLink to={`complaint-reports/${report.id}`}>{wordFor(t, `filePart.${report.kind}`)}</EstateLink>
            ) : (
              <span>{wordFor(t, `filePart.${report.kind}`)}</span>
            )}
            <span className={styles.thumbs}>
              {report.state === 'submitted' ? (
                <StateTag tone="good">{t('complaint.reportSubmitted')}</StateTag>
              ) : report.state === 'voided' ? (
                <>
                  <StateTag tone="neutral">{t('reportState.voided')}</StateTag>
                  {report.voidedInto ? (
                    <EstateLink to={`matters/${report.voidedInto.id}`}>{report.voidedInto.number}</EstateLink>
                  ) : null}
                </>
              ) : (
                <>
                  <StateTag tone="waiting">{t('complaint.reportDraft')}</StateTag>
                  {report.dueAt ? <TimeLeft dueAt={report.dueAt} /> : null}
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {can('complaint.report') ? (
        <p>
          <EstateLink to={`complaint-reports?matterId=${matter.id}`}>{t('complaint.writeCase')}</EstateLink>
        </p>
      ) : null}
      {closed ? (
        <>
          <h2 className={styles.next}>{t('complaint.missing')}</h2>
          {c.volume ? (
            <p>
              {t('complaint.archivedIn')} {t(`complaint.volume.${c.volume}`)}
            </p>
          ) : c.missing.length === 0 ? (
            <StateTag tone="good">{t('complaint.complete')}</StateTag>
          ) : (
            <span className={styles.thumbs}>
              {c.missing.map((part) => (
                <StateTag key={part} tone="waiting">
                  {wordFor(t, `filePart.${part}`)}
                </StateTag>
              ))}
            </span>
          )}
        </>
      ) : null}
    </section>
  )
}
