import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { residentCheckDigit } from '../identity.rules.ts'
import {
  csvOf,
  HEAD,
  PAPERS,
  reasonOf,
  rosterOf,
  rosterOfRows,
  rowOf,
  TODAY,
  workbookOf,
} from './fixtures/make-files.ts'
import { readRoster } from './read-roster.ts'

const problems = (roster: Awaited<ReturnType<typeof rosterOfRows>>) => roster.problems.map((p) => [p.row, p.code])

test('roster: several sheets, one a building, with the building in the name of the sheet only', async () => {
  const { roster } = await rosterOf(
    await workbookOf(
      { name: '填写说明', rows: [['请勿改动表头']] },
      {
        name: '1栋',
        rows: [
          ['房号', '业主', '电话'],
          ['1-101', '甲一', '19900001000'],
          [102, '甲二', null],
        ],
      },
      {
        name: '2号楼',
        rows: [
          ['电话', '业主', '房号'],
          ['19900001001', '乙一', '1单元101'],
        ],
        hidden: true,
      },
    ),
  )
  expect(
    roster.sheets.map((s) => ('skipped' in s ? [s.sheet, s.hidden, s.skipped] : [s.sheet, s.hidden, s.rows])),
  ).toEqual([
    ['填写说明', false, 'NO_HEADINGS'],
    ['1栋', false, 2],
    ['2号楼', true, 1],
  ])
  // With 1-101 the sheet's rooms name a building of their own.
  expect(roster.rows.map(({ unit }) => unit?.canonical)).toEqual(['1-101', '1-102', '2-1-101'])
})

test('roster: in the sheet of a building a room may begin with its section', async () => {
  const page = (name: string, rooms: string[]) => ({
    name,
    rows: [['房号', '业主'], ...rooms.map((room) => [room, '甲'])],
  })
  const { roster } = await rosterOf(
    await workbookOf(
      page('1栋', ['1-101', '2-101']),
      page('2栋', ['1-101', '3栋1单元102']),
      page('4栋', ['4-101', '4-102']),
    ),
  )
  expect(roster.rows.map(({ unit }) => unit?.canonical)).toEqual([
    '1-1-101',
    '1-2-101',
    '2-1-101',
    '3-1-102',
    '4-101',
    '4-102',
  ])
})

test('roster: no sheet with headings is refused, with each sheet and its reason', async () => {
  const read = await readRoster(await workbookOf({ name: '说明', rows: [['无']] }), { today: TODAY })
  expect(read).toMatchObject({
    code: 'E_IMPORT_COLUMNS',
    details: { sheets: [{ sheet: '说明', why: 'NO_HEADINGS' }] },
  })
  expect(reasonOf(await readRoster(Buffer.from('d0cf11e0a1b11ae1', 'hex'), { today: TODAY }))).toBe('old_xls')
})

test('roster: a GBK file with full-width digits, villas, shops, companies and odd names', async () => {
  const text = csvOf([
    HEAD,
    rowOf('１２０３', '㼆田', { building: '３栋', section: '２单元', phone: '１９９００００１０００' }),
    rowOf('别墅9号', '赵六', { building: '', section: '' }),
    rowOf('8号', '王五', { building: '湖畔', section: '' }),
    rowOf('底商05', '好味餐饮店', { building: '', section: '' }),
    rowOf('1204', '<b>张三</b>', { building: '3栋', section: '2单元' }),
    rowOf('1205', '深圳市某某贸易有限公司', { building: '3栋', section: '2单元', id: '91350100M000100Y43' }),
  ])
  const { roster } = await rosterOf(iconv.encode(text, 'gb18030'))
  expect(roster.rows.map(({ unit }) => [unit?.canonical, unit?.kind])).toEqual([
    ['3-2-1203', 'flat'],
    ['V-9', 'villa'],
    ['湖畔-V-8', 'villa'],
    ['S-5', 'shop'],
    ['3-2-1204', 'flat'],
    ['3-2-1205', 'flat'],
  ])
  expect(roster.counts).toMatchObject({ flats: 3, villas: 2, shops: 1, problemRows: 0 })
  expect(roster.rows.map(({ owners }) => owners[0]?.name)).toEqual([
    '㼆田',
    '赵六',
    '王五',
    '好味餐饮店',
    '<b>张三</b>',
    '深圳市某某贸易有限公司',
  ])
  expect(roster.rows[5]?.owners[0]).toMatchObject({ kind: 'company', idKind: 'uscc' })
})

