import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Refusal } from '#contract/refusal.ts'
import type { AnswerOf, BodyOf, ParamsOf, QueryOf, RouteShape } from '#contract/route.ts'
import type { Actor } from '../auth/actor.ts'
import type { Tx } from '../db/tx.ts'
import type { House } from '../house.ts'

/** What a handler is given: everything checked, inside one transaction with the caller's scope. */
export type Call<R extends RouteShape> = {
  tx: Tx
  actor: Actor
  params: ParamsOf<R>
  query: QueryOf<R>
  body: BodyOf<R>
  house: House
}

export type Handler<R extends RouteShape> = (call: Call<R>) => Promise<AnswerOf<R> | Refusal>

/** A handler that answers by itself (files, event streams, sign-in); it opens its own transactions. */
export type RawCall<R extends RouteShape> = Omit<Call<R>, 'tx'> & {
  request: FastifyRequest
  reply: FastifyReply
  headers: IncomingHttpHeaders
}
export type RawHandler<R extends RouteShape> = (call: RawCall<R>) => Promise<unknown>

export type Served = {
  route: RouteShape
  /** `read` runs read only and takes no idempotency key. */
  mode: 'read' | 'write' | 'raw'
  // the type of one route's handler is known where it is made; the list of all of them forgets it
  handle: (call: never) => Promise<unknown>
}

/** Serves a route; GET reads, everything else writes once per Idempotency-Key. */
export const serve = <R extends RouteShape>(route: R, handle: Handler<R>): Served => ({
  route,
  mode: route.method === 'GET' ? 'read' : 'write',
  handle,
})

export const serveRaw = <R extends RouteShape>(route: R, handle: RawHandler<R>): Served => ({
  route,
  mode: 'raw',
  handle,
})
