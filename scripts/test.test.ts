import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

// The whole of `npm test` on a small project of its own, because what guards every other test must not be believed.

let folder: string

beforeAll(async () => {
  await mkdir('.cache', { recursive: true })
  folder = await mkdtemp(resolve('.cache/small-project-'))
  for (const file of [
    'scripts',
    'package.json',
    'package-lock.json',
    'vitest.config.ts',
    'biome.json',
    'tsconfig.json',
  ])
    await cp(file, join(folder, file), { recursive: true, filter: (path) => !path.endsWith('.test.ts') })
  await symlink(resolve('node_modules'), join(folder, 'node_modules'))
  await mkdir(join(folder, 'contract'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function run(files: Record<string, string>, ...args: string[]) {
  await rm(join(folder, 'contract'), { recursive: true })
  await mkdir(join(folder, 'contract'))
  for (const [name, source] of Object.entries(files)) await writeFile(join(folder, 'contract', name), source)
  const { status, stdout } = spawnSync(process.execPath, ['scripts/test.mjs', ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
  const lines = stdout.trimEnd().split('\n')
  return {
    status,
    stdout,
    last: lines.at(-1),
    counts: lines.filter((line) => /^\d+ passed, \d+ failed$/.test(line)).length,
  }
}

const vitest = "import { expect, test } from 'vitest'\n"
const GOOD = `${vitest}test('good', () => expect(1).toBe(1))\n`
const BAD = `${vitest}test('good', () => expect(1).toBe(1))\ntest('bad', () => expect(1).toBe(2))\n`

test('passing tests are counted and end well', async () => {
  expect(await run({ 'a.test.ts': GOOD, 'b.test.ts': GOOD }, '--only', 'unit')).toMatchObject({
    status: 0,
    last: '2 passed, 0 failed',
    counts: 1,
  })
})

test('a failing test fails the run, and its message is shown', async () => {
  const result = await run({ 'a.test.ts': GOOD, 'b.test.ts': BAD }, '--only=unit')
  expect(result).toMatchObject({ status: 1, last: '2 passed, 1 failed', counts: 1 })
  expect(result.stdout).toContain('expected 1 to be 2')
})

test('a test file that does not load is a failure', async () => {
  const result = await run({ 'a.test.ts': GOOD, 'b.test.ts': "import './nowhere.ts'\n" }, '--only', 'unit')
  expect(result).toMatchObject({ status: 1, last: '1 passed, 1 failed' })
})

test('an error outside of the tests is a failure', async () => {
  const late = `${vitest}test('late', async () => { setTimeout(() => { throw new Error('late') }); await new Promise((r) => setTimeout(r, 50)) })\n`
  expect(await run({ 'a.test.ts': late }, '--only', 'unit')).toMatchObject({ status: 1, last: '1 passed, 1 failed' })
})

test('a forgotten test.only is a failure', async () => {
  const only = `${vitest}test.only('one', () => expect(1).toBe(1))\ntest('two', () => expect(1).toBe(2))\n`
  expect(await run({ 'a.test.ts': only }, '--only', 'unit')).toMatchObject({ status: 1 })
})

test('a step without any test is a failure', async () => {
  const result = await run({ 'a.ts': 'export const a = 1\n' }, '--only', 'unit')
  expect(result).toMatchObject({ status: 1, last: '0 passed, 1 failed' })
  expect(result.stdout).toContain('executed no test')
})

test('skipped tests alone do not make a run', async () => {
  const skipped = `${vitest}test.skip('later', () => expect(1).toBe(1))\n`
  expect(await run({ 'a.test.ts': skipped }, '--only', 'unit')).toMatchObject({ status: 1, last: '0 passed, 1 failed' })
})

test('a filter that finds nothing is a failure, one that finds something runs that alone', async () => {
  const files = { 'a.test.ts': GOOD, 'b.test.ts': BAD }
  expect(await run(files, '--only', 'unit', 'contract/a')).toMatchObject({ status: 0, last: '1 passed, 0 failed' })
  expect(await run(files, '--only', 'unit', 'nowhere')).toMatchObject({ status: 1, last: '0 passed, 1 failed' })
})

test('a wrong option is refused before anything runs', async () => {
  expect(await run({ 'a.test.ts': GOOD }, '--only', 'everything')).toMatchObject({ status: 1, counts: 0 })
  expect(await run({ 'a.test.ts': GOOD }, '--bail')).toMatchObject({ status: 1, counts: 0 })
})

test('static checks find what is wrong, count one each, and the rest still runs', async () => {
  const wrong = "import '../server/main.ts'\nexport const a: number = 'no'\n"
  const result = await run({ 'a.ts': wrong, 'a.test.ts': GOOD }, '--only', 'check')
  expect(result.status).toBe(1)
  expect(result.stdout).toMatch(/^types +FAILED/m)
  expect(result.stdout).toMatch(/^unit tests +ok .*1 passed, 0 failed/m)
  expect(result.stdout).toContain("Type 'string' is not assignable to type 'number'")
})
