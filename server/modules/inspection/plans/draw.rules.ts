/** FNV-1a with a last mixing: the same words give the same number everywhere and always. */
const hash = (words: string): number => {
  let h = 0x811c9dc5
  for (let i = 0; i < words.length; i += 1) h = Math.imul(h ^ words.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  return (h ^ (h >>> 13)) >>> 0
}

/** What is shown beside a draw, and with the places all that is needed to repeat it. */
export const seedOf = (seed: string, nth: number): string => `${seed}#${nth}`

/**
 * The places of the n-th draw of a plan (from 0), in the order of the route. The places are shuffled by the seed and
 * dealt out draw by draw; when all were dealt they are shuffled anew. So within ⌈places ÷ sample⌉ draws everybody has
 * their turn, whatever the seed, and the same seed draws the same.
 */
export const drawPlaces = <P extends { id: string }>(
  places: readonly P[],
  sample: number | null,
  seed: string,
  nth: number,
): P[] => {
  if (sample === null || sample >= places.length) return [...places]
  const draws = Math.ceil(places.length / sample)
  const [turn, inTurn] = [Math.floor(nth / draws), nth % draws]
  const lot = (place: P) => hash(`${seed}/${turn}/${place.id}`)
  const shuffled = [...places].sort((a, b) => lot(a) - lot(b) || (a.id < b.id ? -1 : 1))
  const dealt = shuffled.slice(inTurn * sample, (inTurn + 1) * sample)
  // the last draw of a turn is filled up with those who had theirs first
  const filled = new Set([...dealt, ...shuffled.slice(0, sample - dealt.length)])
  return places.filter((place) => filled.has(place))
}

/** What a draw was made from: the places that were there then, in the order of the route, how many were drawn, its seed. */
export type Draw = { pool: readonly string[]; quota: number; seed: string }

/** The same draw once more, from what was kept of it alone: whatever became of the plan and its places since. */
export const drawAgain = ({ pool, quota, seed }: Draw): string[] => {
  const at = seed.lastIndexOf('#')
  const places = pool.map((id) => ({ id }))
  return drawPlaces(places, quota, seed.slice(0, at), Number(seed.slice(at + 1))).map(({ id }) => id)
}
