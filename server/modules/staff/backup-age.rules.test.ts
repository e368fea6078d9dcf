import { expect, test } from 'vitest'
import { backupTooOld } from './backup-age.rules.ts'

test('CP-151 a backup is too old when more than its hours have passed; none at all nags nobody', () => {
  const last = '2026-11-20T01:00:00.000Z'
  expect(backupTooOld(last, '2026-11-21T03:00:00.000Z', 26)).toBe(false)
  expect(backupTooOld(last, '2026-11-21T03:00:00.001Z', 26)).toBe(true)
  expect(backupTooOld(last, '2026-11-21T03:00:00.001Z', 48)).toBe(false)
  expect(backupTooOld(null, '2026-11-21T03:00:00.001Z', 26)).toBe(false)
})
