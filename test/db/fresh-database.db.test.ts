import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { withDatabase } from './admin.ts'
import { type FreshDatabase, freshDatabase } from './fresh-database.ts'

let first: FreshDatabase
let second: FreshDatabase

beforeAll(async () => {
  ;[first, second] = await Promise.all([freshDatabase(), freshDatabase()])
})
afterAll(() => Promise.all([first?.drop(), second?.drop()]))

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query({ text: statement, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

test('a fresh database has the newest schema', async () => {
  expect(await ask(first.ownerUrl, 'select count(*)::int > 0 from schema_migration')).toEqual([true])
})

test('what one file writes, no other file sees', async () => {
  await ask(first.ownerUrl, 'create table only_here (id int)')
  expect(await ask(first.ownerUrl, "select to_regclass('only_here') is not null")).toEqual([true])
  expect(await ask(second.ownerUrl, "select to_regclass('only_here') is not null")).toEqual([false])
})

test('the template cannot be changed by a test', async () => {
  const { adminUrl, template } = inject('postgres')
  await expect(ask(withDatabase(adminUrl, template), 'select 1')).rejects.toThrow('not currently accepting connections')
})

test('a dropped database is gone, even with somebody connected', async () => {
  const { adminUrl } = inject('postgres')
  const third = await freshDatabase()
  const idle = new pg.Client({ connectionString: third.ownerUrl })
  idle.on('error', () => undefined)
  await idle.connect()
  await third.drop()
  await third.drop()
  const name = new URL(third.ownerUrl).pathname.slice(1)
  expect(await ask(adminUrl, `select count(*)::int from pg_database where datname = '${name}'`)).toEqual([0])
})

test('twelve fresh databases at once do not stand in each other’s way', async () => {
  const twelve = await Promise.all(Array.from({ length: 12 }, () => freshDatabase()))
  expect(new Set(twelve.map(({ ownerUrl }) => ownerUrl)).size).toBe(12)
  await Promise.all(twelve.map((one) => one.drop()))
})
