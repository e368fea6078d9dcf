import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { csvOf, rosterOf } from './fixtures/make-files.ts'

const bytes = readFileSync(new URL('./fixtures/roster-cuihu.xlsx', import.meta.url))

test('sample: the ledger of 翠湖花园 gives 384 flats and 6 shops, and every customer and vehicle', async () => {
  const { roster } = await rosterOf(bytes)
  expect(roster.counts).toEqual({
    rows: 391,
    goodRows: 390,
    units: 390,
    flats: 384,
    shops: 6,
    villas: 0,
    parking: 0,
    customers: 422,
    owners: 421,
    tenants: 1,
    vehicles: 188,
    parkingSpaces: 158,
    problemRows: 6,
    errors: 1,
    warnings: 5,
  })
  const keys = roster.rows.flatMap(({ unit }) => (unit ? [unit.canonical] : []))
  for (const building of [1, 2, 3, 4])
    for (const section of [1, 2])
      for (let floor = 1; floor <= 12; floor++)
        for (const door of ['01', '02', '03', '04']) expect(keys).toContain(`${building}-${section}-${floor}${door}`)
  for (const shop of [1, 2, 3, 4, 5, 6]) expect(keys).toContain(`S-${shop}`)
})

test('sample: each faulty row is named for its reason; only the doubled room keeps its row out', async () => {
  const { roster } = await rosterOf(bytes)
  expect(roster.problems.map(({ row, column, code, value, severity }) => [row, column, code, value, severity])).toEqual(
    [
      [43, '身份证号', 'ID_CHECK_DIGIT', '440300197806240902', 'warning'],
      [62, '联系电话', 'PHONE_FORM', '1990000', 'warning'],
      [68, '业主姓名', 'OWNER_MISSING', '', 'warning'],
      [92, '建筑面积(㎡)', 'AREA_RANGE', '-5', 'warning'],
      [97, '收楼日期', 'DATE_FORM', '2019-13-40', 'warning'],
      [124, '房号', 'UNIT_DOUBLE', '2栋1单元604', 'error'],
    ],
  )
  expect(roster.problems.at(-1)?.details).toEqual({ otherSheet: '业主台账', otherRow: 123 })
})

test('sample: title, subtotals, blank line and footer are no data rows', async () => {
  const { roster } = await rosterOf(bytes)
  expect(roster.skipped.map(({ row, why, text }) => [row, why, text])).toEqual([
    [1, 'TITLE', '翠湖花园一期业主信息台账(截至2026年10月)'],
    [99, 'SUBTOTAL', '小计 共96户'],
    [197, 'SUBTOTAL', '小计 共96户'],
    [294, 'SUBTOTAL', '小计 共96户'],
    [391, 'SUBTOTAL', '小计 共96户'],
    [398, 'BLANK', ''],
    [399, 'FOOTER', '制表:客服中心'],
  ])
})

test('sample: a row says everything that stands in it', async () => {
  const { roster } = await rosterOf(bytes)
  const row = (number: number) => roster.rows.find((one) => one.row === number)
  // Two owners, one paper, two phones, area as a number, Chinese date, merged building.
  expect(row(22)).toMatchObject({
    unit: { building: '1', section: '1', room: '504', kind: 'flat', canonical: '1-1-504', display: '1栋1单元504' },
    area: { m2: 75.74, basis: 'gross' },
    unitType: '四室两厅',
    handoverDate: '2019-06-09',
    owners: [
      {
        name: '周刚浩',
        kind: 'person',
        idNumber: '440300199305273675',
        idKind: 'resident_id',
        phones: ['19900001019'],
      },
      { name: '黄强涛', kind: 'person', phones: ['19900001020'] },
    ],
    vehicles: [{ plate: '粤BQXXJ9' }],
    parking: [{ canonical: 'P-B1-20', kind: 'parking' }],
    problems: [],
  })
  expect(row(3)).toMatchObject({ area: { m2: 123.75 }, handoverDate: '2019-06-09' })
  // An Excel date, 2019.6.9, 2019/6/9, and none.
  for (const number of [4, 7, 5]) expect(row(number)?.handoverDate).toBe('2019-06-09')
  expect(row(10)?.handoverDate).toBeNull()
  // Full width, spaces and dashes, a number instead of text.
  expect(row(19)?.owners[0]?.phones).toEqual(['19900001016'])
  expect(row(25)?.owners[0]?.phones).toEqual(['19900001024'])
  expect(row(33)?.owners[0]?.phones).toEqual(['19900001033'])
  expect(row(54)?.owners[0]?.idNumber).toBe('44030019750922151X')
  expect(row(58)?.unit?.canonical).toBe('1-2-204')
  expect(row(73)?.unit?.canonical).toBe('1-2-603')
  expect(row(82)?.tenants).toMatchObject([{ name: '梁芳', phones: ['19900001088'], said: 'remarks' }])
  expect(row(104)).toMatchObject({ remarks: '长期空置', tenants: [] })
  expect(row(113)).toMatchObject({
    owners: [
      {
        name: '深圳市某某贸易有限公司',
        kind: 'company',
        phones: ['19900001119', '19900001120'],
        representativeId: { idNumber: '440300198012190580' },
      },
    ],
    notes: [{ code: 'ID_OF_REPRESENTATIVE' }],
  })
  expect(row(392)).toMatchObject({
    unit: { kind: 'shop', canonical: 'S-1', display: '商铺S-1', building: '商铺', section: null },
    owners: [{ name: '吴艳军餐饮店', kind: 'company' }],
    handoverDate: '2020-01-01',
  })
})

test('sample: what is wrong is not imported, the rest of its row is', async () => {
  const { roster } = await rosterOf(bytes)
  const row = (number: number) => roster.rows.find((one) => one.row === number)
  expect(row(43)?.owners).toMatchObject([{ name: '杨艳杰', phones: ['19900001043'] }, { name: '李强平' }])
  expect(row(43)?.owners[0]).not.toHaveProperty('idNumber')
  expect(row(62)?.owners).toMatchObject([{ name: '胡秀怡', idNumber: '440300196706205469', phones: [] }])
  expect(row(68)).toMatchObject({ unit: { canonical: '1-2-502' }, owners: [], area: { m2: 101.69 } })
  expect(row(92)).toMatchObject({ area: null, owners: [{ name: '杨浩' }] })
  expect(row(97)).toMatchObject({ handoverDate: null, owners: [{ name: '赵华霞' }] })
  // The first of the doubled rows stays; the customer of the second is not counted.
  expect(row(123)).toMatchObject({ unit: { canonical: '2-1-604' }, problems: [] })
  expect(row(124)?.owners[0]?.customer).toBe(-1)
})

test('sample: saved as CSV, where a merge is one value and blanks below, it gives the same', async () => {
  const { sources, roster } = await rosterOf(bytes)
  const flat = (sources[0]?.rows ?? []).flatMap(({ row, cells }) => {
    const line: string[] = Array.from({ length: 13 }, () => '')
    for (const cell of cells) if (!cell.mergedFrom) line[cell.column - 1] = String(cell.value)
    return row === 399 ? [[], line] : [line]
  })
  const csv = await rosterOf(Buffer.from(csvOf(flat)), { fileName: '业主台账.csv' })
  expect(csv.roster.counts).toEqual(roster.counts)
  const plain = ({ notes: _, ...row }: (typeof roster.rows)[number]) => row
  expect(csv.roster.rows.map(plain)).toEqual(roster.rows.map(plain))
})
