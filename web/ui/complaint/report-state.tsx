import type { ReportLine } from '#contract/complaint-reports.ts'
import { useTexts } from '../i18n.ts'
import { StateTag } from '../state-tag.tsx'

type Report = Pick<ReportLine, 'state' | 'overdue' | 'late'>

/** Draft, overdue, submitted, submitted late: always a word (CP-161). */
export const ReportState = ({ report }: { report: Report }) => {
  const { t } = useTexts()
  if (report.state === 'draft')
    return report.overdue ? (
      <StateTag tone="late">{t('complaintReports.overdue')}</StateTag>
    ) : (
      <StateTag tone="waiting">{t('reportState.draft')}</StateTag>
    )
  if (report.state === 'voided') return <StateTag tone="neutral">{t('reportState.voided')}</StateTag>
  return report.late ? (
    <StateTag tone="late">{t('complaintReports.late')}</StateTag>
  ) : (
    <StateTag tone="good">{t('reportState.submitted')}</StateTag>
  )
}
