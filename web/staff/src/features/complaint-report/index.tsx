import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { Alert, Button, Checkbox } from 'antd'
import { isMatterReport } from '#contract/complaint-report-parts.ts'
import {
  exportComplaintReport,
  getComplaintReport,
  printComplaintReport,
  type ReportView,
  reviseComplaintReport,
} from '#contract/complaint-reports.ts'
import { addressOf } from '#ui/api.ts'
import { ReportState } from '#ui/complaint/report-state.tsx'
import { ReportTimes } from '#ui/complaint/report-times.tsx'
import { Totals } from '#ui/complaint/totals.tsx'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { EstateLink, useGo, usePageId } from '#ui/links.tsx'
import { useNotice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiMutation, useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useCan, useEstate } from '#ui/session.tsx'
import { CaseList } from './case-list.tsx'
import { CourseOfMatter, FactsOfMatter } from './matter-facts.tsx'
import { PartEditor } from './part-editor.tsx'
import { figuresBeside, OtherFigures } from './period-figures.tsx'
import styles from './report.module.css'
import { shownText } from './typed.rules.ts'
import { type ReportWork, useReport } from './use-report.ts'

const TOPICS = ['complaints']

const Head = ({ report }: { report: ReportView }) => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const go = useGo()
  const notice = useNotice()
  const params = { estateId, id: report.id }
  const revise = useApiMutation(reviseComplaintReport, { touches: TOPICS, onError: notice.bad })
  const kind = t(`reportKind.${report.kind}`)
  return (
    <PageHeader
      title={report.revision > 1 ? `${kind} · ${t('complaintPrint.revision', { number: report.revision })}` : kind}
      tags={
        <>
          <ReportState report={report} />
          {report.state === 'draft' ? <ReportTimes report={report} /> : null}
        </>
      }
      hint={
        <span className="w-figures">
          {report.matter
            ? `${report.matter.number} ${report.matter.title}`
            : report.from && report.to
              ? t('complaintPrint.days', { from: report.from, to: report.to })
              : ''}
          {report.submittedAt && report.submittedBy ? (
            <>
              {' '}
              · {report.submittedBy.name} · <Instant at={report.submittedAt} show="absolute" />
            </>
          ) : null}
        </span>
      }
      actions={
        <>
          {report.state === 'submitted' && can('complaint.report') && report.servedBy === null ? (
            <ConfirmButton
              question={t('complaintReport.reviseAsk')}
              loading={revise.isPending}
              onConfirm={async () => {
                const next = await revise.mutateAsync({ params, body: { version: report.version } })
                go(`complaint-reports/${next.id}`)
              }}
            >
              {t('complaintReport.revise')}
            </ConfirmButton>
          ) : null}
          <Button
            icon={<PrinterOutlined aria-hidden />}
            href={addressOf(printComplaintReport, { params, query: { lang } })}
            target="_blank"
          >
            {t('complaintReport.pdf')}
          </Button>
          {isMatterReport(report.kind) ? null : (
            <Button
              icon={<DownloadOutlined aria-hidden />}
              href={addressOf(exportComplaintReport, { params, query: { lang } })}
            >
              {t('common.export')}
            </Button>
          )}
        </>
      }
    />
  )
}

/** CP-103: one document may be both first reports, when the complaint is both. */
const AlsoServes = ({ report, work }: { report: ReportView; work: ReportWork }) => {
  const { t } = useTexts()
  const { kind, alsoServes, figures } = report
  const other = kind === 'majorFirst' ? 'hotFirst' : kind === 'hotFirst' ? 'majorFirst' : undefined
  const both = figures.about === 'matter' && figures.facts.majorAt !== null && figures.facts.hotAt !== null
  if (!other || (!both && alsoServes === null)) return null
  return (
    <Checkbox
      checked={alsoServes !== null}
      disabled={work.saving}
      onChange={(event) => void work.alsoServe(event.target.checked ? other : null)}
    >
      {t('complaintReport.alsoServes', { kind: t(`reportKind.${other}`) })}{' '}
      <span className="w-small w-quiet">{t('complaintReport.alsoServesHint')}</span>
    </Checkbox>
  )
}

