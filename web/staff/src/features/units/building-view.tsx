import { Alert, Segmented, Select } from 'antd'
import type { BuildingLine } from '#contract/estate.ts'
import { listUnits, type UnitLine } from '#contract/units.ts'
import { useTexts } from '#ui/i18n.ts'
import { useIsPhone } from '#ui/media.ts'
import { useCan, useEstate } from '#ui/session.tsx'
import { EmptyState, ErrorState, LoadingState } from '#ui/states.tsx'
import { useAllPages } from './all-pages.ts'
import { countOccupancy } from './building-grid.rules.ts'
import { BuildingTable } from './building-table.tsx'
import { OCCUPANCY_TONE, OCCUPANCY_WORD } from './occupancy.ts'
import { MATTERS_AT_MOST, useOpenMatters } from './open-matters.ts'
import styles from './units.module.css'

const SHOWN = ['owned', 'let', 'none', 'hidden'] as const

const Legend = ({ units, marks }: { units: readonly UnitLine[]; marks: boolean }) => {
  const { t } = useTexts()
  const counts = countOccupancy(units)
  return (
    <ul className={styles.legend} aria-label={t('grid.legend')}>
      {SHOWN.filter((kind) => counts[kind] > 0).map((kind) => (
        <li key={kind}>
          <span className={`${styles.swatch} ${styles[OCCUPANCY_TONE[kind]]}`} aria-hidden />
          {t(OCCUPANCY_WORD[kind])} <span className="w-figures w-faint">{counts[kind]}</span>
        </li>
      ))}
      {marks ? (
        <>
          <li>
            <span className={styles.dot} aria-hidden />
            {t('grid.openLegend')}
          </li>
          <li>
            <span className={`${styles.dot} ${styles.lateDot}`} aria-hidden />
            {t('grid.lateLegend')}
          </li>
        </>
      ) : null}
    </ul>
  )
}

/** As many buildings as fit into one line are shown side by side. */
const FEW = 12

const BuildingChoice = ({
  building,
  buildings,
  onBuilding,
}: {
  building: BuildingLine
  buildings: readonly BuildingLine[]
  onBuilding: (id: string) => void
}) => {
  const { t } = useTexts()
  const phone = useIsPhone()
  const options = buildings.map(({ id, name }) => ({ value: id, label: name }))
  if (buildings.length <= FEW && !phone) {
    return <Segmented aria-label={t('grid.buildings')} value={building.id} onChange={onBuilding} options={options} />
  }
  return (
    <Select
      aria-label={t('grid.buildings')}
      value={building.id}
      onChange={onBuilding}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      options={options}
    />
  )
}

/** One building, a square a unit; units that the filters leave out are dimmed and keep their place. */
export const BuildingView = ({
  building,
  buildings,
  filter,
  onBuilding,
}: {
  building: BuildingLine
  buildings: readonly BuildingLine[]
  /** Further filters than the building itself; undefined when there are none. */
  filter: Record<string, unknown> | undefined
  onBuilding: (id: string) => void
}) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const marks = can(['matter.read', 'matter.read_line'])
  const query = { buildingId: building.id, limit: 200 }
  const all = useAllPages(listUnits, { params: { estateId }, query }, { topics: ['units', 'customers'] })
  const some = useAllPages(
    listUnits,
    { params: { estateId }, query: { ...filter, ...query } },
    { topics: ['units', 'customers'], enabled: filter !== undefined },
  )
  const matters = useOpenMatters(marks)
  const fitting = filter === undefined || some.isPending ? undefined : new Set(some.rows.map(({ id }) => id))
  return (
    <section>
      <div className={styles.tools}>
        <BuildingChoice building={building} buildings={buildings} onBuilding={onBuilding} />
        <span className="w-quiet">
          {t('grid.units', { count: all.rows.length })}
          {building.steward ? ` · ${t('units.steward')} ${building.steward.name}` : ''}
        </span>
        <Legend units={all.rows} marks={marks} />
      </div>
      {matters.cut ? <Alert type="info" showIcon title={t('grid.mattersCut', { count: MATTERS_AT_MOST })} /> : null}
      {all.error ? <ErrorState error={all.error} onRetry={all.refetch} /> : null}
      {all.isPending ? <LoadingState rows={10} /> : null}
      {!all.isPending && !all.error && all.rows.length === 0 ? <EmptyState title={t('grid.empty')} /> : null}
      {all.rows.length > 0 ? (
        <BuildingTable building={building} units={all.rows} fitting={fitting} matters={matters.byUnit} />
      ) : null}
    </section>
  )
}
