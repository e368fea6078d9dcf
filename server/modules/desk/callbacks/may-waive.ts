import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Matter } from '#modules/matters/index.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { neededTries } from './callback.present.ts'
import { isUnreachable, roundOf, type Tries, triesInVain } from './callback.rules.ts'
import { attemptsOf } from './callback.store.ts'

type Tried = Pick<Matter, 'estate_id' | 'id' | 'attempt' | 'reopened_count'>

const tried = async (tx: Tx, matter: Tried): Promise<{ done: Tries; needed: Tries }> => {
  const round = roundOf(matter)
  const attempts = (await attemptsOf(tx, matter.estate_id, matter.id)).map((a) => ({
    ...a,
    current: a.round === round,
  }))
  return {
    done: triesInVain(attempts, await calendarOf(tx, matter.estate_id)),
    needed: neededTries(await settingsOf(tx, matter.estate_id)),
  }
}

/** OS-017: has it been tried often enough, on enough days, that the callback may be waived as unreachable? */
export const mayWaiveUnreachable = async (tx: Tx, matter: Tried): Promise<boolean> => {
  const { done, needed } = await tried(tx, matter)
  return isUnreachable(done, needed)
}

/** The same as a refusal that says what is still wanting. */
export const refuseWaiver = async (tx: Tx, matter: Tried): Promise<Refusal | undefined> => {
  const { done, needed } = await tried(tx, matter)
  return isUnreachable(done, needed)
    ? undefined
    : refuse('E_REASON_MISSING', { field: 'body.reason', details: { done, needed } })
}
