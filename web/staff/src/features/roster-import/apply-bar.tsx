import { CheckOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { confirmImport, type ImportBatch, type ImportSummary } from '#contract/roster-import.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { useGo } from '#ui/links.tsx'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { saysNothingNew } from './batch-state.ts'
import { CancelButton } from './cancel-button.tsx'
import styles from './import.module.css'
import { useShowBatch } from './use-batch.ts'

type Props = { batch: ImportBatch; summary: ImportSummary; onOwners: () => void }

const Done = ({
  batch,
  summary,
  onProblems,
}: {
  batch: ImportBatch
  summary: ImportSummary
  onProblems: () => void
}) => {
  const { t } = useTexts()
  const go = useGo()
  return (
    <Alert
      type="success"
      showIcon
      title={t('import.done')}
      description={
        <>
          {batch.confirmedBy ? t('import.doneBy', { name: batch.confirmedBy }) : null}
          {batch.endedAt ? (
            <>
              {' · '}
              <Instant at={batch.endedAt} show="both" />
            </>
          ) : null}
        </>
      }
      action={
        <span className={styles.acts}>
          <Button onClick={() => go('units')}>{t('import.goUnits')}</Button>
          <Button onClick={() => go('customers')}>{t('import.goCustomers')}</Button>
          {summary.problemRows > 0 ? <Button onClick={onProblems}>{t('import.goProblems')}</Button> : null}
        </span>
      }
    />
  )
}

/** What to do now: confirm and write, or throw it away; afterwards where to look. */
export const ApplyBar = ({ batch, summary, onOwners }: Props) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const go = useGo()
  const show = useShowBatch()
  const confirm = useApiMutation(confirmImport, {
    touches: ['imports'],
    onSuccess: (answer) => {
      show(answer)
      notice.good(t('import.confirmed'))
    },
    onError: (error) => notice.bad(error.code === 'E_STATE_CHANGED' ? t('import.busy') : error),
  })
  if (batch.state === 'applied') {
    return (
      <Done batch={batch} summary={summary} onProblems={() => go(`roster-import/${batch.id}`, { tab: 'problems' })} />
    )
  }
  const nothing = saysNothingNew(summary)
  const bad = summary.rows - summary.goodRows
  return (
    <div className={styles.stack}>
      {batch.failure?.code === 'E_VERSION_STALE' ? (
        <Alert type="warning" showIcon title={t('import.changedMeanwhile')} />
      ) : null}
      <div className={`w-card ${styles.apply}`}>
        <p>{t(nothing ? 'import.nothing' : summary.goodRows === 0 ? 'import.noGoodRows' : 'import.ready')}</p>
        <span className={styles.acts}>
          {nothing || summary.goodRows === 0 ? null : (
            <ConfirmButton
              type="primary"
              icon={<CheckOutlined aria-hidden />}
              question={t('import.confirmQuestion')}
              hint={t('import.confirmHint', { good: summary.goodRows, bad })}
              loading={confirm.isPending}
              onConfirm={() =>
                confirm.mutateAsync({ params: { estateId, id: batch.id }, body: { version: batch.version } })
              }
            >
              {t('import.confirm')}
            </ConfirmButton>
          )}
          <CancelButton batch={batch} />
        </span>
      </div>
      {summary.changedOwners > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={t('import.ownersChange', { count: summary.changedOwners })}
          action={
            <Button size="small" onClick={onOwners}>
              {t('import.showThem')}
            </Button>
          }
        />
      ) : null}
    </div>
  )
}
