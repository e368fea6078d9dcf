import { z } from 'zod'
import { type RouteShape, route } from './route.ts'

/**
 * The same list as an Excel file, at the address of the list with `.xlsx` behind it: the same filters and the same right to
 * see it, no page, a language. Who exported what is logged.
 */
export const exportOf = (list: RouteShape & { query: z.ZodObject }) => {
  const { cursor: _cursor, limit: _limit, ...filter } = list.query.shape
  return route({
    id: `${list.id}Xlsx`,
    method: 'GET',
    path: list.path.includes('/:date') ? `${list.path}/xlsx` : `${list.path}.xlsx`,
    access: list.access,
    tag: list.tag,
    summary: `${list.summary}; as an Excel file`,
    ...(list.params ? { params: list.params } : {}),
    query: z.object({ ...filter, lang: z.enum(['zh', 'en']).default('zh') }),
    response: z.unknown(),
  })
}
