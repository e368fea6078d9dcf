import { CHARGES, order as shape } from '#contract/kinds/order.ts'
import { LINES } from '#contract/permissions.ts'
import type { T } from '#ui/i18n.ts'
import type { FilterItem } from '#ui/list/filter-bar.tsx'

export const orderFilters = (t: T): FilterItem[] => [
  { kind: 'search', name: 'number', label: t('orders.search') },
  {
    kind: 'select',
    name: 'scope',
    label: t('orders.scope'),
    options: (['mine', 'line', 'all'] as const).map((value) => ({ value, label: t(`orders.scope.${value}`) })),
  },
  {
    kind: 'select',
    name: 'line',
    label: t('field.line'),
    options: LINES.map((value) => ({ value, label: t(`line.${value}`) })),
  },
  {
    kind: 'select',
    name: 'state',
    label: t('matter.state'),
    options: shape.states.map((value) => ({ value, label: t(`state.order.${value}`) })),
  },
  {
    kind: 'select',
    name: 'open',
    label: t('orders.open'),
    options: [
      { value: 'true', label: t('orders.open.true') },
      { value: 'false', label: t('orders.open.false') },
    ],
  },
  {
    kind: 'select',
    name: 'charge',
    label: t('field.charge'),
    options: CHARGES.map((value) => ({ value, label: t(`choice.${value}`) })),
  },
  { kind: 'toggle', name: 'emergency', label: t('orders.emergencyOnly') },
  { kind: 'dates', from: 'plannedFrom', to: 'plannedTo', label: t('orders.planned') },
]
