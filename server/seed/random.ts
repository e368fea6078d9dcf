import { createHash } from 'node:crypto'

/** Random numbers that are the same each time for the same name, so that the demo is the same on every machine. */
export type Random = {
  /** 0 ≤ n < 1 */
  next(): number
  /** Whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number
  pick<T>(list: readonly T[]): T
  chance(share: number): boolean
  /** One of the names, by weight. */
  weighted<T extends string>(weights: Readonly<Record<T, number>>): T
}

export const randomOf = (name: string): Random => {
  let state = createHash('sha256').update(`wuyou ${name}`).digest().readUInt32LE(0)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    whole,
    pick: (list) => {
      const one = list[whole(0, list.length - 1)]
      if (one === undefined) throw new Error('nothing to pick from')
      return one
    },
    chance: (share) => next() < share,
    weighted: <T extends string>(weights: Readonly<Record<T, number>>): T => {
      const entries = Object.entries(weights) as [T, number][]
      let left = next() * entries.reduce((sum, [, w]) => sum + w, 0)
      for (const [name, weight] of entries) {
        left -= weight
        if (left < 0) return name
      }
      const last = entries.at(-1)
      if (!last) throw new Error('nothing to weigh')
      return last[0]
    },
  }
}
