import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { inject } from 'vitest'
import { asAdmin, withDatabase } from './admin.ts'

export type FreshDatabase = {
  /** Connects as the owner of everything in it; `openDatabase` takes it as the server does. */
  ownerUrl: string
  /** Ends every connection and removes it. */
  drop(): Promise<void>
}

/**
 * A database of its own for one test file: take it in `beforeAll`, drop it in `afterAll`.
 * Of the newest schema and without a row; `demo` holds the demo's places and people, in browser tests only.
 */
export async function freshDatabase(kind: 'empty' | 'demo' = 'empty'): Promise<FreshDatabase> {
  const { adminUrl, template, demo } = inject('postgres')
  const from = kind === 'empty' ? template : demo
  if (!from) throw new Error('this run has no demo template: see test/setup/demo.ts')
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`
  // Copying files beats replaying them through the log many times over when nothing is synced to disk.
  await patiently(() => asAdmin(adminUrl, `create database ${name} template ${from} strategy file_copy`))
  return {
    ownerUrl: withDatabase(adminUrl, name),
    drop: () => asAdmin(adminUrl, `drop database if exists ${name} with (force)`),
  }
}

const OBJECT_IN_USE = '55006'
const ATTEMPTS = 20

// "source database is being accessed by other users": autovacuum may look into the template for a moment.
async function patiently(create: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await create()
    } catch (error) {
      const inUse = error instanceof Error && 'code' in error && error.code === OBJECT_IN_USE
      if (!inUse || attempt === ATTEMPTS) throw error
      await wait(100)
    }
  }
}
