import { z } from 'zod'
import { Uuid } from './values.ts'

// apart from the matters themselves, so that the app on the phone carries none of their drawings
export const EstateParams = z.object({ estateId: Uuid })
export const MatterParams = z.object({ estateId: Uuid, id: Uuid })
export const Person = z.object({ id: Uuid, name: z.string() })

/** A verb the caller may use now. */
export const MoveOffer = z.object({
  verb: z.string(),
  tone: z.enum(['main', 'plain', 'danger']),
  to: z.string(),
})
