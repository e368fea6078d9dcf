import { ANNOYANCES } from '#content/annoyances.ts'
import { CHANNELS, FLAGS } from '#contract/channels.ts'
import {
  CATEGORY_CODES,
  CAUSE_FACTORS,
  CAUSE_SUBS,
  SUB_CODES,
  SUBS_OF,
  TOUCHPOINTS,
} from '#contract/complaint-categories.ts'
import { CLOSE_TIMES, type ComplaintFilter, FAULTS, OPEN_AGES, REPLY_TIMES } from '#contract/complaint-list.ts'
import { complaint } from '#contract/kinds/complaint.ts'
import { GRADES, VOLUMES } from '#contract/kinds/complaint-needs.ts'
import { LINES } from '#contract/permissions.ts'
import { categoryWord } from '#ui/complaint/words.ts'
import type { Option } from '#ui/form/widget.ts'
import type { PlainKey, T } from '#ui/i18n.ts'
import type { FilterItem } from '#ui/list/filter-bar.tsx'
import { wordFor } from '#ui/matter/words.ts'

type Name = keyof ComplaintFilter & string
/** A filter of the list under its own name, so that a misspelt one does not compile. */
const select = (name: Name, label: string, options: readonly Option[]): FilterItem => ({
  kind: 'select',
  name,
  label,
  options,
})
const choices = <V extends string>(values: readonly V[], word: (value: V) => string): Option[] =>
  values.map((value) => ({ value, label: word(value) }))
const orNone = (t: T, options: Option[]): Option[] => [...options, { value: 'none', label: t('complaintList.none') }]
const toggle = (t: T, name: Name, label: PlainKey): FilterItem => ({ kind: 'toggle', name, label: t(label) })

/** What is asked for most; always in sight. */
export const mainFilters = (t: T, filter: ComplaintFilter): FilterItem[] => [
  { kind: 'search', name: 'q', label: t('complaintList.search') },
  { kind: 'dates', from: 'from', to: 'to', label: t('complaintList.received') },
  select(
    'category',
    t('complaintColumn.category'),
    choices([...CATEGORY_CODES, 'none'], (code) => categoryWord(t, code === 'none' ? null : code)),
  ),
  select(
    'sub',
    t('complaintList.sub'),
    choices(
      SUB_CODES.filter((code) => !filter.category || code.startsWith(filter.category) || code === filter.sub),
      (code) => categoryWord(t, code),
    ),
  ),
  select(
    'line',
    t('field.line'),
    orNone(
      t,
      choices(LINES, (line) => t(`line.${line}`)),
    ),
  ),
  select(
    'state',
    t('matter.state'),
    choices(complaint.states, (state) => wordFor(t, `state.complaint.${state}`, state)),
  ),
  select('open', t('complaintList.openOrClosed'), [
    { value: 'true', label: t('complaintList.open') },
    { value: 'false', label: t('complaintList.closed') },
  ]),
  toggle(t, 'late', 'complaintList.late'),
]

/** The rest, which the figures of the analysis lead to. */
export const moreFilters = (
  t: T,
  lang: 'zh' | 'en',
  filter: ComplaintFilter,
  buildings: readonly Option[],
): FilterItem[] => [
  select('buildingId', t('complaintColumn.building'), [
    ...buildings,
    { value: 'none', label: t('complaintFigure.noBuilding') },
  ]),
  select(
    'touchpoint',
    t('complaintColumn.touchpoint'),
    orNone(
      t,
      choices(TOUCHPOINTS, (at) => wordFor(t, `touchpoint.${at}`)),
    ),
  ),
  select(
    'channel',
    t('field.channel'),
    choices(CHANNELS, (channel) => t(`channel.${channel}`)),
  ),
  select(
    'factor',
    t('complaintColumn.factor'),
    orNone(
      t,
      choices(CAUSE_FACTORS, (factor) => t(`factor.${factor}`)),
    ),
  ),
  select(
    'factorSub',
    t('complaintColumn.factorSub'),
    choices(filter.factor && filter.factor !== 'none' ? SUBS_OF[filter.factor] : CAUSE_SUBS, (sub) =>
      t(`factorSub.${sub}`),
    ),
  ),
  select(
    'secondaryFactor',
    t('complaintList.secondaryFactor'),
    choices(CAUSE_FACTORS, (factor) => t(`factor.${factor}`)),
  ),
  select(
    'ours',
    t('complaint.ours'),
    choices(FAULTS, (value) => t(`fault.${value}`)),
  ),
  select(
    'counted',
    t('complaintList.countedAs'),
    choices(['yes', 'no', 'unverified'] as const, (value) => t(`complaintList.counted.${value}`)),
  ),
  select(
    'grade',
    t('complaintColumn.grade'),
    orNone(
      t,
      choices(GRADES, (grade) => t(`grade.${grade}`)),
    ),
  ),
  select(
    'volume',
    t('complaintColumn.volume'),
    choices(VOLUMES, (volume) => t(`complaint.volume.${volume}`)),
  ),
  select(
    'pester',
    t('complaintList.pester'),
    ANNOYANCES.map((a) => ({ value: a.key, label: a[lang] })),
  ),
  select(
    'classified',
    t('complaintList.classified'),
    choices(['true', 'false'] as const, (value) => t(`complaintList.classified.${value}`)),
  ),
  select(
    'satisfaction',
    t('complaintColumn.satisfaction'),
    choices(['satisfied', 'neutral', 'notSatisfied', 'notAsked', 'none'] as const, (answer) =>
      answer === 'none' ? t('complaintFigure.notCalled') : t(`choice.${answer}`),
    ),
  ),
  select(
    'flag',
    t('complaintList.flag'),
    choices(FLAGS, (flag) => t(`flag.${flag}`)),
  ),
  select(
    'replyClass',
    t('complaintList.replyClass'),
    choices(['oral', 'written', 'online'] as const, (value) => t(`complaintList.replyClass.${value}`)),
  ),
  select(
    'replyTime',
    t('complaintList.replyTime'),
    choices(REPLY_TIMES, (time) => t(`complaintTime.${time}`)),
  ),
  select(
    'closeTime',
    t('complaintList.closeTime'),
    choices(CLOSE_TIMES, (time) => t(`complaintTime.${time}`)),
  ),
  select(
    'age',
    t('complaintList.age'),
    choices(OPEN_AGES, (age) => t(`dashboard.age.${age}`)),
  ),
  toggle(t, 'replyNotPossible', 'complaintList.replyNotPossible'),
  toggle(t, 'overdue', 'complaintList.overdue'),
  toggle(t, 'major', 'complaintColumn.major'),
  toggle(t, 'hot', 'complaintColumn.hot'),
  toggle(t, 'escalated', 'complaintColumn.escalated'),
  toggle(t, 'repeat', 'complaintList.repeat'),
  toggle(t, 'planOpen', 'complaintList.planOpen'),
  toggle(t, 'brokenPromise', 'complaintList.brokenPromise'),
  toggle(t, 'recategorised', 'complaintList.recategorised'),
]
