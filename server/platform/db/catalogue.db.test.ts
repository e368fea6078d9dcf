import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#contract/refusal.ts'
import { type FreshDatabase, freshDatabase } from '#test/db/fresh-database.ts'
import { newId } from '../ids.ts'
import { faultsOfCatalogue } from './check-catalogue.ts'
import { openDatabase } from './pool.ts'
import { inTransaction } from './tx.ts'

let fresh: FreshDatabase
let client: pg.Client
beforeAll(async () => {
  fresh = await freshDatabase()
  client = new pg.Client({ connectionString: fresh.ownerUrl })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await fresh.drop()
})

test('the schema of all migrations fits one server and a cluster alike', async () => {
  expect(await faultsOfCatalogue(client)).toEqual([])
})

test.each([
  ['a unique key without estate_id', `create unique index bad on matter (number)`, 'must begin with estate_id'],
  [
    'a table without security',
    `create table bad (estate_id uuid not null, id uuid not null, constraint bad_pk primary key (estate_id, id)); comment on table bad is 'distributed'`,
    'row-level security',
  ],
  [
    'a foreign key to a local table',
    `alter table matter add constraint bad foreign key (owner_id) references auth_user (id)`,
    'may not lead',
  ],
  [
    'a foreign key without estate_id',
    `alter table file add constraint bad foreign key (estate_id) references estate_directory (estate_id) on delete set null`,
    'set null',
  ],
  [
    'a trigger',
    `create function bad() returns trigger language plpgsql as 'begin return new; end'; create trigger bad before insert on matter for each row execute function bad()`,
    'trigger',
  ],
  ['a serial', `alter table matter add column bad bigserial`, 'no serials'],
  ['a time without zone', `alter table matter add column bad timestamp`, 'timestamptz(3)'],
  [
    'a function that may look past the scope',
    `create function bad() returns bigint language sql security definer as 'select count(*) from matter'`,
    'does not look at app.estates',
  ],
  ['a function for everybody', `grant execute on function matters_with_words to public`, 'for everybody'],
  ['the right to delete', `grant delete on timeline to wuyou_app`, 'nothing is deleted'],
])('the catalogue check refuses %s', async (_name, statement, fault) => {
  await client.query('begin')
  try {
    await client.query(statement)
    expect((await faultsOfCatalogue(client)).join('\n')).toContain(fault)
  } finally {
    await client.query('rollback')
  }
})

test('row-level security shows nothing without a scope, one estate with it, and refuses writing elsewhere', async () => {
  const database = openDatabase(fresh.ownerUrl, { max: 2 })
  const [company, centre, one, two] = [newId(), newId(), newId(), newId()]
  try {
    await client.query('insert into company (id, name, created_at) values ($1, $2, now())', [company, 'x'])
    await client.query('insert into centre (id, company_id, name, created_at) values ($1, $2, $3, now())', [
      centre,
      company,
      'x',
    ])
    const insert = (id: string, code: string) =>
      client.query(
        'insert into estate (estate_id, code, name, company_id, centre_id, created_at) values ($1, $2, $2, $3, $4, now())',
        [id, code, company, centre],
      )
    await insert(one, 'AA')
    await insert(two, 'BB')
    const codes = async (scope: string[]) => {
      const rows = await inTransaction(database, { scope }, (tx) => tx.db.selectFrom('estate').select('code').execute())
      return isRefusal(rows) ? [] : rows.map((r) => r.code)
    }
    expect(await codes([])).toEqual([])
    expect(await codes([one])).toEqual(['AA'])
    expect((await codes([one, two])).sort()).toEqual(['AA', 'BB'])
    const foreign = inTransaction(database, { scope: [one] }, (tx) =>
      sql`insert into counter (estate_id, series, last) values (${two}, 'x', 1)`.execute(tx.db),
    )
    await expect(foreign).rejects.toThrow(/row-level security/)
    const outside = await sql<{ n: number }>`select count(*)::int as n from estate`.execute(database.kysely)
    expect(outside.rows[0]?.n).toBe(0)
  } finally {
    await database.close()
  }
})
