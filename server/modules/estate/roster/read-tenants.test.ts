import { expect, test } from 'vitest'
import { rosterOfRows } from './fixtures/make-files.ts'
import { tenantsInRemarks } from './read-tenants.ts'

test.each([
  ['租户:梁芳 19900001088', '梁芳', ['19900001088'], undefined],
  ['租户张三13800138000 2026年3月至2027年2月', '张三', ['13800138000'], ['2026-03-01', '2027-02-28']],
  ['租:李四', '李四', [], undefined],
  ['租：李四', '李四', [], undefined],
  ['出租给王五', '王五', [], undefined],
  ['已出租（张三 13800138000）', '张三', ['13800138000'], undefined],
  ['现租户为王小明，电话13900139000，租期2026.3.1-2027.2.28', '王小明', ['13900139000'], ['2026-03-01', '2027-02-28']],
  ['租客李四电话13800138000', '李四', ['13800138000'], undefined],
  ['租给某某餐饮有限公司', '某某餐饮有限公司', [], undefined],
])('tenant in remarks: %s', (remarks, name, phones, term) => {
  expect(tenantsInRemarks(remarks)).toMatchObject([
    { name, phones, said: 'remarks', ...(term && { from: term[0], to: term[1] }) },
  ])
  if (!term) expect(tenantsInRemarks(remarks)[0]).not.toHaveProperty('from')
})

test('tenant in remarks: two of them', () => {
  expect(tenantsInRemarks('租户:张三、李四 13800138000').map(({ name }) => name)).toEqual(['张三', '李四'])
})

test.each([
  '长期空置',
  '商户',
  '重复房号',
  '租金2000元',
  '欠租',
  '出租屋',
  '租户电话13800138000',
  '租户已搬走',
  '原租户张三已退租',
  '租期到2027年',
])('tenant in remarks: %s names nobody', (remarks) => {
  expect(tenantsInRemarks(remarks)).toEqual([])
})

test('tenant: columns give name, phone, paper and term', async () => {
  const roster = await rosterOfRows([
    ['房号', '业主', '租户', '租户电话', '租户身份证号', '租期'],
    ['1-101', '甲方一', '李四', '13800138000', '11010519491231002X', '2026年3月至2027年2月'],
    ['1-102', '甲方二', '', '13900139000', '', ''],
    ['1-103', '甲方三', '王五', '', '', '一年'],
    ['1-104', '甲方四', '赵六', '', '', '2026-03-01至2025-03-01'],
  ])
  expect(roster.rows[0]?.tenants).toMatchObject([
    { name: '李四', phones: ['13800138000'], idNumber: '11010519491231002X', from: '2026-03-01', to: '2027-02-28' },
  ])
  expect(roster.problems.map(({ row, code }) => [row, code])).toEqual([
    [3, 'TENANT_NAME_MISSING'],
    [4, 'LEASE_FORM'],
    [5, 'LEASE_RANGE'],
  ])
})
