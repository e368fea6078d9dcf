import { expect, test } from 'vitest'
import { SUB_CODES } from '#contract/complaint-categories.ts'
import { suggestCategories, suggestTouchpoints } from './classify.rules.ts'
import { readText } from './read-text.ts'

const codesOf = (text: string, most?: number) => suggestCategories(readText(text), most).map(({ code }) => code)

/** The customer's words of each row of the table, said in several ways; every cause ever found must be among the guesses. */
const WORDINGS: readonly [row: string, words: string, codes: readonly string[]][] = [
  ['D1 to D5', '我家天花板一直往下滴水', ['C6.3', 'C7.1', 'C2.1', 'C1.1', 'C1.4']],
  ['D1 to D5', '卫生间顶上漏水,都流到地板上了', ['C6.3', 'C7.1', 'C2.1', 'C1.1', 'C1.4']],
  ['D1 to D5', '楼上的水渗下来,天花板全湿了', ['C6.3', 'C7.1', 'C2.1', 'C1.1', 'C1.4']],
  ['D6 D7', '家里没水了,从早上停到现在', ['C8.1', 'C2.5']],
  ['D6 D7', '我们这栋楼怎么又没有水', ['C8.1', 'C2.5']],
  ['D6 D7', '停水三天了没人管', ['C8.1', 'C2.5']],
  ['D8 D9', '晚上太吵,根本睡不着觉', ['C3.5', 'C6.1', 'C6.2', 'C4.6']],
  ['D8 D9', '半夜总有噪音,把孩子都吵醒了', ['C3.5', 'C6.1', 'C6.2', 'C4.6']],
  ['D10', '每天一大早楼下就吵得人睡不着', ['C6.2']],
  ['D10', '天没亮就有人在广场放音乐跳舞', ['C6.2']],
  ['D11 D12', '噪音太大了,你们管不管', ['C4.6', 'C8.2']],
  ['D11 D12', '外面施工吵死了', ['C4.6', 'C8.2']],
  ['D13', '饭店的油烟都飘到我家了', ['C4.5']],
  ['D13', '楼下烧烤店天天冒烟', ['C4.5']],
  ['D14 D15', '走廊被邻居家的鞋柜堵住了', ['C6.4', 'C4.2', 'C3.4']],
  ['D14 D15', '楼道里堆满了杂物,走路都困难', ['C6.4', 'C4.2', 'C3.4']],
  ['D16', '邻居在露台上搭房子', ['C1.3']],
  ['D16', '顶楼那家在平台上加盖了一间', ['C1.3']],
  ['D17', '停车位太少,根本不够停', ['C7.3']],
  ['D17', '晚上回来没有车位可停', ['C7.3']],
  ['D18', '我的车位被别人占了', ['C3.3']],
  ['D18', '有人占了我家的固定车位', ['C3.3']],
  ['D19', '停车费收错了', ['C5.7']],
  ['D19', '这个月停车费多收了一百块', ['C5.7']],
  ['D20 D21', '电梯停在两层中间不动了', ['C2.7', 'C8.1']],
  ['D20 D21', '我老婆被困在电梯里二十分钟', ['C2.7', 'C8.1']],
  ['D22', '楼上掉东西下来,差点砸到人', ['C6.4', 'C1.1']],
  ['D22', '有高空抛物,太危险了', ['C6.4', 'C1.1']],
  ['D23', '家政阿姨把我家花瓶打碎了', ['C5.1']],
  ['D24', '外面的人随便进出小区', ['C3.1']],
  ['D24', '陌生人跟着就进来了,门岗也不问', ['C3.1']],
  ['D25', '班车从来不准时', ['C5.6', 'C8.2']],
  ['D25', '等公交车等了一个小时', ['C5.6', 'C8.2']],
]

test.each(WORDINGS)(
  'CP-014 %s the words “%s” bring up every category that was ever their cause',
  (_row, words, codes) => {
    expect(codesOf(words)).toEqual(expect.arrayContaining([...codes]))
  },
)

