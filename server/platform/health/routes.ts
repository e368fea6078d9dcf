import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { House } from '../house.ts'

/** /healthz: the process lives. /readyz: it can do its work. /metrics: how it goes, for Prometheus; only from this machine unless told otherwise. */
export const mountHealth = (app: FastifyInstance, house: House, state: { draining: boolean }): void => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'wuyou_http_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.03, 0.1, 0.3, 1, 3],
    registers: [registry],
  })
  new Gauge({
    name: 'wuyou_pool_in_use',
    help: 'Database connections in use',
    registers: [registry],
    collect() {
      this.set(house.database.pool.totalCount - house.database.pool.idleCount)
    },
  })
  new Gauge({
    name: 'wuyou_pool_waiting',
    help: 'Requests waiting for a connection',
    registers: [registry],
    collect() {
      this.set(house.database.pool.waitingCount)
    },
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    seconds.labels(request.method, route, String(reply.statusCode)).observe(reply.elapsedTime / 1000)
  })
  app.get('/healthz', { schema: { hide: true } }, async () => ({ ok: true }))
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    if (state.draining) return reply.code(503).send({ ok: false, why: 'draining' })
    try {
      await sql`select 1`.execute(house.database.kysely)
      return { ok: true }
    } catch {
      return reply.code(503).send({ ok: false, why: 'database' })
    }
  })
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.ip)) return reply.code(404).send()
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}
