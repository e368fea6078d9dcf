import { Alert, Tabs } from 'antd'
import { z } from 'zod'
import { type ImportBatch, type ImportSummary, LINE_CHANGES } from '#contract/roster-import.ts'
import { useTexts } from '#ui/i18n.ts'
import { useUrlFilters } from '#ui/list/filters.ts'
import { ApplyBar } from './apply-bar.tsx'
import { firstChange, skippedLines } from './batch-state.ts'
import { Changes } from './changes.tsx'
import { Columns } from './columns.tsx'
import { Counts } from './counts.tsx'
import styles from './import.module.css'
import { unmappedHeadings } from './mapping.rules.ts'
import { Problems } from './problems.tsx'
import { Skipped } from './skipped.tsx'
import { Unchanged } from './unchanged.tsx'

const TABS = ['changes', 'problems', 'columns', 'skipped', 'unchanged'] as const
const Filters = z.object({ tab: z.enum(TABS).default('changes'), change: z.enum(LINE_CHANGES).optional() })

/** What the file would do, or did: figures first, then row by row. */
export const Preview = ({ batch, summary }: { batch: ImportBatch; summary: ImportSummary }) => {
  const { t } = useTexts()
  const { filters, setFilters } = useUrlFilters(Filters)
  const unmapped = unmappedHeadings(summary.sheets)
  const count = (name: string, many: number) => (many > 0 ? `${name} ${many}` : name)
  return (
    <div className={styles.stack}>
      <ApplyBar
        batch={batch}
        summary={summary}
        onOwners={() => setFilters({ tab: 'changes', change: 'changedOwner' })}
      />
      <Counts summary={summary} />
      {unmapped.length > 0 && batch.state === 'ready' ? (
        <Alert type="info" showIcon title={t('import.unmapped', { names: unmapped.join('、') })} />
      ) : null}
      <Tabs
        activeKey={filters.tab}
        onChange={(tab) => setFilters({ tab: TABS.find((one) => one === tab), change: undefined })}
        destroyOnHidden
        items={[
          {
            key: 'changes',
            label: t('import.tab.changes'),
            children: (
              <Changes
                batch={batch}
                first={firstChange(summary)}
                change={filters.change}
                onChange={(change) => setFilters({ change })}
              />
            ),
          },
          {
            key: 'problems',
            label: count(t('import.tab.problems'), summary.problemRows),
            children: <Problems batch={batch} some={summary.problemRows > 0} />,
          },
          {
            key: 'columns',
            label: count(t('import.columns'), unmapped.length),
            children: <Columns batch={batch} summary={summary} />,
          },
          {
            key: 'skipped',
            label: count(t('import.tab.skipped'), skippedLines(summary)),
            children: <Skipped summary={summary} />,
          },
          { key: 'unchanged', label: t('import.tab.unchanged'), children: <Unchanged batch={batch} /> },
        ]}
      />
    </div>
  )
}
