import { call, isApiError } from '#ui/api.ts'
import { bareRoute } from '../../queue/bare-route.ts'
import type { Use } from './gate.rules.ts'

const slipRoute = bareRoute({
  id: 'checkSlip',
  method: 'GET',
  path: '/api/v1/estates/:estateId/gate-slips',
  access: 'gate.check',
})
/** Longer nobody waits at the gate; what cannot be asked is found out when the check arrives. */
const ANSWER_WITHIN_MS = 4_000

/** FD-507 where there is signal: for what the slip was used; undefined where it was not, or nobody answers. */
export const askSlip = async (estateId: string, number: string): Promise<Use | undefined> => {
  if (!navigator.onLine) return undefined
  try {
    await call(
      slipRoute,
      { params: { estateId }, query: { number } },
      { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) },
    )
  } catch (problem) {
    if (isApiError(problem) && problem.code === 'E_SLIP_USED') return problem.details as Use
  }
  return undefined
}
