import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { asAdmin } from '#test/db/admin.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { outliveTheServer } from './pool.ts'
import { inTransaction } from './tx.ts'

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

test('an error that reaches a connection while its pool is ended is heard and ends nothing', async () => {
  const heard: string[] = []
  const pool = outliveTheServer(new pg.Pool({ connectionString: inject('postgres').adminUrl, max: 1 }), (error) =>
    heard.push(error.message),
  )
  const clients: pg.PoolClient[] = []
  pool.on('connect', (client) => clients.push(client))
  await pool.query('select 1')
  const ended = pool.end()
  clients[0]?.emit('error', new Error('terminated'))
  await ended
  clients[0]?.emit('error', new Error('terminated too late'))
  expect(new Set(heard)).toEqual(new Set(['terminated', 'terminated too late']))
})

test('all statements of a snapshot see the database as it was at the first of them', async () => {
  const name = () =>
    t.tx(({ db }) => db.selectFrom('estate').select('name').where('estate_id', '=', t.a.id).executeTakeFirst())
  const before = await name()
  const seen: unknown[] = []
  await inTransaction(t.house.database, { scope: [t.a.id], snapshot: true }, async ({ db }) => {
    const read = () => db.selectFrom('estate').select('name').where('estate_id', '=', t.a.id).executeTakeFirst()
    seen.push(await read())
    await t.tx(({ db: other }) =>
      other.updateTable('estate').set({ name: '另一个名字' }).where('estate_id', '=', t.a.id).execute(),
    )
    seen.push(await read())
  })
  expect(seen).toEqual([before, before])
  expect(await name()).toEqual({ name: '另一个名字' })
})
