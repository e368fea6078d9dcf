import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readModuleOrder } from './lib/module-order.ts'

let copy: string

beforeAll(async () => {
  await mkdir('.cache', { recursive: true })
  copy = await mkdtemp(resolve('.cache/new-module-'))
  const parts = ['contract', 'content', 'server', 'scripts', 'package.json', 'package-lock.json', 'tsconfig.json']
  for (const part of [...parts, 'biome.json', '.gitignore', '.dependency-cruiser.mjs'])
    await cp(part, join(copy, part), { recursive: true, filter: (path) => !/\.test\.tsx?$/.test(path) })
  await symlink(resolve('node_modules'), join(copy, 'node_modules'))
})
afterAll(() => rm(copy, { recursive: true, force: true }))

const run = (...args: string[]) => spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' })
const tool = (path: string, ...args: string[]) => run(join('node_modules', path), ...args)
const layOut = (name: string) => run('scripts/new-module.ts', name)

test('a new room passes types, lint and import rules as it is', async () => {
  const taken = await readdir('server/modules')
  const name = readModuleOrder('.').findLast((module) => !taken.includes(module)) ?? 'reports'
  await rm(join(copy, 'server/modules', name), { recursive: true, force: true })
  await rm(join(copy, `contract/kinds/${name}.ts`), { force: true })
  expect(layOut(name)).toMatchObject({ status: 0, stderr: '' })

  const ofRoom = (text: string) => text.split('\n').filter((line) => line.includes(`modules/${name}/`))
  // Only the room and what it reaches: the rest of the tree has a check of its own.
  const only = {
    extends: './tsconfig.json',
    include: [`server/modules/${name}`],
    compilerOptions: { incremental: false },
  }
  await writeFile(join(copy, 'tsconfig.room.json'), JSON.stringify(only))
  expect(ofRoom(tool('typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.room.json').stdout)).toEqual([])
  expect(
    tool('@biomejs/biome/bin/biome', 'check', `server/modules/${name}`, `contract/kinds/${name}.ts`),
  ).toMatchObject({ status: 0 })
  const cruised = tool(
    'dependency-cruiser/bin/dependency-cruiser.mjs',
    `server/modules/${name}`,
    '--output-type',
    'err',
  )
  expect(ofRoom(cruised.stdout).filter((line) => line.includes('error'))).toEqual([])
}, 180_000)

test('a room that is there, stands in no order or has no proper name is refused', () => {
  expect(layOut('matters').stderr).toContain('is there already')
  expect(layOut('nowhere').stderr).toContain('MODULES')
  expect(layOut('../outside').stderr).toContain('Usage')
  expect(layOut('').status).toBe(1)
})
