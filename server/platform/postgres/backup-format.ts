/**
 * The backup file. One gzip stream; inside, the ten bytes `WUYOU-BKP\n` and then frames:
 *
 *   1 byte   kind
 *   4 bytes  length of the payload, big-endian
 *   n bytes  payload
 *
 * H  header, JSON (`Header`): when, from what, the migrations, the tables, the sequences. First and once.
 * T  a table begins, JSON (`schema`, `name`, `columns`); then D frames and an E frame.
 * F  a file begins, JSON (`path` below the data folder); then D frames and an E frame.
 * D  a piece of a table's rows (PostgreSQL's COPY text format, UTF-8) or of a file's bytes.
 * E  the table or file ends, JSON: `bytes`, and `rows` of a table.
 * Z  the end, JSON: SHA-256 of everything before this frame. Last and once.
 *
 * A file without a Z frame that agrees with its content was cut off or altered, and is refused.
 */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'

export const FORMAT_VERSION = 1

const MAGIC = Buffer.from('WUYOU-BKP\n')
const HEAD_BYTES = 5
const PIECE_BYTES = 64 * 1024
const LARGEST_FRAME = 64 * 1024 * 1024
const READ_BYTES = 256 * 1024
const KINDS = ['H', 'T', 'F', 'D', 'E', 'Z'] as const

export type FrameKind = (typeof KINDS)[number]
export type Frame = { kind: FrameKind; payload: Buffer }

/** The file is no backup, or not a whole and unaltered one. */
export class DamagedBackup extends Error {}

export type BackupWriter = {
  json(kind: 'H' | 'T' | 'F' | 'E', value: object): Promise<void>
  data(bytes: Buffer): Promise<void>
  /** Writes the checksum and waits until everything is on the disk. */
  finish(): Promise<void>
  /** Gives up; the file is left as it is. */
  abandon(): void
}

/** Begins a backup file, readable by its owner only. Throws when the file exists. */
export function writeBackupFile(path: string): BackupWriter {
  const gzip = createGzip({ level: 4 })
  const done = pipeline(gzip, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  // What goes wrong is thrown to whoever writes or finishes.
  done.catch(() => undefined)
  const hash = createHash('sha256')

  const put = async (bytes: Buffer): Promise<void> => {
    if (gzip.destroyed) await done
    hash.update(bytes)
    if (!gzip.write(bytes)) await drained(gzip)
  }
  const frame = async (kind: FrameKind, payload: Buffer): Promise<void> => {
    const head = Buffer.alloc(HEAD_BYTES)
    head.write(kind, 'latin1')
    head.writeUInt32BE(payload.length, 1)
    await put(head)
    await put(payload)
  }
  let begun = false
  const begin = async (): Promise<void> => {
    if (begun) return
    begun = true
    await put(MAGIC)
  }
  return {
    async json(kind, value) {
      await begin()
      await frame(kind, Buffer.from(JSON.stringify(value)))
    },
    async data(bytes) {
      for (let at = 0; at < bytes.length; at += PIECE_BYTES) await frame('D', bytes.subarray(at, at + PIECE_BYTES))
    },
    async finish() {
      await frame('Z', Buffer.from(JSON.stringify({ sha256: hash.copy().digest('hex') })))
      gzip.end()
      await done
      const file = await open(path, 'r')
      await file.sync().finally(() => file.close())
    },
    abandon() {
      gzip.destroy()
    },
  }
}

// Not a race with the end of the whole file: that would remember every wait until then.
function drained(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      stream.off('drain', go)
      stream.off('close', go)
      resolve()
    }
    stream.on('drain', go)
    stream.on('close', go)
  })
}

/** The frames of a backup file up to Z, which is checked. Throws `DamagedBackup` at the place where it is damaged. */
export async function* readBackupFile(path: string): AsyncGenerator<Frame> {
  const file = createReadStream(path)
  const gunzip = createGunzip({ chunkSize: READ_BYTES })
  const piped = pipeline(file, gunzip)
  piped.catch(() => undefined) // the loop below meets the same error
  const hash = createHash('sha256')
  try {
    let rest: Buffer = Buffer.alloc(0)
    let begun = false
    let ended = false
    for await (const chunk of gunzip) {
      rest = Buffer.concat([rest, chunk])
      if (!begun && rest.length >= MAGIC.length) {
        if (!rest.subarray(0, MAGIC.length).equals(MAGIC)) throw new DamagedBackup('it is not a backup of this product')
        hash.update(MAGIC)
        rest = rest.subarray(MAGIC.length)
        begun = true
      }
      while (begun && rest.length > 0) {
        if (ended) throw new DamagedBackup('something follows its end')
        const frame = takeFrame(rest)
        if (frame === undefined) break
        const length = HEAD_BYTES + frame.payload.length
        if (frame.kind === 'Z') {
          if (textField(parseJson(frame.payload), 'sha256') !== hash.digest('hex')) {
            throw new DamagedBackup('its checksum is wrong')
          }
          ended = true
        } else {
          hash.update(rest.subarray(0, length))
          yield frame
        }
        rest = rest.subarray(length)
      }
    }
    if (!ended) throw new DamagedBackup('it is cut off')
  } catch (error) {
    throw explain(error)
  } finally {
    file.destroy()
    gunzip.destroy()
    await finished(file).catch(() => undefined)
  }
}

function takeFrame(bytes: Buffer): Frame | undefined {
  if (bytes.length < HEAD_BYTES) return undefined
  const letter = String.fromCharCode(bytes.readUInt8(0))
  const kind = KINDS.find((known) => known === letter)
  const length = bytes.readUInt32BE(1)
  if (kind === undefined || length > LARGEST_FRAME) throw new DamagedBackup('it holds something that is not a frame')
  if (bytes.length < HEAD_BYTES + length) return undefined
  return { kind, payload: bytes.subarray(HEAD_BYTES, HEAD_BYTES + length) }
}

function explain(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'Z_BUF_ERROR') return new DamagedBackup('it is cut off')
  if (code.startsWith('Z_')) return new DamagedBackup('it is altered, or is no backup')
  return error
}

/** The JSON of a frame. Throws `DamagedBackup` when it is none. */
export function parseJson(payload: Buffer): unknown {
  try {
    return JSON.parse(payload.toString('utf8'))
  } catch {
    throw new DamagedBackup('it holds unreadable entries')
  }
}

function textField(value: unknown, name: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const found = new Map(Object.entries(value)).get(name)
  return typeof found === 'string' ? found : undefined
}
