/** What is written on an evening beside an open matter. */
export const NOTES = [
  '已与客户约好明天上门时间',
  '等配件，供应商答复后天到货',
  '已联系客户，暂未接通，明早再打',
  '现场已看，安排明天继续处理',
  '处理完成，待回访',
  '客户外出，周末回来再约',
] as const
/** Beside what an inspection found, where there is no customer. */
export const FOUND_NOTE = '已催业务线整改'

type Words = { texts: readonly string[]; items: readonly string[] }
export const LINE_WORDS: Readonly<Record<'repair' | 'housekeeping' | 'cleaning' | 'greening' | 'security', Words>> = {
  repair: {
    texts: [
      '完成报修3单，在修1单，公共照明巡查正常',
      '水泵房、配电房巡检正常;更换地库灯管6支',
      '完成报修5单，无遗留;电梯机房温度正常',
    ],
    items: ['3栋1单元门禁读头失灵，已报厂家', '地下车库B区照明两支待换'],
  },
  housekeeping: {
    texts: ['入户保洁2单，客户现场签字满意', '钟点工3单，油烟机清洗1单，无投诉', '入户保洁1单，明天预约2单'],
    items: ['客户要求固定服务人员，已安排', '玻璃清洁工具需要补充'],
  },
  cleaning: {
    texts: ['楼道清扫完成，垃圾清运两次', '大堂地面打蜡完成;完成消杀', '各栋电梯轿厢消毒两遍，垃圾桶清洗完毕'],
    items: ['6栋后门有人乱堆纸箱，已清理', '儿童乐园座椅有污渍，安排冲洗'],
  },
  greening: {
    texts: ['中心花园修剪完成，浇水正常', '东侧灌木补种20株;清理落叶', '草坪施肥一次，已设提示牌'],
    items: ['8栋旁大树枝条靠近窗户，排期修剪', '喷淋头损坏一个，待更换'],
  },
  security: {
    texts: ['巡逻6次，门岗登记访客48人，无异常', '纠正乱停车3起，劝离外卖车辆2起', '消防通道检查畅通，监控正常'],
    items: ['地库入口道闸偶尔不抬杆，已报维修', '夜间5栋有住户反映噪声，已劝导'],
  },
}

export const PURPOSES = [
  '交物业费',
  '办月卡',
  '办放行条',
  '装修备案咨询',
  '补办门禁卡',
  '领取快递',
  '反映楼上漏水',
  '开居住证明',
] as const

type Wish = { what: string; reason: string }
export const PUT_OFF: readonly Wish[] = [
  { what: '办理装修备案', reason: '图纸不齐，需补水电改造图' },
  { what: '车位租赁签约', reason: '负责签约的同事今天外出' },
  { what: '查阅房屋竣工资料', reason: '档案室下午盘点，不能调阅' },
  { what: '补办业主卡', reason: '制卡机正在维修，明天恢复' },
  { what: '更名过户登记', reason: '不动产证原件未带' },
  { what: '水费核对', reason: '抄表数据周五才能导出' },
  { what: '商铺招牌审批', reason: '需要服务中心负责人签字，本周在外培训' },
  { what: '开放行条(大件家具)', reason: '业主本人不在，需电话核实' },
]

type Message = {
  forUser: string
  caller: string
  firm?: string
  when: string
  who: string
  where: string
  what: string
  why: string
  how: string
  replyNeeded: boolean
  ack?: string
}
export const MESSAGES: readonly Message[] = [
  {
    forUser: 'gongcheng',
    caller: '黄工',
    firm: '迅达电梯维保公司',
    when: '明天上午9点',
    who: '维保人员两名',
    where: '2栋2单元货梯',
    what: '例行保养，需停梯两小时',
    why: '季度保养到期',
    how: '请安排人员配合并贴停梯通知',
    replyNeeded: true,
    ack: '已安排刘伟配合',
  },
  {
    forUser: 'zhuren',
    caller: '街道办陈科长',
    firm: '翠湖街道办事处',
    when: '本周五下午3点',
    who: '各小区负责人',
    where: '街道三楼会议室',
    what: '召开消防安全工作会',
    why: '冬季防火检查部署',
    how: '请本人参加，带上隐患整改台账',
    replyNeeded: true,
  },
  {
    forUser: 'kefuzhuguan',
    caller: '赵女士',
    when: '今天之内',
    who: '赵女士本人',
    where: '7栋1单元1203',
    what: '想了解漏水赔偿的进展',
    why: '上周说好周二答复',
    how: '请回电说明处理到哪一步',
    replyNeeded: true,
  },
  {
    forUser: 'shoufei',
    caller: '百姓大药房',
    when: '方便时',
    who: '店长',
    where: '商铺103',
    what: '核对上季度电费公摊',
    why: '与自己抄表数字有出入',
    how: '请把明细发到店里',
    replyNeeded: false,
    ack: '明细已送到店里',
  },
]

export const PREFERENCES = [
  '只在周末上门，工作日家里没人',
  '喜欢微信联系，电话请先发消息',
  '上门前半小时打电话，孩子午睡',
  '账单请寄纸质',
  '维修请固定刘师傅',
  '说粤语更方便沟通',
] as const

export const UNIT_CAUTIONS = [
  ['safety', '入户门口有宠物门栏，进门注意脚下'],
  ['other', '房屋出租，业主要求维修先征得业主同意'],
  ['care', '家有卧床老人，轮椅进出，电梯停用前务必告知'],
  ['other', '厨房做过改动，燃气管走吊顶'],
] as const
