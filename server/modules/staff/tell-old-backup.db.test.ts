import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Instant } from '#contract/values.ts'
import { inTransaction } from '#platform/db/tx.ts'
import { lastBackup, noteBackup } from '#platform/postgres/last-backup.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { tellOfOldBackup, tellOldBackup } from './tell-old-backup.ts'

let t: TestHouse
let everywhere: string
let folder: string
beforeAll(async () => {
  t = await openTestHouse()
  folder = await mkdtemp(join(tmpdir(), 'wuyou-last-backup-'))
  everywhere = await t.hire(t.a.id, 'systemAdmin')
  await t.tx(({ db }) =>
    db.updateTable('staff_role').set({ estate_id: null }).where('staff_id', '=', everywhere).execute(),
  )
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await t.close()
})

const sweep = async (now: Instant) => {
  const last = await lastBackup(folder)
  await inTransaction(t.house.database, { scope: 'all', now }, (tx) => tellOldBackup(tx, last))
}
const told = async () =>
  inTransaction(t.house.database, { scope: 'all', readOnly: true }, ({ db }) =>
    db.selectFrom('outbox_message').select(['to_id', 'body']).where('template', '=', 'backup.old').execute(),
  ).then((rows) => (Array.isArray(rows) ? rows : []))
const toEverywhere = async () => (await told()).filter((n) => n.to_id === everywhere)

test('CP-151 the administrators hear once a day of a backup that is too old, once one was made at all', async () => {
  await sweep('2026-11-20T01:20:00.000Z')
  expect(await told()).toEqual([])
  await noteBackup(folder, '2026-11-20T18:00:00.000Z')
  await sweep('2026-11-21T01:20:00.000Z')
  expect(await told()).toEqual([])

  // a day later the backup of the night is missing
  await sweep('2026-11-22T01:20:00.000Z')
  await sweep('2026-11-22T01:25:00.000Z')
  expect((await toEverywhere()).map((n) => n.body.includes('2026-11-21 02:00'))).toEqual([true])
  const people = (await told()).map((n) => n.to_id)
  expect([...people].sort()).toEqual([t.a.staff.systemAdmin, t.b.staff.systemAdmin, everywhere].sort())
  await sweep('2026-11-23T01:20:00.000Z')
  expect(await toEverywhere()).toHaveLength(2)

  // made again, nobody is told
  await noteBackup(folder, '2026-11-23T18:00:00.000Z')
  await sweep('2026-11-24T01:20:00.000Z')
  expect(await toEverywhere()).toHaveLength(2)
})

test('CP-151 a note that cannot be read is none, and the job runs where no backup was ever made', async () => {
  await writeFile(join(folder, 'last-backup.json'), '{"at":')
  expect(await lastBackup(folder)).toBeNull()
  const before = (await told()).length
  await tellOfOldBackup.handle(t.house)
  expect(await told()).toHaveLength(before)
})
