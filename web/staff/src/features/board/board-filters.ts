import { CHANNELS, FLAGS, MATTER_TYPES } from '#contract/channels.ts'
import { LINES } from '#contract/permissions.ts'
import type { T } from '#ui/i18n.ts'
import type { FilterItem } from '#ui/list/filter-bar.tsx'

export const boardFilters = (t: T): FilterItem[] => [
  { kind: 'search', name: 'q', label: t('board.search') },
  {
    kind: 'select',
    name: 'contactType',
    label: t('field.contactType'),
    options: MATTER_TYPES.map((value) => ({ value, label: t(`contactType.${value}`) })),
  },
  {
    kind: 'select',
    name: 'line',
    label: t('field.line'),
    options: LINES.map((value) => ({ value, label: t(`line.${value}`) })),
  },
  {
    kind: 'select',
    name: 'mine',
    label: t('board.mine'),
    options: (['owner', 'handler', 'any'] as const).map((value) => ({ value, label: t(`board.mine.${value}`) })),
  },
  { kind: 'toggle', name: 'overdue', label: t('board.overdue') },
  {
    kind: 'select',
    name: 'open',
    label: t('matter.state'),
    options: [
      { value: 'true', label: t('board.open') },
      { value: 'false', label: t('board.closed') },
    ],
  },
  {
    kind: 'select',
    name: 'flag',
    label: t('board.flag'),
    options: FLAGS.map((value) => ({ value, label: t(`flag.${value}`) })),
  },
  {
    kind: 'select',
    name: 'channel',
    label: t('field.channel'),
    options: CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) })),
  },
  { kind: 'dates', from: 'receivedFrom', to: 'receivedTo', label: t('field.receivedAt') },
]
