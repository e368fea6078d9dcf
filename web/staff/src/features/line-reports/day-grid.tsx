import type { z } from 'zod'
import type { getLineReportDay, LineReport, SLOT_STATES } from '#contract/inventory.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { EstateLink } from '#ui/links.tsx'
import type { Tone } from '#ui/palette.ts'
import { StateTag } from '#ui/state-tag.tsx'
import styles from './line-reports.module.css'
import { gridOf } from './slots.rules.ts'

type Slot = z.output<(typeof getLineReportDay)['response']>['slots'][number]
const SLOT_TONE: Record<(typeof SLOT_STATES)[number], Tone> = {
  in: 'good',
  late: 'waiting',
  due: 'neutral',
  missing: 'late',
}

const ReportText = ({ report }: { report: LineReport }) => (
  <div className={styles.report}>
    <p className={styles.text}>{report.text}</p>
    {report.items.length > 0 ? (
      <ul className={styles.points}>
        {report.items.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the points of a report never change places
          <li key={at}>
            {item.matterId ? <EstateLink to={`matters/${item.matterId}`}>{item.text}</EstateLink> : item.text}
          </li>
        ))}
      </ul>
    ) : null}
    <p className="w-quiet w-small">
      {report.reportedBy.name} · <Instant at={report.reportedAt} />
    </p>
  </div>
)

const Cell = ({ slot }: { slot: Slot | undefined }) => {
  const { t } = useTexts()
  if (!slot) return <span className="w-faint">—</span>
  return (
    <>
      <StateTag tone={SLOT_TONE[slot.state]}>{t(`lineReports.state.${slot.state}`)}</StateTag>
      {slot.state === 'missing' && slot.told ? <span className="w-quiet w-small"> {t('lineReports.told')}</span> : null}
      {slot.reports.map((report) => (
        <ReportText key={report.id} report={report} />
      ))}
    </>
  )
}

/** FD-403: which line has reported at which time of the day. */
export const DayGrid = ({ slots }: { slots: readonly Slot[] }) => {
  const { t } = useTexts()
  const { times, lines } = gridOf(slots)
  return (
    <div className={`w-card ${styles.frame}`}>
      <table className={styles.grid} aria-label={t('nav.lineReports')}>
        <thead>
          <tr>
            <th scope="col">{t('field.line')}</th>
            {times.map((time) => (
              <th key={time} scope="col" className="w-figures">
                {time}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ line, cells }) => (
            <tr key={line}>
              <th scope="row">{t(`line.${line}`)}</th>
              {cells.map((slot, at) => (
                <td key={times[at]}>
                  <span className={`w-quiet w-small ${styles.time}`}>{times[at]}</span>
                  <Cell slot={slot} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
