import type { KindShape } from '#contract/kind.ts'
import { KINDS, type KindName } from '#contract/kinds/kinds.ts'
import * as contract from '#contract/matters.ts'
import { isRefusal, refuse } from '#contract/refusal.ts'
import type { RouteShape } from '#contract/route.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { sendExcel } from '#platform/export/excel.ts'
import { servePaper } from '#platform/export/serve-paper.ts'
import { type Served, serve, serveRaw } from '#platform/http/serve.ts'
import { exportMatters } from './export-matters.ts'
import { listMatterRows } from './list.store.ts'
import { barredMoves, moveMatter } from './matter.machine.ts'
import { canSee } from './matter.policy.ts'
import { presentLine, presentMatter, presentTimeline } from './matter.present.ts'
import { printMatter } from './print-matter.ts'
import { registerMatter } from './register-matter.ts'
import { similarMatters } from './similar.store.ts'
import { splitMatter } from './split-matter.ts'
import { readMatter, readParts, readTimeline } from './view.store.ts'

/** A matter as the caller may see it; E_NOT_FOUND also for one that exists but is not theirs to see. */
export const viewMatter = async (tx: Tx, actor: Actor, estateId: string, id: string) => {
  const row = await readMatter(tx, estateId, id)
  if (!row || !canSee(actor, row)) return refuse('E_NOT_FOUND')
  return presentMatter(actor, row, await readParts(tx, row), await barredMoves(tx, actor, row))
}

const move = <K extends KindName>(kind: K, verb: string): Served => {
  const shape: KindShape = KINDS[kind]
  const route: RouteShape = contract.moveRoute(kind, verb as never)
  return serve(route, async ({ tx, actor, params, body }) => {
    const { estateId, id } = contract.MatterParams.parse(params)
    const { version, ...input } = body as { version: number }
    const moved = await moveMatter(tx, actor, { estateId, id, kind: shape.name, verb, version, input })
    if (isRefusal(moved)) return moved
    const matter = await viewMatter(tx, actor, estateId, id)
    return isRefusal(matter) ? matter : { matter, warnings: [...tx.warnings] }
  })
}

const moves = Object.entries(KINDS).flatMap(([kind, shape]) =>
  Object.entries(shape.verbs as KindShape['verbs']).flatMap(([verb, v]) =>
    v.system ? [] : [move(kind as KindName, verb)],
  ),
)

export const routes: readonly Served[] = [
  serve(contract.registerMatter, async ({ tx, actor, params, body }) => {
    const done = await registerMatter(tx, actor, params.estateId, body)
    if (isRefusal(done)) return done
    const matter = await viewMatter(tx, actor, params.estateId, done.matter.id)
    return isRefusal(matter) ? matter : { matter, warnings: [...done.warnings, ...tx.warnings] }
  }),
  serve(contract.listMatters, async ({ tx, actor, params, query }) => {
    const page = await listMatterRows(tx, actor, params.estateId, query)
    return isRefusal(page) ? page : { rows: page.rows.map(presentLine), next: page.next }
  }),
  serveRaw(contract.exportMatters, async ({ actor, params, query, house, reply }) => {
    const { lang, ...filter } = query
    const sheet = await exportMatters(house, actor, params.estateId, { ...filter, limit: 200 }, lang)
    return sendExcel(reply, { fileName: `${sheet.name}.xlsx`, sheets: [sheet] })
  }),
  servePaper(contract.printMatter, { fileName: 'matter.pdf', subject: 'matter' }, ({ tx, actor, params, query }) =>
    printMatter(tx, actor, params, query.lang),
  ),
  serve(contract.getMatter, ({ tx, actor, params }) => viewMatter(tx, actor, params.estateId, params.id)),
  serve(contract.listTimeline, async ({ tx, actor, params, query }) => {
    const matter = await viewMatter(tx, actor, params.estateId, params.id)
    if (isRefusal(matter)) return matter
    const page = await readTimeline(tx, params.estateId, params.id, query)
    return isRefusal(page) ? page : { rows: page.rows.map(presentTimeline), next: page.next }
  }),
  serve(contract.splitMatter, ({ tx, actor, params, body }) => splitMatter(tx, actor, params, body)),
  serve(contract.findSimilar, async ({ tx, actor, params, query }) => ({
    rows: (await similarMatters(tx, actor, params.estateId, query)).map(presentLine),
  })),
  ...moves,
]
