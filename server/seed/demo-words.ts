import type { Line } from '#contract/permissions.ts'

/** What residents say, and what was done about it. Places are filled in from the household. */
export const REPAIRS: readonly { said: string; result: string; line: Line; complex?: true }[] = [
  { said: '厨房水槽下面的水管漏水，地上已经湿了一片', result: '更换水槽下水软管一根，试水半小时不漏', line: 'repair' },
  { said: '卫生间马桶冲水一直停不下来', result: '更换进水阀，水位调整正常', line: 'repair' },
  { said: '客厅的灯突然不亮了，换了灯泡也不行', result: '开关接线松动，重新接线后正常', line: 'repair' },
  { said: '家里跳闸，合上又跳', result: '查到热水器漏电，已断开该回路并告知客户联系厂家', line: 'repair' },
  { said: '卫生间地漏返味很重', result: '更换防臭地漏芯', line: 'repair' },
  { said: '入户门锁打不开，钥匙拧不动', result: '锁芯加注润滑并调整锁舌，开关顺畅', line: 'repair' },
  { said: '阳台推拉门卡住推不动', result: '清理滑轨并更换滑轮一组', line: 'repair', complex: true },
  { said: '楼上空调滴水滴到我家窗台', result: '与楼上住户联系，重新固定冷凝水管', line: 'repair' },
  { said: '厨房水压很小，热水器点不着火', result: '清洗入户过滤网，水压恢复', line: 'repair' },
  { said: '对讲门铃没有声音', result: '更换室内分机听筒', line: 'repair' },
  {
    said: '天花板有水印，怀疑楼上漏水',
    result: '楼上卫生间密封胶老化，已补打，观察两天无新水迹',
    line: 'repair',
    complex: true,
  },
  { said: '水龙头关不紧一直滴水', result: '更换陶瓷阀芯', line: 'repair' },
  { said: '想预约周末的开荒保洁', result: '两人四小时完成全屋保洁，客户现场查看满意', line: 'housekeeping' },
  { said: '想清洗抽油烟机', result: '拆洗油烟机一台', line: 'housekeeping' },
  { said: '家里老人需要临时钟点工帮忙打扫', result: '安排钟点工三小时', line: 'housekeeping' },
  { said: '想擦洗全屋玻璃', result: '完成室内侧玻璃清洁', line: 'housekeeping' },
]

export const ENQUIRIES: readonly { said: string; answer: string; line: Line }[] = [
  {
    said: '请问停车月卡怎么办理，要带什么资料',
    answer: '带身份证、行驶证和房产资料到前台办理，当场可以开通',
    line: 'customerService',
  },
  { said: '这个月的物业费可以用微信交吗', answer: '可以，在前台扫码或公众号里缴费', line: 'finance' },
  { said: '装修要办什么手续', answer: '先到前台领取装修备案表，备齐图纸和施工单位资料后办理', line: 'customerService' },
  { said: '快递柜取件码收不到', answer: '已提供快递柜客服电话，并帮客户登记手机号', line: 'customerService' },
  { said: '会所游泳池几点开放', answer: '每天早上七点到晚上九点，周一上午清洁不开放', line: 'customerService' },
  { said: '大件家具搬出去要不要开放行条', answer: '需要业主本人或委托人到前台办理放行条', line: 'security' },
  { said: '楼道感应灯晚上不亮，什么时候能修', answer: '感应头损坏，已更换', line: 'repair' },
  { said: '地下车库的坡道什么时候重新刷防滑漆', answer: '计划本月内完成，已告知客户施工日期', line: 'repair' },
  { said: '小区里流浪猫多，能不能管一下', answer: '已联系救助站，安排本周处理', line: 'cleaning' },
  { said: '单元门口的垃圾桶味道大', answer: '增加清运频次，并做了消杀', line: 'cleaning' },
]
export const SUGGESTIONS = [
  '建议在儿童乐园旁边加一张长椅',
  '建议电动车棚多装几个充电口',
  '建议大堂放几把公用雨伞',
  '建议把快递货架移到架空层',
] as const
export const PRAISES = [
  '昨晚刘师傅来修水管，很晚了还把地面擦干净，谢谢',
  '前台小林很耐心，帮老人填好了资料',
  '门岗帮我把重东西抬上楼，点赞',
] as const
export const EMERGENCIES: readonly { said: string; line: Line; measures: string; result: string }[] = [
  {
    said: '楼道水管爆了，水往电梯厅流',
    line: 'repair',
    measures: '关闭立管总阀，电梯停靠高层，挡水排水',
    result: '更换爆裂管段，恢复供水，电梯检查后恢复运行',
  },
  {
    said: '电梯困人，里面有一位老人和小孩',
    line: 'repair',
    measures: '安抚被困人员，维保单位十分钟到场',
    result: '人员安全救出，电梯停用检查',
  },
  {
    said: '厨房闻到很重的煤气味',
    line: 'security',
    measures: '疏散、开窗、关闭入户阀门，通知燃气公司',
    result: '燃气公司查到软管老化，已更换，复测正常',
  },
  {
    said: '外墙瓷砖掉下来砸到车棚',
    line: 'security',
    measures: '拉警戒线，安排人员值守',
    result: '松动瓷砖已清除，安排外墙检查',
  },
]
