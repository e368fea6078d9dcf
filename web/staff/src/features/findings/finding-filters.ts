import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import type { FindingFilter } from '#contract/findings.ts'
import { finding } from '#contract/kinds/finding.ts'
import { LINES } from '#contract/permissions.ts'
import { SEVERITIES } from '#contract/touchpoints.ts'
import type { Option } from '#ui/form/widget.ts'
import type { PlainKey, T } from '#ui/i18n.ts'
import type { FilterItem } from '#ui/list/filter-bar.tsx'

type Name = keyof FindingFilter & string
/** A filter of the list under its own name, so that a misspelt one does not compile. */
const select = (name: Name, label: string, options: readonly Option[]): FilterItem => ({
  kind: 'select',
  name,
  label,
  options,
})
const choices = <V extends string>(values: readonly V[], word: (value: V) => string): Option[] =>
  values.map((value) => ({ value, label: word(value) }))
const toggle = (t: T, name: Name, label: PlainKey): FilterItem => ({ kind: 'toggle', name, label: t(label) })

export const findingFilters = (t: T, places: readonly Option[], openOn: string | undefined): FilterItem[] => [
  { kind: 'search', name: 'q', label: t('findingList.search') },
  { kind: 'dates', from: 'from', to: 'to', label: t('findingList.found') },
  select(
    'state',
    t('matter.state'),
    choices(finding.states, (state) => t(`state.finding.${state}`)),
  ),
  select(
    'severity',
    t('findingColumn.severity'),
    choices(SEVERITIES, (severity) => t(`severity.${severity}`)),
  ),
  select(
    'touchpoint',
    t('findingColumn.touchpoint'),
    choices(TOUCHPOINTS, (code) => `${code} ${t(`touchpoint.${code}`)}`),
  ),
  ...(places.length > 0 ? [select('placeId', t('findingList.placeFilter'), places)] : []),
  select(
    'line',
    t('field.line'),
    choices(LINES, (line) => t(`line.${line}`)),
  ),
  select('open', t('findingList.openOrClosed'), [
    { value: 'true', label: t('findingList.open') },
    { value: 'false', label: t('findingList.closed') },
  ]),
  toggle(t, 'overdue', 'findingList.overdue'),
  toggle(t, 'repeat', 'findingList.repeat'),
  select('rejected', t('findingList.rejected'), [
    { value: 'false', label: t('findingList.rejected.no') },
    { value: 'true', label: t('findingList.rejected.yes') },
  ]),
  { kind: 'dates', from: 'closedFrom', to: 'closedTo', label: t('findingList.closedOn') },
  // a figure of a past month brings its day along
  ...(openOn
    ? [{ kind: 'toggle' as const, name: 'openOn', on: openOn, label: t('findingList.openOn', { day: openOn }) }]
    : []),
]
