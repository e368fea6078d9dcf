import { randomInt } from 'node:crypto'

/** An order of chance (Fisher and Yates). */
export const shuffled = <T>(list: readonly T[]): T[] => {
  const mixed = [...list]
  for (let i = mixed.length - 1; i > 0; i -= 1) {
    const j = randomInt(i + 1)
    const [a, b] = [mixed[i], mixed[j]]
    if (a !== undefined && b !== undefined) {
      mixed[i] = b
      mixed[j] = a
    }
  }
  return mixed
}
