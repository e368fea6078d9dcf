import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { asAdmin } from '#test/db/admin.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())

const one = () =>
  t.tx(async ({ db }) => {
    const { rows } = await sql<{ one: number }>`select 1 as one`.execute(db)
    return rows[0]?.one
  })

test('a connection that ends between two statements fails its own transaction; the process and the next one go on', async () => {
  let began = 0
  const broken = t.tx(async ({ db }) => {
    began += 1
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
    if (began === 1) {
      await asAdmin(inject('postgres').adminUrl, `select pg_terminate_backend(${rows[0]?.pid ?? 0})`)
      await wait(200)
    }
    await sql`select 1`.execute(db)
  })
  await expect(broken).rejects.toThrow()
  expect(began).toBe(1)
  expect(await one()).toBe(1)
})
