/** Two characters one after the other, or a word in Latin letters: the least that two texts can have in common. */
const piecesOf = (text: string): string[] => {
  const low = text.toLowerCase()
  const words = low.match(/[a-z0-9]{3,}/g) ?? []
  const han = (low.match(/[\u3400-\u9fff]+/g) ?? []).flatMap((run) =>
    Array.from({ length: Math.max(0, run.length - 1) }, (_, at) => run.slice(at, at + 2)),
  )
  return [...words, ...han]
}

export const sharesWords = (said: string, title: string): boolean => {
  const low = title.toLowerCase()
  return piecesOf(said).some((piece) => low.includes(piece))
}

type Of = { unit: { id: string } | null; customer: { id: string } | null }
export const isOwn = ({ unit, customer }: Of, unitId: string | undefined, customerId: string | undefined): boolean =>
  (unitId !== undefined && unit?.id === unitId) || (customerId !== undefined && customer?.id === customerId)
