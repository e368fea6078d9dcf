import { expect, test } from 'vitest'
import { type KindShape, kebab, startsOf } from '#contract/kind.ts'
import { type Permission, ROLE_CODES, ROLES, type Role } from '#contract/permissions.ts'
import type { Uuid } from '#contract/values.ts'
import type { Answer, TestHouse } from './house.ts'
import { pathTo } from './kind-walk.ts'

/** Who makes a move, and with what; `input` may first write what the move is about (a promise to keep, a clock to stop). */
export type Sample = {
  by: Uuid
  input?: (id: Uuid) => object | Promise<object>
  /** A verb of the program, which has no route: what people do so that it happens. */
  run?: (id: Uuid) => Promise<void>
}

type Standing = { state: string; version: number }
export type MovesTable = {
  house: TestHouse
  /** A fresh subject in its initial state; for some verbs of a certain make. */
  born(verb?: string): Promise<Uuid>
  samples: Readonly<Record<string, Sample>>
  /** State and version as they stand in the database. */
  stands(id: Uuid): Promise<Standing>
}

type Drawn = { shape: KindShape; rule: string; table: () => MovesTable }

const drawnVerbs = (shape: KindShape) => Object.entries(shape.verbs).filter(([, verb]) => !verb.system)

/**
 * Proves a drawing against the running house: every verb in each state from which it may go, every verb in each state from
 * which it may not (E_STATE_CHANGED and nothing written), every verb by somebody without its permission (E_FORBIDDEN).
 * Call it once in a test file; states are reached by real moves. `rule` stands in the titles of verbs without one.
 */
export const proveMoves = ({ shape, rule, table }: Drawn): void => {
  for (const [name, verb] of drawnVerbs(shape)) {
    const rules = (verb.rules ?? [rule]).join(' ')
    const starts = startsOf(shape, verb)

    test.each(starts.map((from) => ({ from, to: verb.to === 'same' ? from : verb.to })))(
      `${rules} ${shape.name}.${name} leads from $from to $to`,
      async ({ from, to }) => {
        const walk = walkOf(shape, table())
        const id = await walk.to(from, name)
        const answer = await walk.go(id, name)
        expect(answer.status, JSON.stringify(answer.body.error)).toBe(200)
        expect((await table().stands(id)).state).toBe(to)
      },
    )

    test(`${rules} ${shape.name}.${name} is refused to who may not (${verb.by})`, async () => {
      const walk = walkOf(shape, table())
      const id = await walk.to(starts[0] ?? shape.initial, name)
      const answer = await walk.go(id, name, table().house.a.staff[roleWithout(verb.by)])
      expect(answer.body.error?.code).toBe('E_FORBIDDEN')
      expect(answer.after).toEqual(answer.before)
    })
  }

  test.each(shape.states.map((state) => ({ state })))(
    `${rule} ${shape.name} in $state takes no verb that does not start there`,
    async ({ state }) => {
      const walk = walkOf(shape, table())
      const id = await walk.to(state)
      const wrong: string[] = []
      for (const [name, verb] of drawnVerbs(shape)) {
        if (startsOf(shape, verb).includes(state)) continue
        const answer = await walk.go(id, name)
        if (answer.body.error?.code !== 'E_STATE_CHANGED' || answer.body.error.details.state !== state)
          wrong.push(`${name}: ${answer.status} ${JSON.stringify(answer.body.error ?? answer.body)}`)
      }
      expect(wrong).toEqual([])
    },
  )
}

const walkOf = (shape: KindShape, { house, born, samples, stands }: MovesTable) => {
  const sampleOf = (verb: string): Sample => {
    const sample = samples[verb]
    if (!sample) throw new Error(`no sample for ${shape.name}.${verb}`)
    return sample
  }
  const go = async (
    id: Uuid,
    verb: string,
    by = sampleOf(verb).by,
  ): Promise<Answer & { before: Standing; after: Standing }> => {
    const input = await sampleOf(verb).input?.(id)
    const before = await stands(id)
    const path = `/api/v1/estates/${house.a.id}/${shape.plural}/${id}/${kebab(verb)}`
    const answer = await house.as(by).post(path, { version: before.version, ...input })
    return { ...answer, before, after: await stands(id) }
  }
  const to = async (state: string, verb?: string): Promise<Uuid> => {
    const id = await born(verb)
    for (const step of pathTo(shape, state) ?? []) {
      const { run } = sampleOf(step)
      if (run) {
        await run(id)
        continue
      }
      const answer = await go(id, step)
      expect(answer.status, `${shape.name}.${step} on the way to ${state}: ${JSON.stringify(answer.body.error)}`).toBe(
        200,
      )
    }
    return id
  }
  return { go, to }
}

const roleWithout = (permission: Permission): Role => {
  const role = ROLE_CODES.find(
    (code) => !(ROLES[code] as readonly Permission[]).includes(permission) && code !== 'telephony',
  )
  if (!role) throw new Error(`everybody holds ${permission}`)
  return role
}