const Bar = ({ report, work }: { report: ReportView; work: ReportWork }) => {
  const { t } = useTexts()
  const required = report.parts.filter((part) => part.required)
  const done = required.filter((part) => shownText(work.typed, part).trim() !== '').length
  return (
    <div className={`w-card ${styles.bar}`}>
      <span className={`w-quiet ${styles.state}`} role="status">
        {t('complaintReport.written', { done, all: required.length })}
        {work.dirty ? ` · ${t('complaintReport.unsaved')}` : ''}
      </span>
      <Button disabled={!work.dirty || work.saving} onClick={() => void work.save()}>
        {t(work.saving ? 'common.saving' : 'common.save')}
      </Button>
      <ConfirmButton
        type="primary"
        question={t('complaintReport.submitAsk')}
        hint={t('complaintReport.submitHint')}
        confirmLabel={t('common.submit')}
        disabled={work.submitting}
        onConfirm={work.submit}
      >
        {t('common.submit')}
      </ConfirmButton>
    </div>
  )
}

const Body = ({ report, work }: { report: ReportView; work: ReportWork | null }) => {
  const { t } = useTexts()
  const { figures, parts, kind } = report
  if (figures.about === 'matter')
    return (
      <>
        <FactsOfMatter of={figures.facts} matterId={report.matter?.id ?? null} />
        <div className={styles.columns}>
          <div className={styles.main}>
            {work ? <AlsoServes report={report} work={work} /> : null}
            {parts.map((part) => (
              <PartEditor key={part.name} part={part} work={work} />
            ))}
          </div>
          <CourseOfMatter of={figures.facts} />
        </div>
      </>
    )
  const shown = figures.cases.length
  const cases = (
    <CaseList
      title={t('complaintReport.cases')}
      cases={figures.cases}
      {...(report.caseCount > shown
        ? { note: t('complaintReport.casesShown', { count: report.caseCount, shown }) }
        : {})}
    />
  )
  if (kind === 'legacy')
    return (
      <div className={styles.others}>
        <div className={styles.main}>
          {parts.map((part) => (
            <PartEditor key={part.name} part={part} work={work} />
          ))}
        </div>
        {cases}
      </div>
    )
  return (
    <>
      <Totals of={figures.analysis} />
      {parts.map((part) => (
        <PartEditor key={part.name} part={part} work={work}>
          {figuresBeside(part.name, figures)}
        </PartEditor>
      ))}
      <OtherFigures of={figures} />
      {cases}
    </>
  )
}

const Voided = ({ of }: { of: NonNullable<ReportView['voided']> }) => {
  const { t } = useTexts()
  return (
    <Alert
      type="info"
      showIcon
      title={t(`reportVoid.${of.reason}`, { number: of.into?.number ?? '' })}
      action={of.into ? <EstateLink to={`matters/${of.into.id}`}>{t('complaintReport.look')}</EstateLink> : null}
    />
  )
}

const Report = ({ report }: { report: ReportView }) => {
  const { t } = useTexts()
  const can = useCan()
  const work = useReport(report)
  const writes = report.state === 'draft' && can('complaint.report')
  return (
    <>
      <Head report={report} />
      <div className={styles.page}>
        {report.servedBy ? (
          <Alert
            type="info"
            showIcon
            title={t('complaintReport.servedBy')}
            action={<EstateLink to={`complaint-reports/${report.servedBy}`}>{t('complaintReport.look')}</EstateLink>}
          />
        ) : null}
        {report.voided ? <Voided of={report.voided} /> : null}
        <p className="w-small w-quiet">{t(report.figuresFrozen ? 'complaintReport.frozen' : 'complaintReport.live')}</p>
        <Body report={report} work={writes ? work : null} />
        {writes ? <Bar report={report} work={work} /> : null}
      </div>
    </>
  )
}

/** One report: what is computed beside what a person writes; once submitted it stands still (CP-104, CP-132, CP-134). */
export const Page = () => {
  const { id: estateId } = useEstate()
  const id = usePageId()
  const query = useApiQuery(getComplaintReport, { params: { estateId, id } }, { topics: TOPICS })
  return <QueryView query={query}>{(report) => <Report key={report.id} report={report} />}</QueryView>
}
