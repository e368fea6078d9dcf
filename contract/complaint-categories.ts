import { z } from 'zod'

/** The eight categories with their sub-codes (CP-010); texts stand in content/texts/complaint-categories.ts. */
export const CATEGORIES = {
  C1: 4,
  C2: 7,
  C3: 7,
  C4: 7,
  C5: 7,
  C6: 4,
  C7: 6,
  C8: 3,
} as const satisfies Record<string, number>
export type Category = keyof typeof CATEGORIES
export const CATEGORY_CODES = Object.keys(CATEGORIES) as [Category, ...Category[]]
export const CategoryCode = z.enum(CATEGORY_CODES).meta({ words: 'category' })

/** Like `C2.7`; the category is its first part. */
export const SUB_CODES = CATEGORY_CODES.flatMap((code) =>
  Array.from({ length: CATEGORIES[code] }, (_, i) => `${code}.${i + 1}`),
) as [string, ...string[]]
export const SubCode = z.enum(SUB_CODES).meta({ words: 'category' })
export const categoryOf = (code: string): Category => CategoryCode.parse(code.slice(0, 2))

/** T01 to T20 of the twenty touchpoints. */
export const TOUCHPOINTS = [
  'T01',
  'T02',
  'T03',
  'T04',
  'T05',
  'T06',
  'T07',
  'T08',
  'T09',
  'T10',
  'T11',
  'T12',
  'T13',
  'T14',
  'T15',
  'T16',
  'T17',
  'T18',
  'T19',
  'T20',
] as const
export const Touchpoint = z.enum(TOUCHPOINTS).meta({ words: 'touchpoint' })

/** CP-133: man, machine, material, method, environment. */
export const CAUSE_FACTORS = ['man', 'machine', 'material', 'method', 'environment'] as const
export type CauseFactor = (typeof CAUSE_FACTORS)[number]
export const CAUSE_SUBS = [
  'attitude',
  'compliance',
  'skill',
  'appearance',
  'quality',
  'function',
  'durability',
  'economy',
  'accuracy',
] as const
/** The sub-factors that a factor knows; method and environment know none. */
export const SUBS_OF: Record<CauseFactor, readonly (typeof CAUSE_SUBS)[number][]> = {
  man: ['attitude', 'compliance', 'skill'],
  machine: ['appearance', 'quality', 'function'],
  material: ['durability', 'economy', 'accuracy'],
  method: [],
  environment: [],
}

/** CP-035: said to be about a neighbour, or guessed to be a dispute between residents; then nobody presses for name or room. */
export const isAboutNeighbour = (told: { aboutNeighbour: boolean; categoryInitial?: string | undefined }): boolean =>
  told.aboutNeighbour || (told.categoryInitial?.startsWith('C6.') ?? false)
