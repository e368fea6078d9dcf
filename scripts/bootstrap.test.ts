import { type ChildProcess, spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isAlive } from '#platform/postgres/process-life.ts'

/** A project that has nothing but these scripts, and an npm that only notes what it was asked for. */
let root: string
const started: ChildProcess[] = []

const NPM = `#!/bin/sh
echo "$*" >> "$PROJECT/npm.log"
echo "npm talks"
mkdir -p "$PROJECT/node_modules/node-${process.platform}-${process.arch}/bin"
ln -sf "${process.execPath}" "$PROJECT/node_modules/node-${process.platform}-${process.arch}/bin/node"
echo '{"packages":{}}' > "$PROJECT/node_modules/.package-lock.json"`

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'wuyou-bootstrap-'))
  for (const name of ['run.mjs', 'start.mjs', 'lib'])
    await cp(join(import.meta.dirname, name), join(root, 'scripts', name), { recursive: true })
  await put('bin/npm', NPM, 0o755)
  await putLock({})
  await put('package.json', '{"type":"module"}')
})

afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
  await rm(root, { recursive: true, force: true, maxRetries: 5 })
})

async function put(path: string, content: string, mode = 0o644): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), content, { mode })
}

const putLock = (packages: object): Promise<void> => put('package-lock.json', JSON.stringify({ packages }))

const npmLog = (): Promise<string> => readFile(join(root, 'npm.log'), 'utf8').catch(() => '')

function begin(script: string, args: string[] = []): ChildProcess & { said: () => string } {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('npm_') && name !== 'INIT_CWD')
  const env = {
    ...Object.fromEntries(kept),
    PROJECT: root,
    PATH: `${join(root, 'bin')}${delimiter}${process.env.PATH}`,
  }
  const child = spawn(process.execPath, [join(root, 'scripts', script), ...args], { cwd: root, env, stdio: 'pipe' })
  started.push(child)
  let said = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  return Object.assign(child, { said: () => said })
}

const ended = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.once('close', resolve))

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await wait(20)
}

async function run(script: string, args: string[], input = ''): Promise<{ code: number | null; said: string }> {
  const child = begin(script, args)
  child.stdin?.end(input)
  return { code: await ended(child), said: child.said() }
}

test('a script gets its arguments and input, and gives its output and exit code, with nothing of ours between', async () => {
  await put(
    'echo.ts',
    `let n: string = ''
    for await (const chunk of process.stdin) n += chunk
    console.log(n, process.argv.slice(2).join(), process.env.INIT_CWD)
    process.exitCode = 7`,
  )
  expect(await run('run.mjs', ['echo.ts', 'a b', 'c'], 'in')).toEqual({ code: 7, said: `in a b,c ${root}\n` })
})

test('dependencies are installed when they are absent or not those of the lock file, and only then', async () => {
  await put('nothing.ts', '')
  await run('run.mjs', ['nothing.ts'])
  await run('run.mjs', ['nothing.ts'])
  expect(await npmLog()).toBe('ci\n')
  await putLock({ 'node_modules/new': { version: '1.0.0' } })
  await run('run.mjs', ['nothing.ts'])
  expect(await npmLog()).toBe('ci\nci\n')
})

test('dependencies that somebody else installed from the same lock file are taken as they are', async () => {
  await put('nothing.ts', '')
  await run('run.mjs', ['nothing.ts'])
  const [os, cpu] = [[process.platform], [process.arch]]
  await putLock({
    '': { optionalDependencies: {} },
    'node_modules/one': { version: '1.0.0' },
    'node_modules/elsewhere': { version: '1.0.0', optional: true, os: [`!${process.platform}`], cpu },
    'node_modules/tool': { version: '1.0.0', dev: true },
  })
  await put(
    'node_modules/.package-lock.json',
    JSON.stringify({ packages: { 'node_modules/one': { version: '1.0.0' } } }),
  )
  await run('run.mjs', ['nothing.ts'])
  expect(await npmLog()).toBe('ci\n')
  await putLock({
    'node_modules/here': { version: '1.0.0', optional: true, os, cpu },
    'node_modules/any': { version: '2.0.0', optional: true },
  })
  await put(
    'node_modules/.package-lock.json',
    JSON.stringify({ packages: { 'node_modules/any': { version: '2.0.0', optional: true } } }),
  )
  await run('run.mjs', ['nothing.ts'])
  expect(await npmLog()).toBe('ci\nci\n')
})

test('a lock file that lacks a package of another platform is installed without npm ci, which would refuse it', async () => {
  await put('nothing.ts', '')
  await putLock({
    '': { optionalDependencies: { tool: '1.0.0' } },
    'node_modules/tool': { version: '1.0.0', optionalDependencies: { 'tool-linux': '1.0.0', 'tool-mars': '1.0.0' } },
    'node_modules/tool-linux': { version: '1.0.0', optional: true },
  })
  await run('run.mjs', ['nothing.ts'])
  expect(await npmLog()).toBe('install --no-save\n')
})

const SERVER = `let signals = 0
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => {
    console.log(name, ++signals)
    if (process.argv[2] !== 'stuck') setTimeout(() => process.exit(3), 300)
  })
  setInterval(() => undefined, 1000)
  console.log('pid', process.pid)`

async function startServer(args: string[] = []): Promise<{ child: ReturnType<typeof begin>; pid: number }> {
  await put('server/main.ts', SERVER)
  const child = begin('start.mjs', args)
  await until(() => child.said().includes('pid'))
  return { child, pid: Number(/pid (\d+)/.exec(child.said())?.[1]) }
}

test('one Ctrl-C, even when it arrives twice, reaches the server once, and its exit code comes back', async () => {
  const { child } = await startServer()
  child.kill('SIGINT')
  child.kill('SIGINT')
  expect(await ended(child)).toBe(3)
  expect(child.said().trim().split('\n').slice(1)).toEqual(['SIGINT 1'])
})

test('a second Ctrl-C ends a server that does not end', async () => {
  const { child, pid } = await startServer(['stuck'])
  child.kill('SIGINT')
  await wait(1200)
  child.kill('SIGINT')
  expect(await ended(child)).toBe(137)
  expect(isAlive(pid)).toBe(false)
})

test('the server ends, as if it had been asked to, when the process that started it is killed', async () => {
  const { child, pid } = await startServer()
  child.kill('SIGKILL')
  await until(() => !isAlive(pid))
  expect(child.said()).toContain('SIGTERM 1')
})

test('the web pages are built when their sources have changed, and only then', async () => {
  await put('server/main.ts', '')
  await put('vite.config.ts', '')
  await put('web/app.tsx', 'one')
  const vite = `import { appendFileSync, mkdirSync } from 'node:fs'
    mkdirSync('dist', { recursive: true }); appendFileSync('built.log', process.argv[2] + '\\n')`
  await run('start.mjs', []) // makes node_modules
  await put('node_modules/vite/bin/vite.js', vite)
  await put('node_modules/vite/package.json', '{"type":"module"}')
  const builds = async () => (await readFile(join(root, 'built.log'), 'utf8').catch(() => '')).trim().split('\n')
  expect(await run('start.mjs', [])).toMatchObject({ code: 0 })
  await utimes(join(root, 'web/app.tsx'), new Date(), new Date())
  await put('web/app.test.tsx', 'tests are not shown')
  await run('start.mjs', [])
  expect(await builds()).toEqual(['build'])
  await put('web/app.tsx', 'two')
  await run('start.mjs', [])
  expect(await builds()).toEqual(['build', 'build'])
})
