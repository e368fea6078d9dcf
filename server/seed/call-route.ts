import type { z } from 'zod'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { Received, RouteShape, SentBody, SentParams, SentQuery } from '#contract/route.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { House } from '#platform/house.ts'
import { checkAccess } from '#platform/http/access.ts'
import { ROOM_ROUTES } from '../modules.ts'

/** What a client would send with this route. */
export type Sent<R extends RouteShape> = Given &
  (R['params'] extends z.ZodType ? { params: SentParams<R> } : unknown) &
  (R['query'] extends z.ZodType ? { query?: SentQuery<R> } : unknown) &
  (R['body'] extends z.ZodType ? { body: SentBody<R> } : unknown)

type Given = { params?: unknown; query?: unknown; body?: unknown }

const byId = new Map(ROOM_ROUTES.map((served) => [served.route.id, served]))

/**
 * Carries out what a route carries out, in this transaction and at its time: with the caller's permission looked at and
 * the input checked as if it had come over the wire.
 */
export const callRoute = async <R extends RouteShape>(
  { tx, house, actor }: { tx: Tx; house: House; actor: Actor },
  route: R,
  sent: Sent<R>,
): Promise<Received<R> | Refusal> => {
  const answer = await answerOf(route, { tx, house, actor }, sent)
  return isRefusal(answer) ? answer : parsed<R['response']>(route.response, answer)
}

const parsed = <S extends z.ZodType>(schema: S, value: unknown): z.output<S> => schema.parse(value)

/** The same for a route that answers by itself; `more` stands for the request that it reads. */
export const answerOf = async (
  route: RouteShape,
  call: { house: House; actor: Actor; tx?: Tx; more?: Record<string, unknown> },
  { params, query, body }: Given,
): Promise<unknown> => {
  const served = byId.get(route.id)
  if (!served) throw new Error(`no room serves ${route.id}`)
  const estateId =
    typeof params === 'object' && params !== null && 'estateId' in params ? String(params.estateId) : undefined
  const scope = checkAccess(route, call.actor, estateId)
  if (isRefusal(scope)) return scope
  // the list of all routes forgets which handler takes what; the schemas of the route have just checked it
  const handle = served.handle as (given: unknown) => Promise<unknown>
  const { more, ...given } = call
  return handle({
    ...given,
    ...more,
    params: route.params?.parse(params),
    query: route.query?.parse(query ?? {}),
    body: route.body?.parse(body),
  })
}
