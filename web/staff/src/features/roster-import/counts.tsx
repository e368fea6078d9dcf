import { IMPORT_THINGS, type ImportSummary } from '#contract/roster-import.ts'
import { useTexts } from '#ui/i18n.ts'
import { skippedLines } from './batch-state.ts'
import styles from './import.module.css'

/** The figures of an import: its rows, and what happens to each kind of thing. */
export const Counts = ({ summary }: { summary: ImportSummary }) => {
  const { t } = useTexts()
  const figures = [
    { key: 'rows', label: t('import.count.rows'), value: summary.rows },
    { key: 'good', label: t('import.count.good'), value: summary.goodRows },
    { key: 'units', label: t('import.thing.unit'), value: summary.units },
    { key: 'customers', label: t('import.thing.customer'), value: summary.customers },
    { key: 'vehicles', label: t('import.thing.vehicle'), value: summary.vehicles },
    { key: 'problems', label: t('import.count.problems'), value: summary.problemRows },
    { key: 'errors', label: t('import.count.errors'), value: summary.errors, bad: true },
    { key: 'warnings', label: t('import.count.warnings'), value: summary.warnings },
    { key: 'skipped', label: t('import.count.skipped'), value: skippedLines(summary) },
    { key: 'owners', label: t('import.count.owners'), value: summary.changedOwners, bad: true },
  ]
  return (
    <div className={styles.counts}>
      <dl className={`w-card ${styles.figures}`}>
        {figures.map(({ key, label, value, bad = false }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd className={`w-figures ${bad && value > 0 ? styles.bad : ''}`}>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={`w-card ${styles.things}`}>
        <table>
          <caption className="w-hidden">{t('import.counts')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('import.thing')}</th>
              <th scope="col">{t('import.created')}</th>
              <th scope="col">{t('import.changed')}</th>
              <th scope="col">{t('import.unchanged')}</th>
            </tr>
          </thead>
          <tbody>
            {IMPORT_THINGS.map((thing) => {
              const { created, changed, unchanged } = summary.things[thing] ?? { created: 0, changed: 0, unchanged: 0 }
              return (
                <tr key={thing}>
                  <th scope="row">{t(`import.thing.${thing}`)}</th>
                  <td className={created > 0 ? styles.some : ''}>{created}</td>
                  <td className={changed > 0 ? styles.some : ''}>{changed}</td>
                  <td>{unchanged}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </div>
  )
}
