import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { type ReadLimits, UnreadableFile } from './source-sheet.ts'

export type ZipEntry = { name: string; method: number; packed: number; unpacked: number; offset: number }

const END = 0x06054b50
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const HUGE = 0xffffffff
/** A workbook has some dozen parts, and a few thousand with pictures. */
const MOST_ENTRIES = 20_000

const inflate = promisify(inflateRaw)
const broken = () => new UnreadableFile('broken')

const findEnd = (file: Buffer): number => {
  for (let at = file.length - 22; at >= Math.max(0, file.length - 22 - 0xffff); at--) {
    if (file.readUInt32LE(at) === END) return at
  }
  throw broken()
}

const directoryAt = (file: Buffer): { offset: number; count: number } => {
  const end = findEnd(file)
  const count = file.readUInt16LE(end + 10)
  const offset = file.readUInt32LE(end + 16)
  if (offset !== HUGE && count !== 0xffff) return { offset, count }
  const locator = end - 20
  if (locator < 0 || file.readUInt32LE(locator) !== LOCATOR_64) throw broken()
  const end64 = Number(file.readBigUInt64LE(locator + 8))
  if (end64 + 56 > file.length || file.readUInt32LE(end64) !== END_64) throw broken()
  return { offset: Number(file.readBigUInt64LE(end64 + 48)), count: Number(file.readBigUInt64LE(end64 + 32)) }
}

/** Sizes of more than 32 bits stand in an extra field, in this order, and only those that did not fit. */
const wide = (extra: Buffer, values: number[]): number[] => {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let field = at + 4
    return values.map((value) => {
      if (value !== HUGE) return value
      field += 8
      return Number(extra.readBigUInt64LE(field - 8))
    })
  }
  return values
}

/**
 * The directory of a ZIP file, read and weighed before a single byte is unpacked: total size, ratio, entries that lie
 * over one another. Throws UnreadableFile.
 */
export const readZipDirectory = (file: Buffer, limits: ReadLimits): Map<string, ZipEntry> => {
  const { offset: start, count } = directoryAt(file)
  if (count > MOST_ENTRIES) throw new UnreadableFile('zip_bomb', { entries: count })
  const entries = new Map<string, ZipEntry>()
  let at = start
  let [packedSum, unpackedSum] = [0, 0]
  for (let i = 0; i < count; i++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== ENTRY) throw broken()
    if ((file.readUInt16LE(at + 8) & 1) === 1) throw new UnreadableFile('encrypted')
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((field) => file.readUInt16LE(at + field))
    const nameEnd = at + 46 + (nameLength ?? 0)
    const extraEnd = nameEnd + (extraLength ?? 0)
    const [unpacked = 0, packed = 0, offset = 0] = wide(file.subarray(nameEnd, extraEnd), [
      file.readUInt32LE(at + 24),
      file.readUInt32LE(at + 20),
      file.readUInt32LE(at + 42),
    ])
    const name = file
      .toString('utf8', at + 46, nameEnd)
      .replaceAll('\\', '/')
      .replace(/^\//, '')
    if (unpacked > 1024 * 1024 && unpacked > packed * limits.ratio) throw new UnreadableFile('zip_bomb', { part: name })
    packedSum += packed
    unpackedSum += unpacked
    entries.set(name.toLowerCase(), { name, method: file.readUInt16LE(at + 10), packed, unpacked, offset })
    at = extraEnd + (noteLength ?? 0)
  }
  if (packedSum > file.length) throw new UnreadableFile('zip_bomb')
  if (unpackedSum > limits.unpackedBytes) throw new UnreadableFile('unpacked_too_large', { bytes: unpackedSum })
  return entries
}

/** Unpacks one part; stops at the declared size, because a directory may lie. */
export const unpack = async (file: Buffer, entry: ZipEntry): Promise<Buffer> => {
  const at = entry.offset
  if (at + 30 > file.length || file.readUInt32LE(at) !== LOCAL) throw broken()
  const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28)
  const packed = file.subarray(start, start + entry.packed)
  if (packed.length !== entry.packed) throw broken()
  if (entry.method === 0) return packed
  if (entry.method !== 8) throw broken()
  try {
    return await inflate(packed, { maxOutputLength: Math.max(1, entry.unpacked) })
  } catch (error) {
    const tooLong = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw tooLong ? new UnreadableFile('zip_bomb', { part: entry.name }) : broken()
  }
}
