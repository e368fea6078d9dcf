import type { Uuid } from '#contract/values.ts'
import type { House } from '../house.ts'

/**
 * Part of a message that only its receiver may read, such as a link that lets somebody in. In the outbox stands a mark
 * in its place; it is filled in when the message goes out, and whoever reads the outbox sees dots.
 */
type Fill = (house: House, estateId: Uuid, id: Uuid) => string

const fills = new Map<string, Fill>()
const MARK = /⟦(\w+):([0-9a-f-]{36})⟧/g

/** Says once how parts of this kind are filled in. */
export const declareSealed = (kind: string, fill: Fill): void => {
  fills.set(kind, fill)
}
export const sealed = (kind: string, id: Uuid): string => `⟦${kind}:${id}⟧`

export const openSealed = (house: House, estateId: Uuid, body: string): string =>
  body.replaceAll(MARK, (mark, kind: string, id: string) => fills.get(kind)?.(house, estateId, id) ?? mark)
export const hideSealed = (body: string): string => body.replaceAll(MARK, '••••••')
