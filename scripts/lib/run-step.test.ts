import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { isAlive } from '#platform/postgres/process-life.ts'

/** Runs a step in a Node of its own and returns what `runStep` told. */
async function step(program: string, limitMs: number): Promise<{ code: number; output: string; timedOut: boolean }> {
  const source = `
    import { runStep } from ${JSON.stringify(new URL('./run-step.mjs', import.meta.url).href)}
    const told = await runStep('sh', ['-c', ${JSON.stringify(program)}], { limitMs: ${limitMs}, graceMs: 200 })
    console.log(JSON.stringify(told))`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', source])
  return JSON.parse(stdout)
}

test('a step that ends in time tells its code and all of its output', async () => {
  expect(await step('echo one; echo two >&2; exit 3', 20_000)).toEqual({
    code: 3,
    output: 'one\ntwo\n',
    timedOut: false,
  })
})

test('a step that hangs and does not listen is ended, with its children', async () => {
  const told = await step("trap '' TERM; sleep 60 & echo $!; wait; sleep 60", 300)
  expect(told).toMatchObject({ timedOut: true, code: 1 })
  await expect.poll(() => isAlive(Number.parseInt(told.output, 10))).toBe(false)
})

test('a child that a good step leaves behind is ended, and holds nothing up', async () => {
  const told = await step('sleep 60 & echo $!', 20_000)
  expect(told).toMatchObject({ timedOut: false, code: 0 })
  await expect.poll(() => isAlive(Number.parseInt(told.output, 10))).toBe(false)
})

test('a program that is not there is a failure', async () => {
  expect(await step('exec /nowhere/at-all', 20_000)).toMatchObject({ code: 127 })
})
