import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#contract/refusal.ts'
import { makeCipher } from '#platform/privacy/cipher.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { type FileImportAnswer, importFile } from './import-file.ts'

let t: TestHouse
let bytes: Uint8Array
beforeAll(async () => {
  t = await openTestHouse()
  bytes = await readFile(join(import.meta.dirname, '../roster/fixtures/roster-cuihu.xlsx'))
})
afterAll(() => t.close())

const run = async (more: { estateCode?: string; create?: string; dryRun?: boolean } = {}) => {
  const file = { bytes, fileName: 'roster-cuihu.xlsx', estateCode: 'CH', dryRun: false, ...more }
  return importFile(t.house.database, makeCipher(t.house.keys.dataKey), file)
}
const good = (answer: Awaited<ReturnType<typeof run>>): FileImportAnswer => {
  if (isRefusal(answer)) throw new Error(answer.code)
  return answer
}
test('an estate that does not exist is made only when its name is given', async () => {
  expect(await run()).toMatchObject({ code: 'E_NOT_FOUND', field: 'estate' })
})

test('the ledger of Cuihu gives 384 flats and 6 shops, its faulty rows named; a dry run writes nothing', async () => {
  const dry = good(await run({ create: '翠湖花园', dryRun: true }))
  expect(dry).toMatchObject({
    sheets: 1,
    rows: 391,
    units: 390,
    customers: 422,
    vehicles: 188,
    changed: 0,
    unchanged: 0,
  })
  expect(dry.problems.map((p) => [p.row, p.code])).toEqual([
    [43, 'ID_CHECK_DIGIT'],
    [62, 'PHONE_FORM'],
    [68, 'OWNER_MISSING'],
    [92, 'AREA_RANGE'],
    [97, 'DATE_FORM'],
    [124, 'UNIT_DOUBLE'],
  ])
  expect(await run()).toMatchObject({ code: 'E_NOT_FOUND' })
})

test('importing the same file again changes nothing', async () => {
  const first = good(await run({ create: '翠湖花园' }))
  expect(first.created).toBeGreaterThan(390)
  const again = good(await run())
  expect(again).toMatchObject({ created: 0, changed: 0, unchanged: first.created })
}, 60_000)

test('two imports of one file at the same time do not write anything twice', async () => {
  const [one, two] = await Promise.all([run({ estateCode: 'C2', create: '翠湖二期' }), run({ estateCode: 'TA' })])
  expect(isRefusal(one) || isRefusal(two)).toBe(false)
  const both = await Promise.all([run({ estateCode: 'TA' }), run({ estateCode: 'TA' })])
  for (const answer of both) expect(good(answer)).toMatchObject({ created: 0, changed: 0 })
}, 60_000)
