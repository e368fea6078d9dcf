// npm test [-- FILE…] [--only check|unit|db|browser]: everything that must hold, step by step, in any Node from 18 on.
// Goes on after a failing step; ends with the line `N passed, N failed`. Complete output: .cache/test.log
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { orExplain } from './lib/child.mjs'
import { ensureDependencies, ROOT } from './lib/dependencies.mjs'
import { pinnedNode } from './lib/pinned-node.mjs'
import { endRunningSteps, runStep } from './lib/run-step.mjs'
import { countTests } from './lib/test-count.mjs'

const bin = (path) => join(ROOT, 'node_modules', path)
const MINUTE = 60_000

/** `group` is what --only names; `limit` is far above what the step takes, it only ends what hangs. */
const STEPS = [
  { name: 'types', group: 'check', limit: 4 * MINUTE, run: [bin('typescript/bin/tsc'), '--noEmit', '-p', '.'] },
  {
    name: 'lint',
    group: 'check',
    limit: 2 * MINUTE,
    run: [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '--max-diagnostics=50', '.'],
  },
  {
    name: 'import rules',
    group: 'check',
    limit: 2 * MINUTE,
    run: [bin('dependency-cruiser/bin/dependency-cruiser.mjs'), '.', '--output-type', 'err-long'],
  },
  { name: 'unused code', group: 'check', limit: 3 * MINUTE, run: [bin('knip/bin/knip.js'), '--no-progress'] },
  { name: 'unit tests', group: 'unit', limit: 5 * MINUTE, project: 'unit' },
  { name: 'database tests', group: 'db', limit: 35 * MINUTE, project: 'db' },
  { name: 'web build', group: 'browser', limit: 5 * MINUTE, run: [join(ROOT, 'scripts/build-web.mjs')] },
  { name: 'browser tests', group: 'browser', limit: 40 * MINUTE, project: 'browser' },
]
const GROUPS = ['check', 'unit', 'db', 'browser']
const LOG = join(ROOT, '.cache', 'test.log')
const SHOWN_LINES = 300

function parse(args) {
  const filters = []
  let only
  for (let place = 0; place < args.length; place++) {
    const arg = args[place]
    if (arg === '--only') only = args[++place]
    else if (arg.startsWith('--only=')) only = arg.slice('--only='.length)
    else if (arg.startsWith('-')) throw new Error(`Unknown option ${arg}. Known: --only ${GROUPS.join('|')}`)
    else filters.push(arg)
    if (only !== undefined && !GROUPS.includes(only)) throw new Error(`--only takes one of ${GROUPS.join(', ')}`)
  }
  return { only, filters }
}

function chosen({ only, filters }) {
  return STEPS.filter((step) => {
    // A file filter is about tests, and the pages must be built before a browser shows them.
    if (filters.length > 0 && step.group === 'check') return false
    if (only === undefined || step.group === only) return true
    // `check` is what one runs between two edits: every static check and the unit tests.
    return only === 'check' && step.group === 'unit'
  })
}

async function run(step, node, env, args) {
  const result = await runStep(node.file, [...node.flags, ...args], { cwd: ROOT, env, limitMs: step.limit })
  appendFileSync(LOG, `\n${result.output.trimEnd()}\n`)
  return result
}

async function check(step, node, env) {
  const { code, output } = await run(step, node, env, step.run)
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output, said: '' }
}

async function runTests(step, node, env, filters) {
  const report = join(ROOT, '.cache', `test-report-${step.project}.json`)
  rmSync(report, { force: true })
  const args = [
    'run',
    '--project',
    step.project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  if (filters.length > 0) args.push('--passWithNoTests')
  const { code, output } = await run(step, node, env, [bin('vitest/vitest.mjs'), ...args, ...filters])
  const count = countTests(report, code, { mayBeEmpty: filters.length > 0 })
  const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : ''
  const said = `${count.passed} passed, ${count.failed} failed${skipped}`
  // What passed is in the log; on the screen stands what did not.
  const failures = output.search(/^.*(Failed (Tests|Suites)|Unhandled (Error|Rejection)).*$/m)
  return { ...count, output: [output.slice(Math.max(0, failures)), ...count.trouble].join('\n'), said }
}

function testEnvironment(node) {
  const env = { ...process.env, CI: 'true', NO_COLOR: '1' }
  env.PATH = [dirname(node.file), env.PATH].join(delimiter)
  // A developer's or server's own database must never be what the tests write to.
  delete env.DATABASE_URL
  delete env.FORCE_COLOR
  return env
}

function tell(text) {
  process.stdout.write(text)
  appendFileSync(LOG, text)
}

function show(output) {
  const lines = output.trimEnd().split('\n')
  const left = lines.length - SHOWN_LINES
  const shown = left > 0 ? [`… ${left} lines above, all in .cache/test.log`, ...lines.slice(left)] : lines
  process.stdout.write(`${shown.map((line) => `    ${line}`).join('\n')}\n`)
}

function readyNode() {
  try {
    ensureDependencies()
    return pinnedNode()
  } catch (error) {
    process.stdout.write(`install         FAILED\n    ${error.message}\n0 passed, 1 failed\n`)
    return undefined
  }
}

async function main() {
  const asked = parse(process.argv.slice(2))
  const node = readyNode()
  if (node === undefined) return 1
  const env = testEnvironment(node)
  mkdirSync(dirname(LOG), { recursive: true })
  writeFileSync(LOG, '')
  const total = { passed: 0, failed: 0, tests: 0 }
  const steps = chosen(asked)
  // The checks only read, and each keeps one core busy: side by side they take half the time.
  const started = new Map()
  const begin = async (step) => {
    const began = performance.now()
    const result = step.project ? await runTests(step, node, env, asked.filters) : await check(step, node, env)
    return { result, seconds: `${((performance.now() - began) / 1000).toFixed(1)} s` }
  }
  for (const step of steps) if (step.group === 'check') started.set(step, begin(step))
  for (const step of steps) {
    tell(step.name.padEnd(16))
    const { result, seconds } = await (started.get(step) ?? begin(step))
    tell(`${(result.failed > 0 ? 'FAILED' : 'ok').padEnd(8)}${seconds.padStart(8)}   ${result.said}\n`)
    if (result.failed > 0) show(result.output)
    total.passed += result.passed
    total.failed += result.failed
    if (step.project) total.tests += result.passed + result.failed
  }
  if (asked.filters.length > 0 && total.tests === 0) {
    tell(`No test matches ${asked.filters.join(' ')}\n`)
    total.failed += 1
  }
  tell(`${total.passed} passed, ${total.failed} failed\n`)
  return total.failed === 0 ? 0 : 1
}

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]) {
  process.on(signal, async () => {
    await endRunningSteps()
    process.exit(code)
  })
}
await orExplain(main)
