import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { asAdmin, withDatabase } from '#test/db/admin.ts'
import { type BackupSummary, writeBackup } from './backup.ts'
import { DamagedBackup } from './backup-format.ts'
import { lastBackup } from './last-backup.ts'
import { type RestoreSummary, restoreBackup } from './restore.ts'

const NOW = '2026-11-20T08:40:00.000Z'

let folder: string
let source: string
let target: string
const made: string[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wuyou-backup-'))
  source = await newDatabase()
  target = await newDatabase()
})

afterEach(async () => {
  for (const name of made.splice(0)) await asAdmin(adminUrl(), `drop database if exists ${name} with (force)`)
  await rm(folder, { recursive: true, force: true })
})

const adminUrl = () => inject('postgres').adminUrl
const file = () => join(folder, 'one.backup')
const fromDir = () => join(folder, 'from')
const toDir = () => join(folder, 'to')

async function newDatabase(): Promise<string> {
  const name = `backup_${randomBytes(6).toString('hex')}`
  made.push(name)
  await asAdmin(adminUrl(), `create database ${name}`)
  return withDatabase(adminUrl(), name)
}

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const results = [await client.query({ text: statement, rowMode: 'array' })].flat()
    return results.at(-1)?.rows?.flat() ?? []
  } finally {
    await client.end()
  }
}

/** Two versions of a schema, as a product's migrations make them; the second puts a row into one of its tables. */
const VERSIONS: Record<string, string> = {
  '0001_first.sql': `
    create schema billing;
    create table public.person (
      id uuid primary key, name text not null, doubled text generated always as (name || name) stored,
      boss uuid constraint person_boss_fk references person (id));
    create table billing."Odd ""Name" (
      n bigint generated always as identity primary key, bytes bytea, amount numeric, real double precision,
      at timestamptz, day date, span interval, doc jsonb, list text[], "select" text);
    create table first_half (id int primary key, other int);
    create table second_half (id int primary key, other int constraint second_first_fk references first_half (id));
    alter table first_half add constraint first_second_fk foreign key (other) references second_half (id);
    create table log (year int not null, line text) partition by list (year);
    create table log_2026 partition of log for values in (2026);
    create sequence receipt start 100;
    create materialized view people as select count(*) as n from person;
    create table no_columns ();
    create function shout() returns trigger language plpgsql as $$ begin new.name := upper(new.name); return new; end $$;
    create trigger shout before insert on person for each row execute function shout()`,
  '0002_second.sql': `create table grade (code text primary key); insert into grade values ('from the migration')`,
}

async function migrate(url: string, { upTo }: { upTo: string }): Promise<void> {
  await ask(url, 'create table schema_migration (name text primary key, sha256 text not null)')
  for (const [name, statements] of Object.entries(VERSIONS).filter(([version]) => version <= upTo)) {
    await ask(url, statements)
    await ask(url, `insert into schema_migration values ('${name}', 'sum of ${name}')`)
  }
}

async function fill(url: string): Promise<void> {
  await migrate(url, { upTo: '0002_second.sql' })
  await ask(
    url,
    String.raw`insert into person (id, name, boss) values
      ('00000000-0000-7000-8000-000000000002', 'b', '00000000-0000-7000-8000-000000000002'),
      ('00000000-0000-7000-8000-000000000001', E'漏水\t投诉\n\\N\\.\r😀', '00000000-0000-7000-8000-000000000002');
    alter table person disable trigger shout; update person set name = lower(name); alter table person enable trigger shout;
    insert into billing."Odd ""Name" (bytes, amount, real, at, day, span, doc, list, "select")
      select decode(string_agg(lpad(to_hex(i), 2, '0'), '' order by i), 'hex'), 'NaN', 0.1::float8 + 0.2, 'infinity',
        '2026-02-28', '1 mon -2 days', '{"a": [1, null, "\""]}', '{"a,b","\\N",NULL}', '' from generate_series(0, 255) i;
    insert into billing."Odd ""Name" (n) overriding system value values (41);
    insert into first_half values (1, null); insert into second_half values (1, 1); update first_half set other = 1;
    insert into log select 2026, repeat(md5(i::text), 20) from generate_series(1, 3000) i;
    update grade set code = 'changed'; insert into no_columns default values;
    select nextval('receipt'), nextval('receipt'); refresh materialized view people`,
  )
}

const CONTENT = [
  'select md5(string_agg(p::text, $$/$$ order by id)) from person p',
  `select md5(string_agg(o::text, $$/$$ order by n)) from billing."Odd ""Name" o`,
  'select md5(string_agg(l::text, $$/$$ order by line)) from log l',
  'select f::text || s::text from first_half f, second_half s',
  'select code from grade',
  'select n from people',
  'select count(*) from no_columns',
  'select last_value from receipt',
  `select last_value from billing."Odd ""Name_n_seq"`,
  'select conname || pg_get_constraintdef(oid) || convalidated::text from pg_constraint where contype = $$f$$ order by 1',
  'select tgname || tgenabled::text from pg_trigger where not tgisinternal',
]

