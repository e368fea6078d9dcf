import { type Refusal, refuse } from '#contract/refusal.ts'
import { readPhone } from '../phone.rules.ts'

/** A number in its level form; E_INPUT with the trouble when it is none. */
export const phoneNumber = (text: string, field: string): string | Refusal => {
  const reading = readPhone(text)
  return typeof reading === 'string' ? refuse('E_INPUT', { field, details: { trouble: reading } }) : reading.number
}
