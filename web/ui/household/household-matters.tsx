import { Segmented } from 'antd'
import { useState } from 'react'
import { listMatters, type MatterLine } from '#contract/matters.ts'
import { useTexts } from '../i18n.ts'
import { useGo } from '../links.tsx'
import { DataTable } from '../list/data-table.tsx'
import { MatterCard, matterColumns } from '../matter/matter-columns.tsx'
import { usePages } from '../query.ts'
import { useEstate } from '../session.tsx'
import { EmptyState } from '../states.tsx'
import styles from './household.module.css'

const READERS = ['matter.read', 'matter.read_line', 'matter.read_own'] as const
export const MAY_READ_MATTERS = READERS

/** What was said and done for a unit or a customer: what is open with the time left, and what has ended. */
export const HouseholdMatters = ({
  of,
  limit,
}: {
  of: { unitId: string } | { customerId: string }
  limit?: number
}) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const go = useGo()
  const [ended, setEnded] = useState(false)
  const pages = usePages(
    listMatters,
    {
      params: { estateId },
      query: {
        ...of,
        open: ended ? 'false' : 'true',
        sort: ended ? 'closed' : 'due',
        ...(limit === undefined ? {} : { limit }),
      },
    },
    { topics: ['matters'] },
  )
  const hidden = new Set('unitId' in of ? ['unit', 'line', 'received'] : ['customer', 'line', 'received'])
  return (
    <section>
      <div className={styles.head}>
        <h2>{t('household.matters')}</h2>
        <Segmented
          size="small"
          aria-label={t('household.matters')}
          value={ended ? 'ended' : 'open'}
          onChange={(next) => setEnded(next === 'ended')}
          options={[
            { value: 'open', label: t('household.openMatters') },
            { value: 'ended', label: t('household.endedMatters') },
          ]}
        />
      </div>
      <DataTable<MatterLine>
        label={t('household.matters')}
        columns={matterColumns(t, !ended).filter((column) => !hidden.has(column.key))}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`matters/${row.id}`)}
        card={(row) => <MatterCard row={row} />}
        empty={<EmptyState compact title={ended ? t('list.empty') : t('household.noOpenMatters')} />}
      />
    </section>
  )
}