test('roster: every kind of fault is named in its column', async () => {
  const badCheck = `${PAPERS[0]?.slice(0, 17)}1`
  const roster = await rosterOfRows([
    HEAD,
    rowOf('', '甲甲'),
    rowOf('见合同', '甲乙'),
    rowOf('2栋101', '甲丙'),
    rowOf('101、102', '甲丁'),
    rowOf('2003-02-12', '甲戊'),
    rowOf('201', '甲己', { id: badCheck, phone: '1990000/138****1234', area: '九十', date: '2019-13-40' }),
    rowOf('202', '甲庚', {
      id: '1101051949',
      phone: '19900001000',
      area: '-5',
      date: '2030-01-01',
      plate: '粤BO1234',
      parking: '1个',
    }),
    rowOf('203', '', { id: PAPERS[0] ?? '', date: '1949-10-01' }),
    rowOf('204', '甲辛', { id: `${PAPERS[1]}、${PAPERS[2]}` }),
    rowOf('205', '19900001001', { id: '4.4E+17' }),
    rowOf('206', '甲\uFFFD'),
  ])
  expect(roster.problems.map((p) => [p.row, p.column, p.code, p.severity])).toEqual([
    [2, '房号', 'ROOM_MISSING', 'error'],
    [3, '房号', 'ROOM_UNREADABLE', 'error'],
    [4, '房号', 'ROOM_CONTRADICTS', 'error'],
    [5, '房号', 'ROOM_SEVERAL', 'error'],
    [6, '房号', 'ROOM_DATE', 'error'],
    [7, '身份证号', 'ID_CHECK_DIGIT', 'warning'],
    [7, '联系电话', 'PHONE_FORM', 'warning'],
    [7, '联系电话', 'PHONE_MASKED', 'warning'],
    [7, '建筑面积', 'AREA_FORM', 'warning'],
    [7, '收楼日期', 'DATE_FORM', 'warning'],
    [8, '身份证号', 'ID_LENGTH', 'warning'],
    [8, '建筑面积', 'AREA_RANGE', 'warning'],
    [8, '收楼日期', 'DATE_FUTURE', 'warning'],
    [8, '车牌号', 'PLATE_FORM', 'warning'],
    [8, '车位', 'PARKING_FORM', 'warning'],
    [9, '业主姓名', 'OWNER_MISSING', 'warning'],
    [9, '收楼日期', 'DATE_RANGE', 'warning'],
    [10, '身份证号', 'ID_WITHOUT_NAME', 'warning'],
    [11, '身份证号', 'ID_PRECISION', 'warning'],
    [11, '业主姓名', 'OWNER_MISSING', 'warning'],
    [12, '业主姓名', 'TEXT_DAMAGED', 'warning'],
  ])
  expect(roster.counts).toMatchObject({ rows: 11, goodRows: 6, units: 6, errors: 5 })
})

test('roster: rooms and papers that Excel has turned into dates and rounded numbers', async () => {
  const { roster } = await rosterOf(
    await workbookOf({
      name: '表',
      rows: [
        ['楼栋', '房号', '业主', '身份证', '电话'],
        ['1栋', new Date('2026-02-12T00:00:00Z'), '甲一', null, null],
        ['1栋', 101, '甲二', 440300195509151700, 19900001000],
        ['1栋', { formula: 'X1', result: { error: '#REF!' } }, '甲三', null, null],
        ['1栋', 102, { formula: 'A1', result: '甲四' }, null, { formula: 'NOW()' }],
      ],
    }),
  )
  expect(problems(roster)).toEqual([
    [2, 'ROOM_DATE'],
    [3, 'ID_PRECISION'],
    [4, 'CELL_ERROR'],
    [4, 'ROOM_MISSING'],
    [5, 'CELL_ERROR'],
  ])
  expect(roster.rows[1]?.owners[0]?.phones).toEqual(['19900001000'])
  expect(roster.rows[3]?.owners[0]?.name).toBe('甲四')
})

