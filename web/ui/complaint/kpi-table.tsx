import type { ComplaintAnalysis, Kpi } from '#contract/complaint-analysis.ts'
import { useTexts } from '../i18n.ts'
import { EstateLink, type LinkSearch } from '../links.tsx'
import { useCan } from '../session.tsx'
import { StateTag } from '../state-tag.tsx'
import styles from './complaint.module.css'
import { searchOf } from './search-of.ts'
import { percentText } from './words.ts'

type Place = { to: string; search: LinkSearch }
/** Duties of the centre that are no complaints have lists of their own. */
const placeOf = ({ kpi, opens }: Kpi, { from, to }: { from: string; to: string }): Place | null => {
  if (opens) return { to: 'complaints', search: searchOf(opens) }
  if (kpi === 'K8') return { to: 'complaint-tally', search: { tab: 'days', from, to } }
  if (kpi === 'K9') return { to: 'complaint-reports', search: {} }
  return kpi === 'K14' ? { to: 'complaint-publications', search: {} } : null
}

export const kpiValue = ({ unit }: Pick<Kpi, 'unit'>, value: number | null): string =>
  value === null ? '—' : unit === 'share' ? percentText(value) : String(value)

const Met = ({ kpi }: { kpi: Kpi }) => {
  const { t } = useTexts()
  if (kpi.met === null)
    return (
      <span className="w-faint">{t(kpi.value === null ? 'complaintFigure.nothing' : 'complaintFigure.noTarget')}</span>
    )
  return kpi.met ? (
    <StateTag tone="good">{t('complaintFigure.met')}</StateTag>
  ) : (
    <StateTag tone="late">{t('complaintFigure.missed')}</StateTag>
  )
}

/** CP section 15: each key figure beside the period before and its target; the value opens what spoils it. */
export const KpiTable = ({ of: analysis }: { of: ComplaintAnalysis }) => {
  const { t } = useTexts()
  const can = useCan()
  const title = t('complaintPrint.kpis')
  return (
    <table className={`${styles.table} ${styles.kpis}`}>
      <caption className="w-hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('complaintPrint.figure')}</th>
          <th scope="col">{t('complaintPrint.now')}</th>
          <th scope="col" className={styles.spare}>
            {t('complaintFigure.parts')}
          </th>
          <th scope="col" className={styles.spare}>
            {t('complaintPrint.before')}
          </th>
          <th scope="col">{t('complaintPrint.target')}</th>
          <th scope="col">{t('complaintFigure.outcome')}</th>
        </tr>
      </thead>
      <tbody>
        {analysis.kpis.map((kpi) => {
          const place = placeOf(kpi, analysis)
          const value = kpiValue(kpi, kpi.value)
          return (
            <tr key={kpi.kpi} className={kpi.met === false ? styles.missed : ''}>
              <th scope="row">{t(`complaintKpi.${kpi.kpi}`)}</th>
              <td>
                {place && kpi.value !== null && can('complaint.read_reports') ? (
                  <EstateLink {...place} className={styles.figure ?? ''}>
                    {value}
                  </EstateLink>
                ) : (
                  value
                )}
              </td>
              <td className={styles.spare}>{kpi.whole === null ? '—' : `${kpi.part} / ${kpi.whole}`}</td>
              <td className={styles.spare}>{kpiValue(kpi, kpi.before)}</td>
              <td>
                {kpi.target === null
                  ? '—'
                  : kpi.kpi === 'K7'
                    ? t('complaintFigure.atMost', { value: kpiValue(kpi, kpi.target) })
                    : kpiValue(kpi, kpi.target)}
              </td>
              <td className={styles.words}>
                <Met kpi={kpi} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
