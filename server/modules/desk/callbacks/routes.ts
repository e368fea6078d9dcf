import * as contract from '#contract/callbacks.ts'
import { isRefusal, refuse } from '#contract/refusal.ts'
import { canSee, findMatter, viewMatter } from '#modules/matters/index.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { serveList } from '#platform/export/serve-list.ts'
import { type Served, serve } from '#platform/http/serve.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { listPage } from '../list.ts'
import { attemptCallback } from './attempt-callback.ts'
import { judge, presentAttempt, presentCallback } from './callback.present.ts'
import { roundOf } from './callback.rules.ts'
import { CALLBACK_RESULTS, CALLBACKS } from './callback.sheet.ts'
import { attemptsOf, calleeOf, listCallbackRows, listResultRows } from './callback.store.ts'
import { dialCallback } from './dial-callback.ts'
import { mayWaiveUnreachable } from './may-waive.ts'

export const callbackRoutes: readonly Served[] = [
  ...serveList(
    contract.listCallbacks,
    async ({ tx, actor, params: { estateId }, query }) => {
      const judging = {
        calendar: await calendarOf(tx, estateId),
        settings: await settingsOf(tx, estateId),
        now: tx.now,
      }
      return listPage(tx, estateId, query, {
        read: (page) => listCallbackRows(tx, actor, estateId, query, page),
        key: (row) => ({ at: row.due_at, id: row.clock_id }),
        present: (row) => presentCallback(row, judging),
      })
    },
    CALLBACKS,
  ),
  serve(contract.attemptCallback, async ({ tx, actor, params, body }) => {
    const done = await attemptCallback(tx, actor, params, body)
    if (isRefusal(done)) return done
    const matter = await viewMatter(tx, actor, params.estateId, params.id)
    return isRefusal(matter) ? matter : { ...done, matter }
  }),
  serve(contract.dialCallback, ({ tx, actor, params, body }) => dialCallback(tx, actor, params, body)),
  serve(contract.judgeCallback, async ({ tx, actor, params: { estateId, id } }) => {
    const matter = await findMatter(tx, estateId, id)
    if (!matter || !canSee(actor, matter)) return refuse('E_NOT_FOUND')
    const callee = await calleeOf(tx, estateId, matter.customer_id)
    const judging = { calendar: await calendarOf(tx, estateId), settings: await settingsOf(tx, estateId), now: tx.now }
    return {
      noCallbackWish: matter.flags.includes('noCallbackWish') || callee.no_callback,
      call: judge(judging, callee.quiet_hours),
      unreachable: await mayWaiveUnreachable(tx, matter),
      attempts: (await attemptsOf(tx, estateId, id)).map((row) => presentAttempt(row, roundOf(matter))),
    }
  }),
  ...serveList(
    contract.listCallbackResults,
    ({ tx, actor, params: { estateId }, query }) =>
      listPage(tx, estateId, query, {
        read: (page) => listResultRows(tx, actor, estateId, query, page),
        key: (row) => ({ at: row.at, id: row.id }),
        present: (row) => ({
          ...presentAttempt(row, row.matter_round),
          matter: { id: row.matter_id, number: row.number, title: row.title, open: row.open },
        }),
      }),
    CALLBACK_RESULTS,
  ),
]
