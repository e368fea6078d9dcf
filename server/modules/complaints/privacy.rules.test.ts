import { expect, test } from 'vitest'
import { personalDataIn } from './privacy.rules.ts'

const known = {
  names: ['周丽华', '欧阳志远'],
  rooms: ['3栋2单元1203', 'A-1-501'],
  phones: ['13800138000', '0755-8612345'],
}
const hits = (text: string, who = known) => personalDataIn(text, who).map((hit) => `${hit.kind}:${hit.text}`)
const nobody = { names: [], rooms: [], phones: [] }

test('CP-138 a text about things and not about people has no hits', () => {
  for (const text of [
    '3栋2单元电梯因控制板老化停运，11月20日已更换并恢复运行。',
    '地下车库照明共更换灯管 1203 支，费用 12,000 元，由公共收益列支。',
    '收到12户业主反映楼道堆物，已清理完毕；后续每日巡查。',
    '请致电客服前台或到前台登记，服务时间 09:00-18:00。',
    '周边道路施工噪声，已与施工单位协商，晚上10点后停止。',
    '雨水管2026-11-20至2026-11-25分批疏通。',
  ])
    expect(hits(text, { names: ['周丽华'], rooms: ['3栋2单元1203'], phones: ['13800138000'] }), text).toEqual([])
})

test('CP-117 CP-138 a name of the case is found, also spaced or as a surname with a title', () => {
  expect(hits('经与周丽华沟通')).toEqual(['name:周丽华'])
  expect(hits('经与周 丽 华沟通')).toEqual(['name:周丽华'])
  expect(hits('经与周女士沟通')).toEqual(['name:周女士'])
  expect(hits('业主周某反映', known)).toEqual(['name:周某'])
  expect(hits('陈先生来访', nobody)).toEqual(['name:陈先生'])
  expect(hits('欧阳女士来访', nobody)).toEqual(['name:欧阳女士'])
  for (const text of ['广大业主先生女士们', '感谢各位女士', '感谢先生们的支持', '向女士们致谢', '对于女士更衣室'])
    expect(hits(text, nobody), text).toEqual([])
  expect(hits('丽', { ...nobody, names: ['丽'] })).toEqual([])
})

test('CP-117 CP-138 a room of the case is found whatever stands between its parts, and any number at a door', () => {
  expect(hits('3栋2单元1203漏水')).toContain('room:3栋2单元1203')
  expect(hits('３栋 ２单元 １２０３ 漏水')).toContain('room:3栋2单元1203')
  expect(hits('a 1 501 漏水')).toEqual(['room:A-1-501'])
  expect(hits('A15013 号灯', known)).toEqual([])
  expect(hits('1203室漏水', nobody)).toEqual(['room:1203室'])
  expect(hits('2号楼1203号房漏水', nobody)).toEqual(['room:1203号房'])
})

test('CP-117 CP-138 a telephone is found spaced, full-width, with its country or spelled out', () => {
  for (const text of [
    '13800138000',
    '138 0013 8000',
    '138-0013-8000',
    '１３８００１３８０００',
    '+86 138 0013 8000',
    '电话138.0013.8000。',
    '一三八零零一三八零零零',
    '幺三八〇〇幺三八〇〇〇',
  ])
    expect(hits(`请拨${text}`, nobody).join(), text).toMatch(/^phone:(\+?86)?13800138000$/)
  expect(hits('(0755)8612 3456', nobody)).toEqual(['phone:075586123456'])
  expect(hits('打 0755 8612345 找我')).toContain('phone:07558612345')
})

test('CP-117 CP-138 identity numbers, addresses of mail and number plates are found and not taken for telephones', () => {
  expect(hits('身份证 440301 19900307 123X', nobody)).toEqual(['idNumber:44030119900307123X'])
  expect(hits('邮箱 zhou.lihua@example.com', nobody)).toEqual(['email:zhou.lihua@example.com'])
  expect(hits('邮箱 zhou＠example.com', nobody)).toEqual(['email:zhou@example.com'])
  expect(hits('粤B·12345 占道', nobody)).toEqual(['plate:粤B·12345'])
  expect(hits('粤BD12345 占道', nobody)).toEqual(['plate:粤BD12345'])
})