/** One plain sentence for each sub-code; it must be one of the first three guesses. */
const PLAIN: Readonly<Record<string, string>> = {
  'C1.1': '外墙的瓷砖一块块脱落',
  'C1.2': '楼梯间的扶手松了,台阶也破了',
  'C1.3': '一楼把院子搭建成了房间',
  'C1.4': '隔壁装修周末还在砸墙,没人管',
  'C2.1': '下水道堵了,污水反上来',
  'C2.2': '烟道串味,别人家做饭我家全是味',
  'C2.3': '楼道灯坏了一个星期还不亮',
  'C2.4': '暖气不热,冷得受不了',
  'C2.5': '水泵坏了,高层水压不够',
  'C2.6': '灭火器过期了,消火栓里没水带',
  'C2.7': '电梯老是抖,门也关不上',
  'C3.1': '推销的都敲到家门口了',
  'C3.2': '搬家要放行条,刁难了我半天',
  'C3.3': '门口车辆乱停,道闸也坏了',
  'C3.4': '消防通道停满了车,防火门也锁着',
  'C3.5': '保安的对讲机半夜声音太大',
  'C3.6': '门禁坏了,摄像头也是黑的',
  'C3.7': '楼下有人打架,报警以后你们没人来',
  'C4.1': '草坪没人修剪,树都枯死了',
  'C4.2': '楼道好脏,好几天没人打扫',
  'C4.3': '垃圾堆了两天没有清运',
  'C4.4': '地下室全是蟑螂和老鼠,该消杀了',
  'C4.5': '底商占道经营,摆摊摆到门口',
  'C4.6': '地下室的风机嗡嗡响个不停',
  'C4.7': '你们请的保洁公司根本没人监督',
  'C5.1': '上门维修的师傅没修好还收钱',
  'C5.2': '商务中心打印机一直坏着',
  'C5.3': '让你们代收的快递弄丢了',
  'C5.4': '社区活动都不通知我们',
  'C5.5': '会所的游泳池水太脏',
  'C5.6': '小区班车的司机不停站',
  'C5.7': '物业费账单算错了',
  'C6.1': '有人遛狗不拴绳,狗屎到处都是',
  'C6.2': '楼上打麻将打到半夜',
  'C6.3': '楼上装修破坏了防水层',
  'C6.4': '有人随地吐痰、乱扔烟头',
  'C7.1': '房屋质量太差,墙面空鼓开裂',
  'C7.2': '当初说的幼儿园和学校都没有,配套太差',
  'C7.3': '楼间距太近,采光设计不合理',
  'C7.4': '二期工程开发商还在施工,灰尘很大',
  'C7.5': '交房两年了房产证还没办下来',
  'C7.6': '售楼的时候销售承诺的都没兑现',
  'C8.1': '燃气公司停气了',
  'C8.2': '门口马路上修路,交通全乱了',
  'C8.3': '三天两头停电,受不了',
}

test.each(SUB_CODES)('CP-010 %s is found from plain words', (code) => {
  const words = PLAIN[code]
  expect(words, 'every sub-code has its sentence').toBeDefined()
  expect(codesOf(words ?? '', 3)).toContain(code)
})

test('CP-012 the surest guess comes first, with the signs it rests on', () => {
  const [best, ...others] = suggestCategories(readText('停车费收错了,要求退款'))
  expect(best).toEqual({ code: 'C5.7', score: 9.8, because: ['停车费', '收错', '退款'] })
  for (const other of others) expect(other.score).toBeLessThan(9.8)
  expect(codesOf('我家天花板一直往下滴水', 2)).toHaveLength(2)
})

test('CP-012 every guess is a sub-code that there is', () => {
  const all = new Set(WORDINGS.flatMap(([, words]) => codesOf(words, 100)))
  for (const code of all) expect(SUB_CODES).toContain(code)
})

test('CP-012 words that say nothing of it suggest nothing', () => {
  for (const words of ['', '谢谢你们', '我要投诉', '请给我回个话', '12345']) expect(codesOf(words), words).toEqual([])
})

test('CP-012 a sign is not read across the border of two words, nor a single character within one', () => {
  expect(codesOf('水景很好看')).not.toContain('C8.1')
  expect(codesOf('热狗很好吃')).not.toContain('C6.1')
  expect(codesOf('昨天开会所以没接到你们的通知')).not.toContain('C5.5')
  expect(codesOf('车辆乱停')).toContain('C3.3')
})

test('CP-012 the width of letters and figures makes no difference', () => {
  expect(codesOf('电梯停在两层中间,不动了')).toEqual(codesOf('电梯停在两层中间，不动了'))
})

test.each([
  ['T01', '大门口的门岗没人'],
  ['T02', '道闸半天不抬杆'],
  ['T03', '小区的路面坑洼不平'],
  ['T04', '喷泉水池都发绿了'],
  ['T05', '停车场又黑又潮'],
  ['T06', '有人翻墙进来,围栏断了'],
  ['T07', '公告栏的通知贴了半年'],
  ['T08', '单元门关不上'],
  ['T09', '花园草坪没人管'],
  ['T10', '垃圾桶满了没人清'],
  ['T11', '大堂的灯不亮'],
  ['T12', '狗在电梯里撒尿'],
  ['T13', '走廊被鞋柜堵住了'],
  ['T14', '楼下烧烤店油烟太大'],
  ['T15', '前台的人爱理不理'],
  ['T16', '会所健身房器械坏了'],
  ['T17', '电话打不通,一直占线'],
  ['T18', '公共设施坏了没人修'],
  ['T19', '上门维修的师傅鞋套都不穿'],
  ['T20', '管家上门走访态度很差'],
])('CP-012 touchpoint %s is found from the words “%s”', (code, words) => {
  expect(suggestTouchpoints(readText(words)).map((t) => t.code)).toContain(code)
})

test('CP-012 no touchpoint is made up', () => {
  expect(suggestTouchpoints(readText('谢谢你们'))).toEqual([])
})
