import type { z } from 'zod'
import { exportOf } from '#contract/export-list.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { RouteShape } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '../auth/actor.ts'
import type { Tx } from '../db/tx.ts'
import { type Served, serveRaw } from '../http/serve.ts'
import { EXPORT_PAGE, type ListExport, sendList } from './send-list.ts'

type ListCall<P, Q> = { tx: Tx; actor: Actor; params: P; query: Q }
type Listed<Row> = { rows: Row[]; next?: string | null }
type ListRoute<P, Q> = RouteShape & { params: z.ZodType<P>; query: z.ZodObject & z.ZodType<Q> }
export type Sheet<Row> = Pick<ListExport<Row>, 'name' | 'subject' | 'columns'>

/** Serves a list twice: as pages, and whole as an Excel file. `read` is asked for one page after another. */
export const serveList = <P extends { estateId: Uuid }, Q, Row>(
  list: ListRoute<P, Q>,
  read: (call: ListCall<P, Q>) => Promise<Listed<Row> | Refusal>,
  sheet: Sheet<Row>,
): readonly Served[] => [
  { route: list, mode: 'read', handle: read },
  serveRaw(exportOf(list), async ({ actor, params, query: { lang, ...filter }, house, reply, request }) => {
    const where = list.params.parse(params)
    return sendList(
      { house, actor, reply, scope: request.scope, lang: lang === 'en' ? 'en' : 'zh' },
      {
        ...sheet,
        estateId: where.estateId,
        query: filter,
        page: async (tx, cursor) => {
          const asked = {
            ...filter,
            ...('limit' in list.query.shape ? { limit: EXPORT_PAGE } : {}),
            ...(cursor === undefined ? {} : { cursor }),
          }
          const page = await read({ tx, actor, params: where, query: list.query.parse(asked) })
          return isRefusal(page) ? page : { rows: page.rows, next: page.next ?? null }
        },
      },
    )
  }),
]

type CompanyRoute<P, Q> = RouteShape & { params?: z.ZodType<P>; query: z.ZodObject & z.ZodType<Q> }

/** The same for a list over all estates of the caller; its file is on Chinese time. */
export const serveCompanyList = <P, Q, Row, Page extends Listed<Row>>(
  list: CompanyRoute<P, Q>,
  read: (call: ListCall<P, Q>) => Promise<Page | Refusal>,
  sheet: Sheet<Row>,
): readonly Served[] => [
  { route: list, mode: 'read', handle: read },
  serveRaw(exportOf(list), async ({ actor, params, query: { lang, ...filter }, house, reply, request }) =>
    sendList(
      { house, actor, reply, scope: request.scope, lang: lang === 'en' ? 'en' : 'zh' },
      {
        ...sheet,
        estateId: null,
        query: filter,
        page: async (tx, cursor) => {
          const query = list.query.parse({ ...filter, limit: EXPORT_PAGE, ...(cursor === undefined ? {} : { cursor }) })
          const page = await read({ tx, actor, params: list.params?.parse(params) as P, query })
          return isRefusal(page) ? page : { rows: page.rows, next: page.next ?? null }
        },
      },
    ),
  ),
]
