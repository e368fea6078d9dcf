import { z } from 'zod'
import { TOUCHPOINTS } from './complaint-categories.ts'
import { Picture } from './files.ts'
import { ANSWERS, INSPECTION_KINDS, MeasuredValue } from './inspections.ts'
import { EstateParams, Person } from './matters.ts'
import { PageQuery, pageOf } from './paging.ts'
import { route } from './route.ts'
import { SurveyedClass } from './survey-results.ts'
import { FAMILIES, ItemId, KANO_CLASSES, SEVERITIES } from './touchpoints.ts'
import { Instant, LocalDate, Month, text, Uuid } from './values.ts'

const base = '/api/v1/estates/:estateId'
export const SCORE_READERS = ['inspection.read'] as const
/** 0 to 100, two decimals; null: nobody looked, or nothing was answered that scores. */
export const Score = z.number().min(0).max(100).nullable()
const count = z.number().int()
export const Statement = z.object({ zh: z.string(), en: z.string() })
export const PlaceRef = z.object({ id: Uuid, code: z.string(), name: z.string() })
export const OfMonth = z.object({ month: Month.optional() })
/** How the score of a place comes from its looks. */
const PLACE_SCORES = ['mean', 'latest'] as const

const TouchpointScore = z.object({
  touchpoint: z.enum(TOUCHPOINTS),
  family: z.enum(FAMILIES),
  weight: z.number(),
  score: Score,
  before: Score,
  looks: count,
  /** Places that there are, and those that somebody looked at in the month. */
  places: count,
  seen: count,
  /** Findings of the month, and those that are open now. */
  findings: count,
  openFindings: count,
  complaints: count,
  /** What residents answered about it; null: no survey yet. */
  survey: z.object({ satisfaction: z.number(), answers: count }).nullable(),
})
export type TouchpointScore = z.infer<typeof TouchpointScore>

const PlaceScore = z.object({
  place: PlaceRef,
  touchpoint: z.enum(TOUCHPOINTS),
  score: Score,
  looks: count,
  lastSeenOn: LocalDate.nullable(),
  /** Days since then; null: never seen. */
  unseenDays: count.nullable(),
  openFindings: count,
})
export type PlaceScore = z.infer<typeof PlaceScore>

const FailedItem = z.object({
  itemId: ItemId,
  touchpoint: z.enum(TOUCHPOINTS),
  statement: Statement.nullable(),
  severity: z.enum(SEVERITIES).nullable(),
  /** The class of the catalogue, and beside it what residents said last. */
  kano: z.enum(KANO_CLASSES).nullable(),
  surveyed: SurveyedClass.nullable(),
  /** How often it was answered no, and at how many places. */
  fails: count,
  places: count,
})

/** The looks that were held to the same versions. Scores of different versions are compared on the items that all have. */
const VersionPart = z.object({
  standard: z.object({ id: Uuid, number: count, name: z.string() }),
  variant: z.object({ id: Uuid, number: count }).nullable(),
  from: LocalDate,
  to: LocalDate,
  looks: count,
  score: Score,
  comparable: Score,
})
export type VersionPart = z.infer<typeof VersionPart>

export const EstateScores = z.object({
  month: Month,
  from: LocalDate,
  to: LocalDate,
  asOf: Instant,
  placeScore: z.enum(PLACE_SCORES),
  score: Score,
  before: Score,
  looks: count,
  /** The last month before this one in which somebody looked; null: there is none, or somebody has looked in this one. */
  latest: Month.nullable(),
  families: z.array(z.object({ family: z.enum(FAMILIES), score: Score, before: Score })),
  touchpoints: z.array(TouchpointScore),
  /** The month and the eleven before it, oldest first; scores by touchpoint in the order of T01 to T20. */
  months: z.array(
    z.object({
      month: Month,
      score: Score,
      families: z.record(z.enum(FAMILIES), Score),
      touchpoints: z.array(Score).length(TOUCHPOINTS.length),
      /** The versions that came into use in this month in place of others. */
      newVersions: z.array(VersionPart.pick({ standard: true, variant: true })),
    }),
  ),
  best: z.array(PlaceScore),
  worst: z.array(PlaceScore),
  failedItems: z.array(FailedItem),
  coverage: z.object({ places: count, seen: count, unseen: count, never: count, afterDays: count }),
  findings: z.object({ found: count, closed: count, open: count, overdue: count, repeats: count }),
  versions: z.array(VersionPart),
  /** How many items all versions of the month ask alike, and how many places were seen under each; null: there was one version. */
  comparableItems: count.nullable(),
  comparablePlaces: count.nullable(),
  /**
   * This month and the one before on one measure; null: both were held to the same versions, or one of them had no look.
   * Their scores are null where no place was seen in both.
   */
  sinceBefore: z.object({ before: Score, now: Score, items: count, places: count }).nullable(),
})
export type EstateScores = z.infer<typeof EstateScores>

