import type { ImportSummary } from '#contract/roster-import.ts'
import { useTexts } from '#ui/i18n.ts'
import { EmptyState } from '#ui/states.tsx'
import styles from './import.module.css'
import { sheetText, skipText } from './problem-text.ts'

/** Lines and sheets that are no data, each with the reason, so that nothing disappears unseen. */
export const Skipped = ({ summary }: { summary: ImportSummary }) => {
  const { t } = useTexts()
  const sheets = summary.sheets.filter(({ skipped }) => skipped !== null)
  if (summary.skipped.length + sheets.length === 0) return <EmptyState compact title={t('import.noSkipped')} />
  return (
    <div className={`w-card ${styles.things}`}>
      <table>
        <caption className="w-hidden">{t('import.tab.skipped')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('import.row')}</th>
            <th scope="col">{t('import.skippedWhy')}</th>
            <th scope="col">{t('import.skippedText')}</th>
          </tr>
        </thead>
        <tbody>
          {sheets.map(({ sheet, skipped, hidden }) => (
            <tr key={sheet}>
              <td>
                {sheet} {hidden ? <span className="w-faint">({t('import.hidden')})</span> : null}
              </td>
              <td>{skipped === null ? '' : sheetText(t, skipped)}</td>
              <td />
            </tr>
          ))}
          {summary.skipped.map((line) => (
            <tr key={`${line.sheet} ${line.row}`}>
              <td className="w-figures">{t('import.rowOf', { sheet: line.sheet, row: line.row })}</td>
              <td>
                {skipText(t, line.why)}
                {line.count > 1 ? (
                  <span className="w-faint"> {t('import.skippedCount', { count: line.count })}</span>
                ) : null}
              </td>
              <td className="w-quiet">{line.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
