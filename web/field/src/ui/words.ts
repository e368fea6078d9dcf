import type { FieldPack } from '#contract/field.ts'
import type { Severity } from '#contract/touchpoints.ts'
import type { T } from '#ui/i18n.ts'
import type { Tone } from '#ui/palette.ts'

type Place = FieldPack['places'][number]

/** Where a place is: building and floor, when it has them. */
export const whereOf = (t: T, { building, floor, touchpoint }: Place): string =>
  [
    t(`touchpoint.${touchpoint}`),
    building,
    floor === null ? null : floor < 0 ? t('onsite.basement', { floor: -floor }) : t('onsite.floor', { floor }),
  ]
    .filter((part) => part !== null)
    .join(' · ')

export const TONE_OF_SEVERITY: Record<Severity, Tone> = { critical: 'late', major: 'waiting', minor: 'neutral' }
