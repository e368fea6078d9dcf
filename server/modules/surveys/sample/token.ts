import { createHash, createHmac } from 'node:crypto'
import type { Uuid } from '#contract/values.ts'
import type { House } from '#platform/house.ts'

/** 160 bits. */
const BYTES = 20

/**
 * The token of an invitation, made from the secret of the installation so that it need not be kept: a reminder carries
 * the same link as the invitation, and nobody who reads the tables can answer for a resident.
 */
export const tokenOf = (keys: House['keys'], estateId: Uuid, invitationId: Uuid): string =>
  createHmac('sha256', keys.authSecret)
    .update(`survey ${estateId} ${invitationId}`)
    .digest()
    .subarray(0, BYTES)
    .toString('base64url')

/** What is kept of a token, in hex. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Whose lot is lowest is asked; the same seed gives the same lots. */
export const lotOf = (seed: string) => (customerId: Uuid) =>
  createHash('sha256').update(`${seed} ${customerId}`).digest('hex')

/** The address a resident opens: the estate in 22 signs, the token in 27. */
export const linkOf = (house: Pick<House, 'config' | 'keys'>, estateId: Uuid, invitationId: Uuid): string => {
  const base = house.config.PUBLIC_URL ?? `http://localhost:${house.config.PORT}`
  const estate = Buffer.from(estateId.replaceAll('-', ''), 'hex').toString('base64url')
  return `${base.replace(/\/$/, '')}/s/${estate}${tokenOf(house.keys, estateId, invitationId)}`
}
