import { Alert, Button, Input } from 'antd'
import type { ReactNode } from 'react'
import type { ReportView } from '#contract/complaint-reports.ts'
import { useTexts } from '#ui/i18n.ts'
import styles from './report.module.css'
import { inConflict, keepMine, shownText, takeTheirs, typeInto } from './typed.rules.ts'
import type { ReportWork } from './use-report.ts'

type Part = ReportView['parts'][number]
const LONGEST = 8_000

const Conflict = ({ part, work }: { part: Part; work: ReportWork }) => {
  const { t } = useTexts()
  return (
    <Alert
      type="warning"
      showIcon
      title={t('complaintReport.conflict')}
      description={
        <>
          <p className={styles.written}>{part.text || t('complaintReport.nothingWritten')}</p>
          <div className={styles.acts}>
            <Button size="small" onClick={() => work.setTyped(keepMine(work.typed, part))}>
              {t('complaintReport.keepMine')}
            </Button>
            <Button size="small" onClick={() => work.setTyped(takeTheirs(work.typed, part))}>
              {t('complaintReport.takeTheirs')}
            </Button>
          </div>
        </>
      }
    />
  )
}

/** One part that a person writes, with what belongs there; beside it the figures it is about. */
export const PartEditor = ({ part, work, children }: { part: Part; work: ReportWork | null; children?: ReactNode }) => {
  const { t } = useTexts()
  const id = `part-${part.name}`
  const empty = work?.missing.includes(part.name) ?? false
  const name = t(`reportPart.${part.name}`)
  return (
    <section className={`${styles.part} ${children ? styles.beside : ''}`} aria-label={name}>
      <div className={`w-card ${styles.block} ${styles.own}`}>
        <h2>
          {work ? <label htmlFor={id}>{name}</label> : name}
          {part.required ? null : <span className="w-small w-faint"> {t('common.optional')}</span>}
        </h2>
        {work ? (
          <>
            <p id={`${id}-help`} className="w-small w-quiet">
              {t(`reportPart.${part.name}.help`)}
            </p>
            {inConflict(work.typed, part) ? <Conflict part={part} work={work} /> : null}
            <Input.TextArea
              id={id}
              autoSize={{ minRows: 4, maxRows: 20 }}
              maxLength={LONGEST}
              value={shownText(work.typed, part)}
              status={empty ? 'error' : ''}
              aria-describedby={empty ? `${id}-help ${id}-empty` : `${id}-help`}
              aria-invalid={empty}
              aria-required={part.required}
              onChange={(event) => work.setTyped(typeInto(work.typed, part, event.target.value))}
            />
            {empty ? (
              <p id={`${id}-empty`} className={styles.wrong}>
                {t('complaintReport.missing')}
              </p>
            ) : null}
          </>
        ) : part.text ? (
          <p className={styles.written}>{part.text}</p>
        ) : (
          <p className="w-faint">{t('complaintReport.nothingWritten')}</p>
        )}
      </div>
      {children ? <div className={styles.figures}>{children}</div> : null}
    </section>
  )
}
