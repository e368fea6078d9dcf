import { type KindShape, startsOf } from '#contract/kind.ts'

/** A verb of the program counts as this many of people: it is walked only where people alone do not get to. */
const OF_PROGRAM = 100

/** The verbs that lead from the initial state to this one, the shortest way, by people's verbs wherever they get there. */
export const pathTo = (shape: KindShape, state: string): string[] | undefined => {
  const known = new Map<string, { path: string[]; cost: number }>([[shape.initial, { path: [], cost: 0 }]])
  for (let grew = true; grew; ) {
    grew = false
    for (const [from, { path, cost }] of [...known]) {
      for (const [name, verb] of Object.entries(shape.verbs)) {
        if (verb.to === 'same' || !startsOf(shape, verb).includes(from)) continue
        const price = cost + (verb.system ? OF_PROGRAM : 1)
        if (price >= (known.get(verb.to)?.cost ?? Number.POSITIVE_INFINITY)) continue
        known.set(verb.to, { path: [...path, name], cost: price })
        grew = true
      }
    }
  }
  return known.get(state)?.path
}

export type MoveCase = { verb: string; from: string; to: string; wrong: string }

const nearest = (shape: KindShape, states: readonly string[]): string => {
  const found = states
    .map((state) => ({ state, path: pathTo(shape, state) }))
    .filter((s) => s.path !== undefined)
    .sort((a, b) => (a.path?.length ?? 0) - (b.path?.length ?? 0))[0]
  if (!found) throw new Error(`none of ${states.join()} of ${shape.name} can be reached`)
  return found.state
}

/** For every verb of a drawing: a state from which it may go, where it leads, and a state from which it may not. */
export const moveCases = (shape: KindShape): MoveCase[] =>
  Object.entries(shape.verbs).map(([verb, v]) => {
    const starts = startsOf(shape, v)
    const from = nearest(shape, starts)
    return {
      verb,
      from,
      to: v.to === 'same' ? from : v.to,
      wrong: nearest(
        shape,
        shape.states.filter((s) => !starts.includes(s)),
      ),
    }
  })
