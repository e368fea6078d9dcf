import { isDeepStrictEqual } from 'node:util'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { refuse } from '#contract/refusal.ts'
import { type CallHoursSettings, DEFAULT_CALL_HOURS } from '#contract/rules/call-hours.ts'
import { getSession } from '#contract/session.ts'
import type { House } from '../house.ts'
import { type Served, serve } from '../http/serve.ts'
import { CALL_HOURS_KEYS, callHoursOf } from '../notify/call-hours.ts'
import { readFewSettings, type Settings } from '../settings/settings.ts'
import type { Actor } from './actor.ts'
import { heldCompanyWide } from './company-wide.ts'

/** Hands /api/auth/* to the sign-in library; sign-out is told to all processes at once. */
export const mountSignIn = (app: FastifyInstance, house: House): void => {
  app.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    schema: { hide: true },
    handler: async (request, reply) => {
      const actor = request.url.startsWith('/api/auth/sign-out')
        ? await house.sessions.actorOf(headersOf(request.headers))
        : null
      const answer = await house.signIn.handler(
        new Request(`${request.protocol}://${request.headers.host ?? 'localhost'}${request.url}`, {
          method: request.method,
          headers: headersOf({ ...request.headers, 'x-forwarded-for': request.ip }),
          ...(request.body === undefined || request.method === 'GET' ? {} : { body: JSON.stringify(request.body) }),
        }),
      )
      if (actor) house.sessions.forget(actor.id)
      reply.code(answer.status)
      for (const [name, value] of answer.headers) if (name !== 'set-cookie') reply.header(name, value)
      for (const cookie of answer.headers.getSetCookie()) reply.header('set-cookie', cookie)
      return reply.send(await answer.text())
    },
  })
}

const headersOf = (source: Record<string, string | string[] | undefined>): Headers => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(source)) {
    if (value === undefined || name === 'content-length' || name === 'connection') continue
    headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return headers
}

export const sessionRoutes: readonly Served[] = [
  serve(getSession, async ({ tx, actor, house }) => {
    if (actor.secondFactorDue)
      return { ...whoIs(actor), estates: [], companyWide: [], demo: house.config.DEMO ?? false }
    const ids = [...actor.grants.keys()]
    const { rows } = await sql<EstateRow>`
      select d.estate_id, d.code, d.name, d.time_zone, c.name as centre, k.name as company
      from estate_directory d join centre c on c.id = d.centre_id join company k on k.id = d.company_id
      where d.estate_id = any(${ids}::uuid[]) order by d.code`.execute(tx.db)
    if (actor.kind !== 'staff') return refuse('E_UNAUTHENTICATED')
    const settings = await readFewSettings(tx, ids, PAGE_SETTINGS)
    const estates = rows.map((row) => present(actor, row, settings(row.estate_id)))
    const companyWide = [...(await heldCompanyWide(tx, actor))]
    return { ...whoIs(actor), estates, companyWide, demo: house.config.DEMO ?? false }
  }),
]

const PAGE_SETTINGS = [
  'complaint.hotGroup',
  'complaint.majorFromFen',
  'telephone.lateOralAfter',
  'telephone.lateRingSeconds',
  ...CALL_HOURS_KEYS,
] as const

type EstateRow = { estate_id: string; code: string; name: string; time_zone: string; centre: string; company: string }

const whoIs = (actor: Actor) => ({
  staff: { id: actor.id, name: actor.name, username: actor.username, staffNo: actor.staffNo },
  secondFactorDue: actor.secondFactorDue,
})

/** A company of a thousand estates has the usual hours nearly everywhere: they are told only where they differ. */
const ownCallHours = (callHours: CallHoursSettings) =>
  isDeepStrictEqual(callHours, DEFAULT_CALL_HOURS) ? {} : { callHours }

const present = (actor: Actor, row: EstateRow, settings: Settings) => {
  const grant = actor.grants.get(row.estate_id)
  return {
    id: row.estate_id,
    code: row.code,
    name: row.name,
    centre: row.centre,
    company: row.company,
    timeZone: row.time_zone,
    roles: [...(grant?.roles ?? [])],
    lines: [...(grant?.lines ?? [])],
    permissions: [...(grant?.permissions ?? [])],
    settings: {
      hotGroup: settings.get('complaint.hotGroup'),
      majorFromFen: settings.get('complaint.majorFromFen'),
      lateOralAfter: settings.get('telephone.lateOralAfter'),
      lateRingSeconds: settings.get('telephone.lateRingSeconds'),
      ...ownCallHours(callHoursOf(settings)),
    },
  }
}
