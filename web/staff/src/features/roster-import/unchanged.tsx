import { type ImportBatch, type ImportLine, listImportLines } from '#contract/roster-import.ts'
import { useTexts } from '#ui/i18n.ts'
import { DataTable } from '#ui/list/data-table.tsx'
import { usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { EmptyState } from '#ui/states.tsx'
import { noteText } from './problem-text.ts'

/** Rows that say what is on file already. */
export const Unchanged = ({ batch }: { batch: ImportBatch }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const pages = usePages(listImportLines, {
    params: { estateId, id: batch.id },
    query: { change: 'unchanged' },
  })
  return (
    <DataTable<ImportLine>
      label={t('import.tab.unchanged')}
      pages={pages}
      rowKey={(row) => String(row.seq)}
      empty={<EmptyState compact title={t('import.noChanges')} />}
      columns={[
        { key: 'unit', title: t('import.unit'), width: 200, render: (row) => row.unit ?? '—' },
        {
          key: 'row',
          title: t('import.row'),
          render: (row) => (
            <span className="w-quiet">
              {t('import.rowOf', { sheet: row.sheet, row: row.row })}{' '}
              {row.notes.map((note) => noteText(t, note.code)).join(' ')}
            </span>
          ),
        },
      ]}
    />
  )
}
