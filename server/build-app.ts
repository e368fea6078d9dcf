import type { FastifyInstance } from 'fastify'
import { mountSignIn, sessionRoutes } from '#platform/auth/routes.ts'
import { mountHealth } from '#platform/health/routes.ts'
import type { House } from '#platform/house.ts'
import { makeApp } from '#platform/http/app.ts'
import { mountRoutes } from '#platform/http/mount.ts'
import type { Served } from '#platform/http/serve.ts'
import { mountOpenApi } from '#platform/openapi/openapi.ts'
import { PLATFORM_ROUTES } from '#platform/routes.ts'
import { mountWeb } from '#platform/web/serve-web.ts'
import { declareRooms, ROOM_ROUTES } from './modules.ts'
import { demoRoutes } from './seed/routes.ts'

export const ALL_ROUTES: readonly Served[] = [...sessionRoutes, ...demoRoutes, ...PLATFORM_ROUTES, ...ROOM_ROUTES]

/** The whole HTTP side, ready to listen or to be injected into by tests. */
export const buildApp = async (
  house: House,
  options: { checkAnswers: boolean; state?: { draining: boolean }; webFolder?: string },
): Promise<FastifyInstance> => {
  declareRooms()
  const app = await makeApp(house, options)
  mountHealth(app, house, options.state ?? { draining: false })
  await mountOpenApi(app)
  await app.register(async (inner) => {
    mountSignIn(inner, house)
    mountRoutes(inner, house, ALL_ROUTES)
  })
  await mountWeb(app, options.webFolder)
  return app
}
