import { randomFillSync } from 'node:crypto'

const bytes = Buffer.alloc(16)
let lastMs = 0
let sequence = 0

/** A UUIDv7 (RFC 9562): rows sort by birth; within one millisecond of one process the order of calls is kept. */
export const newId = (): string => {
  const now = Date.now()
  if (now > lastMs) {
    lastMs = now
    sequence = 0
  } else {
    sequence += 1
    // 12 bits of sequence; past them the clock is pushed on by a millisecond
    if (sequence > 0xfff) {
      lastMs += 1
      sequence = 0
    }
  }
  randomFillSync(bytes, 8)
  bytes.writeUIntBE(lastMs, 0, 6)
  bytes.writeUInt16BE(0x7000 | sequence, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Stands where a company-wide row needs an estate: such rows belong to no estate. */
export const NO_ESTATE = '00000000-0000-0000-0000-000000000000'
