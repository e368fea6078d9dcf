import { z } from 'zod'
import { Touchpoint } from './complaint-categories.ts'
import { PESTERS } from './complaint-list.ts'
import { CLOCK_MEASURES, FigureList } from './dashboard.ts'
import { finding } from './kinds/finding.ts'
import { EstateParams } from './matters.ts'
import { route } from './route.ts'
import { GATES, OfMonth, PlaceRef, Rate, SCORE_READERS, Score, Statement, Weights } from './scores.ts'
import { SurveyedClass } from './survey-results.ts'
import { CONDITIONS, FREQUENCIES, ItemId, KANO_CLASSES, SEVERITIES } from './touchpoints.ts'
import { Instant, LocalDate, Month, Uuid } from './values.ts'

const count = z.number().int()
/** A share of 1; null: nothing was answered. */
const Share = z.number().min(0).max(1).nullable()
/** How many different items the estate is held to, and how many of them somebody looked at. */
const Seen = z.object({ all: count, seen: count })

/** An item that is not right at some places, the last word on each place counted. */
export const Fault = z.object({
  itemId: ItemId,
  touchpoint: Touchpoint,
  statement: Statement,
  severity: z.enum(SEVERITIES),
  kano: z.enum(KANO_CLASSES),
  surveyed: SurveyedClass.nullable(),
  /** How many places; the first of them are named, longest standing first. */
  count,
  places: z.array(
    z.object({
      place: PlaceRef,
      on: LocalDate,
      /** The look that says so; null: a person found it outside of a look. */
      lookId: Uuid.nullable(),
      finding: z.object({ id: Uuid, number: z.string(), state: z.enum(finding.states) }).nullable(),
    }),
  ),
})
export type Fault = z.infer<typeof Fault>

export const MUST_BE_STANDINGS = ['met', 'low', 'broken', 'unseen'] as const
export const LEVEL_STANDINGS = ['up', 'same', 'down', 'first', 'unseen'] as const
export const HIGHLIGHT_STANDINGS = ['shines', 'absent', 'unseen'] as const
export type HighlightStanding = (typeof HIGHLIGHT_STANDINGS)[number]

export const Level = z.object({
  touchpoint: Touchpoint,
  rate: Rate,
  before: Share,
  satisfaction: z.object({ satisfaction: z.number(), answers: count }).nullable(),
  complaints: count,
})
export type Level = z.infer<typeof Level>

/**
 * Service levels that the system measures itself (quality-model.md 8.2): calls taken within the rings of the estate, lines that
 * said in time when they can come, visits done as agreed, callbacks made in time.
 */
const MEASURES = ['rings', ...CLOCK_MEASURES] as const
export const Measured = z.object({
  measure: z.enum(MEASURES),
  touchpoint: Touchpoint,
  /** Of the month: how many there were, and how many of them as they should be. */
  all: count,
  kept: count,
  /** The list of all of them; null: it is not the reader's to see whole. */
  opens: FigureList.nullable(),
  before: Share,
  satisfaction: z.object({ satisfaction: z.number(), answers: count }).nullable(),
})
export type Measured = z.infer<typeof Measured>

/** A year of those levels, oldest month first, each beside how satisfied residents were with its touchpoint (1 to 5). */
export const LevelYear = z.object({
  months: z.array(Month),
  levels: z.array(
    z.object({
      measure: z.enum(MEASURES),
      touchpoint: Touchpoint,
      kept: z.array(Share),
      satisfaction: z.array(z.number().nullable()),
    }),
  ),
})
export type LevelYear = z.infer<typeof LevelYear>

export const Highlight = z.object({
  itemId: ItemId,
  touchpoint: Touchpoint,
  statement: Statement,
  conditions: z.array(z.enum(CONDITIONS)),
  standing: z.enum(HIGHLIGHT_STANDINGS),
  /** Places at which it was there, and places at which somebody looked for it. */
  present: count,
  looked: count,
  surveyed: SurveyedClass.nullable(),
})
export type Highlight = z.infer<typeof Highlight>

/**
 * quality-model.md 8.3: a year of the attractive items that have their time, oldest month first. What is not there is no fault
 * and stands in no score.
 */
export const AttractiveYear = z.object({
  months: z.array(Month),
  items: z.array(
    z.object({
      itemId: ItemId,
      touchpoint: Touchpoint,
      statement: Statement,
      frequency: z.enum(FREQUENCIES).nullable(),
      conditions: z.array(z.enum(CONDITIONS)),
      /** Places of the month's rounds that ask it, less those where it was not its time. */
      planned: z.array(count),
      /** Looks of the month at which it was there, also outside of a round. */
      delivered: z.array(count),
    }),
  ),
})
export type AttractiveYear = z.infer<typeof AttractiveYear>

