import { Progress } from 'antd'
import type { ImportBatch } from '#contract/roster-import.ts'
import { useTexts } from '#ui/i18n.ts'
import { CancelButton } from './cancel-button.tsx'
import styles from './import.module.css'

const ALL = 100

/** How far the server is; the work goes on when one leaves. */
export const Working = ({ batch }: { batch: ImportBatch }) => {
  const { t } = useTexts()
  const { phase, done, total, state } = batch
  const percent = total > 0 ? Math.min(ALL, Math.floor((done / total) * ALL)) : 0
  const reading = state === 'uploaded' || state === 'reading'
  return (
    <section className={`w-card ${styles.working}`} aria-busy>
      <h2>{t(`import.phase.${phase ?? 'waiting'}`)}</h2>
      <Progress percent={percent} status="active" aria-label={t(`import.phase.${phase ?? 'waiting'}`)} />
      <p className="w-figures" role="status">
        {total > 0 ? t('import.progress', { done: Math.min(done, total), total }) : ''}
      </p>
      <p className="w-quiet">{t('import.mayLeave')}</p>
      {reading ? <CancelButton batch={batch} /> : null}
    </section>
  )
}
