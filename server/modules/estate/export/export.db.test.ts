import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '#test/house.ts'

let t: TestHouse
const ID = '440301199001010012'
beforeAll(async () => {
  t = await openTestHouse()
  const head = t.as(t.a.staff.centreHead)
  await head.post(url('buildings'), { code: '3' })
  const unitId = (await head.post(url('units'), { unitNo: '3-2-1203', areaX100: 12375, handoverDate: '2019-06-09' }))
    .body.id
  await head.post(url('customers'), {
    kind: 'person',
    name: '张三丰',
    idNumber: ID,
    remarks: '=HYPERLINK("http://x","y")',
    phones: [{ phone: '13800138000' }],
    residences: [{ unitId, role: 'owner', fromDate: '2019-06-09' }],
  })
  for (let i = 0; i < 260; i += 1)
    await head.post(url('customers'), { kind: 'person', name: `客户${String(i).padStart(3, '0')}` })
}, 120_000)
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const sheetOf = async (staffId: string, path: string) => {
  const answer = await t.as(staffId).get(url(path))
  expect(answer.status).toBe(200)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(answer.body)
  const rows = (book.worksheets[0]?.getSheetValues() ?? [])
    .slice(1)
    .map((row) => (Array.isArray(row) ? row.slice(1).map(String) : []))
  return { name: book.worksheets[0]?.name, rows, headers: answer.headers }
}

test('FD-015 an export is masked and logged, also for who may export but does not say what for', async () => {
  for (const staffId of [t.a.staff.frontDeskClerk, t.a.staff.archiveClerk]) {
    const { rows, name, headers } = await sheetOf(staffId, 'exports/customers')
    expect(name).toBe('客户名单')
    expect(String(headers['content-disposition'])).toContain(encodeURIComponent('客户名单.xlsx'))
    expect(rows[0]?.slice(0, 4)).toEqual(['姓名', '类型', '房号', '联系电话'])
    expect(rows).toHaveLength(262)
    const zhang = rows.find((r) => r[0] === '张三丰')
    expect(zhang?.slice(0, 6)).toEqual([
      '张三丰',
      '个人',
      '3栋2单元1203(业主)',
      '138****8000',
      '居民身份证',
      '**************0012',
    ])
  }
})

test('FD-015 whoever may export and says why gets the values, and the purpose is kept', async () => {
  const { rows } = await sheetOf(
    t.a.staff.archiveClerk,
    `exports/customers?q=zsf&purpose=${encodeURIComponent('年度核对')}`,
  )
  expect(rows).toHaveLength(2)
  expect(rows[1]?.slice(3, 6)).toEqual(['13800138000', '居民身份证', ID])
  const clerk = await sheetOf(t.a.staff.frontDeskClerk, `exports/customers?q=zsf&purpose=x`)
  expect(clerk.rows[1]?.[5]).toBe('**************0012')
  const log = await t.tx(({ db }) =>
    db.selectFrom('audit').selectAll().where('action', '=', 'customers.exported').orderBy('id').execute(),
  )
  expect(log.map((a) => [a.actor_id, a.purpose, a.after])).toContainEqual([
    t.a.staff.archiveClerk,
    '年度核对',
    { filter: { q: 'zsf', sort: 'name' }, masked: false },
  ])
})

test('what a spreadsheet could run is harmless text', async () => {
  const { rows } = await sheetOf(t.a.staff.archiveClerk, 'exports/customers?q=zsf')
  expect(rows[1]?.[14]).toBe(`'=HYPERLINK("http://x","y")`)
})

test('units are exported in English as well, without their people for those who may not read customers', async () => {
  const head = await sheetOf(t.a.staff.centreHead, 'exports/units?lang=en')
  expect(head.rows[0]?.slice(0, 4)).toEqual(['Unit', 'Building', 'Floor', 'Kind'])
  expect(head.rows[1]).toEqual([
    '3栋2单元1203',
    '3栋',
    '12',
    'Flat',
    undefined,
    undefined,
    '123.75',
    undefined,
    '2019-06-09',
    undefined,
    '张三丰',
    '138****8000',
  ])
  const guard = await sheetOf(t.a.staff.guard, 'exports/units')
  expect(guard.rows[1]?.slice(0, 3)).toEqual(['3栋2单元1203', '3栋', '12'])
  expect(JSON.stringify(guard.rows)).not.toContain('张三丰')
})
