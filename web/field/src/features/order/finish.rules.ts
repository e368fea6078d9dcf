export type FinishLack = 'result' | 'before' | 'after' | 'signer' | 'signature'

/** FD-713, FD-013, as the server will ask: photos before and after (of an emergency only after), and the signature of whoever is there. */
export const finishLacks = (given: {
  result: string
  before: number
  after: number
  emergency: boolean
  signing: 'signs' | 'absent'
  signer: string
  signed: boolean
}): FinishLack[] => {
  const lacks: FinishLack[] = []
  if (!given.result.trim()) lacks.push('result')
  if (given.before === 0 && !given.emergency) lacks.push('before')
  if (given.after === 0) lacks.push('after')
  if (given.signing === 'signs') {
    if (!given.signer.trim()) lacks.push('signer')
    if (!given.signed) lacks.push('signature')
  }
  return lacks
}
