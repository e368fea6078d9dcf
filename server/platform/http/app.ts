import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { createSerializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { House } from '../house.ts'
import { newId } from '../ids.ts'
import { onFault } from './errors.ts'

export type AppOptions = {
  /** Check every answer against its schema; on in tests, off in service where it would only cost time. */
  checkAnswers: boolean
}

export const makeApp = async (house: House, options: AppOptions): Promise<FastifyInstance> => {
  const app: FastifyInstance = Fastify({
    loggerInstance: house.log as FastifyBaseLogger,
    genReqId: () => newId(),
    requestIdHeader: false,
    trustProxy: house.config.TRUST_PROXY,
    bodyLimit: 2 * 1024 * 1024,
    routerOptions: { maxParamLength: 200 },
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
    return503OnClosing: true,
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(options.checkAnswers ? createSerializerCompiler() : () => (data) => JSON.stringify(data))
  app.setErrorHandler(onFault)
  app.addHook('onResponse', async (request, reply) => {
    if (reply.statusCode >= 500 || house.config.LOG_LEVEL === 'debug')
      request.log.info(
        {
          method: request.method,
          url: request.url.split('?')[0],
          status: reply.statusCode,
          ms: Math.round(reply.elapsedTime),
        },
        'answered',
      )
  })
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id)
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // antd writes its styles at run time
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        // a voice note is heard before it is sent
        mediaSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'"],
        fontSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        workerSrc: ["'self'", 'blob:'],
      },
    },
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
  })
  await app.register(cookie)
  await app.register(rateLimit, {
    max: house.config.RATE_LIMIT_PER_MINUTE,
    timeWindow: '1 minute',
    keyGenerator: (request) => `${request.ip} ${request.headers.cookie ?? ''}`,
    allowList: (request) => !request.url.startsWith('/api/'),
  })
  await app.register(multipart, {
    limits: { fileSize: house.config.UPLOAD_MAX_MB * 1024 * 1024, files: 10, fields: 20, fieldSize: 20_000 },
  })
  await app.register(underPressure, { maxEventLoopDelay: 3_000, exposeStatusRoute: false })
  return app
}
