import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { refuse } from '#contract/refusal.ts'
import { sendRefusal } from '../http/errors.ts'

const DIST = resolve(import.meta.dirname, '../../../dist/staff')

/** The built web app; every address that is no file and no API is a page of it. */
export const mountWeb = async (app: FastifyInstance, folder = DIST): Promise<void> => {
  if (!existsSync(folder)) {
    app.setNotFoundHandler((_request, reply) => sendRefusal(reply, refuse('E_NOT_FOUND')))
    return
  }
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      // hashed names never change their content; the page itself is asked for anew
      void reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === 'GET' &&
      !request.url.startsWith('/api/') &&
      (request.headers.accept ?? '').includes('text/html')
    return isPage ? reply.sendFile('index.html') : sendRefusal(reply, refuse('E_NOT_FOUND'))
  })
}
