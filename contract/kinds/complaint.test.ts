import fc from 'fast-check'
import { expect, test } from 'vitest'
import { faultsOf, startsOf } from '../kind.ts'
import { complaint } from './complaint.ts'

type Arrow = { verb: string; from: string; to: string }
const ARROWS: Arrow[] = Object.entries(complaint.verbs).flatMap(([verb, shape]) =>
  startsOf(complaint, shape).map((from) => ({ verb, from, to: shape.to === 'same' ? from : shape.to })),
)
const FINAL: readonly string[] = complaint.final
const OPEN = complaint.states.filter((state) => !FINAL.includes(state))

/** Where one can come to by these arrows. */
const reached = (from: string, arrows: readonly Arrow[]): Set<string> => {
  const seen = new Set([from])
  for (let grew = true; grew; ) {
    grew = false
    for (const arrow of arrows)
      if (seen.has(arrow.from) && !seen.has(arrow.to)) {
        seen.add(arrow.to)
        grew = true
      }
  }
  return seen
}

test('CP-060 the drawing has no dead end, no state that nobody reaches and no arrow into the void', () => {
  expect(faultsOf(complaint)).toEqual([])
})

test('CP-060 only a satisfied callback and a quiet week lead into CLOSED', () => {
  const closing = ARROWS.filter(({ from, to }) => to === 'CLOSED' && from !== 'CLOSED')
  expect(closing.map(({ verb, from }) => `${from} ${verb}`).sort()).toEqual([
    'CALLBACK_DUE callBack',
    'OBSERVING closeQuiet',
  ])
  const rest = ARROWS.filter(({ verb }) => verb !== 'callBack' && verb !== 'closeQuiet')
  expect([...reached('RECEIVED', rest)]).not.toContain('CLOSED')
  expect([...reached('RECEIVED', rest)]).not.toContain('ARCHIVED')
})

test('CP-060 no walk of people and program comes to CLOSED but by a satisfied callback or a quiet week', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 60 }), (choices) => {
      let state: string = complaint.initial
      let last = ''
      for (const choice of choices) {
        const ways = ARROWS.filter(({ from }) => from === state)
        const way = ways[choice % Math.max(ways.length, 1)]
        if (!way) break
        if (way.to === 'CLOSED' && state !== 'CLOSED') last = way.verb
        if (way.to === 'CLOSED' || way.to === 'ARCHIVED') expect(['callBack', 'closeQuiet']).toContain(last)
        state = way.to
      }
    }),
    { numRuns: 2_000 },
  )
})

test.each(OPEN)('CP-060 CP-061 from %s there is a way to CLOSED', (state) => {
  expect([...reached(state, ARROWS)]).toContain('CLOSED')
})

test('CP-061 nothing ends because a customer does not agree, unless it was explained (T28)', () => {
  const refused = ARROWS.filter(({ from }) => from === 'NEGOTIATING').map(({ verb, to }) => [verb, to])
  const quiet = refused.filter(([, to]) => to === 'OBSERVING' || to === 'CLOSED')
  expect(quiet).toEqual([['endExplained', 'OBSERVING']])
})

test('CP-064 what is filed, merged or no complaint is not moved on', () => {
  for (const state of ['ARCHIVED', 'MERGED', 'NOT_COMPLAINT'])
    expect(ARROWS.filter(({ from }) => from === state)).toEqual([])
})

test('CP-060 CP-113 T25 T35 what only the program does is offered to nobody', () => {
  const system = Object.entries(complaint.verbs).filter(([, shape]) => 'system' in shape)
  expect(system.map(([verb]) => verb).sort()).toEqual(['closeQuiet', 'publishHolding', 'takeFromAbove', 'turnHot'])
})
