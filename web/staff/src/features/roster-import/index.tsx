import { type ImportBatch, listImports } from '#contract/roster-import.ts'
import { sizeText } from '#ui/file/uploads.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { EstateLink, useGo } from '#ui/links.tsx'
import { DataTable } from '#ui/list/data-table.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState } from '#ui/states.tsx'
import { STATE_TONE } from './batch-state.ts'
import styles from './import.module.css'
import { RosterUpload } from './upload.tsx'

/** A roster goes in here; below, what came in before. */
export const Page = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const go = useGo()
  const pages = usePages(listImports, { params: { estateId } })
  return (
    <>
      <PageHeader title={t('nav.rosterImport')} hint={t('import.hint')} />
      <RosterUpload onUploaded={(batch) => go(`roster-import/${batch.id}`)} />
      <h2 className={styles.past}>{t('import.past')}</h2>
      <DataTable<ImportBatch>
        label={t('import.past')}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`roster-import/${row.id}`)}
        empty={<EmptyState compact title={t('import.noPast')} />}
        columns={[
          {
            key: 'file',
            title: t('import.file'),
            render: (row) => (
              <>
                <EstateLink to={`roster-import/${row.id}`}>{row.fileName}</EstateLink>{' '}
                <span className="w-faint w-small">{sizeText(row.fileSize)}</span>
              </>
            ),
          },
          {
            key: 'state',
            title: t('import.stateTitle'),
            width: 120,
            render: (row) => <StateTag tone={STATE_TONE[row.state]}>{t(`import.state.${row.state}`)}</StateTag>,
          },
          { key: 'rows', title: t('import.rows'), width: 88, align: 'end', render: (row) => row.summary?.rows ?? '—' },
          { key: 'who', title: t('import.who'), width: 112, wideOnly: true, render: (row) => row.uploadedBy },
          { key: 'when', title: t('import.when'), width: 144, render: (row) => <Instant at={row.uploadedAt} /> },
        ]}
      />
    </>
  )
}
