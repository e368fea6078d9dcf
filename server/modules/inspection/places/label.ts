import { randomInt } from 'node:crypto'

/** Without 0 O 1 I L: somebody may have to type what a torn label still shows. 31 signs, 12 of them: 59 bits. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const LENGTH = 12

/** What a label says of its place; nobody can guess one. */
export const newLabel = (): string =>
  Array.from({ length: LENGTH }, () => SIGNS.charAt(randomInt(SIGNS.length))).join('')

/** The address in the QR code: opened by the field app, or by the phone's own camera. */
export const labelAddress = (publicUrl: string, estateCode: string, token: string): string =>
  `${publicUrl.replace(/\/$/, '')}/field/p/${estateCode}/${token}`
