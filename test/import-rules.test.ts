import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { MODULES } from '#server/modules.ts'

/** What the files below import; harmless by itself. */
const GROUND: Record<string, string> = {
  'contract/values.ts': "import { z } from 'zod'\nexport const Fen = z.number()\nexport type Fen = number",
  'contract/rules/dates.ts': "import { Temporal } from 'temporal-polyfill'\nexport const day = Temporal.PlainDate",
  'content/texts.ts': "import type { Fen } from '#contract/values.ts'\nexport const price: Fen = 1",
  'server/platform/db/pool.ts': "import pg from 'pg'\nexport type Tx = pg.Client\nexport const pool = pg.Pool",
  'server/platform/calendar/instants.rules.ts': 'export const due = 1',
  'server/modules.ts': `import './modules/staff/index.ts'\nexport const MODULES = ['${MODULES.join("', '")}'] as const`,
  'server/modules/staff/index.ts': 'export const staff = 1',
  'server/modules/staff/roster.store.ts':
    "import { due } from '#platform/calendar/instants.rules.ts'\nimport { sql } from 'kysely'\nexport const rows = [sql`select 1`, due]",
  'server/modules/staff/roster.rules.ts':
    "import { day } from '#contract/rules/dates.ts'\nimport { due } from '#platform/calendar/instants.rules.ts'\nimport type { Tx } from '#platform/db/pool.ts'\nexport const free = (_tx: Tx) => [day, due]",
  'server/modules/estate/find-room.ts': "import { staff } from '#modules/staff/index.ts'\nexport const room = staff",
  // One half of a circle; the cruiser tells each circle once, at its first file.
  'server/trip.ts': "import type { b } from './round.ts'\nexport type A = typeof b\nexport const a = 1",
  'test/factory.ts': "import { staff } from '#modules/staff/index.ts'\nexport const made = staff",
  'test/factory.test.ts': "import { test } from 'vitest'\nimport { made } from './factory.ts'\ntest('x', () => made)",
  'web/ui/button.tsx': "import { Fen } from '#contract/values.ts'\nexport const Button = Fen",
  'web/staff/src/features/desk/card.tsx': "import { Button } from '#ui/button.tsx'\nexport const Card = Button",
  'web/field/src/app.tsx': 'export const App = 1',
}

/** One broken file for each rule: `[rule, file, source]`. */
const BROKEN: [rule: string, file: string, source: string][] = [
  ['contract-imports-zod-only', 'contract/bad.ts', "import 'temporal-polyfill'"],
  ['contract-rules-import-zod-and-temporal-only', 'contract/rules/bad.ts', "import 'pinyin-pro'"],
  ['content-imports-contract-only', 'content/bad.ts', "import 'zod'"],
  [
    'content-takes-types-only',
    'content/bad-value.ts',
    "import { Fen } from '#contract/values.ts'\nexport const fen = Fen",
  ],
  ['rules-do-no-io', 'server/modules/staff/db.rules.ts', "import '#platform/db/pool.ts'"],
  ['rules-do-no-io', 'server/modules/staff/file.rules.ts', "import 'node:fs'"],
  ['moves-do-no-io', 'server/modules/staff/sql.moves.ts', "import 'kysely'"],
  ['moves-do-no-io', 'server/modules/staff/http.moves.ts', "import 'fastify'"],
  ['rules-do-no-io', 'server/modules/staff/store.rules.ts', "import './roster.store.ts'"],
  ['stores-import-no-rules', 'server/modules/staff/bad.store.ts', "import './roster.rules.ts'"],
  [
    'sql-lives-in-stores',
    'server/modules/staff/take-shift.ts',
    "import { sql } from 'kysely'\nexport const now = sql`x`",
  ],
  ['platform-imports-no-module', 'server/platform/bad.ts', "import '#modules/staff/index.ts'"],
  ['module-has-one-door', 'server/modules/desk/bad.ts', "import '#modules/staff/roster.rules.ts'"],
  ['module-has-one-door-outside', 'server/main.ts', "import './modules/staff/roster.rules.ts'"],
  [
    'web-never-imports-server',
    'web/ui/bad-type.ts',
    "import type { staff } from '../../server/modules/staff/index.ts'\nexport type S = typeof staff",
  ],
  ['web-uses-no-node', 'web/ui/bad-node.ts', "import 'node:path'"],
  ['feature-imports-no-feature', 'web/staff/src/features/reports/bad.tsx', "import '../desk/card.tsx'"],
  ['shell-imports-no-shell', 'web/staff/src/bad.tsx', "import '../../field/src/app.tsx'"],
  ['ui-imports-no-shell', 'web/ui/bad-shell.tsx', "import '../field/src/app.tsx'"],
  ['production-imports-no-tests', 'server/bad.ts', "import '#test/factory.ts'"],
  ['server-imports-no-development-packages', 'server/bad-dev.ts', "import 'vite'"],
  ['web-imports-no-checking-tools', 'web/ui/bad-tool.ts', "import 'axe-core'"],
  ['imports-are-declared', 'scripts/bad.ts', "import 'acorn'"],
  ['imports-exist', 'scripts/bad-path.ts', "import './nowhere.ts'"],
  ['no-cycles', 'server/round.ts', "import { a } from './trip.ts'\nexport const b = () => a"],
  ['no-orphan-test-files', 'test/forgotten.ts', 'export const forgotten = 1'],
]