async function contentOf(url: string): Promise<unknown[]> {
  const answers: unknown[] = []
  for (const statement of CONTENT) answers.push(await ask(url, statement))
  return answers
}

const backUp = (url = source): Promise<BackupSummary> =>
  writeBackup({ url, file: file(), dataDir: fromDir(), now: NOW })

const restore = (options: { force?: boolean; migrate?: typeof migrate } = {}): Promise<RestoreSummary> =>
  restoreBackup({ url: target, file: file(), dataDir: toDir(), force: false, migrate, ...options })

test('a restored database holds the same values, keys, sequences and triggers as the one backed up', async () => {
  await fill(source)
  expect(await backUp()).toMatchObject({ tables: 7, rows: 3008, files: 0, keys: false })
  expect(await restore()).toMatchObject({ createdAt: NOW, tables: 7, rows: 3008, warnings: [] })
  expect(await contentOf(target)).toEqual(await contentOf(source))
  expect(await ask(target, `insert into billing."Odd ""Name" default values returning n`)).toEqual(['2'])
  expect(await ask(target, `select nextval('receipt')`)).toEqual(['102'])
})

test('a backup is one state, although the server goes on writing', async () => {
  await ask(
    source,
    'create table a (n int); create table z (n int); insert into a values (0); insert into z values (0)',
  )
  await ask(source, 'create table m as select repeat(md5(i::text), 30) from generate_series(1, 20000) i')
  let going = true
  const writing = (async () => {
    while (going) await ask(source, 'begin; update a set n = n + 1; update z set n = n + 1; commit')
  })()
  await backUp()
  going = false
  await writing
  await restore()
  const [a, z] = await ask(target, 'select a.n, z.n from a, z')
  expect(a).toBe(z)
})

test('uploaded files and keys come back, and only their owner may read them or the backup', async () => {
  await fill(source)
  const photo = randomBytes(300_000)
  await mkdir(join(fromDir(), 'files/cuihu/2026'), { recursive: true })
  await writeFile(join(fromDir(), 'files/cuihu/2026/照片.jpg'), photo)
  await writeFile(join(fromDir(), 'files/empty'), '')
  await writeFile(join(fromDir(), 'keys.json'), '{"dataKey":"k"}')
  expect(await backUp()).toMatchObject({ files: 2, fileBytes: 300_015, keys: true })
  expect((await stat(file())).mode & 0o777).toBe(0o600)
  expect(await restore()).toMatchObject({ files: 2, keys: true })
  expect(await readFile(join(toDir(), 'files/cuihu/2026/照片.jpg'))).toEqual(photo)
  expect(await readFile(join(toDir(), 'files/empty'), 'utf8')).toBe('')
  expect((await stat(join(toDir(), 'keys.json'))).mode & 0o777).toBe(0o600)
  expect((await readdir(toDir())).sort()).toEqual(['files', 'keys.json'])
})

test('CP-151 a backup that stands whole is noted with its time, one that failed is not', async () => {
  await fill(source)
  await backUp()
  const first = await lastBackup(fromDir())
  expect(first).not.toBeNull()
  const options = { url: `${source}_gone`, file: file(), dataDir: fromDir(), now: '2099-01-01T00:00:00.000Z' }
  await expect(writeBackup(options)).rejects.toThrow()
  expect(await lastBackup(fromDir())).toBe(first)
})

test('what is there is replaced only when that is asked for, and then all of it', async () => {
  await fill(source)
  await backUp()
  await ask(target, 'create table mine (n int); insert into mine values (1)')
  await mkdir(join(toDir(), 'files'), { recursive: true })
  await writeFile(join(toDir(), 'files/old'), 'old')
  await expect(restore()).rejects.toThrow('--force')
  expect(await ask(target, 'select n from mine')).toEqual([1])
  await restore({ force: true })
  expect(await contentOf(target)).toEqual(await contentOf(source))
  expect(await ask(target, `select to_regclass('mine')::text`)).toEqual([null])
  await expect(readFile(join(toDir(), 'files/old'))).rejects.toThrow('ENOENT')
  const name = new URL(target).pathname.slice(1)
  expect(await ask(adminUrl(), `select count(*) from pg_database where datname like '${name}%'`)).toEqual(['1'])
})

test('uploaded files alone are data too', async () => {
  await fill(source)
  await backUp()
  await mkdir(join(toDir(), 'files'), { recursive: true })
  await writeFile(join(toDir(), 'files/old'), 'old')
  await expect(restore()).rejects.toThrow('--force')
})

