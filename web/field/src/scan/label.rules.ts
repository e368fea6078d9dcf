/** What a label says: `<address>/field/p/<estate code>/<token>`, or typed by hand only the token. */
export type Label = { estateCode: string | null; token: string }

const TOKEN = /^[A-Za-z0-9_-]{4,40}$/

export const readLabel = (text: string): Label | undefined => {
  const said = text.trim()
  const path = /\/field\/p\/([^/?#]+)\/([^/?#]+)/.exec(said)
  if (path?.[1] && path[2]) {
    const token = decoded(path[2])
    return TOKEN.test(token) ? { estateCode: decoded(path[1]), token } : undefined
  }
  return TOKEN.test(said) ? { estateCode: null, token: said } : undefined
}

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

export type Found<P> =
  | { kind: 'place'; place: P }
  | { kind: 'otherEstate'; estateCode: string }
  /** A label of this estate that the phone does not know: the place is new, or the label forged or withdrawn. */
  | { kind: 'unknown' }
  | { kind: 'noLabel' }

/** The place a scanned text belongs to, without asking anybody. */
export const placeOfLabel = <P extends { labelToken: string }>(
  text: string,
  estateCode: string,
  places: readonly P[],
): Found<P> => {
  const label = readLabel(text)
  if (!label) return { kind: 'noLabel' }
  if (label.estateCode !== null && label.estateCode.toUpperCase() !== estateCode.toUpperCase())
    return { kind: 'otherEstate', estateCode: label.estateCode }
  const place = places.find(({ labelToken }) => labelToken === label.token)
  return place ? { kind: 'place', place } : { kind: 'unknown' }
}