test('roster: phones and papers go to owners in their order, or by the name beside them', async () => {
  const roster = await rosterOfRows([
    HEAD,
    rowOf('101', '张三、李四', { id: `${PAPERS[1]}/${PAPERS[2]}`, phone: '19900001000、19900001001' }),
    rowOf('102', '张三、李四', { phone: '李四19900001003 张三19900001002' }),
    rowOf('103', '王一、王二', { phone: '19900001004/19900001005/19900001006' }),
    rowOf('104', '王三 19900001007', { id: '110105 19491231 002X' }),
    rowOf('105', '王四、王五', { id: PAPERS[3] ?? '', phone: '19900001008' }),
  ])
  const owners = roster.rows.map((one) => one.owners.map(({ name, idNumber, phones }) => [name, idNumber, ...phones]))
  expect(owners).toEqual([
    [
      ['张三', PAPERS[1], '19900001000'],
      ['李四', PAPERS[2], '19900001001'],
    ],
    [
      ['张三', undefined, '19900001002'],
      ['李四', undefined, '19900001003'],
    ],
    [
      ['王一', undefined, '19900001004', '19900001005', '19900001006'],
      ['王二', undefined],
    ],
    [['王三', PAPERS[0], '19900001007']],
    [
      ['王四', PAPERS[3], '19900001008'],
      ['王五', undefined],
    ],
  ])
  expect(roster.rows[2]?.notes).toMatchObject([{ code: 'PHONES_WITH_FIRST_OWNER' }])
  expect(roster.counts.problemRows).toBe(0)
})

test('roster: co-owners below a room that is merged over their rows share one unit', async () => {
  const { roster } = await rosterOf(
    await workbookOf({
      name: '表',
      rows: [
        ['楼栋', '房号', '业主', '电话', '面积'],
        ['1栋', 101, '甲一', '19900001000', 90],
        [null, null, '甲二', '19900001001', null],
        [null, 102, '甲三', '19900001002', 80],
      ],
      merges: ['A2:A4', 'B2:B3', 'E2:E3'],
    }),
  )
  expect(roster.rows).toMatchObject([
    {
      row: 2,
      joinedRows: [3],
      unit: { canonical: '1-101' },
      owners: [{ name: '甲一' }, { name: '甲二' }],
      area: { m2: 90 },
    },
    { row: 4, joinedRows: [], unit: { canonical: '1-102' }, owners: [{ name: '甲三' }] },
  ])
  expect(roster.counts).toMatchObject({ units: 2, customers: 3, problemRows: 0 })
})

test('roster: bands, repeated headings, repeated titles, totals, footers and serial numbers alone are no data', async () => {
  const roster = await rosterOfRows([
    ['翠湖花园业主台账'],
    ['序号', '房号', '业主', '面积'],
    ['1栋'],
    ['1', '1单元101', '甲一', '90'],
    ['小计', '1户', '', '90'],
    ['二栋二单元'],
    ['2', '101', '甲二', '90'],
    ['序号', '房号', '业主', '面积'],
    ['翠湖花园业主台账'],
    ['3', '102', '甲三', '90'],
    ['4', '', '', ''],
    ['', '合 计', '', '270'],
    ['共3户'],
    ['说明：以上面积为建筑面积'],
    ['制表人：张三', '', '审核：李四'],
    ['请于月底前核对'],
  ])
  expect(roster.rows.map(({ unit }) => unit?.canonical)).toEqual(['1-1-101', '2-2-101', '2-2-102'])
  expect(roster.skipped.map(({ row: number, why }) => [number, why])).toEqual([
    [1, 'TITLE'],
    [3, 'BAND'],
    [5, 'SUBTOTAL'],
    [6, 'BAND'],
    [8, 'HEADING_REPEATED'],
    [9, 'TITLE'],
    [11, 'BLANK'],
    [12, 'SUBTOTAL'],
    [13, 'SUBTOTAL'],
    [14, 'FOOTER'],
    [15, 'FOOTER'],
    [16, 'LONE_TEXT'],
  ])
  expect(roster.counts.problemRows).toBe(0)
})

