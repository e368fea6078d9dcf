import type { Matter } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'

type Untaken = Pick<Matter, 'owner_id' | 'co_owner_id' | 'handler_id' | 'closure_controller_id'>

/** OS-015: who organises what nobody at the desk has taken has taken it; the first receiver stays its owner. */
export const takenBy = (actor: Pick<Actor, 'id' | 'kind'>, m: Untaken): Partial<Untaken> =>
  actor.kind === 'system' || m.handler_id !== null || m.co_owner_id !== null
    ? {}
    : {
        handler_id: actor.id,
        ...(m.owner_id === actor.id ? {} : { co_owner_id: actor.id }),
        closure_controller_id: m.closure_controller_id ?? actor.id,
      }
