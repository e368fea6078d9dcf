import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { livingHolder, lockDataDir } from './data-lock.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wuyou-lock-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const lockFile = () => join(folder, 'lock.1')

test('a released lock can be taken again', async () => {
  const release = await lockDataDir(folder)
  release()
  release()
  const again = await lockDataDir(folder)
  expect((await livingHolder(folder))?.pid).toBe(process.pid)
  again()
  expect(await livingHolder(folder)).toBeUndefined()
})

test('a lock whose number now belongs to another process is taken over', async () => {
  const release = await lockDataDir(folder)
  const mine = JSON.parse(readFileSync(lockFile(), 'utf8'))
  release()
  writeFileSync(join(folder, 'lock.2'), JSON.stringify({ ...mine, pid: process.ppid }))
  const taken = await lockDataDir(folder)
  taken()
})

test('a lock of another container is honoured while it is touched, and taken over when it falls silent', async () => {
  const elsewhere = JSON.stringify({ pid: 1, since: '1', place: 'elsewhere' })
  writeFileSync(lockFile(), elsewhere)
  let second = 1
  const beat = setInterval(() => utimesSync(lockFile(), second, second++), 500)
  await expect(lockDataDir(folder, { endMs: 0, silenceMs: 1_500 })).rejects.toThrow(
    'process 1 of another machine or container',
  )
  clearInterval(beat)
  const taken = await lockDataDir(folder, { endMs: 0, silenceMs: 1_500 })
  taken()
}, 30_000)

test('of many that want a dead lock at once, one gets it', async () => {
  const release = await lockDataDir(folder)
  const mine = JSON.parse(readFileSync(lockFile(), 'utf8'))
  release()
  writeFileSync(join(folder, 'lock.2'), JSON.stringify({ ...mine, since: 'long ago' }))
  const attempts = await Promise.allSettled(Array.from({ length: 5 }, () => lockDataDir(folder, { endMs: 0 })))
  const taken = attempts.filter((attempt) => attempt.status === 'fulfilled')
  expect(taken).toHaveLength(1)
  for (const { value } of taken) value()
  expect(readdirSync(folder)).toEqual(['lock.3'])
})

test('of many processes that take and release it again and again, never two have it at once', async () => {
  const release = await lockDataDir(folder)
  const mine = JSON.parse(readFileSync(lockFile(), 'utf8'))
  release()
  writeFileSync(join(folder, 'lock.2'), JSON.stringify({ ...mine, since: 'long ago' }))
  // A holder leaves a file of its own; whoever finds one that is there already was not alone. Some die as holders.
  const program = `
    import { rmSync, writeFileSync } from 'node:fs'
    import { lockDataDir } from ${JSON.stringify(join(import.meta.dirname, 'data-lock.ts'))}
    for (const end = Date.now() + 1500; Date.now() < end; ) {
      const release = await lockDataDir(${JSON.stringify(folder)}, { endMs: 0 }).catch(() => undefined)
      if (release === undefined) continue
      writeFileSync(${JSON.stringify(join(folder, 'alone'))}, '', { flag: 'wx' })
      process.stdout.write('.')
      await new Promise((resolve) => setTimeout(resolve, 2))
      rmSync(${JSON.stringify(join(folder, 'alone'))})
      if (Math.random() < 0.01) process.exit(0)
      release()
    }`
  let holds = 0
  const codes = await Promise.all(
    Array.from({ length: 4 }, () => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      child.stdout.on('data', (dots: Buffer) => {
        holds += dots.length
      })
      return new Promise((resolve) => child.once('close', resolve))
    }),
  )
  expect(codes).toEqual([0, 0, 0, 0])
  expect(holds).toBeGreaterThan(20)
})
