import type { InjectOptions } from 'fastify'
import type { RouteShape } from '#contract/route.ts'
import { newId } from '#platform/ids.ts'

/** The address of a route with these parameters; what is not given becomes a fresh id that exists nowhere. */
const urlOf = (route: RouteShape, params: Record<string, string>): string =>
  route.path.replace(/:([A-Za-z]+)/g, (_all, name: string) => encodeURIComponent(params[name] ?? newId()))

/** A request to a route with a body; writing ones carry a key. */
export const requestFor = (route: RouteShape, params: Record<string, string>, body?: unknown): InjectOptions => ({
  method: route.method,
  url: urlOf(route, params),
  headers: {
    'idempotency-key': newId(),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  },
  ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
})
