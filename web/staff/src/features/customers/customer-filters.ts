import type { AreaView, BuildingLine } from '#contract/estate.ts'
import { CUSTOMER_KINDS, RESIDENCE_ROLES, TENURES } from '#contract/households.ts'
import type { T } from '#ui/i18n.ts'
import type { FilterItem } from '#ui/list/filter-bar.tsx'

export const customerFilters = (
  t: T,
  { buildings, areas }: { buildings: readonly BuildingLine[]; areas: readonly AreaView[] },
): FilterItem[] => [
  { kind: 'search', name: 'q', label: t('customers.search') },
  {
    kind: 'select',
    name: 'kind',
    label: t('customer.kind'),
    options: CUSTOMER_KINDS.map((value) => ({ value, label: t(`customerKind.${value}`) })),
  },
  {
    kind: 'select',
    name: 'role',
    label: t('customers.role'),
    options: RESIDENCE_ROLES.map((value) => ({ value, label: t(`residence.${value}`) })),
  },
  {
    kind: 'select',
    name: 'current',
    label: t('customers.current'),
    options: [
      { value: 'true', label: t('customers.currentYes') },
      { value: 'false', label: t('customers.currentNo') },
    ],
  },
  {
    kind: 'select',
    name: 'buildingId',
    label: t('units.building'),
    options: buildings.map(({ id, name }) => ({ value: id, label: name })),
  },
  {
    kind: 'select',
    name: 'areaId',
    label: t('units.area'),
    options: areas.map(({ id, name, steward }) => ({
      value: id,
      label: t('units.areaName', { area: name, steward: steward?.name ?? t('units.noSteward') }),
    })),
  },
  {
    kind: 'select',
    name: 'tenure',
    label: t('units.tenure'),
    options: TENURES.map((value) => ({ value, label: t(`tenure.${value}`) })),
  },
  { kind: 'toggle', name: 'important', label: t('customer.important') },
  { kind: 'toggle', name: 'noCallback', label: t('customer.noCallback') },
]