const Report = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
    ruleSetUsed: z.object({ forbidden: z.array(z.object({ name: z.string(), comment: z.string().min(20) })) }),
  }),
})
type Found = { rule: string; file: string }

let folder: string
let rules: string[]
let found: Found[]

beforeAll(async () => {
  // Inside the project, so that packages are found; outside of what the real checks look at.
  await mkdir('.cache', { recursive: true })
  folder = await mkdtemp(resolve('.cache/import-rules-'))
  const write = async (file: string, source: string) => {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), `${source}\n`)
  }
  const own = ['.dependency-cruiser.mjs', 'scripts/lib/module-order.ts', 'package.json', 'tsconfig.json']
  for (const file of own) await cp(file, join(folder, file), { recursive: true })
  for (const [file, source] of Object.entries(GROUND)) await write(file, source)
  for (const [, file, source] of BROKEN) await write(file, source)
  for (const [place, module] of MODULES.entries()) {
    const next = MODULES[place + 1]
    if (module !== 'staff') await write(`server/modules/${module}/index.ts`, 'export const door = 1')
    if (next) await write(`server/modules/${module}/upward.ts`, `import '#modules/${next}/index.ts'`)
  }
  const report = await cruise()
  rules = report.ruleSetUsed.forbidden.map((rule) => rule.name)
  found = report.violations.map(({ from, rule }) => ({ rule: rule.name, file: from }))
}, 60_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

async function cruise() {
  const program = resolve('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const { stdout } = await promisify(execFile)(process.execPath, [program, '.', '--output-type', 'json'], {
    cwd: folder,
    maxBuffer: 64 * 1024 * 1024,
  })
  return Report.parse(JSON.parse(stdout)).summary
}

test.each(BROKEN)('the rule %s refuses %s', (rule, file) => {
  expect(found).toContainEqual({ rule, file })
})

test('every module is refused a call to the module after it', () => {
  for (const module of MODULES.slice(0, -1))
    expect(found).toContainEqual({ rule: `module-order-${module}`, file: `server/modules/${module}/upward.ts` })
})

test('no rule refuses what the house allows', () => {
  expect(found.filter(({ file }) => file in GROUND)).toEqual([])
})

test('every rule has an example here that breaks it', () => {
  const broken = new Set(found.map(({ rule }) => rule))
  expect(rules.filter((rule) => !broken.has(rule))).toEqual([])
})

test('every module folder has its place in the calling order', async () => {
  const folders = await readdir('server/modules')
  expect(folders.filter((name) => !MODULES.some((module) => module === name))).toEqual([])
})
