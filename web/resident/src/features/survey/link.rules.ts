export type LinkParts = { estateId: string; token: string }

const LINK = /^\/s\/([A-Za-z0-9_-]{22})([A-Za-z0-9_-]{27})\/?$/

/** The estate and the token in the address of an invitation: 22 signs and 27; undefined for a link cut short. */
export const readLink = (path: string): LinkParts | undefined => {
  const [, estate, token] = LINK.exec(path) ?? []
  if (!estate || !token) return undefined
  const bytes = Array.from(atob(`${estate.replaceAll('-', '+').replaceAll('_', '/')}==`), (c) => c.charCodeAt(0))
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const estateId = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  return { estateId, token }
}