export const getEstateScores = route({
  id: 'getEstateScores',
  method: 'GET',
  path: `${base}/scores`,
  access: SCORE_READERS,
  tag: 'scores',
  summary: 'Scores of a month by touchpoint and family, trend, coverage, what fails, beside complaints and surveys',
  params: EstateParams,
  query: OfMonth,
  response: EstateScores,
})
export const printEstateScores = route({
  id: 'printEstateScores',
  method: 'GET',
  path: `${base}/scores/print.pdf`,
  access: SCORE_READERS,
  tag: 'scores',
  summary: 'The same as a printed report',
  params: EstateParams,
  query: OfMonth.extend({ lang: z.enum(['zh', 'en']).default('zh') }),
  response: z.unknown(),
})
export const exportEstateScores = route({
  id: 'exportEstateScores',
  method: 'GET',
  path: `${base}/scores.xlsx`,
  access: SCORE_READERS,
  tag: 'scores',
  summary: 'The same as an Excel workbook; who exported what is logged',
  params: EstateParams,
  query: OfMonth.extend({ lang: z.enum(['zh', 'en']).default('zh') }),
  response: z.unknown(),
})

export const PLACE_SORTS = ['lowest', 'highest', 'unseen'] as const
const PlaceScoreQuery = PageQuery.extend({
  month: Month.optional(),
  touchpoint: z.enum(TOUCHPOINTS).optional(),
  family: z.enum(FAMILIES).optional(),
  /** Only those that nobody has seen for longer than the setting says. */
  unseen: z.enum(['true', 'false']).optional(),
  sort: z.enum(PLACE_SORTS).default('lowest'),
})
export type PlaceScoreQuery = z.output<typeof PlaceScoreQuery>
export const listPlaceScores = route({
  id: 'listPlaceScores',
  method: 'GET',
  path: `${base}/place-scores`,
  access: SCORE_READERS,
  tag: 'scores',
  summary: 'Every place with its score of a month and when it was last seen',
  params: EstateParams,
  query: PlaceScoreQuery,
  response: pageOf(PlaceScore),
})

export const ScoredLook = z.object({
  id: Uuid,
  onDate: LocalDate,
  endedAt: Instant,
  kind: z.enum(INSPECTION_KINDS),
  inspector: Person,
  place: PlaceRef,
  touchpoint: z.enum(TOUCHPOINTS),
  score: Score,
  passed: count,
  failed: count,
  notApplicable: count,
  standardNumber: count,
  variantNumber: count.nullable(),
})
export type ScoredLook = z.infer<typeof ScoredLook>
export const listScoredLooks = route({
  id: 'listScoredLooks',
  method: 'GET',
  path: `${base}/scored-looks`,
  access: SCORE_READERS,
  tag: 'scores',
  summary: 'The looks behind a score, newest first',
  params: EstateParams,
  query: PageQuery.extend({
    placeId: Uuid.optional(),
    touchpoint: z.enum(TOUCHPOINTS).optional(),
    /** Looks at which this item failed. */
    itemId: ItemId.optional(),
    month: Month.optional(),
  }),
  response: pageOf(ScoredLook),
})

