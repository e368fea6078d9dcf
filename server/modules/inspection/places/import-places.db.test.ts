import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PlaceImport, PlaceLine } from '#contract/places.ts'
import { newId } from '#platform/ids.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { sheetOf } from '#test/sheet-of.ts'

let t: TestHouse
let url: string
beforeAll(async () => {
  t = await openTestHouse()
  url = `/api/v1/estates/${t.a.id}/places`
  const buildingId = newId()
  await t.tx(async ({ db, now }) => {
    await db
      .insertInto('building')
      .values({ estate_id: t.a.id, id: buildingId, name: '3栋', code: '3', floors: 18 })
      .execute()
    await db
      .insertInto('unit')
      .values({
        estate_id: t.a.id,
        building_id: buildingId,
        kind: 'flat',
        created_at: now,
        sort_key: '',
        id: newId(),
        unit_no: '3-1-101',
        display: '3栋1单元101',
        section: '1',
        room: '101',
        floor: 1,
      })
      .execute()
  })
})
afterAll(() => t?.close())

type Cells = readonly (string | number | null)[]
const workbook = async (rows: readonly Cells[], merges: readonly string[] = []): Promise<Buffer> => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('点位')
  for (const row of rows) sheet.addRow([...row])
  for (const merge of merges) sheet.mergeCells(merge)
  return Buffer.from(await book.xlsx.writeBuffer())
}
const post = async (address: string, bytes: Buffer | string, by = t.a.staff.csLead) => {
  const edge = 'edge-of-a-part'
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="places.xlsx"\r\n\r\n`
  return t.as(by).send({
    method: 'POST',
    url: `${url}/${address}`,
    headers: { 'content-type': `multipart/form-data; boundary=${edge}`, 'idempotency-key': newId() },
    payload: Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from(`\r\n--${edge}--\r\n`)]),
  })
}
const send = async (bytes: Buffer | string, write = false, by = t.a.staff.csLead) => {
  const { status, body } = await post(`import?write=${write}`, bytes, by)
  return { status, body: body as PlaceImport & { error?: { code: string; field?: string } } }
}
const HEAD = ['点位编号*', '触点', '名称', '楼栋', '单元', '楼层', '具备的设施']
const problemsOf = (lines: readonly PlaceLine[]) =>
  lines.flatMap(({ row, problems }) => problems.map(({ column, code, row: other }) => [row, column, code, other]))

test('a list of places is shown first and written when it is taken over; the same file twice adds nothing', async () => {
  const bytes = await workbook(
    [
      ['翠湖花园点位表'],
      HEAD,
      ['３－１－L', 'Ｔ１２', '3栋1单元客梯', '三号楼', '一单元', null, '地面为石材'],
      [null, null, null, null, null, null, null],
      ['3-1-6F', '楼道', null, '3', '1', '六层', null],
      ['东门', 'T01 人行出入口', '东门', null, null, null, '玻璃雨棚'],
    ],
    ['A1:G1'],
  )
  const shown = await send(bytes)
  expect(shown.body).toMatchObject({ rows: 3, made: 3, there: 0, problems: 0, written: false })
  expect((await t.as(t.a.staff.csLead).get(url)).body.rows).toEqual([])
  expect((await send(bytes, true)).body).toMatchObject({ made: 3, written: true })
  const places = (await t.as(t.a.staff.csLead).get(url)).body.rows
  expect(places).toMatchObject([
    { code: '东门', touchpoint: 'T01', building: null, traits: ['glass-canopy'] },
    { code: '3-1-L', touchpoint: 'T12', building: { name: '3栋' }, traits: ['stone-floor'] },
    { code: '3-1-6F', touchpoint: 'T13', name: '3栋1单元6层楼道', floor: 6 },
  ])
  expect((await send(bytes, true)).body).toMatchObject({ made: 0, there: 3, problems: 0 })
  // what is exported can be read again as it is
  const exported = await t.as(t.a.staff.csLead).get(`${url}.xlsx`)
  expect((await send(exported.body as unknown as Buffer, true)).body).toMatchObject({ rows: 3, made: 0, there: 3 })
})

test('whatever is wrong stands in its row and column, and only the good rows are made', async () => {
  const bytes = await workbook(
    [
      HEAD,
      ['A1', 'T21', '一', null, null, null, null],
      ['A2', null, '二', '9栋', null, null, null],
      ['A3', 'T13', '三', '3栋', '7单元', '顶层', '水晶灯'],
      ['A 4', 'T10', '四', null, null, null, null],
      ['A5', 'T10', '五', null, null, 'B1', null],
      ['A5', 'T10', '又一个五', null, null, null, null],
      ['东门', 'T02', '东门车行', null, null, null, null],
      ['A7', '垃圾桶', '同一栋', '3栋', null, null, null],
      ['A8', '垃圾桶', '合并单元格', null, null, null, null],
      [null, 'T10', null, null, null, null, null],
    ],
    ['D9:D10'],
  )
  const { body } = await send(bytes, true)
  expect(problemsOf(body.lines)).toEqual([
    [2, 'touchpoint', 'touchpointUnknown', null],
    [3, 'touchpoint', 'missing', null],
    [3, 'building', 'buildingUnknown', null],
    [4, 'section', 'sectionUnknown', null],
    [4, 'floor', 'floorUnclear', null],
    [4, 'traits', 'traitUnknown', null],
    [5, 'code', 'codeSigns', null],
    [7, 'code', 'codeTwice', 6],
    [8, 'code', 'codeTaken', null],
    [11, 'code', 'missing', null],
    [11, 'name', 'missing', null],
  ])
  expect(body).toMatchObject({ rows: 10, made: 3, there: 0, problems: 7 })
  const made = (await t.as(t.a.staff.csLead).get(`${url}?touchpoint=T10`)).body.rows
  expect(made).toMatchObject([
    { code: 'A5', floor: -1 },
    { code: 'A7', building: { name: '3栋' } },
    { code: 'A8', building: { name: '3栋' } },
  ])
})

test('the rows with problems are taken away as a file, mended there and sent again as it is', async () => {
  const bytes = await workbook([
    ['导出的点位'],
    HEAD,
    ['P1', 'T10', '好的一处', null, null, null, null],
    ['P2', 'T99', '触点不对', '3栋', null, null, null],
    ['P1', 'T10', '编号重复', null, null, null, null],
  ])
  expect((await send(bytes, true)).body).toMatchObject({ made: 1, problems: 2 })
  const answer = await post('import/problems.xlsx?lang=zh', bytes)
  const rows = (await sheetOf(answer.body as unknown as Buffer)).map((cells) => Array.from(cells, (cell) => cell ?? ''))
  expect(rows).toEqual([
    ['点位编号', '触点', '名称', '楼栋', '单元', '楼层', '具备的设施', '问题原因'],
    ['P2', 'T99', '触点不对', '3栋', '', '', '', expect.stringMatching(/第 4 行\n触点 T99 没有这个触点/)],
    ['P1', 'T10', '编号重复', '', '', '', '', expect.stringMatching(/第 5 行\n.*编号与第 3 行重复/)],
  ])
  const mended = rows.map((cells, at) => (at === 1 ? cells.with(1, 'T10') : at === 2 ? cells.with(0, 'P3') : cells))
  expect((await send(await workbook(mended), true)).body).toMatchObject({ rows: 2, made: 2, problems: 0 })
  const english = await sheetOf((await post('import/problems.xlsx?lang=en', bytes)).body as unknown as Buffer)
  expect(english[0]?.at(-1)).toBe('What is wrong')
  expect((await post('import/problems.xlsx', bytes, t.a.staff.guard)).status).toBe(403)
  expect((await post('import/problems.xlsx', 'no workbook \u0000 at all')).body.error?.code).toMatch(/^E_IMPORT_/)
})

test('a file that is none, without the headings, without a file or by somebody who may not, is refused', async () => {
  expect((await send('no workbook \u0000\u0001 at all')).body.error?.code).toMatch(/^E_IMPORT_/)
  const strange = await workbook([
    ['姓名', '电话'],
    ['张三', '139'],
  ])
  expect((await send(strange)).body.error).toMatchObject({ code: 'E_IMPORT_COLUMNS', field: 'file' })
  expect((await send(strange, true, t.a.staff.guard)).status).toBe(403)
  const none = await t.as(t.a.staff.csLead).post(`${url}/import`, {})
  expect(none.status).toBeGreaterThanOrEqual(400)
})

test('twenty thousand rows are taken over once, also when two people press at once', async () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => `N${i},T10,垃圾投放点${i}`)
  const csv = `点位编号,触点,名称\n${rows.join('\n')}\n`
  const shown = await send(csv)
  expect(shown.body).toMatchObject({ rows: 20_000, made: 20_000, problems: 0 })
  expect(shown.body.lines).toHaveLength(1_000)
  const both = await Promise.all([send(csv, true), send(csv, true)])
  expect(both.map(({ status, body }) => [status, body.made]).toSorted()).toEqual([
    [200, 0],
    [200, 20_000],
  ])
}, 60_000)

test('a touchpoint is said by its code, its number, its name or a part of it', async () => {
  const said = ['T12', 't 12', '１２', '电梯', '电梯内', 'T12 电梯内', '电梯厅', '单元门', '大堂', 'Lobby', '门']
  const csv = `编号,触点,名称\n${said.map((one, i) => `W${i},${one},甲`).join('\n')}\n`
  const lines = (await send(csv)).body.lines.toSorted((a, b) => a.row - b.row)
  expect(lines.map(({ touchpoint }) => touchpoint)).toEqual([...Array(6).fill('T12'), 'T11', 'T08', 'T11', 'T11', null])
})

test('the template has the headings that the import knows, and on its second page the words', async () => {
  const { body } = await t.as(t.a.staff.csLead).get(`${url}/template.xlsx?lang=en`)
  const [heads] = await sheetOf(body)
  const filled = await workbook([heads ?? [], ['E1', 'Inside the lift', 'Lift E1', null, null, null, 'Stone floor']])
  expect((await send(filled)).body).toMatchObject({ rows: 1, made: 1, problems: 0 })
  const known = (await sheetOf(body, 'Known words')).flat()
  expect(known).toEqual(expect.arrayContaining(['T12 Inside the lift', '3栋']))
})
