import { z } from 'zod'
import type { RouteShape } from '#contract/route.ts'

type Bare = Pick<RouteShape, 'id' | 'path' | 'access'> & { method: 'GET' | 'POST' }

/** A route as the phone needs it to call: the contract's own says all that an answer can be, which it never reads and is spared. */
export const bareRoute = ({ id, method, path, access }: Bare) =>
  ({
    id,
    method,
    path,
    access,
    tag: 'field',
    summary: id,
    params: z.object({ estateId: z.string(), id: z.string().optional() }),
    query: z.object({ number: z.string().optional() }),
    response: z.unknown(),
  }) satisfies RouteShape
