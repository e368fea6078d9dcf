import type pg from 'pg'
import { newId } from '#platform/ids.ts'
import type { Desk } from './new-matter.ts'
import type { Statement } from './record-request.ts'

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const uuidsIn = (statements: readonly Statement[]): Set<string> => new Set(JSON.stringify(statements).match(UUID))

/** The ids that a request made for itself: those of one recording that another of the same request does not have. */
export const freshIds = (one: readonly Statement[], other: readonly Statement[]): ReadonlySet<string> => {
  const known = uuidsIn(other)
  return new Set([...uuidsIn(one)].filter((id) => !known.has(id)))
}

/** The same with every id put through `replace`; values without ids stay the very same objects. */
const rewrite = (value: unknown, replace: (id: string) => string): unknown => {
  if (typeof value === 'string') return value.replace(UUID, replace)
  return Array.isArray(value) ? value.map((one) => rewrite(one, replace)) : value
}

export type Prepared = { text: string; name?: string; values: unknown[]; fresh: boolean }

/** The recorded statements as they would be at another desk; `fresh` marks those that get new ids each time. */
export const atDesk = (recorded: readonly Statement[], from: Desk, to: Desk, ids: ReadonlySet<string>): Prepared[] => {
  const moved = new Map<string, string>([
    [from.estateId, to.estateId],
    [from.clerkId, to.clerkId],
    [from.customerId, to.customerId],
    [from.unitId, to.unitId],
  ])
  const move = (id: string) => moved.get(id) ?? id
  return recorded.map(({ text, values, named }, i) => {
    const fresh = (JSON.stringify(values).match(UUID) ?? []).some((id) => ids.has(id))
    const query = { text: text.replace(UUID, move), values: values.map((one) => rewrite(one, move)), fresh }
    return named ? { ...query, name: `replay${i}` } : query
  })
}

/** Sends one recorded transaction over a plain connection, with ids of its own. */
export const replay = async (
  client: pg.ClientBase,
  statements: readonly Prepared[],
  ids: ReadonlySet<string>,
): Promise<void> => {
  const made = new Map<string, string>()
  const replace = (id: string): string => {
    if (!ids.has(id)) return id
    const known = made.get(id) ?? newId()
    made.set(id, known)
    return known
  }
  for (const { text, name, values, fresh } of statements) {
    const sent = fresh ? values.map((one) => rewrite(one, replace)) : values
    await client.query(name === undefined ? { text, values: sent } : { text, name, values: sent })
  }
}
