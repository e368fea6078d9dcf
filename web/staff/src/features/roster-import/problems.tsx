import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import {
  downloadProblems,
  type ImportBatch,
  type ImportLine,
  type ImportProblem,
  listImportLines,
} from '#contract/roster-import.ts'
import { addressOf } from '#ui/api.ts'
import { useTexts } from '#ui/i18n.ts'
import { DataTable } from '#ui/list/data-table.tsx'
import { usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState } from '#ui/states.tsx'
import styles from './import.module.css'
import { problemText } from './problem-text.ts'

const Problem = ({ problem }: { problem: ImportProblem }) => {
  const { t } = useTexts()
  const bad = problem.severity === 'error'
  return (
    <div className={styles.problem}>
      <span className={styles.thingHead}>
        <StateTag tone={bad ? 'late' : 'waiting'}>{t(bad ? 'import.error' : 'import.warning')}</StateTag>
        <strong>{problem.column}</strong>
        {problem.value ? <span className={styles.value}>{problem.value}</span> : null}
      </span>
      <span className="w-small">{problemText(t, problem)}</span>
    </div>
  )
}

const ProblemsOf = ({ line }: { line: ImportLine }) => (
  <div className={styles.changes}>
    {line.problems.map((problem) => (
      <Problem key={`${problem.column} ${problem.code} ${problem.value}`} problem={problem} />
    ))}
  </div>
)

/** What is wrong, by row and column, and what would be right; all of it as an Excel file to correct. */
export const Problems = ({ batch, some }: { batch: ImportBatch; some: boolean }) => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const pages = usePages(listImportLines, {
    params: { estateId, id: batch.id },
    query: { problems: 'true' },
  })
  return (
    <>
      {some ? (
        <div className={styles.download}>
          <span className="w-quiet">{t('import.downloadHint')}</span>
          <Button
            icon={<DownloadOutlined aria-hidden />}
            href={addressOf(downloadProblems, { params: { estateId, id: batch.id }, query: { lang } })}
          >
            {t('import.download')}
          </Button>
        </div>
      ) : null}
      <DataTable<ImportLine>
        label={t('import.tab.problems')}
        pages={pages}
        rowKey={(row) => String(row.seq)}
        empty={<EmptyState compact title={t('import.noProblems')} />}
        card={(row) => (
          <div className={styles.line}>
            <span className={styles.thingHead}>
              <strong>{row.unit ?? '—'}</strong>
              <span className="w-quiet w-small">{t('import.rowOf', { sheet: row.sheet, row: row.row })}</span>
            </span>
            <ProblemsOf line={row} />
          </div>
        )}
        columns={[
          {
            key: 'row',
            title: t('import.row'),
            width: 184,
            render: (row) => <span className="w-quiet">{t('import.rowOf', { sheet: row.sheet, row: row.row })}</span>,
          },
          { key: 'unit', title: t('import.unit'), width: 152, render: (row) => row.unit ?? '—' },
          { key: 'why', title: t('import.problemWhy'), render: (row) => <ProblemsOf line={row} /> },
        ]}
      />
    </>
  )
}
