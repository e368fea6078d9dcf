import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { countCells } from '../results/results.store.ts'
import { sumsOf } from './sums.rules.ts'
import { findToCount, listToCount, putSum, type ToCount } from './sums.store.ts'

const count = async (tx: Tx, estateId: Uuid, survey: ToCount, smallestGroup: number): Promise<void> => {
  const items = sumsOf(await countCells(tx, estateId, survey.id, null), smallestGroup)
  await putSum(tx, estateId, survey, { items, smallestGroup })
}

const smallestGroupOf = async (tx: Tx, estateId: Uuid) => (await settingsOf(tx, estateId)).get('survey.smallestGroup')

/** What a survey of the company has come to, when it closes. */
export const countClosed = async (tx: Tx, estateId: Uuid, surveyId: Uuid): Promise<void> => {
  const survey = await findToCount(tx, estateId, surveyId)
  if (survey) await count(tx, estateId, survey, await smallestGroupOf(tx, estateId))
}

/** Every ten minutes: those of an estate to which answers have come since. */
export const countRolledOut = async (tx: Tx, estateId: Uuid): Promise<void> => {
  const smallestGroup = await smallestGroupOf(tx, estateId)
  for (const survey of await listToCount(tx, estateId, smallestGroup)) await count(tx, estateId, survey, smallestGroup)
}
