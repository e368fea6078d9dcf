import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import { type Actor, SYSTEM } from '../auth/actor.ts'
import { inTransaction, type Scope, type Tx } from '../db/tx.ts'
import type { House } from '../house.ts'
import { NO_ESTATE } from '../ids.ts'
import { checkAccess } from './access.ts'
import { sendRefusal } from './errors.ts'
import { fingerprintOf, type Idempotent, keepAnswer, keptAnswer } from './idempotency.ts'
import type { Served } from './serve.ts'

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor
    scope: Scope
  }
}

const KEY = /^[A-Za-z0-9_-]{8,100}$/

/** Makes every route of the list answer: who, may they, checked input, one transaction, one answer. */
export const mountRoutes = (app: FastifyInstance, house: House, served: readonly Served[]): void => {
  app.decorateRequest('actor')
  app.decorateRequest('scope')
  const seen = new Set<string>()
  for (const one of served) {
    if (seen.has(one.route.id)) throw new Error(`two routes are called ${one.route.id}`)
    seen.add(one.route.id)
    mountOne(app, house, one)
  }
}

// unknown fields are an error of the caller, not noise
const strictly = (schema: z.ZodType | undefined) => (schema instanceof z.ZodObject ? schema.strict() : schema)

/** Without a session only the address says who asks. */
const limitOf = (max: number) => ({
  max,
  timeWindow: '1 minute',
  keyGenerator: (request: FastifyRequest) => `${request.ip} public`,
})

const mountOne = (app: FastifyInstance, house: House, served: Served) => {
  const { route } = served
  const status = route.status ?? 200
  app.route({
    method: route.method,
    url: route.path,
    ...(route.perMinute === undefined ? {} : { config: { rateLimit: limitOf(route.perMinute) } }),
    schema: {
      operationId: route.id,
      tags: [route.tag],
      summary: route.summary,
      ...(route.params ? { params: route.params } : {}),
      ...(route.query ? { querystring: strictly(route.query) } : {}),
      ...(route.body ? { body: strictly(route.body) } : {}),
      ...(served.mode === 'raw' ? {} : { response: { [status]: route.response } }),
    },
    preValidation: async (request, reply) => {
      const refused = await admit(house, served, request)
      if (refused) return sendRefusal(reply, refused)
    },
    handler: (request, reply) => answer(house, served, request, reply, status),
  })
}

const admit = async (house: House, served: Served, request: FastifyRequest): Promise<Refusal | undefined> => {
  const isPublic = served.route.access === 'public'
  const actor = isPublic ? null : await house.sessions.actorOf(headersOf(request))
  const scope = checkAccess(served.route, actor, estateOf(request))
  if (isRefusal(scope)) return scope
  request.actor = actor ?? { ...SYSTEM, kind: 'staff', name: '' }
  request.scope = scope
  const key = request.headers['idempotency-key']
  if (served.mode === 'write' && !isPublic && (typeof key !== 'string' || !KEY.test(key)))
    return refuse('E_INPUT', { field: 'header.Idempotency-Key' })
  return undefined
}

const headersOf = (request: FastifyRequest): Headers => {
  const headers = new Headers()
  if (request.headers.cookie) headers.set('cookie', request.headers.cookie)
  return headers
}

const estateOf = (request: FastifyRequest): string | undefined => {
  const params = request.params
  return typeof params === 'object' && params !== null && 'estateId' in params ? String(params.estateId) : undefined
}

const answer = async (house: House, served: Served, request: FastifyRequest, reply: FastifyReply, status: number) => {
  const { actor, params, query, body } = request
  const given = { actor, params, query, body, house }
  const handle = served.handle as (call: unknown) => Promise<unknown>
  if (served.mode === 'raw') {
    const result = await handle({ ...given, request, reply, headers: request.headers })
    return isRefusal(result) ? sendRefusal(reply, result) : result === undefined ? reply : reply.send(result)
  }
  const work = (tx: Tx) => handle({ ...given, tx })
  const result =
    served.mode === 'read' || served.route.access === 'public'
      ? await inTransaction(house.database, { scope: request.scope, readOnly: served.mode === 'read' }, work)
      : await once(house, request, work, status, reply)
  if (isRefusal(result)) return sendRefusal(reply, result)
  return reply.sent ? reply : reply.code(reply.statusCode === 200 ? status : reply.statusCode).send(result)
}

class Repeated extends Error {}

/** Writes once per key: the answer is kept beside the work; a repeat, also of a request still under way, gets the first answer. */
const once = async (
  house: House,
  request: FastifyRequest,
  work: (tx: Tx) => Promise<unknown>,
  status: number,
  reply: FastifyReply,
) => {
  const id: Idempotent = {
    estateId: estateOf(request) ?? NO_ESTATE,
    staffId: request.actor.id,
    key: String(request.headers['idempotency-key']),
    fingerprint: fingerprintOf(request.method, request.url, request.body),
  }
  const options = { scope: request.scope }
  try {
    const result = await inTransaction(house.database, options, async (tx) => {
      const value = await work(tx)
      if (!isRefusal(value) && !(await keepAnswer(tx, id, { status, answer: value }))) throw new Repeated()
      return value
    })
    if (!isRefusal(result)) return result
    // a refusal may come from our own first try having been carried out already
    const kept = await firstAnswer(house, options, id)
    return kept === undefined ? result : send(kept, reply)
  } catch (error) {
    const kept = await firstAnswer(house, options, id)
    if (kept === undefined) throw error
    return send(kept, reply)
  }
}

const firstAnswer = (house: House, options: { scope: Scope }, id: Idempotent) =>
  inTransaction(house.database, { ...options, readOnly: true }, (tx) => keptAnswer(tx, id))

const send = (kept: Refusal | { status: number; answer: unknown }, reply: FastifyReply) => {
  if (isRefusal(kept)) return kept
  reply.header('idempotent-replay', 'true')
  return kept.answer
}
