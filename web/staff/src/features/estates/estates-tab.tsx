import { EditOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { type EstateLine, listEstates } from '#contract/estate.ts'
import { useTexts } from '#ui/i18n.ts'
import { DataTable } from '#ui/list/data-table.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { usePages } from '#ui/query.ts'
import { useEstate, useSession } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { ChangeEstateDialog, NewEstate } from './estate-forms.tsx'
import styles from './estates.module.css'

const Filters = z.object({ q: z.string().trim().max(100).optional() })

/** The estates the reader works in. */
export const EstatesTab = () => {
  const { t } = useTexts()
  const { id: here } = useEstate()
  const session = useSession()
  const [creating, setCreating] = useState(false)
  const [changing, setChanging] = useState<EstateLine>()
  const { filters, setFilters, clear, active } = useUrlFilters(Filters)
  const pages = usePages(listEstates, { query: filters })
  const mayChange = (estateId: string) =>
    session.estates.find(({ id }) => id === estateId)?.permissions.includes('estate.edit') ?? false
  return (
    <>
      <FilterBar
        items={[{ kind: 'search', name: 'q', label: t('estates.search') }]}
        values={filters}
        onChange={setFilters}
        active={active}
        onClear={clear}
      >
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
          {t('estates.new')}
        </Button>
      </FilterBar>
      <DataTable<EstateLine>
        label={t('estates.tab.estates')}
        pages={pages}
        rowKey={(row) => row.id}
        filtered={active.length > 0}
        card={(row) => (
          <div className={styles.card}>
            <span>
              <strong>{row.name}</strong> <span className="w-quiet w-small">{row.code}</span>
              <br />
              <span className="w-quiet w-small">{[row.centre.name, row.address].filter(Boolean).join(' · ')}</span>
            </span>
            {mayChange(row.id) ? (
              <Button size="small" icon={<EditOutlined aria-hidden />} onClick={() => setChanging(row)}>
                {t('estates.change')}
              </Button>
            ) : null}
          </div>
        )}
        columns={[
          {
            key: 'name',
            title: t('estates.name'),
            render: (row) => (
              <>
                {row.name} {row.id === here ? <StateTag tone="active">{t('estates.here')}</StateTag> : null}
              </>
            ),
          },
          { key: 'code', title: t('estates.code'), width: 112, render: (row) => row.code },
          { key: 'centre', title: t('estates.centre'), width: 200, render: (row) => row.centre.name },
          { key: 'address', title: t('estates.address'), wideOnly: true, render: (row) => row.address ?? '—' },
          { key: 'zone', title: t('estates.zone'), width: 144, wideOnly: true, render: (row) => row.timeZone },
          {
            key: 'acts',
            title: t('estates.acts'),
            width: 96,
            align: 'end',
            render: (row) =>
              mayChange(row.id) ? (
                <Button size="small" icon={<EditOutlined aria-hidden />} onClick={() => setChanging(row)}>
                  {t('estates.change')}
                </Button>
              ) : null,
          },
        ]}
      />
      {creating ? <NewEstate onClose={() => setCreating(false)} /> : null}
      {changing ? <ChangeEstateDialog estate={changing} onClose={() => setChanging(undefined)} /> : null}
    </>
  )
}
