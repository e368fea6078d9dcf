import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { QueryOf } from '#contract/route.ts'
import type { listNewcomers, Newcomers } from '#contract/trainings.ts'
import type { Uuid } from '#contract/values.ts'
import { listPage } from '#modules/desk/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { addDays } from '#platform/calendar/dates.rules.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { on } from '#platform/events/events.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { newcomerRows, observedOf, sinceOf } from './newcomer.store.ts'

/** Talking with a customer; what is only written needs nobody beside one. */
const TALKS: ReadonlySet<string> = new Set(['phone', 'inPerson', 'onSite', 'homeVisit'])

const measureOf = async (tx: Tx, estateId: Uuid) => {
  const settings = await settingsOf(tx, estateId)
  const today = localDateOf(await calendarOf(tx, estateId), tx.now)
  const days = settings.get('desk.newcomerDays')
  return { today, days, after: addDays(today, -days), needed: settings.get('desk.observeFirst') }
}

/**
 * FD-765, VS-023: new staff look on at interviews before they lead one. A home interview by somebody who has not seen
 * enough is refused (E_OBSERVE_FIRST), for whoever leads them records it; another talk is warned of.
 */
const observeFirst = async (tx: Tx, actor: Actor, estateId: Uuid, how: string): Promise<Refusal | undefined> => {
  if (actor.kind !== 'staff' || !TALKS.has(how)) return undefined
  const { after, needed } = await measureOf(tx, estateId)
  const since = await sinceOf(tx, actor.id)
  if (since === undefined || since <= after) return undefined
  const observed = await observedOf(tx, estateId, actor.id)
  if (observed >= needed) return undefined
  if (how === 'homeVisit') return refuse('E_OBSERVE_FIRST', { field: 'body.how', details: { observed, needed } })
  tx.warn({ code: 'W_OBSERVE_FIRST', details: { observed, needed } })
  return undefined
}

export const listenToCallbacks = (): void => {
  on('callback.made', 'knowledge', (tx, actor, { estateId, how }) => observeFirst(tx, actor, estateId, how))
}

/** FD-765: who is new, and how far they have come. */
export const readNewcomers = async (
  tx: Tx,
  estateId: Uuid,
  query: QueryOf<typeof listNewcomers>,
): Promise<Newcomers | Refusal> => {
  const { today, days, after, needed } = await measureOf(tx, estateId)
  const page = await listPage(tx, estateId, query, {
    read: (wanted) => newcomerRows(tx, estateId, { after, today, name: query.name }, wanted),
    key: ({ since, id }) => ({ at: `${since}T00:00:00.000Z`, id }),
    present: ({ id, name, ...row }) => ({ person: { id, name }, ...row }),
  })
  return isRefusal(page) ? page : { days, needed, ...page }
}
