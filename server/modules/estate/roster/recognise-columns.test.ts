import { expect, test } from 'vitest'
import type { RosterField } from '#contract/roster-import.ts'
import { wordFor } from './column-words.ts'
import { csvOf, rosterOf, workbookOf } from './fixtures/make-files.ts'
import { readSheets } from './read-sheets.ts'
import { type MappingOverride, recogniseColumns } from './recognise-columns.ts'

const WORDS: Partial<Record<RosterField, string>> = {
  seq: '序号 No.',
  phase: '期 期数 组团',
  building: '楼栋 楼号 栋号 幢 幢号 栋 楼宇名称 Building Block Tower',
  section: '单元 单元号 梯',
  floor: '楼层 Floor',
  room: '房号 室号 房间号 房间号码 房屋 地址 门牌 门牌号 房屋地址 商铺号 *房号 Room RoomNo',
  owner:
    '业主 业主姓名 产权人 户主 客户名称 公司名称 姓名 业主姓名(产权人) 业主/公司名称 业主1 业主2 共有人 Owner OwnerName Name',
  ownerId:
    '身份证 身份证号 身份证号码 证件号码 统一社会信用代码 业主身份证号码 身份证号/统一社会信用代码 IDNumber IDNo.',
  ownerPhone: '联系电话 手机 手机号 电话 联系方式 电话1 电话2 业主电话 手机/电话 联系电话(必填) Phone Mobile',
  area: '建筑面积 面积 建筑面积(㎡) 建筑面积㎡ 建筑面积/㎡ 房屋面积 Area',
  innerArea: '套内面积 使用面积',
  unitType: '户型 房型 Layout',
  usage: '用途 物业类型 业态 房屋性质 Usage',
  handoverDate: '收楼日期 交房日期 入住日期 交付日期 收房时间 HandoverDate',
  plate: '车牌 车牌号 车牌号码 Plate',
  parking: '车位 车位号 停车位 Parking',
  tenant: '租户 承租人 租客 租户姓名 Tenant',
  tenantPhone: '租户电话 租户联系电话 承租人电话 TenantPhone',
  tenantId: '租户身份证号',
  lease: '租期 租赁期限 Lease',
  leaseFrom: '租赁开始日期 起租日期',
  leaseTo: '租赁到期日 租期结束日期',
  emergencyContact: '紧急联系人 EmergencyContact',
  emergencyPhone: '紧急联系电话 紧急联系人电话 EmergencyPhone',
  remarks: '备注 说明 Remarks',
  reason: '问题原因',
}

test.each(Object.entries(WORDS).flatMap(([field, words]) => words.split(' ').map((word) => [word, field])))(
  'columns: %s is %s',
  (word, field) => {
    expect(wordFor(word)?.field).toBe(field)
  },
)

test.each([
  '通讯地址',
  '户籍地址',
  '证件类型',
  '性别',
  '车辆品牌',
  '总层数',
  '产权证号',
  '翠湖花园业主信息台账',
  '赵怡珍',
  '1栋',
  '101',
])('columns: %s is none of ours', (word) => {
  expect(wordFor(word)).toBeNull()
})

const layout = async (rows: unknown[][], override?: MappingOverride, merges: string[] = []) => {
  const sheets = await readSheets(await workbookOf({ name: '表', rows, merges }))
  if (!Array.isArray(sheets) || !sheets[0]) throw new Error('unreadable')
  return recogniseColumns(sheets[0], override)
}
const fields = (found: Awaited<ReturnType<typeof layout>>) =>
  'columns' in found ? found.columns.map(({ field }) => field) : found.skipped

test('columns: in any order, below titles and notes', async () => {
  const found = await layout([
    ['翠湖花园业主台账'],
    ['填表日期：2026年10月1日', null, '单位：客服中心'],
    [],
    ['备注', '手机', '产权人', '房号', '栋号'],
    ['', '19900001000', '赵怡珍', 101, '1栋'],
  ])
  expect(found).toMatchObject({ headingRows: [4], title: '翠湖花园业主台账 填表日期:2026年10月1日'.replace(':', '：') })
  expect(fields(found)).toEqual(['remarks', 'ownerPhone', 'owner', 'room', 'building'])
})

test('columns: headings of two lines', async () => {
  const found = await layout(
    [
      ['翠湖花园业主台账'],
      ['序号', '房屋信息', null, null, '业主信息', null, '租户信息', null, '紧急联系人', null],
      [null, '楼栋', '房号', '面积', '姓名', '电话', '姓名', '电话', '姓名', '电话'],
      [1, '1栋', '101', 90, '甲', '19900001000', '乙', '19900001001', '丙', '19900001002'],
    ],
    undefined,
    ['A1:J1', 'A2:A3', 'B2:D2', 'E2:F2', 'G2:H2', 'I2:J2'],
  )
  expect(found).toMatchObject({ headingRows: [2, 3] })
  expect(fields(found)).toEqual([
    'seq',
    'building',
    'room',
    'area',
    'owner',
    'ownerPhone',
    'tenant',
    'tenantPhone',
    'emergencyContact',
    'emergencyPhone',
  ])
  expect('columns' in found && found.columns[6]?.heading).toBe('租户信息 姓名')
})

test('columns: for one field the better heading is taken, the others stay beside the row', async () => {
  const found = await layout([
    ['地址', '楼栋', '房号', '业主', '面积', '建筑面积', '宠物'],
    ['深圳', '1栋', '101', '赵怡珍', 80, 90, '猫'],
  ])
  expect(fields(found)).toEqual([null, 'building', 'room', 'owner', null, 'area', null])
})

test('columns: English unit is the flat, or the entrance beside a room', async () => {
  expect(
    fields(
      await layout([
        ['Building', 'Unit', 'Owner'],
        [1, 101, 'A'],
      ]),
    ),
  ).toEqual(['building', 'room', 'owner'])
  expect(
    fields(
      await layout([
        ['Building', 'Unit', 'Room', 'Owner'],
        [1, 1, 101, 'A'],
      ]),
    ),
  ).toEqual(['building', 'section', 'room', 'owner'])
  expect(
    fields(
      await layout([
        ['楼栋', '单元', '业主'],
        ['1栋', '2单元101', '甲'],
      ]),
    ),
  ).toEqual(['building', 'room', 'owner'])
})

test('columns: a sheet that is no roster says why', async () => {
  expect(await layout([['说明'], ['请按模板填写']])).toEqual({ skipped: 'NO_HEADINGS' })
  expect(
    await layout([
      ['业主', '电话'],
      ['甲', '1'],
    ]),
  ).toEqual({ skipped: 'NO_ROOM_COLUMN' })
  expect(await layout([['房号', '业主']])).toEqual({ skipped: 'NO_ROWS' })
})

test('columns: a person may name the headings and what they mean', async () => {
  const rows = [
    ['甲', '乙', '丙'],
    ['1栋101', '赵怡珍', '19900001000'],
  ]
  expect(await layout(rows)).toEqual({ skipped: 'NO_HEADINGS' })
  const override = { headingRow: 1, columns: { 1: 'room', 2: 'owner', 3: null } } as const
  expect(fields(await layout(rows, override))).toEqual(['room', 'owner', null])
  const { roster } = await rosterOf(Buffer.from(csvOf(rows)), { fileName: '表.csv', mapping: { 表: override } })
  expect(roster.rows[0]).toMatchObject({ unit: { canonical: '1-101' }, extra: { 丙: '19900001000' } })
})
