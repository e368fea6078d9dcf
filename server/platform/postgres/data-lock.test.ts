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

const lockFile = () => join(folder, 'lock')

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
  writeFileSync(lockFile(), JSON.stringify({ ...mine, pid: process.ppid }))
  const taken = await lockDataDir(folder)
  taken()
})

test('a lock of another container is honoured while it is touched, and taken over when it falls silent', async () => {
  const elsewhere = JSON.stringify({ pid: 1, since: '1', place: 'elsewhere' })
  writeFileSync(lockFile(), elsewhere)
  let second = 1
  const beat = setInterval(() => utimesSync(lockFile(), second, second++), 500)
  await expect(lockDataDir(folder, 1_500)).rejects.toThrow('process 1 of another machine or container')
  clearInterval(beat)
  const taken = await lockDataDir(folder, 1_500)
  taken()
}, 30_000)

test('of many that want a dead lock at once, one gets it', async () => {
  const release = await lockDataDir(folder)
  const mine = JSON.parse(readFileSync(lockFile(), 'utf8'))
  release()
  writeFileSync(lockFile(), JSON.stringify({ ...mine, since: 'long ago' }))
  const attempts = await Promise.allSettled(Array.from({ length: 5 }, () => lockDataDir(folder)))
  const taken = attempts.filter((attempt) => attempt.status === 'fulfilled')
  expect(taken).toHaveLength(1)
  for (const { value } of taken) value()
  expect(readdirSync(folder)).toEqual([])
})
