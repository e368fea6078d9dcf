import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import { ASPECTS, FREQUENCIES, KANO_CLASSES, SEVERITIES } from '#contract/touchpoints.ts'
import type { useTexts } from '#ui/i18n.ts'
import type { FilterItem } from '#ui/list/filter-bar.tsx'

/** How the items of a version are narrowed down. */
export const itemFilters = (t: ReturnType<typeof useTexts>['t']): FilterItem[] => [
  { kind: 'search', name: 'q', label: t('standards.search') },
  {
    kind: 'select',
    name: 'touchpoint',
    label: t('standardColumn.touchpoint'),
    options: TOUCHPOINTS.map((value) => ({ value, label: `${value} ${t(`touchpoint.${value}`)}` })),
  },
  {
    kind: 'select',
    name: 'aspect',
    label: t('standardColumn.aspect'),
    options: ASPECTS.map((value) => ({ value, label: t(`aspect.${value}`) })),
  },
  {
    kind: 'select',
    name: 'severity',
    label: t('standardColumn.severity'),
    options: SEVERITIES.map((value) => ({ value, label: t(`severity.${value}`) })),
  },
  {
    kind: 'select',
    name: 'frequency',
    label: t('standardColumn.frequency'),
    options: [...FREQUENCIES, 'none' as const].map((value) => ({ value, label: t(`frequency.${value}`) })),
  },
  {
    kind: 'select',
    name: 'kano',
    label: t('standardColumn.kano'),
    options: KANO_CLASSES.map((value) => ({ value, label: t(`kano.${value}`) })),
  },
  {
    kind: 'select',
    name: 'siteLimit',
    label: t('standardColumn.threshold'),
    options: [
      { value: 'true', label: t('standards.siteLimit') },
      { value: 'false', label: t('standards.otherLimit') },
    ],
  },
  {
    kind: 'select',
    name: 'active',
    label: t('standardColumn.active'),
    options: [
      { value: 'true', label: t('places.on') },
      { value: 'false', label: t('places.off') },
    ],
  },
]