/**
 * In the order of what comes first: a critical must-be item, what holds the must-be down, what customers complain about, a level
 * below what it should be, what residents want repaired, what annoys them, what nobody has looked at, then what delights.
 */
const NEXT_STEPS = [
  'critical',
  'mustBeLow',
  'mustBe',
  // where the inspections say that all is well
  'complaintsUnseen',
  'complaints',
  'levelDown',
  'level',
  'repair',
  'reverse',
  // what customers say they are pestered by
  'annoys',
  'look',
  'highlight',
  'build',
] as const
/** What the reason of a step is told with, by the names in its text. */
export const STEP_FIGURES = [
  'count',
  'place',
  'on',
  'gate',
  'rate',
  'pass',
  'before',
  'score',
  'value',
  'n',
  'days',
  'items',
] as const
export const NextStep = z.object({
  kind: z.enum(NEXT_STEPS),
  touchpoint: Touchpoint.nullable(),
  /** Of an item its statement, of an attribute of a survey its name. */
  name: Statement.nullable(),
  itemId: ItemId.nullable(),
  /** What tells it, where it is one: its finding, the look. Of several the look is the first one. */
  findingId: Uuid.nullable(),
  lookId: Uuid.nullable(),
  surveyId: Uuid.nullable(),
  /** The filter under which the register of complaints shows them. */
  pester: z.enum(PESTERS).nullable(),
  figures: z.partialRecord(z.enum(STEP_FIGURES), z.union([z.number(), z.string()])),
})
export type NextStep = z.infer<typeof NextStep>

export const Experience = z.object({
  month: Month,
  from: LocalDate,
  to: LocalDate,
  /** The last day of the month that has come: everything is told as it stood then. */
  until: LocalDate,
  asOf: Instant,
  looks: count,
  /** The last month before this one in which somebody looked; null: there is none, or somebody has looked in this one. */
  latest: Month.nullable(),
  /** Of the scores of the month and the one before. */
  score: Score,
  before: Score,
  model: Weights,
  mustBe: z.object({
    standing: z.enum(MUST_BE_STANDINGS),
    rate: Rate,
    before: Share,
    gate: z.number(),
    gateBy: z.enum(GATES),
    items: Seen,
    /** Every item that is not right, critical ones first. */
    broken: z.array(Fault),
    /** Faults of the month that were put right and passed the second look. */
    putRight: count,
  }),
  oneDimensional: z.object({
    standing: z.enum(LEVEL_STANDINGS),
    rate: Rate,
    before: Share,
    items: Seen,
    touchpoints: z.array(Level),
    measured: z.array(Measured),
    weak: z.array(Fault),
  }),
  attractive: z.object({
    rate: Rate,
    before: Share,
    bonus: z.number(),
    items: Seen,
    highlights: z.array(Highlight),
  }),
  /** The last survey of pairs closed by then that enough have answered, else the last of all; null: none yet. */
  survey: z.object({ id: Uuid, title: Statement, on: LocalDate }).nullable(),
  next: z.array(NextStep),
})
export type Experience = z.infer<typeof Experience>

const path = '/api/v1/estates/:estateId/experience'
export const getExperience = route({
  id: 'getExperience',
  method: 'GET',
  path,
  access: SCORE_READERS,
  tag: 'scores',
  summary:
    'The experience formula of an estate: must-be met, one-dimensional level, attractive highlights, what to do next',
  params: EstateParams,
  query: OfMonth,
  response: Experience,
})
export const getLevelYear = route({
  id: 'getLevelYear',
  method: 'GET',
  path: `${path}/levels`,
  access: SCORE_READERS,
  tag: 'scores',
  summary: 'The measured service levels of a month and the eleven before it, beside satisfaction',
  params: EstateParams,
  query: OfMonth,
  response: LevelYear,
})
export const getAttractiveYear = route({
  id: 'getAttractiveYear',
  method: 'GET',
  path: `${path}/attractive`,
  access: SCORE_READERS,
  tag: 'scores',
  summary: 'The attractive items that have their time, a month and the eleven before it: planned and delivered',
  params: EstateParams,
  query: OfMonth,
  response: AttractiveYear,
})
export const printExperience = route({
  id: 'printExperience',
  method: 'GET',
  path: `${path}/print.pdf`,
  access: SCORE_READERS,
  tag: 'scores',
  summary: 'The same on paper',
  params: EstateParams,
  query: OfMonth.extend({ lang: z.enum(['zh', 'en']).default('zh') }),
  response: z.unknown(),
})
