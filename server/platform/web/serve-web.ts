import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { refuse } from '#contract/refusal.ts'
import { sendRefusal } from '../http/errors.ts'

const DIST = resolve(import.meta.dirname, '../../../dist/staff')
/** Beside the staff app: the small page that a resident opens from a message, at `/s/…`. */
const RESIDENT = '../resident'

const setHeaders = (reply: { header(name: string, value: string): unknown }, path: string) => {
  // hashed names never change their content; the page itself is asked for anew
  reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
}

/** The built web apps; every address that is no file and no API is a page of one of them. */
export const mountWeb = async (app: FastifyInstance, folder = DIST): Promise<void> => {
  if (!existsSync(folder)) {
    app.setNotFoundHandler((_request, reply) => sendRefusal(reply, refuse('E_NOT_FOUND')))
    return
  }
  const resident = resolve(folder, RESIDENT)
  const shared = { wildcard: false, index: false as const, preCompressed: true, setHeaders }
  await app.register(fastifyStatic, { ...shared, root: folder })
  if (existsSync(resident)) {
    await app.register(fastifyStatic, { ...shared, root: resident, prefix: '/resident/', decorateReply: false })
    app.get('/s/*', (_request, reply) => reply.sendFile('index.html', resident))
  }
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === 'GET' &&
      !request.url.startsWith('/api/') &&
      (request.headers.accept ?? '').includes('text/html')
    return isPage ? reply.sendFile('index.html') : sendRefusal(reply, refuse('E_NOT_FOUND'))
  })
}