test('a restore that fails leaves what was there as it was', async () => {
  await fill(source)
  await backUp()
  await ask(target, 'create table mine (n int); insert into mine values (1)')
  await mkdir(join(toDir(), 'files'), { recursive: true })
  await writeFile(join(toDir(), 'files/old'), 'old')
  const failing = async (url: string, options: { upTo: string }) => {
    await migrate(url, options)
    await ask(url, 'alter table grade add constraint short check (length(code) < 3) not valid')
  }
  await expect(restore({ force: true, migrate: failing })).rejects.toThrow('short')
  expect(await ask(target, 'select n from mine')).toEqual([1])
  expect(await readdir(toDir())).toEqual(['files'])
  expect(await readFile(join(toDir(), 'files/old'), 'utf8')).toBe('old')
  const name = new URL(target).pathname.slice(1)
  expect(await ask(adminUrl(), `select count(*) from pg_database where datname like '${name}%'`)).toEqual(['1'])
})

test('a database that somebody works on is not replaced', async () => {
  await fill(source)
  await backUp()
  await ask(target, 'create table mine (n int)')
  const client = new pg.Client({ connectionString: target, application_name: 'the server' })
  await client.connect()
  await expect(restore({ force: true })).rejects.toThrow('in use (the server)')
  await client.end()
})

test('a backup that was cut off or altered anywhere is refused and changes nothing', async () => {
  await fill(source)
  await backUp()
  const whole = await readFile(file())
  const places = [0, 1, 9, 10, 40, 5000, whole.length >> 1, whole.length - 8, whole.length - 5, whole.length - 1]
  for (const place of places) {
    await writeFile(file(), whole.subarray(0, place))
    await expect(restore(), `cut off at ${place}`).rejects.toThrow(DamagedBackup)
  }
  // Bytes 4 to 9 of a gzip file say when and where it was made; nothing of the content depends on them.
  for (const place of places.filter((at) => at < 4 || at > 9)) {
    const altered = Buffer.from(whole)
    altered.writeUInt8(altered.readUInt8(place) ^ 0x10, place)
    await writeFile(file(), altered)
    await expect(restore(), `altered at ${place}`).rejects.toThrow(DamagedBackup)
  }
  await writeFile(file(), 'something else')
  await expect(restore()).rejects.toThrow(DamagedBackup)
  expect(await ask(target, `select count(*) from pg_class where relnamespace = 'public'::regnamespace`)).toEqual(['0'])
}, 60_000)

test('a backup that fails leaves the older one under its name, and nothing half-written', async () => {
  await fill(source)
  await backUp()
  const older = await readFile(file())
  await ask(source, 'create table zoo (n int); create role half_blind login password $$secret$$')
  try {
    await ask(
      source,
      'grant usage on schema billing to half_blind; grant select on all tables in schema billing to half_blind',
    )
    await ask(source, 'grant select on all tables in schema public to half_blind; revoke select on zoo from half_blind')
    await expect(backUp(source.replace(/\/\/[^@]+@/, '//half_blind:secret@'))).rejects.toThrow('permission denied')
  } finally {
    await ask(source, 'drop owned by half_blind; drop role half_blind')
  }
  expect(await readFile(file())).toEqual(older)
  // `from` is the data folder, with the note of the one that succeeded
  expect((await readdir(dirname(file()))).sort()).toEqual(['from', 'one.backup'])
  expect(await readdir(fromDir())).toEqual(['last-backup.json'])
})

test('a backup that this version cannot make the schema of is refused', async () => {
  await fill(source)
  await ask(source, `insert into schema_migration values ('0003_later.sql', 'x')`)
  await backUp()
  await expect(restore()).rejects.toThrow('0003_later.sql')
})

test('a table that no migration makes comes back with a warning, without its keys', async () => {
  await fill(source)
  await ask(
    source,
    'create schema own; create table own.extra (n numeric(8, 2), t text[]); insert into own.extra values (1.5)',
  )
  await backUp()
  const { warnings } = await restore()
  expect(warnings).toEqual([expect.stringContaining('own.extra')])
  expect(await ask(target, 'select n from own.extra')).toEqual(['1.50'])
})

test('an owner who is no superuser backs up and restores, also behind row-level security', async () => {
  const role = `owner_${randomBytes(4).toString('hex')}`
  await asAdmin(adminUrl(), `create role ${role} login createdb password 'secret'`)
  try {
    const as = (url: string) => url.replace(/\/\/[^@]+@/, `//${role}:secret@`)
    for (const url of [source, target]) {
      await asAdmin(adminUrl(), `alter database ${new URL(url).pathname.slice(1)} owner to ${role}`)
    }
    source = as(source)
    target = as(target)
    await fill(source)
    await ask(source, 'alter table person enable row level security; create policy none on person using (false)')
    expect(await backUp()).toMatchObject({ rows: 3008 })
    await restore()
    await restore({ force: true })
    expect(await contentOf(target)).toEqual(await contentOf(source))
  } finally {
    for (const name of made.splice(0)) await asAdmin(adminUrl(), `drop database if exists ${name} with (force)`)
    await asAdmin(adminUrl(), `drop role ${role}`)
  }
})
