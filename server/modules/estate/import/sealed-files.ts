import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Uuid } from '#contract/values.ts'
import type { Cipher } from '#platform/privacy/cipher.ts'
import type { Roster } from '../roster/roster-row.ts'

const [pack, unpack] = [promisify(gzip), promisify(gunzip)]
const context = (batchId: Uuid, what: 'file' | 'roster') => `import/${batchId}/${what}`

/** FD-015: a roster holds whole identity numbers, so file and reading lie sealed until they are thrown away. */
export const sealFile = (cipher: Cipher, batchId: Uuid, bytes: Buffer): Buffer =>
  cipher.seal(bytes, context(batchId, 'file'))
export const openFile = (cipher: Cipher, batchId: Uuid, sealed: Buffer): Buffer =>
  cipher.open(sealed, context(batchId, 'file'))

export const sealRoster = async (cipher: Cipher, batchId: Uuid, roster: Roster): Promise<Buffer> =>
  cipher.seal(await pack(JSON.stringify(roster), { level: 1 }), context(batchId, 'roster'))

/** What was sealed here a moment ago was a roster; sealing proves that nobody has changed it. */
export const openRoster = async (cipher: Cipher, batchId: Uuid, sealed: Buffer): Promise<Roster> =>
  JSON.parse((await unpack(cipher.open(sealed, context(batchId, 'roster')))).toString('utf8'))
