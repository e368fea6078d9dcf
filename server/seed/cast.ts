import type { Actor } from '#platform/auth/actor.ts'
import { loadActor } from '#platform/auth/load-actor.ts'
import type { House } from '#platform/house.ts'

/** Everybody who works in the demo, with what they may do, by user name. */
export const castOf = async (house: House): Promise<(username: string) => Actor> => {
  const rows = await house.database.kysely.selectFrom('staff').select(['id', 'username']).execute()
  const actors = new Map<string, Actor>()
  for (const { id, username } of rows) {
    const actor = await loadActor(house.database, id, { required: false, roles: new Set() })
    if (actor) actors.set(username, actor)
  }
  return (username) => {
    const actor = actors.get(username)
    if (!actor) throw new Error(`the demo has no ${username}`)
    return actor
  }
}