/** Weighted sums and the share of a class; null: no such item was answered. */
export const Rate = z.object({ answered: z.number(), passed: z.number(), rate: z.number() }).nullable()
/** What a score may reach at the most, and why. */
export const GATES = ['criticalFailed', 'mustBeLow', 'none'] as const
/** The weights in force. */
export const Weights = z.object({
  weights: z.object({ critical: z.number(), major: z.number(), minor: z.number() }),
  mustBeWeight: z.number(),
  oneDimensionalWeight: z.number(),
  criticalGate: z.number(),
  mustBeGate: z.number(),
  mustBePass: z.number(),
  bonus: z.number(),
})
/** How one look came to its points (quality-model.md section 7), by the weights in force. */
export const LookScore = z.object({
  look: ScoredLook,
  score: Score,
  mustBe: Rate,
  oneDimensional: Rate,
  attractive: Rate,
  base: z.number().nullable(),
  bonus: z.number(),
  gate: z.number(),
  /** What set the gate. */
  gateBy: z.enum(GATES),
  model: Weights,
  items: z.array(
    z.object({
      itemId: ItemId,
      statement: Statement.nullable(),
      severity: z.enum(SEVERITIES).nullable(),
      kano: z.enum(KANO_CLASSES).nullable(),
      surveyed: SurveyedClass.nullable(),
      answer: z.enum(ANSWERS),
      /** What was measured or read off, in `unit`. */
      value: MeasuredValue.nullable(),
      unit: z.string().nullable(),
      note: z.string().nullable(),
      findingId: Uuid.nullable(),
      photos: z.array(Picture),
    }),
  ),
})
export type LookScore = z.infer<typeof LookScore>
export const getLookScore = route({
  id: 'getLookScore',
  method: 'GET',
  path: `${base}/scored-looks/:id`,
  access: SCORE_READERS,
  tag: 'scores',
  summary: 'Why a look has its score: the formula with its numbers, the items, their photos and findings',
  params: EstateParams.extend({ id: Uuid }),
  response: LookScore,
})

/** What of a place's year is told of one month. */
const PlaceMonthScore = z.object({
  month: Month,
  place: PlaceRef,
  touchpoint: z.enum(TOUCHPOINTS),
  score: Score,
  before: Score,
  looks: count,
  /** The versions that came into use in this month in place of others. */
  newVersions: z.array(VersionPart.pick({ standard: true, variant: true })),
})
export type PlaceMonthScore = z.infer<typeof PlaceMonthScore>
export const listPlaceMonths = route({
  id: 'listPlaceMonths',
  method: 'GET',
  path: `${base}/place-scores/:id/months`,
  access: SCORE_READERS,
  tag: 'scores',
  summary: 'A place in each of twelve months, oldest first: its score, how many looks, and where its standard changed',
  params: EstateParams.extend({ id: Uuid }),
  /** `month`: the twelve end with it where it lies before the last twelve, else today. */
  query: PageQuery.extend(OfMonth.shape),
  response: pageOf(PlaceMonthScore),
})

export const HEAT_SORTS = ['name', 'score', 'change'] as const
export const CompanyHeatRow = z.object({
  estate: z.object({ id: Uuid, code: z.string(), name: z.string() }),
  score: Score,
  before: Score,
  looks: count,
  touchpoints: z.array(Score).length(TOUCHPOINTS.length),
  /** The last day in this month or the one before on which another version came into force; null: both months are held to the same. */
  newStandardOn: LocalDate.nullable(),
})
export type CompanyHeatRow = z.infer<typeof CompanyHeatRow>
const HeatFilter = z.object({
  month: Month.optional(),
  /** A part of an estate's name, or its code; the means stay those of all estates. */
  q: text(60).optional(),
  sort: z.enum(HEAT_SORTS).default('score'),
  direction: z.enum(['asc', 'desc']).default('asc'),
})
export const listCompanyScores = route({
  id: 'listCompanyScores',
  method: 'GET',
  path: '/api/v1/company/scores',
  access: 'dashboard.company',
  tag: 'scores',
  summary: 'Scores of a month for each estate of the caller by touchpoint, with those of all estates',
  query: PageQuery.extend(HeatFilter.shape),
  response: z.object({
    month: Month,
    from: LocalDate,
    to: LocalDate,
    asOf: Instant,
    estates: count,
    /** Means over the estates that have one. */
    totals: z.object({
      score: Score,
      before: Score,
      looks: count,
      touchpoints: z.array(Score).length(TOUCHPOINTS.length),
    }),
    rows: z.array(CompanyHeatRow),
    next: z.string().nullable(),
  }),
})
export const printCompanyScores = route({
  id: 'printCompanyScores',
  method: 'GET',
  path: '/api/v1/company/scores/print.pdf',
  access: 'dashboard.company',
  tag: 'scores',
  summary: 'The same on paper, all estates that are asked for, with the lowest and the best before them',
  query: HeatFilter.extend({ lang: z.enum(['zh', 'en']).default('zh') }),
  response: z.unknown(),
})
