import type { z } from 'zod'
import type { Permission } from './permissions.ts'

/**
 * A route is written once: the server serves it, the web calls it, OpenAPI prints it, the tests walk it.
 * A route without an access rule cannot be written down (house style 15).
 */
export type Access =
  /** Anybody; only for health, sign-in and public pages. */
  | 'public'
  /** Any signed-in member of staff. */
  | 'signed-in'
  /** This permission (or one of these) in the estate named by `:estateId`; without one in the path: in any estate. */
  | Permission
  | readonly Permission[]

export type RouteShape = {
  /** camelCase, unique: the OpenAPI operationId and the client's function name. */
  id: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Fastify form: `/api/v1/estates/:estateId/matters/:id`. */
  path: `/api/v1/${string}`
  access: Access
  tag: string
  summary: string
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  response: z.ZodType
  /** Requests a minute from one address; for public routes that are asked more seldom than all others together. */
  perMinute?: number
  /** Status of a good answer; 200 if not said. */
  status?: 200 | 201 | 202
}

export const route = <const R extends RouteShape>(shape: R): R => shape

type Output<T> = T extends z.ZodType ? z.output<T> : undefined
type Input<T> = T extends z.ZodType ? z.input<T> : undefined
export type ParamsOf<R extends RouteShape> = Output<R['params']>
export type QueryOf<R extends RouteShape> = Output<R['query']>
export type BodyOf<R extends RouteShape> = Output<R['body']>
export type AnswerOf<R extends RouteShape> = z.input<R['response']>
export type SentParams<R extends RouteShape> = Input<R['params']>
export type SentQuery<R extends RouteShape> = Input<R['query']>
export type SentBody<R extends RouteShape> = Input<R['body']>
export type Received<R extends RouteShape> = z.output<R['response']>
