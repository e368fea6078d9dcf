import { EditOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { type BuildingLine, listBuildings } from '#contract/estate.ts'
import { Uuid } from '#contract/values.ts'
import { useTexts } from '#ui/i18n.ts'
import { useGo } from '#ui/links.tsx'
import { DataTable } from '#ui/list/data-table.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { FilterBar } from '#ui/list/filter-bar.tsx'
import { useUrlFilters } from '#ui/list/filters.ts'
import { usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState } from '#ui/states.tsx'
import { ChangeBuildingDialog, NewBuilding } from './building-forms.tsx'
import styles from './estates.module.css'
import { useAreas } from './use-areas.ts'

const Filters = z.object({ areaId: Uuid.optional(), withoutSteward: z.enum(['true']).optional() })

/** The buildings of this estate: in which area, under which steward. */
export const BuildingsTab = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const go = useGo()
  const areas = useAreas()
  const [creating, setCreating] = useState(false)
  const [changing, setChanging] = useState<BuildingLine>()
  const { filters, setFilters, clear, active } = useUrlFilters(Filters)
  const pages = usePages(listBuildings, { params: { estateId }, query: filters }, { topics: ['units', 'estates'] })
  return (
    <>
      <FilterBar
        items={[
          {
            kind: 'select',
            name: 'areaId',
            label: t('buildings.area'),
            options: areas.rows.map(({ id, name }) => ({ value: id, label: name })),
          },
          { kind: 'toggle', name: 'withoutSteward', label: t('buildings.uncovered') },
        ]}
        values={filters}
        onChange={setFilters}
        active={active}
        onClear={clear}
      >
        <ExportLink list={listBuildings} params={{ estateId }} query={filters} />
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
          {t('buildings.new')}
        </Button>
      </FilterBar>
      <DataTable<BuildingLine>
        label={t('estates.tab.buildings')}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => go('units', { view: 'grid', buildingId: row.id })}
        filtered={active.length > 0}
        card={(row) => (
          <div className={styles.card}>
            <span>
              <strong>{row.name}</strong> <span className="w-quiet w-small">{t(`buildingKind.${row.kind}`)}</span>
              <br />
              <span className="w-quiet w-small">
                {[t('areas.units', { count: row.units }), row.area?.name, row.steward?.name ?? t('units.noSteward')]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <Button size="small" icon={<EditOutlined aria-hidden />} onClick={() => setChanging(row)}>
              {t('common.edit')}
            </Button>
          </div>
        )}
        empty={<EmptyState title={t('buildings.empty')} hint={t('units.emptyHint')} />}
        columns={[
          { key: 'name', title: t('buildings.name'), render: (row) => row.name },
          { key: 'kind', title: t('buildings.kind'), width: 112, render: (row) => t(`buildingKind.${row.kind}`) },
          { key: 'floors', title: t('buildings.floors'), width: 80, align: 'end', render: (row) => row.floors ?? '—' },
          { key: 'units', title: t('buildings.units'), width: 80, align: 'end', render: (row) => row.units },
          {
            key: 'area',
            title: t('buildings.area'),
            width: 160,
            render: (row) => row.area?.name ?? t('buildings.noArea'),
          },
          {
            key: 'steward',
            title: t('areas.steward'),
            width: 128,
            render: (row) =>
              row.steward ? row.steward.name : <StateTag tone="waiting">{t('units.noSteward')}</StateTag>,
          },
          {
            key: 'acts',
            title: t('estates.acts'),
            width: 96,
            align: 'end',
            render: (row) => (
              <Button size="small" icon={<EditOutlined aria-hidden />} onClick={() => setChanging(row)}>
                {t('common.edit')}
              </Button>
            ),
          },
        ]}
      />
      {creating ? <NewBuilding onClose={() => setCreating(false)} /> : null}
      {changing ? <ChangeBuildingDialog building={changing} onClose={() => setChanging(undefined)} /> : null}
    </>
  )
}
