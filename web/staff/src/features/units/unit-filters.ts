import type { AreaView, BuildingLine } from '#contract/estate.ts'
import { TENURES, UNIT_KINDS } from '#contract/households.ts'
import type { T } from '#ui/i18n.ts'
import type { FilterItem } from '#ui/list/filter-bar.tsx'

const HELD = { owner: 'units.heldOwner', tenant: 'units.heldTenant', none: 'units.heldNone' } as const
const HELDS = ['owner', 'tenant', 'none'] as const

/** An area goes by its name and its steward: whoever asks for one of them means both (FD-820). */
const areaLabel = (t: T, area: AreaView) =>
  t('units.areaName', { area: area.name, steward: area.steward?.name ?? t('units.noSteward') })

export const unitFilters = (
  t: T,
  {
    buildings,
    areas,
    people,
  }: {
    /** Absent where the building is chosen in another way. */
    buildings?: readonly BuildingLine[]
    areas: readonly AreaView[]
    people: boolean
  },
): FilterItem[] => [
  { kind: 'search', name: 'q', label: t(people ? 'units.search' : 'units.searchHouse') },
  ...(buildings
    ? [
        {
          kind: 'select' as const,
          name: 'buildingId',
          label: t('units.building'),
          options: buildings.map(({ id, name }) => ({ value: id, label: name })),
        },
      ]
    : []),
  {
    kind: 'select',
    name: 'areaId',
    label: t('units.area'),
    options: areas.map((area) => ({ value: area.id, label: areaLabel(t, area) })),
  },
  {
    kind: 'select',
    name: 'kind',
    label: t('units.kind'),
    options: UNIT_KINDS.map((value) => ({ value, label: t(`unitKind.${value}`) })),
  },
  ...(people
    ? [
        {
          kind: 'select' as const,
          name: 'held',
          label: t('units.held'),
          options: HELDS.map((value) => ({ value, label: t(HELD[value]) })),
        },
        {
          kind: 'select' as const,
          name: 'tenure',
          label: t('units.tenure'),
          options: TENURES.map((value) => ({ value, label: t(`tenure.${value}`) })),
        },
      ]
    : []),
]
