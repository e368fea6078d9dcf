import { Alert } from 'antd'
import { getAcceptanceBlocks, listViolations, type ViolationLine } from '#contract/violations.ts'
import { Block } from '../household/block.tsx'
import { useTexts } from '../i18n.ts'
import { useGo } from '../links.tsx'
import { DataTable } from '../list/data-table.tsx'
import { useApiQuery, usePages } from '../query.ts'
import { useEstate } from '../session.tsx'
import { EmptyState } from '../states.tsx'
import { ReportViolationButton } from './report-button.tsx'
import { ViolationOnPhone, violationColumns } from './violation-columns.tsx'

const TOPICS = { topics: ['matters', 'violations'] }
const HIDDEN = new Set(['unit', 'line', 'talks', 'handler', 'number'])

/** Violations of a home, and whether one of them stands in the way of accepting its renovation (FD-771). */
export const HomeViolations = ({ unitId }: { unitId: string }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const go = useGo()
  const pages = usePages(listViolations, { params: { estateId }, query: { unitId, limit: 5 } }, TOPICS)
  const blocks = useApiQuery(getAcceptanceBlocks, { params: { estateId, id: unitId } }, TOPICS)
  return (
    <Block title={t('violation.ofHome')} actions={<ReportViolationButton unitId={unitId} small />}>
      {blocks.data?.blocked ? <Alert type="warning" showIcon title={t('violation.blocks')} /> : null}
      <DataTable<ViolationLine>
        label={t('violation.ofHome')}
        columns={violationColumns(t).filter(({ key }) => !HIDDEN.has(key))}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`matters/${row.id}`)}
        card={(row) => <ViolationOnPhone row={row} />}
        empty={<EmptyState compact title={t('violationList.empty')} />}
      />
    </Block>
  )
}
