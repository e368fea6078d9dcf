import * as contract from '#contract/complaint-watch.ts'
import { listPage } from '#modules/desk/index.ts'
import { serveList } from '#platform/export/serve-list.ts'
import { type Served, serve } from '#platform/http/serve.ts'
import { markCheck } from './mark-check.ts'
import { presentChannel, presentCheck } from './watch.present.ts'
import { WATCH_CHANNELS, WATCH_CHECKS } from './watch.sheet.ts'
import { listChannelRows, listCheckRows } from './watch.store.ts'
import { readWatchDay } from './watch-day.ts'
import { changeWatch, createWatch } from './write-watch.ts'

export const watchRoutes: readonly Served[] = [
  ...serveList(
    contract.listWatchChannels,
    ({ tx, actor, params: { estateId }, query }) =>
      listPage(tx, estateId, query, {
        read: (page) => listChannelRows(tx, estateId, query, page),
        key: (r) => ({ at: r.created_at, id: r.id }),
        present: (r) => presentChannel(actor, estateId, r),
      }),
    WATCH_CHANNELS,
  ),
  serve(contract.createWatchChannel, ({ tx, actor, params, body }) => createWatch(tx, actor, params.estateId, body)),
  serve(contract.changeWatchChannel, ({ tx, actor, params, body }) =>
    changeWatch(tx, actor, params.estateId, params.id, body),
  ),
  serve(contract.markWatchCheck, ({ tx, actor, params, body }) =>
    markCheck(tx, actor, params.estateId, params.id, body),
  ),
  serve(contract.getWatchDay, ({ tx, actor, params, query }) => readWatchDay(tx, actor, params.estateId, query.date)),
  ...serveList(
    contract.listWatchChecks,
    ({ tx, params: { estateId }, query }) =>
      listPage(tx, estateId, query, {
        read: (page) => listCheckRows(tx, estateId, query, page),
        key: (r) => ({ at: r.at, id: r.id }),
        present: presentCheck,
      }),
    WATCH_CHECKS,
  ),
]
