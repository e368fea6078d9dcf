import type { z } from 'zod'
import type { Permission } from './permissions.ts'

/**
 * The drawing of one kind of matter (or order): its states and the arrows between them. Server, buttons, forms,
 * endpoints, OpenAPI, the pictures in docs/domain and the generated tests all read this one table; the module's
 * `*.moves.ts` adds what happens inside an arrow (guards, clocks, effects).
 */
export type VerbShape<State extends string = string> = {
  /** States it may start from; `open` is every state that is not final. */
  from: readonly State[] | 'open'
  /** Where it leads; `same` leaves the state as it is and only records. */
  to: State | 'same'
  by: Permission
  needs: z.ZodObject
  /** Under which heading of the menu it stands; those without one come first. */
  group?: 'cause' | 'customer' | 'risk' | 'online' | 'file'
  /** How its button looks: `main` is what the clerk most likely does next. */
  tone?: 'main' | 'plain' | 'danger'
  /** Rules of the specification that this arrow carries. */
  rules?: readonly string[]
  /** Only the program moves along it (an event of another module, a sweep). */
  system?: true
}

export type KindShape<State extends string = string> = {
  name: string
  /** Path segment of its endpoints. */
  plural: string
  states: readonly State[]
  initial: State
  final: readonly State[]
  verbs: Readonly<Record<string, VerbShape<State>>>
}

export const defineKind = <const State extends string, const Verbs extends Record<string, VerbShape<NoInfer<State>>>>(
  shape: Omit<KindShape<State>, 'verbs'> & { verbs: Verbs },
) => shape

export type StateOf<K extends KindShape> = K['states'][number]
export type VerbOf<K extends KindShape> = keyof K['verbs'] & string
export type NeedsOf<K extends KindShape, V extends VerbOf<K>> = z.output<K['verbs'][V]['needs']>

/** States a verb may start from, written out. */
export const startsOf = (kind: KindShape, verb: VerbShape): readonly string[] =>
  verb.from === 'open' ? kind.states.filter((s) => !kind.final.includes(s)) : verb.from

export const kebab = (name: string): string => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)

/** What is wrong with a drawing: unknown targets, states nobody reaches, dead ends that are not final. Empty when sound. */
export const faultsOf = (kind: KindShape): string[] => {
  const faults: string[] = []
  const known = new Set(kind.states)
  const arrows: [string, string][] = []
  if (!known.has(kind.initial)) faults.push(`initial state ${kind.initial} is unknown`)
  for (const state of kind.final) if (!known.has(state)) faults.push(`final state ${state} is unknown`)
  for (const [name, verb] of Object.entries(kind.verbs)) {
    for (const from of startsOf(kind, verb)) {
      if (!known.has(from)) faults.push(`${name} starts from the unknown state ${from}`)
      if (verb.to === 'same') continue
      if (!known.has(verb.to)) faults.push(`${name} leads to the unknown state ${verb.to}`)
      arrows.push([from, verb.to])
    }
  }
  const reached = closure([kind.initial], arrows)
  const canEnd = closure(
    kind.final,
    arrows.map(([a, b]) => [b, a]),
  )
  for (const state of kind.states) {
    if (!reached.has(state)) faults.push(`nobody reaches ${state}`)
    if (!canEnd.has(state)) faults.push(`${state} is a dead end that is not final`)
  }
  return faults
}

const closure = (start: readonly string[], arrows: readonly (readonly [string, string])[]) => {
  const seen = new Set(start)
  for (let grew = true; grew; ) {
    grew = false
    for (const [a, b] of arrows)
      if (seen.has(a) && !seen.has(b)) {
        seen.add(b)
        grew = true
      }
  }
  return seen
}
