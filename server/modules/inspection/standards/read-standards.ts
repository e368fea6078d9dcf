import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { AnswerOf, QueryOf } from '#contract/route.ts'
import type * as contract from '#contract/standards.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { cutPage } from '#platform/db/cut-page.ts'
import type { Tx } from '#platform/db/tx.ts'
import { localText } from '#platform/documents/local-text.ts'
import { inForce } from '../checklist.rules.ts'
import { differencesOf } from './compare.rules.ts'
import { presentItem, presentVersion } from './standard.present.ts'
import { findVersion, type ItemRow, itemsOf, type VersionRow, versionsOf } from './standard.store.ts'

/** Standards are of the company; their days are those of the country. */
export const companyToday = (tx: Tx) => localText(tx.now, 'Asia/Shanghai').slice(0, 10)

/** E_FORBIDDEN for somebody of no company. */
export const companyIdOf = (actor: Actor): Uuid | Refusal => actor.companyId ?? refuse('E_FORBIDDEN')

export const listVersions = async (
  tx: Tx,
  actor: Actor,
  query: QueryOf<typeof contract.listStandards>,
): Promise<AnswerOf<typeof contract.listStandards> | Refusal> => {
  const companyId = companyIdOf(actor)
  if (isRefusal(companyId)) return companyId
  const all = await versionsOf(tx, companyId)
  const current = inForce(all, companyToday(tx))
  const page = cutPage(all, query)
  return isRefusal(page) ? page : { ...page, rows: page.rows.map((r) => presentVersion(r, current?.id)) }
}

export const findOwn = async (tx: Tx, actor: Actor, id: Uuid): Promise<VersionRow | Refusal> => {
  const companyId = companyIdOf(actor)
  if (isRefusal(companyId)) return companyId
  return (await findVersion(tx, companyId, id)) ?? refuse('E_NOT_FOUND')
}

export const listItems = async (
  tx: Tx,
  actor: Actor,
  id: Uuid,
  query: QueryOf<typeof contract.listStandardItems>,
): Promise<AnswerOf<typeof contract.listStandardItems> | Refusal> => {
  const version = await findOwn(tx, actor, id)
  if (isRefusal(version)) return version
  const page = cutPage((await itemsOf(tx, id)).filter(asked(query)), query)
  return isRefusal(page) ? page : { ...page, rows: page.rows.map(presentItem) }
}

const asked =
  (query: QueryOf<typeof contract.listStandardItems>) =>
  ({ item, active }: ItemRow): boolean => {
    const q = query.q?.trim().toLowerCase()
    return (
      (query.touchpoint === undefined || item.touchpoint === query.touchpoint) &&
      (query.aspect === undefined || item.aspect === query.aspect) &&
      (query.severity === undefined || item.severity === query.severity) &&
      (query.kano === undefined || item.kano === query.kano) &&
      (query.frequency === undefined || (item.frequency ?? 'none') === query.frequency) &&
      (query.siteLimit === undefined || (item.threshold?.value === 'site-defined') === (query.siteLimit === 'true')) &&
      (query.active === undefined || active === (query.active === 'true')) &&
      (!q || [item.id, item.zh, item.en].some((words) => words.toLowerCase().includes(q)))
    )
  }

export const compareVersions = async (
  tx: Tx,
  actor: Actor,
  id: Uuid,
  otherId: Uuid,
): Promise<AnswerOf<typeof contract.compareStandards> | Refusal> => {
  const version = await findOwn(tx, actor, id)
  if (isRefusal(version)) return version
  const other = await findOwn(tx, actor, otherId)
  if (isRefusal(other)) return refuse('E_NOT_FOUND', { field: 'query.with' })
  return { rows: differencesOf(await itemsOf(tx, otherId), await itemsOf(tx, id)) }
}
