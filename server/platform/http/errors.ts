import type { FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { ERRORS, type Refusal, refuse } from '#contract/refusal.ts'

export type Issue = { path: string; code: string; [detail: string]: unknown }

/** The one place in which a refusal becomes HTTP. Texts are made by the client from the code. */
export const sendRefusal = (reply: FastifyReply, refusal: Refusal, issues?: readonly Issue[]) =>
  reply.code(ERRORS[refusal.code]).send({
    error: { code: refusal.code, field: refusal.field, details: refusal.details, requestId: reply.request.id },
    issues,
  })

/** Faults are logged and never shown raw; what the framework refuses gets a code of ours. */
export const onFault = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const issues = error.validation.map((v) => issueOf(error.validationContext ?? 'body', v))
    return sendRefusal(reply, refuse('E_INPUT', issues[0] ? { field: issues[0].path } : {}), issues)
  }
  const refused = refusalOfFramework(error)
  if (refused) return sendRefusal(reply, refused)
  request.log.error({ err: error }, 'fault')
  return sendRefusal(reply, refuse('E_INTERNAL'))
}

type Validation = { instancePath: string; keyword: string; params: Record<string, unknown>; message?: string }

const issueOf = (context: string, v: Validation): Issue => {
  const where = context === 'querystring' ? 'query' : context
  const path = [where, ...v.instancePath.split('/').filter(Boolean)].join('.')
  const { issue, ...rest } = v.params
  const details = typeof issue === 'object' && issue !== null ? issue : rest
  return {
    ...pick(details as Record<string, unknown>),
    path,
    code: v.message === 'text_invalid' ? 'text_invalid' : v.keyword,
  }
}

// only what helps a person; never the input itself
const pick = (details: Record<string, unknown>) => {
  const kept: Record<string, unknown> = {}
  for (const key of ['minimum', 'maximum', 'expected', 'format', 'values', 'keys', 'inclusive', 'origin'])
    if (details[key] !== undefined) kept[key] = details[key]
  return kept
}

const FRAMEWORK: Record<string, Parameters<typeof refuse>[0]> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'E_TOO_LARGE',
  FST_REQ_FILE_TOO_LARGE: 'E_TOO_LARGE',
  FST_FILES_LIMIT: 'E_TOO_LARGE',
  FST_PARTS_LIMIT: 'E_TOO_LARGE',
  FST_FIELDS_LIMIT: 'E_TOO_LARGE',
  FST_UNDER_PRESSURE: 'E_OVERLOADED',
}

const refusalOfFramework = (error: unknown): Refusal | undefined => {
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const known = FRAMEWORK[code]
  if (known) return refuse(known)
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500
  if (status === 429) return refuse('E_RATE')
  if (status === 415) return refuse('E_FILE_TYPE')
  if (status === 503) return refuse('E_OVERLOADED')
  return status >= 400 && status < 500 ? refuse('E_BAD_REQUEST') : undefined
}
