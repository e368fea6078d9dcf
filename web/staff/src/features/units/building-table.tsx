import type { BuildingLine } from '#contract/estate.ts'
import type { UnitLine } from '#contract/units.ts'
import { useTexts } from '#ui/i18n.ts'
import { EstateLink } from '#ui/links.tsx'
import { gridOf, occupancyOf } from './building-grid.rules.ts'
import { OCCUPANCY_TONE, OCCUPANCY_WORD } from './occupancy.ts'
import type { OpenHere } from './open-matters.ts'
import styles from './units.module.css'

type CellProps = { unit: UnitLine; dimmed: boolean; open: OpenHere | undefined }

const Cell = ({ unit, dimmed, open }: CellProps) => {
  const { t } = useTexts()
  const kind = occupancyOf(unit)
  const people = [...(unit.tenants ?? []), ...(unit.owners ?? [])]
  const said = open
    ? [t('grid.open', { count: open.count }), ...(open.late > 0 ? [t('grid.late', { count: open.late })] : [])].join(
        '，',
      )
    : ''
  return (
    <EstateLink
      to={`units/${unit.id}`}
      className={`${styles.cell} ${styles[OCCUPANCY_TONE[kind]]} ${dimmed ? styles.dimmed : ''}`}
    >
      <span className={`${styles.room} w-figures`}>{unit.room}</span>
      <span className={styles.who}>
        {people[0]?.name ?? (kind === 'hidden' ? (unit.unitType ?? '') : t(OCCUPANCY_WORD[kind]))}
      </span>
      <span className="w-hidden">
        {[people.length > 0 ? t(OCCUPANCY_WORD[kind]) : '', said].filter(Boolean).join(' ')}
      </span>
      {open ? (
        <span
          className={`${styles.dot} ${styles.mark} ${open.late > 0 ? styles.lateDot : ''}`}
          title={said}
          aria-hidden
        />
      ) : null}
    </EstateLink>
  )
}

/** The building as it stands: floors from the top, rooms above one another. */
export const BuildingTable = ({
  building,
  units,
  fitting,
  matters,
}: {
  building: BuildingLine
  units: readonly UnitLine[]
  /** The units that fit the filters; undefined when there are none. */
  fitting: ReadonlySet<string> | undefined
  matters: ReadonlyMap<string, OpenHere>
}) => {
  const { t } = useTexts()
  const grid = gridOf(units)
  /** Columns with which a section begins, save the first. */
  const opens = new Set(
    grid.columns.flatMap(({ section }, at) => (at > 0 && grid.columns[at - 1]?.section !== section ? [at] : [])),
  )
  const named = grid.sections.some(({ section }) => section !== null)
  return (
    <section
      className={`w-card ${styles.scroll}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={t('grid.label', { building: building.name })}
    >
      <table className={styles.grid}>
        {named ? (
          <thead>
            <tr>
              <td />
              {grid.sections.map(({ section, span }, at) => (
                <th key={section ?? ''} scope="colgroup" colSpan={span} className={at > 0 ? (styles.opens ?? '') : ''}>
                  {section === null ? '' : t('grid.section', { section })}
                </th>
              ))}
            </tr>
          </thead>
        ) : null}
        <tbody>
          {grid.floors.map(({ floor, cells }) => (
            <tr key={floor ?? 'none'}>
              <th scope="row">{floor === null ? t('grid.noFloor') : t('grid.floor', { floor })}</th>
              {cells.map((list, at) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: the place is the column
                  key={at}
                  className={floor !== null && opens.has(at) ? (styles.opens ?? '') : ''}
                  colSpan={floor === null ? Math.max(1, grid.columns.length) : 1}
                >
                  <div className={floor === null ? styles.loose : ''}>
                    {list?.map((unit) => (
                      <Cell
                        key={unit.id}
                        unit={unit}
                        dimmed={fitting !== undefined && !fitting.has(unit.id)}
                        open={matters.get(unit.id)}
                      />
                    ))}
                  </div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