test('roster: units without an owner yet, areas with units and the inner area', async () => {
  const roster = await rosterOfRows(
    [
      ['房屋地址', '业主', '套内面积', '用途', '紧急联系人', '宠物'],
      ['翠湖花园3栋2单元1203室', '未售', '约 1,080.50 平方米', '住宅', '李四 13800138000', '猫'],
      ['翠湖花园3栋2单元1204室', '甲一', '70.5平米', '商铺', '', ''],
    ],
    { estateNames: ['翠湖花园'] },
  )
  expect(roster.rows).toMatchObject([
    {
      unit: { canonical: '3-2-1203', kind: 'flat' },
      owners: [],
      area: { m2: 1080.5, basis: 'inner' },
      emergencyContact: { name: '李四', phones: ['13800138000'] },
      extra: { 宠物: '猫' },
    },
    { unit: { canonical: '3-2-1204', kind: 'shop' }, area: { m2: 70.5 }, emergencyContact: null },
  ])
  expect(roster.counts.problemRows).toBe(0)
})

test('roster: whatever stands in the cells, nothing throws', async () => {
  const pieces = fc.constantFrom(
    ...'1栋,2单元,101,-,/,、,(,),租户,出租给,张三,李四,有限公司,13800138000,0755,1990,2019-06-09,年,㎡,-5,粤B12345,B1-,*,=,无,小计,共3户,注:, '.split(
      ',',
    ),
  )
  const cell = fc.oneof(
    fc.array(pieces, { maxLength: 5 }).map((list) => list.join('')),
    fc.string({ unit: 'binary', maxLength: 12 }),
  )
  const line = fc.array(cell, { minLength: HEAD.length, maxLength: HEAD.length })
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (lines) => {
      const roster = await rosterOfRows([HEAD, rowOf('101', '甲'), ...lines])
      expect(roster.counts.rows).toBeGreaterThan(0)
      expect(roster.counts.goodRows).toBe(roster.counts.units)
    }),
    { numRuns: 200 },
  )
})

test('roster: cells as long as a cell can be take no time', async () => {
  for (const piece of ['(', '张', '1 ', '、a', '租户', '&a;', '1-']) {
    const long = piece.repeat(Math.floor(32_000 / piece.length))
    const started = performance.now()
    await rosterOfRows([HEAD, HEAD.map(() => long), ['1栋', '1单元', '101', ...HEAD.slice(3).map(() => long)]])
    expect(performance.now() - started, piece).toBeLessThan(10_000)
  }
}, 60_000)

test('roster: twenty thousand rows, with progress that only grows and reaches its end', async () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => {
    const first = `${110_000 + Math.floor(i / 1000)}19${50 + (i % 50)}0${1 + (i % 9)}1${i % 10}${String(i % 1000).padStart(3, '0')}`
    const floor = 1 + (Math.floor(i / 4) % 25)
    const [building, section] = [1 + Math.floor(i / 200), 1 + (Math.floor(i / 100) % 2)]
    return rowOf(`${floor}0${1 + (i % 4)}`, `𠮷田㼆${i.toString(36)}`, {
      building: `${building}栋`,
      section: `${section}单元`,
      id: i % 100 === 7 ? '440300195509151711' : first + residentCheckDigit(first),
      phone: `199${String(i).padStart(8, '0')}`,
      parking: `B1-${i + 1}`,
    })
  })
  const seen: number[] = []
  const started = performance.now()
  const { roster } = await rosterOf(Buffer.from(csvOf([HEAD, ...rows])), {
    onProgress: (done, total) => seen.push(done / Math.max(1, total)),
  })
  console.info(`20,000 rows in ${Math.round(performance.now() - started)} ms`)
  expect(roster.counts).toMatchObject({
    rows: 20_000,
    units: 20_000,
    flats: 20_000,
    customers: 20_000,
    parkingSpaces: 20_000,
  })
  expect(roster.counts.problemRows).toBe(200)
  expect(new Set(roster.problems.map(({ code }) => code))).toEqual(new Set(['ID_CHECK_DIGIT']))
  expect(seen.length).toBeGreaterThan(20)
  expect(seen.at(-1)).toBe(1)
  expect(roster.rows.every(({ owners }, i) => owners[0]?.name === `𠮷田㼆${i.toString(36)}`)).toBe(true)
}, 60_000)
