import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Keys } from '../config/keys.ts'

const VERSION = 1
const IV_BYTES = 12
const TAG_BYTES = 16

/** Keeps what must not stand readable in the database: identity numbers, uploaded rosters (FD-015). */
export type Cipher = {
  /** AES-256-GCM; `context` (the row it belongs to) must be the same when it is opened. */
  seal(plain: string | Uint8Array, context: string): Buffer
  /** Throws when the bytes were changed, moved to another context or sealed with another key. */
  open(sealed: Uint8Array, context: string): Buffer
  /** HMAC-SHA256: the same number of the same context gives the same bytes, and nothing can be read back from them. */
  index(plain: string, context: string): Buffer
}

const made = new WeakMap<Keys, Cipher>()

/** One key for sealing and another one for indexing, both derived from the installation's data key. */
export const cipherOf = (keys: Keys): Cipher => {
  const known = made.get(keys)
  if (known) return known
  const cipher = makeCipher(keys.dataKey)
  made.set(keys, cipher)
  return cipher
}

export const makeCipher = (dataKey: string): Cipher => {
  const root = Buffer.from(dataKey, 'base64')
  if (root.length < 32) throw new Error('the data key must hold 32 bytes in base64')
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', root, '', `wuyou ${purpose}`, 32))
  const [sealKey, indexKey] = [derive('seal'), derive('index')]
  return {
    seal(plain, context) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', sealKey, iv).setAAD(Buffer.from(context))
      const body = Buffer.concat([cipher.update(plain), cipher.final()])
      return Buffer.concat([Buffer.of(VERSION), iv, cipher.getAuthTag(), body])
    },
    open(sealed, context) {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
      if (bytes[0] !== VERSION || bytes.length < 1 + IV_BYTES + TAG_BYTES)
        throw new Error('these bytes were not sealed here')
      const iv = bytes.subarray(1, 1 + IV_BYTES)
      const tag = bytes.subarray(1 + IV_BYTES, 1 + IV_BYTES + TAG_BYTES)
      const decipher = createDecipheriv('aes-256-gcm', sealKey, iv).setAAD(Buffer.from(context)).setAuthTag(tag)
      return Buffer.concat([decipher.update(bytes.subarray(1 + IV_BYTES + TAG_BYTES)), decipher.final()])
    },
    index: (plain, context) => createHmac('sha256', indexKey).update(`${context}\n${plain}`).digest(),
  }
}
