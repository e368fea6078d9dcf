import { z } from 'zod'
import { TOUCHPOINTS } from './complaint-categories.ts'

/** What a checklist item is about and how it is perceived (touchpoints.json, vocab). */
export const ASPECTS = ['people', 'facility', 'information'] as const
export const SENSES = ['visual', 'olfactory', 'auditory', 'tactile', 'behaviour'] as const
export const SEVERITIES = ['critical', 'major', 'minor'] as const
/** What an answer must bring along: a picture, a figure, a look, a record that was seen. */
export const EVIDENCES = ['photo', 'measurement', 'observation', 'record'] as const
export const KANO_CLASSES = ['must-be', 'one-dimensional', 'attractive', 'indifferent', 'reverse'] as const
const KANO_BASES = ['source-explicit', 'source-group', 'survey-finding', 'inferred'] as const
const ITEM_ORIGINS = ['main', 'variant', 'derived', 'estate'] as const
export const FREQUENCIES = [
  'continuous',
  'daily',
  'periodic',
  'scheduled',
  'per-shift',
  'before-peak',
  'before-event',
  'on-expiry',
  'per-holiday',
  'per-event',
  'prompt',
] as const
export const CONDITIONS = [
  'time:night',
  'time:peak',
  'time:before-peak',
  'season:winter',
  'region:north',
  'weather:rain',
  'weather:snow',
  'phase:renovation',
  'event:works',
  'event:cleaning',
  'event:lift-maintenance',
  'event:payment',
  'event:holiday',
  'event:new-year',
  'event:spring-festival',
] as const
/** What a place must have for an item to apply to it. */
export const TRAITS = [
  'sunshade-provided',
  'parking-fee-collected',
  'cycle-patrol-in-use',
  'play-or-exercise-equipment-present',
  'underground-garage-staff-operated',
  'underground-garage',
  'glass-door',
  'glass-canopy',
  'facilities-present',
  'commercial-units-present',
  'stone-floor',
  'high-rise',
  'lift-in-clubhouse',
] as const
export const FAMILIES = ['five-posts', 'two-flow-lines', 'four-channels'] as const

export type Severity = (typeof SEVERITIES)[number]
export type KanoClass = (typeof KANO_CLASSES)[number]
export type Family = (typeof FAMILIES)[number]
export type Trait = (typeof TRAITS)[number]
export type Condition = (typeof CONDITIONS)[number]
export type Frequency = (typeof FREQUENCIES)[number]

/** A limit that a measured or recorded value is held against; `site-defined` waits for the estate's own figure. */
export const Threshold = z.object({
  metric: z.string().max(60),
  op: z.enum(['=', '>=', '<=', '>', '<', 'range', 'in']),
  value: z.union([z.number(), z.boolean(), z.string().max(60), z.tuple([z.number(), z.number()])], {
    error: 'limit_value',
  }),
  unit: z.string().max(20),
})
export type Threshold = z.output<typeof Threshold>

/** A limit as it may be said from now on: a range has both ends, the lower one first. What was kept before is still read. */
export const LimitInput = Threshold.superRefine(({ op, value }, ctx) => {
  const said = (message: string) => ctx.addIssue({ code: 'custom', path: ['value'], message, input: value })
  if (value === 'site-defined') return
  if ((op === 'range') !== Array.isArray(value)) said('limit_value')
  else if (Array.isArray(value) && value[0] > value[1]) said('limit_order')
})

/** `T08-F-15`: touchpoint, aspect (P people, F facility, I information), number. Items of an estate begin with `X` instead: `T08-X-01`. */
export const ItemId = z.string().regex(/^T(0[1-9]|1\d|20)-[PFIX]-\d{2}$/)
export type ItemId = z.output<typeof ItemId>

/** One item of the standard as it is answered at a place. */
export const CheckItem = z.object({
  id: ItemId,
  touchpoint: z.enum(TOUCHPOINTS),
  aspect: z.enum(ASPECTS),
  sense: z.enum(SENSES),
  zh: z.string().min(1).max(200),
  en: z.string().min(1).max(300),
  severity: z.enum(SEVERITIES),
  evidence: z.enum(EVIDENCES),
  threshold: Threshold.nullable(),
  frequency: z.enum(FREQUENCIES).nullable(),
  conditions: z.array(z.enum(CONDITIONS)).max(15),
  trait: z.enum(TRAITS).nullable(),
  kano: z.enum(KANO_CLASSES),
  basis: z.enum(KANO_BASES),
  origin: z.enum(ITEM_ORIGINS),
})
export type CheckItem = z.output<typeof CheckItem>

type Named = { zh: string; en: string }
/** The catalogue as the product brings it (content/touchpoints.json). */
export type TouchpointCatalogue = {
  touchpoints: readonly {
    code: (typeof TOUCHPOINTS)[number]
    name: Named
    family: Family
    contact: (typeof ASPECTS)[number]
    flowLine: 1 | 2 | null
    items: readonly Omit<CheckItem, 'touchpoint'>[]
  }[]
}
