import { type KindShape, startsOf } from '#contract/kind.ts'

/** The verbs that lead from the initial state to this one: by people's verbs if they can, by the program's too if they must. */
export const pathTo = (shape: KindShape, state: string): string[] | undefined => search(shape, state, false) ?? search(shape, state, true)

const search = (shape: KindShape, state: string, bySystem: boolean): string[] | undefined => {
  const paths = new Map<string, string[]>([[shape.initial, []]])
  for (const [from, path] of paths) {
    if (from === state) return path
    for (const [name, verb] of Object.entries(shape.verbs)) {
      if (verb.to === 'same' || paths.has(verb.to) || (verb.system && !bySystem)) continue
      if (startsOf(shape, verb).includes(from)) paths.set(verb.to, [...path, name])
    }
  }
  return undefined
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
    return { verb, from, to: v.to === 'same' ? from : v.to, wrong: nearest(shape, shape.states.filter((s) => !starts.includes(s))) }
  })
