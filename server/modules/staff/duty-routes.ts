import * as contract from '#contract/duty.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import { toInstant } from '#platform/calendar/instants.rules.ts'
import { type Served, serve } from '#platform/http/serve.ts'
import { presentDuty, presentPost, presentShift } from './duty.present.ts'
import { type DutyRow, dutiesAt, dutyPage } from './duty.store.ts'
import { endDuty } from './end-duty.ts'
import { localDay } from './local-time.rules.ts'
import { listPosts, listShifts } from './post.store.ts'
import { publishRoster } from './publish-roster.ts'
import { zoneOf } from './roster.store.ts'
import { viewRoster } from './roster-view.ts'
import { copyLastWeek, discardDraft, saveRoster } from './save-roster.ts'
import { changePost, changeShift, createPost, createShift } from './write-post.ts'

const shown = <R, V>(done: R | Refusal, present: (row: R) => V): V | Refusal => (isRefusal(done) ? done : present(done))
const presentPage = (page: { rows: DutyRow[]; next: string | null }) => ({
  rows: page.rows.map(presentDuty),
  next: page.next,
})

export const dutyRoutes: readonly Served[] = [
  serve(contract.listPosts, async ({ tx, params }) => ({
    rows: (await listPosts(tx, params.estateId)).map(presentPost),
  })),
  serve(contract.createPost, async ({ tx, actor, params, body }) =>
    shown(await createPost(tx, actor, params.estateId, body), presentPost),
  ),
  serve(contract.changePost, async ({ tx, actor, params, body }) =>
    shown(await changePost(tx, actor, params.estateId, params.id, body), presentPost),
  ),
  serve(contract.listShifts, async ({ tx, params }) => ({
    rows: (await listShifts(tx, params.estateId)).map(presentShift),
  })),
  serve(contract.createShift, async ({ tx, actor, params, body }) =>
    shown(await createShift(tx, actor, params.estateId, body), presentShift),
  ),
  serve(contract.changeShift, async ({ tx, actor, params, body }) =>
    shown(await changeShift(tx, actor, params.estateId, params.id, body), presentShift),
  ),
  serve(contract.getRoster, ({ tx, params }) => viewRoster(tx, params.estateId, params.weekStart)),
  serve(contract.saveRoster, ({ tx, actor, params, body }) => saveRoster(tx, actor, params, body)),
  serve(contract.publishRoster, ({ tx, actor, params, body }) =>
    publishRoster(tx, actor, params.estateId, params.weekStart, body.version),
  ),
  serve(contract.copyRoster, ({ tx, actor, params, body }) => copyLastWeek(tx, actor, params, body.version)),
  serve(contract.discardDraft, ({ tx, actor, params, body }) => discardDraft(tx, actor, params, body.version)),
  serve(contract.listDuties, async ({ tx, params, query }) =>
    shown(await dutyPage(tx, params.estateId, query), presentPage),
  ),
  serve(contract.listMyDuties, async ({ tx, actor, params, query }) => {
    const from = query.from ?? localDay(await zoneOf(tx, params.estateId), tx.now)
    return shown(await dutyPage(tx, params.estateId, { ...query, from, staffId: actor.id }), presentPage)
  }),
  serve(contract.onDuty, async ({ tx, params, query }) => {
    const at = query.at ? toInstant(query.at) : tx.now
    const rows = (await dutiesAt(tx, params.estateId, at)).map(presentDuty)
    const held = new Set(rows.map((r) => r.post.id))
    const posts = await listPosts(tx, params.estateId)
    return {
      at,
      rows,
      emptyPosts: posts.filter((p) => p.active && !held.has(p.id)).map((p) => ({ id: p.id, name: p.name })),
    }
  }),
  serve(contract.endDuty, ({ tx, actor, params }) => endDuty(tx, actor, params.estateId, params.id)),
]
