import { type Refusal, refuse } from '#contract/refusal.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { Cipher } from '#platform/privacy/cipher.ts'
import { type IdKind, readIdNumber, upgradeResidentId } from '../identity.rules.ts'

export type Paper = { number: string; kind: IdKind }
export type SealedPaper = { id_kind: string; id_cipher: Buffer; id_index: Buffer; id_tail: string }
export type SealedRepresentative = {
  representative_kind: string
  representative_cipher: Buffer
  representative_tail: string
}

/** Reads an identity number as it was typed. E_INPUT; `details.trouble` says what is wrong with it. */
export const readPaper = (
  text: string,
  holder: 'person' | 'company',
  today: LocalDate,
  field: string,
): Paper | Refusal => {
  const reading = readIdNumber(text, holder, today)
  return 'trouble' in reading ? refuse('E_INPUT', { field, details: { trouble: reading.trouble } }) : reading
}

/** Old and new number of one person are one person. */
const indexed = ({ number, kind }: Paper): string => (kind === 'resident_id_15' ? upgradeResidentId(number) : number)

/** The blind index under which a number is found and kept unique in an estate. */
export const paperIndex = (cipher: Cipher, estateId: Uuid, paper: Paper): Buffer =>
  cipher.index(indexed(paper), `identity ${estateId}`)

const context = (estateId: Uuid, customerId: Uuid, which: 'id' | 'representative') =>
  `${estateId}/${customerId}/${which}`

export const sealPaper = (cipher: Cipher, estateId: Uuid, customerId: Uuid, paper: Paper): SealedPaper => ({
  id_kind: paper.kind,
  id_cipher: cipher.seal(paper.number, context(estateId, customerId, 'id')),
  id_index: paperIndex(cipher, estateId, paper),
  id_tail: paper.number.slice(-4),
})

/** A representative may stand for several companies, so there is no index. */
export const sealRepresentative = (
  cipher: Cipher,
  estateId: Uuid,
  customerId: Uuid,
  paper: Paper,
): SealedRepresentative => ({
  representative_kind: paper.kind,
  representative_cipher: cipher.seal(paper.number, context(estateId, customerId, 'representative')),
  representative_tail: paper.number.slice(-4),
})

export const openPaper = (
  cipher: Cipher,
  estateId: Uuid,
  customerId: Uuid,
  which: 'id' | 'representative',
  sealed: Uint8Array,
): string => cipher.open(sealed, context(estateId, customerId, which)).toString('utf8')

/** What a resident identity number tells of its holder; empty for other papers. */
export const toldBy = ({ number, kind }: Paper): { birth_date?: LocalDate; gender?: 'male' | 'female' } => {
  const whole = kind === 'resident_id_15' ? upgradeResidentId(number) : number
  if (kind !== 'resident_id' && kind !== 'resident_id_15' && kind !== 'hmt_residence') return {}
  return {
    birth_date: `${whole.slice(6, 10)}-${whole.slice(10, 12)}-${whole.slice(12, 14)}`,
    gender: Number(whole.charAt(16)) % 2 === 1 ? 'male' : 'female',
  }
}
