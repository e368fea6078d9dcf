import { spawn } from 'node:child_process'
import { chmod, cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import { chooseAccount } from './account.ts'
import { findPostgresTree } from './binaries.ts'
import { type Embedded, startEmbedded } from './embedded.ts'
import { readPostmasterFile } from './postmaster.ts'
import { isAlive } from './process-life.ts'

// Each test makes clusters of its own: seconds on an idle machine, more on a busy one.
vi.setConfig({ testTimeout: 60_000 })

const isRoot = process.getuid?.() === 0
const running: Embedded[] = []
const folders: string[] = []

afterEach(async () => {
  vi.unstubAllEnvs()
  for (const server of running.splice(0)) await server.stop()
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wuyou-pg-'))
  folders.push(folder)
  return folder
}

async function start(dataDir: string, account: 'any' | 'user' = 'any'): Promise<Embedded> {
  const server = await startEmbedded({ dataDir, durable: false, account })
  running.push(server)
  return server
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const results = [await client.query({ text: sql, rowMode: 'array' })].flat()
    return results.at(-1)?.rows?.flat() ?? []
  } finally {
    await client.end()
  }
}

/** A separate process that starts the server, commits one row and then waits to be killed; resolves to its pid. */
async function startElsewhere(dataDir: string): Promise<number> {
  const program = `
    const { startEmbedded } = await import(${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))})
    const pg = await import('pg')
    const server = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)} })
    const client = new pg.default.Client({ connectionString: server.url })
    await client.connect()
    await client.query('create table kept (n int); insert into kept values (7)')
    process.stdout.write('committed')
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve)
    child.once('exit', () => reject(new Error('the child ended early')))
  })
  return child.pid ?? 0
}

async function postmasterOf(dataDir: string): Promise<number> {
  return (await readPostmasterFile(join(dataDir, 'cluster')))?.pid ?? 0
}

async function until(condition: () => boolean, patienceMs: number): Promise<boolean> {
  for (const end = performance.now() + patienceMs; performance.now() < end; await wait(50)) if (condition()) return true
  return condition()
}

test('the embedded server answers on the loopback address only, in UTF-8 and UTC, and ends when told', async () => {
  const dataDir = await newFolder()
  const server = await start(dataDir)
  expect(await query(server.url, 'select upper($$é无忧$$)')).toEqual(['É无忧'])
  expect(await query(server.url, 'show listen_addresses')).toEqual(['127.0.0.1'])
  expect(await query(server.url, 'show timezone')).toEqual(['UTC'])
  expect(await query(server.url, 'show data_checksums')).toEqual(['on'])
  const postmaster = await postmasterOf(dataDir)
  await server.stop()
  expect(await server.ended).toBe('code 0')
  expect(isAlive(postmaster)).toBe(false)
})

test('a wrong password is refused, and the right one can be read by nobody else', async () => {
  const dataDir = await newFolder()
  const server = await start(dataDir)
  await expect(query(server.url.replace(/:[^:@]+@/, ':guess@'), 'select 1')).rejects.toThrow('password')
  for (const name of ['password', 'connection.json', 'lock.1']) {
    expect((await stat(join(dataDir, name))).mode & 0o077).toBe(0)
  }
})

test('rows are still there after a restart', async () => {
  const dataDir = await newFolder()
  const first = await start(dataDir)
  await query(first.url, 'create table kept (n int); insert into kept values (7)')
  await first.stop()
  const second = await start(dataDir)
  expect(await query(second.url, 'select n from kept')).toEqual([7])
})

test('Chinese text has character classes, which fragments of it need to be found', async () => {
  const server = await start(await newFolder())
  await query(server.url, 'create extension pg_trgm')
  expect(await query(server.url, "select cardinality(show_trgm('漏水投诉'))")).toEqual([5])
})

test('a second server on the same folder is refused and told who has it', async () => {
  const dataDir = await newFolder()
  await start(dataDir)
  await expect(start(dataDir)).rejects.toThrow(`in use by process ${process.pid}`)
})

test('a killed process leaves no PostgreSQL behind, and what it committed is there at the next start', async () => {
  const dataDir = await newFolder()
  const pid = await startElsewhere(dataDir)
  const postmaster = await postmasterOf(dataDir)
  await expect(start(dataDir)).rejects.toThrow(`in use by process ${pid}`)
  process.kill(pid, 'SIGKILL')
  expect(await until(() => !isAlive(postmaster), 8_000)).toBe(true)
  const server = await start(dataDir)
  expect(await query(server.url, 'select n from kept')).toEqual([7])
})

test('a start right after a kill waits for the old PostgreSQL to end', async () => {
  const dataDir = await newFolder()
  process.kill(await startElsewhere(dataDir), 'SIGKILL')
  const server = await start(dataDir)
  expect(await query(server.url, 'select n from kept')).toEqual([7])
})

test.runIf(process.platform === 'linux')(
  'a PostgreSQL that lost even its guard is stopped by the next start',
  async () => {
    const dataDir = await newFolder()
    const pid = await startElsewhere(dataDir)
    const postmaster = await postmasterOf(dataDir)
    const guard = Number((await readFile(`/proc/${postmaster}/stat`, 'utf8')).split(') ')[1]?.split(' ')[1])
    process.kill(pid, 'SIGSTOP')
    process.kill(guard, 'SIGKILL')
    process.kill(pid, 'SIGKILL')
    const server = await start(dataDir)
    expect(isAlive(postmaster)).toBe(false)
    expect(await query(server.url, 'select n from kept')).toEqual([7])
  },
)

test.runIf(process.platform === 'linux')(
  'a server process that outlived its PostgreSQL is ended before another works on its data',
  async () => {
    const dataDir = await newFolder()
    const first = await startEmbedded({ dataDir })
    await query(first.url, 'create table kept (n int); insert into kept values (7)')
    const busy = query(first.url, 'select sum(i) from generate_series(1, 5000000000) i').catch((error: Error) => error)
    const isBusy = "select count(*)::int from pg_stat_activity where query like 'select sum%'"
    while ((await query(first.url, isBusy))[0] !== 1) await wait(20)
    process.kill(await postmasterOf(dataDir), 'SIGKILL')
    expect(await first.ended).toBe('signal SIGKILL')
    const second = await start(dataDir)
    expect(await query(second.url, 'select n from kept')).toEqual([7])
    expect(await busy).toBeInstanceOf(Error)
  },
)

test('a folder that only its owner may enter is good enough', async () => {
  const dataDir = await newFolder()
  await chmod(dataDir, 0o700)
  const server = await start(join(dataDir, 'deeper'))
  expect(await query(server.url, 'select 1')).toEqual([1])
})

test.runIf(isRoot)(
  'root without user namespaces runs it as an ordinary user, even inside a private folder',
  async () => {
    const dataDir = await newFolder()
    const server = await start(join(dataDir, 'deeper'), 'user')
    expect(await query(server.url, 'select 1')).toEqual([1])
    expect((await stat(join(dataDir, 'deeper', 'cluster'))).uid).not.toBe(0)
    await server.stop()
    const again = await start(join(dataDir, 'deeper'))
    expect(await query(again.url, 'select 1')).toEqual([1])
  },
)

test.runIf(isRoot)('programs that the ordinary user cannot reach are copied to where it can', async () => {
  const hidden = await newFolder()
  const open = await newFolder()
  await chmod(open, 0o755)
  const tree = await findPostgresTree()
  await cp(tree.root, join(hidden, 'native'), { recursive: true, verbatimSymlinks: true })
  vi.stubEnv('TMPDIR', open)
  const account = await chooseAccount({ ...tree, root: join(hidden, 'native') }, hidden, 'user')
  expect(account.kind).toBe('user')
  expect(account.bin.startsWith(open)).toBe(true)
})

test('a cluster made by another version of PostgreSQL is refused', async () => {
  const dataDir = await newFolder()
  await (await start(dataDir)).stop()
  await writeFile(join(dataDir, 'cluster', 'PG_VERSION'), '17\n')
  await expect(start(dataDir)).rejects.toThrow('made by PostgreSQL 17')
})
