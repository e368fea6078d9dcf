import { ArrowLeftOutlined } from '@ant-design/icons'
import { Button, Steps } from 'antd'
import { getImport, type ImportBatch } from '#contract/roster-import.ts'
import { sizeText } from '#ui/file/uploads.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { useGo, usePageId } from '#ui/links.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { isWorking, STATE_TONE, stepOf } from './batch-state.ts'
import { Failed } from './failed.tsx'
import styles from './import.module.css'
import { Preview } from './preview.tsx'
import { Working } from './working.tsx'

const ASK_AGAIN_MS = 1_000

const Where = ({ batch }: { batch: ImportBatch }) => {
  const { t } = useTexts()
  const stopped = batch.state === 'failed' || batch.state === 'cancelled'
  return (
    <Steps
      className={styles.steps ?? ''}
      size="small"
      current={stepOf(batch)}
      status={batch.state === 'failed' ? 'error' : stopped ? 'wait' : batch.state === 'applied' ? 'finish' : 'process'}
      items={(['read', 'check', 'write', 'done'] as const).map((name) => ({ title: t(`import.step.${name}`) }))}
    />
  )
}

const Body = ({ batch }: { batch: ImportBatch }) => {
  const { t } = useTexts()
  if (isWorking(batch.state)) return <Working batch={batch} />
  if (batch.state === 'failed') return <Failed batch={batch} />
  if (batch.state === 'cancelled') return <p className="w-quiet">{t('import.cancelled')}</p>
  return batch.summary ? <Preview batch={batch} summary={batch.summary} /> : null
}

const Batch = ({ id }: { id: string }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const go = useGo()
  const query = useApiQuery(
    getImport,
    { params: { estateId, id } },
    { refetchInterval: ({ state }) => (state.data && isWorking(state.data.state) ? ASK_AGAIN_MS : false) },
  )
  return (
    <QueryView query={query}>
      {(batch) => (
        <>
          <PageHeader
            title={batch.fileName}
            tabTitle={`${t('nav.rosterImport')} · ${batch.fileName}`}
            tags={<StateTag tone={STATE_TONE[batch.state]}>{t(`import.state.${batch.state}`)}</StateTag>}
            hint={
              <>
                {sizeText(batch.fileSize)} · {batch.uploadedBy} · <Instant at={batch.uploadedAt} show="both" />
              </>
            }
            actions={
              <Button icon={<ArrowLeftOutlined aria-hidden />} onClick={() => go('roster-import')}>
                {t('import.back')}
              </Button>
            }
          />
          <Where batch={batch} />
          <Body batch={batch} />
        </>
      )}
    </QueryView>
  )
}

/** One import: read, checked, written. */
export const Page = () => {
  const id = usePageId()
  return <Batch key={id} id={id} />
}
