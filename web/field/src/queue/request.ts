import { finishRound, sendInspection, startRound, tickStop } from '#contract/field.ts'
import { kebab } from '#contract/kind.ts'
import { orderMoveRoute } from '#contract/orders.ts'
import type { RouteShape } from '#contract/route.ts'
import type { Act, FindingVerb } from './act.rules.ts'
import { bareRoute } from './bare-route.ts'

export type Request = { route: RouteShape; params: Record<string, string>; body: Record<string, unknown> }

/** The usual endpoint of a move of a matter; what it answers is read again with the next pack. */
const findingRoute = (verb: FindingVerb) =>
  bareRoute({
    id: ['finding', verb].join('.'),
    method: 'POST',
    path: `/api/v1/estates/:estateId/findings/:id/${kebab(verb)}`,
    access: verb === 'rectify' ? 'finding.rectify' : 'finding.check',
  })

const reportRoute = bareRoute({
  id: 'registerMatter',
  method: 'POST',
  path: '/api/v1/estates/:estateId/matters',
  access: 'matter.register',
})
const gateRoute = bareRoute({
  id: 'sendGateCheck',
  method: 'POST',
  path: '/api/v1/estates/:estateId/gate-checks',
  access: 'gate.check',
})

/** What happened at a time of the phone is told with the true one, and with how far the phone's clock was ahead. */
const truly = (at: unknown, offMs: number) =>
  typeof at === 'string' ? new Date(Date.parse(at) - offMs).toISOString() : undefined

/** Arrivals and signatures carry a time of their own. */
const timed = (verb: string, body: Record<string, unknown>, offMs: number): Record<string, unknown> => {
  if (verb === 'arrive') return { ...body, arrivedAt: truly(body.arrivedAt, offMs), clockOffMs: offMs }
  const { signature } = body
  if (verb !== 'finish' || typeof signature !== 'object' || signature === null || !('signedAt' in signature))
    return body
  return { ...body, signature: { ...signature, signedAt: truly(signature.signedAt, offMs) }, clockOffMs: offMs }
}

/**
 * Route, address and body of an act, with the phone's time of this sending where the route asks for it, or with its
 * times set right where it is told the difference.
 */
export const requestOf = (
  { deed, estateId, at }: Pick<Act, 'deed' | 'estateId' | 'at'>,
  { sentAt, offMs }: { sentAt: string; offMs: number },
): Request => {
  switch (deed.type) {
    case 'inspection':
      return { route: sendInspection, params: { estateId }, body: { ...deed.body, sentAt } }
    case 'startRound':
      return { route: startRound, params: { estateId, id: deed.roundId }, body: { ...deed.body, sentAt } }
    case 'tickStop':
      return {
        route: tickStop,
        params: { estateId, id: deed.roundId, placeId: deed.placeId },
        body: { ...deed.body, sentAt },
      }
    case 'finishRound':
      return { route: finishRound, params: { estateId, id: deed.roundId }, body: { ...deed.body, sentAt } }
    case 'orderMove':
      return {
        route: orderMoveRoute(deed.verb),
        params: { estateId, id: deed.orderId },
        body: { ...timed(deed.verb, deed.body, offMs), version: deed.version },
      }
    case 'findingMove':
      return {
        route: findingRoute(deed.verb),
        params: { estateId, id: deed.matterId },
        body: { ...deed.body, at: truly(at, offMs), clockOffMs: offMs, version: deed.version },
      }
    case 'report':
      return {
        route: reportRoute,
        params: { estateId },
        body: { ...deed.body, collectedAt: truly(deed.body.collectedAt, offMs), clockOffMs: offMs },
      }
    case 'gateCheck':
      return {
        route: gateRoute,
        params: { estateId },
        body: { ...deed.body, at: truly(deed.body.at, offMs), clockOffMs: offMs },
      }
  }
}
