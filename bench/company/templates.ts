import { isRefusal, refuse } from '#contract/refusal.ts'
import { initialsOf, parseUnitNo, putUnitKeys, refreshCustomerKeys, unitSortKey } from '#modules/estate/index.ts'
import type { Database } from '#platform/db/pool.ts'
import { inTransaction } from '#platform/db/tx.ts'
import { tokensOf } from '#platform/search/tokens.ts'
import { personName } from '#server/seed/names.ts'
import { randomOf } from '#server/seed/random.ts'
import { idOf } from './ids.ts'
import { EACH, NAMES } from './size.ts'

export type Key = { subject: number; key: string; weight: number }
export type UnitTemplate = {
  building: number
  no: string
  display: string
  section: string | null
  room: string
  sort: string
}
export type Templates = {
  names: { name: string; initials: string }[]
  nameKeys: Key[]
  units: UnitTemplate[]
  unitKeys: Key[]
  texts: { title: string; said: string; tokens: string }[]
}

const SECTIONS = 2
const FLOORS = 15
const PER_FLOOR = 4
const PER_BUILDING = SECTIONS * FLOORS * PER_FLOOR

/**
 * What the program itself makes of names and room numbers, so that the company is built of the very rows that it would
 * have written. The rows are written into an estate that is rolled back.
 */
export const makeTemplates = async (database: Database): Promise<Templates> => {
  const random = randomOf('bench names')
  const names = [...new Set(Array.from({ length: NAMES * 2 }, () => personName(random)))].slice(0, NAMES)
  const units = Array.from({ length: EACH.units }, (_, n) => unitOf(n))
  const estateId = idOf('estate', 1_000_000)
  const keys = await keysOf(database, estateId, names, units)
  return {
    names: names.map((name) => ({ name, initials: initialsOf(name) })),
    units,
    texts: textsOf(),
    nameKeys: keys.filter((k) => k.kind === 'customer'),
    unitKeys: keys.filter((k) => k.kind === 'unit'),
  }
}

const unitOf = (n: number): UnitTemplate => {
  const building = Math.floor(n / PER_BUILDING) + 1
  const inside = n % PER_BUILDING
  const section = Math.floor(inside / (FLOORS * PER_FLOOR)) + 1
  const floor = Math.floor((inside % (FLOORS * PER_FLOOR)) / PER_FLOOR) + 1
  const unit = parseUnitNo(`${building}-${section}-${floor}0${(n % PER_FLOOR) + 1}`)
  if (!unit) throw new Error(`unit ${n} cannot be read`)
  const { canonical, display, room } = unit
  return { building, no: canonical, display, section: unit.section, room, sort: unitSortKey(canonical) }
}

const keysOf = async (
  database: Database,
  estateId: string,
  names: readonly string[],
  units: readonly UnitTemplate[],
): Promise<(Key & { kind: string })[]> => {
  let keys: (Key & { kind: string })[] = []
  await inTransaction(database, { scope: [estateId] }, async (tx) => {
    const { db, now } = tx
    const company = { id: idOf('company', 2), name: '-', created_at: now }
    await db.insertInto('company').values(company).execute()
    await db
      .insertInto('centre')
      .values({ ...company, company_id: company.id })
      .execute()
    const estate = { estate_id: estateId, code: 'TEMPLATE', name: '-', company_id: company.id, centre_id: company.id }
    await db
      .insertInto('estate')
      .values({ ...estate, created_at: now })
      .execute()
    for (let from = 0; from < names.length; from += 2_000) {
      const chunk = names.slice(from, from + 2_000).map((name, i) => ({
        estate_id: estateId,
        id: idOf('customer', from + i),
        kind: 'person',
        name,
        created_at: now,
        updated_at: now,
      }))
      await db.insertInto('customer').values(chunk).execute()
      await refreshCustomerKeys(
        tx,
        estateId,
        chunk.map((c) => c.id),
      )
    }
    const subjects = units.flatMap(({ no }, n) => {
      const unit = parseUnitNo(no)
      return unit ? [{ id: idOf('unit', n), unit }] : []
    })
    await putUnitKeys(tx, estateId, subjects)
    const rows = await db.selectFrom('search_key').select(['kind', 'subject_id', 'key', 'weight']).execute()
    keys = rows.map(({ kind, subject_id, key, weight }) => ({
      kind,
      subject: Number.parseInt(subject_id.slice(-12), 16),
      key,
      weight,
    }))
    return refuse('E_NOT_FOUND')
  }).then((answer) => {
    if (!isRefusal(answer)) throw new Error('the template must be rolled back')
  })
  return keys
}

const WHERE = [
  '厨房',
  '主卧卫生间',
  '阳台',
  '地下车库',
  '单元门口',
  '电梯厅',
  '儿童乐园',
  '楼道',
  '南门岗亭',
  '空调机位',
] as const
const WHAT = [
  '漏水',
  '灯不亮',
  '有异味',
  '噪声扰民',
  '门锁坏了',
  '墙面开裂',
  '堆放杂物',
  '下水堵塞',
  '想问收费标准',
  '保洁不到位',
] as const

const textsOf = (): Templates['texts'] =>
  WHERE.flatMap((where) =>
    WHAT.map((what) => {
      const title = `${where}${what}`
      const said = `客户来电说${where}${what},从前天晚上开始,已经影响家里老人休息,希望今天下午三点以后上门,来之前先打电话。`
      return { title, said, tokens: tokensOf(`${title} ${said}`) }
    }),
  )
