import { ANNOYANCES } from '#content/annoyances.ts'
import type { Experience } from '#contract/experience.ts'
import type { CheckItem } from '#contract/touchpoints.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { complaintsByTouchpoint, pesteredBy } from '#modules/complaints/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { monthsUntil } from '#platform/calendar/months.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { shareOf } from '../score.rules.ts'
import { weightsOf } from '../scores/explain.rules.ts'
import { monthAsked, readScores } from '../scores/read-scores.ts'
import type { Span } from '../scores/score.store.ts'
import { scoreModelOf } from '../scores/score-model.ts'
import { surveys } from '../scores/survey-port.ts'
import { itemsHeld } from '../scores/versions.ts'
import { type EstateStandardOn, standardOn } from '../standards/checklists.ts'
import { kindsOfPlaces, lastWords, openFindings } from './experience.store.ts'
import { levelStanding, levelsOf, mustBeOf } from './formula.rules.ts'
import { readMeasured } from './measured.ts'
import { nextStepsOf } from './next-steps.rules.ts'
import {
  carriedOf,
  faultsOf,
  highlightsOf,
  partOf,
  type Standing,
  seenOf,
  sharesOf,
  standingsOf,
} from './standing.rules.ts'

/**
 * quality-model.md section 2 for an estate and a month: must-be that is met, a one-dimensional level that is good, attractive
 * highlights that shine, each as it stood at the end of the month (or stands now), and what to do next.
 */
export const readExperience = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  month: string | undefined,
): Promise<Experience> => {
  const span = await monthAsked(tx, estateId, month)
  const [earlier] = monthsUntil(span.month, 2)
  if (!earlier) throw new Error('before every month there is another')
  const scores = await readScores(tx, estateId, span.month)
  const model = scoreModelOf(await settingsOf(tx, estateId))
  const items = await itemsAsked(tx, estateId, await standardOn(tx, estateId, span.until))
  const known = new Map(items.map((item) => [item.id, item]))
  const looked = await standingsIn(tx, estateId, span, span.until)
  const before = await standingsIn(tx, estateId, earlier, earlier.to)
  const now = [...looked, ...carriedOf(await openFindings(tx, estateId, span.until), looked, (id) => known.get(id))]
  const classes = await surveys.classes(tx, estateId, span.until)
  const priorities = await surveys.priorities(tx, estateId, span.until)
  const rates = sharesOf(now, model)
  const ratesBefore = sharesOf(before, model)
  const broken = faultsOf(now, 'must-be', classes)
  const levelTouchpoints = new Set(items.filter((i) => partOf(i) === 'one-dimensional').map((i) => i.touchpoint))
  const parts = {
    mustBe: {
      ...mustBeOf(rates, broken, model),
      rate: rates.mustBe,
      before: shareOf(ratesBefore.mustBe),
      items: seenOf(items, now, 'must-be'),
      broken,
      putRight: now.filter((s) => s.putRight && partOf(s.item) === 'must-be').length,
    },
    oneDimensional: {
      standing: levelStanding(shareOf(rates.oneDimensional), shareOf(ratesBefore.oneDimensional)),
      rate: rates.oneDimensional,
      before: shareOf(ratesBefore.oneDimensional),
      items: seenOf(items, now, 'one-dimensional'),
      touchpoints: levelsOf(levelTouchpoints, now, before, scores.touchpoints, model),
      measured: await readMeasured(
        tx,
        actor,
        estateId,
        span,
        earlier,
        (touchpoint) => scores.touchpoints.find((one) => one.touchpoint === touchpoint)?.survey ?? null,
      ),
      weak: faultsOf(now, 'one-dimensional', classes),
    },
    attractive: {
      rate: rates.attractive,
      before: shareOf(ratesBefore.attractive),
      bonus: Math.round(model.bonus * (shareOf(rates.attractive) ?? 0) * 100) / 100,
      items: seenOf(items, now, 'attractive'),
      highlights: highlightsOf(items, now, classes),
    },
    model: weightsOf(model),
  }
  return {
    month: span.month,
    from: span.from,
    to: span.to,
    until: span.until,
    asOf: tx.now,
    looks: scores.looks,
    latest: scores.latest,
    score: scores.score,
    before: scores.before,
    ...parts,
    survey: priorities?.survey ?? null,
    next: nextStepsOf({
      ...parts,
      scores,
      complaintsBefore: await complaintsByTouchpoint(tx, estateId, earlier),
      priorities,
      annoyances: await annoyancesOf(tx, estateId, span),
    }),
  }
}

/** quality-model.md 8.4: which services complaints of the month say are too much. */
const annoyancesOf = async (tx: Tx, estateId: Uuid, span: Span) => {
  const counts = await pesteredBy(tx, estateId, span)
  return ANNOYANCES.map((annoyance) => ({ ...annoyance, count: counts.get(annoyance.key) ?? 0 }))
}

/** The items that the places of an estate are held to by its standard. */
export const itemsAsked = async (tx: Tx, estateId: Uuid, standard: EstateStandardOn): Promise<CheckItem[]> => {
  const asked = (await kindsOfPlaces(tx, estateId)).flatMap((place) => standard.of(place))
  return [...new Map(asked.map((item) => [item.id, item])).values()]
}

/** How everything that was looked at in a month stood at its end, each item as its look was held to it. */
const standingsIn = async (tx: Tx, estateId: Uuid, span: Span, until: LocalDate): Promise<Standing[]> => {
  const rows = await lastWords(tx, estateId, span)
  const versionOf = (row: { standard_id: Uuid; variant_id: Uuid | null }) => `${row.standard_id} ${row.variant_id}`
  const held = new Map<string, ReadonlyMap<string, CheckItem>>()
  for (const row of rows) {
    const version = versionOf(row)
    if (held.has(version)) continue
    held.set(version, new Map((await itemsHeld(tx, estateId, row)).map((item) => [item.id, item])))
  }
  return standingsOf(rows, (row) => held.get(versionOf(row))?.get(row.item_id), until)
}
