import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '#contract/refusal.ts'
import { sendRefusal } from '../http/errors.ts'

const DIST = resolve(import.meta.dirname, '../../../dist')
/** The built apps, where their files lie and where their pages begin; the longest beginning that fits is asked first. */
const APPS = [
  { name: 'field', prefix: '/field/', pages: '/field/' },
  // the small page that a resident opens from a message
  { name: 'resident', prefix: '/resident/', pages: '/s/' },
  { name: 'staff', prefix: '/', pages: '/' },
] as const

/** The built web apps; every address that is no file and no API is a page of the app it lies under. */
export const mountWeb = async (app: FastifyInstance, dist = DIST): Promise<void> => {
  const built = APPS.map((one) => ({ ...one, root: join(dist, one.name) })).filter(({ root }) => existsSync(root))
  for (const [at, { root, prefix }] of built.entries()) {
    await app.register(fastifyStatic, {
      root,
      prefix,
      wildcard: false,
      index: false,
      preCompressed: true,
      decorateReply: at === 0,
      setHeaders: (reply, path) => {
        // hashed names never change their content; the page itself and the service worker are asked for anew
        void reply.header(
          'cache-control',
          path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        )
      },
    })
  }
  // installed apps and labels are typed and shortened by people
  if (built.some(({ name }) => name === 'field')) app.get('/field', (_request, reply) => reply.redirect('/field/'))
  app.setNotFoundHandler((request: FastifyRequest, reply: FastifyReply) => {
    const isPage =
      request.method === 'GET' &&
      !request.url.startsWith('/api/') &&
      (request.headers.accept ?? '').includes('text/html')
    const under = isPage ? built.find(({ pages }) => request.url.startsWith(pages)) : undefined
    return under ? reply.sendFile('index.html', under.root) : sendRefusal(reply, refuse('E_NOT_FOUND'))
  })
}
