import { LINES, ROLE_CODES } from '#contract/permissions.ts'
import type { T } from '#ui/i18n.ts'
import type { FilterItem } from '#ui/list/filter-bar.tsx'

export const roleOptions = (t: T) => ROLE_CODES.map((value) => ({ value, label: t(`role.${value}`) }))
export const lineOptions = (t: T) => LINES.map((value) => ({ value, label: t(`line.${value}`) }))

export const staffFilters = (t: T): FilterItem[] => [
  { kind: 'search', name: 'q', label: t('staffPage.search') },
  { kind: 'select', name: 'role', label: t('staffPage.role'), options: roleOptions(t) },
  { kind: 'select', name: 'line', label: t('staffPage.line'), options: lineOptions(t) },
  {
    kind: 'select',
    name: 'active',
    label: t('staffPage.state'),
    options: [
      { value: 'true', label: t('staffPage.active') },
      { value: 'false', label: t('staffPage.left') },
    ],
  },
]
