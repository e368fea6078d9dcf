import { expect, test } from 'vitest'
import { HEAD, PAPERS, rosterOf, rosterOfRows, rowOf, workbookOf } from './fixtures/make-files.ts'

const problems = (roster: Awaited<ReturnType<typeof rosterOfRows>>) => roster.problems.map((p) => [p.row, p.code])

test('roster: the same unit again is left out, with other content it is an error that names the first', async () => {
  const { roster } = await rosterOf(
    await workbookOf(
      {
        name: '一',
        rows: [
          HEAD,
          rowOf('101', '甲一'),
          rowOf('1栋1单元101', '甲一', { date: '2019年6月9日' }),
          rowOf('0101', '甲二'),
        ],
      },
      { name: '二', rows: [HEAD, rowOf('101', '甲三')] },
    ),
  )
  expect(roster.skipped).toMatchObject([{ sheet: '一', row: 3, why: 'DOUBLE_SAME', sameAs: { sheet: '一', row: 2 } }])
  expect(roster.problems).toMatchObject([
    { sheet: '一', row: 4, code: 'UNIT_DOUBLE', severity: 'error', details: { otherSheet: '一', otherRow: 2 } },
    { sheet: '二', row: 2, code: 'UNIT_DOUBLE', details: { otherSheet: '一', otherRow: 2 } },
  ])
  expect(roster.counts).toMatchObject({ units: 1, customers: 1, rows: 3, goodRows: 1 })
})

test('roster: one person with several units is one customer, two of the same name are two', async () => {
  const old = '110105491231002'
  const roster = await rosterOfRows([
    HEAD,
    rowOf('101', '张伟', { id: PAPERS[0] ?? '', phone: '19900001000' }),
    rowOf('102', '张 伟', { id: old }),
    rowOf('103', '张伟', { phone: '19900001000' }),
    rowOf('104', '张伟', { phone: '19900001001' }),
    rowOf('105', '张伟', { id: PAPERS[1] ?? '', phone: '19900001000' }),
    rowOf('106', '某某有限公司'),
    rowOf('107', '某某有限公司'),
    rowOf('108', '李四', { remarks: '租户:张伟 19900001001' }),
  ])
  expect(roster.customers.map(({ name, units, roles }) => [name, units, roles])).toEqual([
    ['张伟', ['1-1-101', '1-1-102', '1-1-103'], ['owner']],
    ['张伟', ['1-1-104', '1-1-108'], ['owner', 'tenant']],
    ['张伟', ['1-1-105'], ['owner']],
    ['某某有限公司', ['1-1-106', '1-1-107'], ['owner']],
    ['李四', ['1-1-108'], ['owner']],
  ])
  expect(roster.counts).toMatchObject({ customers: 5, owners: 5, tenants: 1, problemRows: 0 })
  for (const one of roster.rows)
    for (const owner of one.owners) expect(roster.customers[owner.customer]?.units).toContain(one.unit?.canonical)
})

test('roster: one paper under two names is used for the first only', async () => {
  const roster = await rosterOfRows([
    HEAD,
    rowOf('101', '甲一', { id: PAPERS[0] ?? '' }),
    rowOf('102', '甲二', { id: PAPERS[0] ?? '' }),
  ])
  expect(roster.problems).toMatchObject([
    { row: 3, code: 'ID_OTHER_NAME', column: '身份证号', details: { otherRow: 2, otherName: '甲一', name: '甲二' } },
  ])
  expect(roster.rows[1]?.owners[0]).not.toHaveProperty('idNumber')
  expect(roster.counts.customers).toBe(2)
})

test('roster: a phone of many customers is pointed out at each of them and kept', async () => {
  const rows = ['甲一', '甲二', '甲三'].map((name, i) => rowOf(`10${i + 1}`, name, { phone: '19900001000' }))
  expect(problems(await rosterOfRows([HEAD, ...rows.slice(0, 2)]))).toEqual([])
  const roster = await rosterOfRows([HEAD, ...rows])
  expect(problems(roster)).toEqual([2, 3, 4].map((number) => [number, 'PHONE_SHARED']))
  expect(roster.rows[2]?.owners[0]?.phones).toEqual(['19900001000'])
  expect(problems(await rosterOfRows([HEAD, ...rows], { settings: { phoneSharedBy: 4 } }))).toEqual([])
})

test('roster: a plate or parking space with two households is pointed out, with two flats of one owner not', async () => {
  const things = { plate: '粤B12345', parking: 'B1-001' }
  const roster = await rosterOfRows([
    HEAD,
    rowOf('101', '甲一', { ...things, phone: '19900001000' }),
    rowOf('102', '甲一', { ...things, phone: '19900001000' }),
    rowOf('103', '甲二', { plate: '粤B·12345', parking: '负一层1号' }),
  ])
  expect(problems(roster)).toEqual([
    [4, 'PLATE_DOUBLE'],
    [4, 'PARKING_DOUBLE'],
  ])
  expect(roster.counts).toMatchObject({ vehicles: 1, parkingSpaces: 1 })
})
