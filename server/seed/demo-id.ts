import { createHash } from 'node:crypto'

/** The same id for the same name, always: the demo is deterministic. Shaped as a UUIDv7 of a fixed day. */
export const demoId = (name: string): string => {
  const hex = createHash('sha256').update(`wuyou demo ${name}`).digest('hex')
  return `019080a0-0000-7${hex.slice(0, 3)}-a${hex.slice(3, 6)}-${hex.slice(6, 18)}`
}
