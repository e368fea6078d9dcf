import type { PartName } from '#contract/complaint-report-parts.ts'

type Parts = Partial<Record<PartName, string>>

export const FIRST_MAJOR: Parts = {
  factsSoFar: '半夜管井跑水流入户内，客厅与主卧木地板起鼓；检修后阀门未复位，已关阀并抽干。',
  claimAndGrounds: '客户要求赔偿地板六千元，依据为装修合同与现场照片。',
  customer: '住户常住，家有老人；平时沟通顺畅，此次情绪激动。',
  presentHandling: '客服负责人当面致歉，已请第三方定损，协助清理并提供临时除湿机。',
  risk: '同一管井相邻两户可能也有渗漏，需要逐户查看。',
  helpNeeded: '请公司确认赔付权限与公众责任险的报案口径。',
}
export const MAJOR_TOPIC: Parts = {
  content: '车库立柱护角铁皮翘起，客户倒车时车门被划伤，索赔二千八百元。',
  cause: '护角脱落半个月，巡查三次记录而没有开单，属于岗位没有按标准作业。',
  processAndResult: '当日定损、三日内赔付，全部护角更换，客户表示认可。',
  lessons: '发现与维修之间没有接上，记录变成了形式。',
  correctiveMeasures: '巡查发现当天开单并拍照，班长每周核对未关闭的巡查问题。',
}
export const FIRST_MAJOR_CAR: Parts = {
  ...FIRST_MAJOR,
  factsSoFar: '客户倒车时后门被立柱护角翘起的铁皮划伤，护角脱落已有半个月。',
  claimAndGrounds: '客户要求赔偿修车费二千八百元，依据为维修厂报价与现场照片。',
  risk: '车库尚有多处同类护角，可能再次刮伤车辆。',
  helpNeeded: '请公司确认赔付权限。',
}
export const HOT_FIRST: Parts = {
  content: '五户业主两天内六次反映垃圾房恶臭飘进楼里。',
  cause: '清运车故障停运两天，没有启用备用车辆，垃圾房没有封闭。',
  presentHandling: '已租车清运、消毒除臭，中心负责人逐户上门致歉。',
  difficulties: '清运公司备用车辆不足，高温天垃圾腐败快。',
  helpNeeded: '请公司与清运公司重新约定故障时的顶替时限。',
}
export const HOT_TOPIC: Parts = {
  content: '高温天垃圾清运中断引起的热点投诉，五人六次。',
  cause: '清运合同没有备用车条款，垃圾房没有密闭和除臭设备。',
  processAndResult: '当天清运，三天内加装密闭门和除臭设备，逐户回访均认可。',
  lessons: '高温季节前没有做清运中断的预案。',
  correctiveMeasures: '合同加入四小时顶替条款，每年五月检查除臭设备。',
}

export const ownWords = (growing: boolean): Parts => ({
  overall: growing
    ? '本期投诉总量上升，主要来自保洁；其余专业与上期大致持平。'
    : '本期投诉总量平稳，各专业互有升降，没有集中爆发。',
  lineComparison: growing
    ? '保洁明显高于其他专业，五栋、六栋最集中；工程次之，秩序、客服平稳。'
    : '工程与秩序占比较高，绿化、财务最少；客户最在意的是响应速度。',
  focus: growing
    ? '保洁的投诉多为楼道清扫、垃圾收运不按标准，属于人的因素中的规范执行。'
    : '设备类以电梯、给排水为主，多为配件老化。',
  typicalCases: growing
    ? '楼层垃圾没有按时收、楼道几天没人打扫，各有多户反映。'
    : '电梯频繁停梯，维保单位只复位不更换。',
  correctiveMeasures: growing
    ? '要求外包公司三天内补足人员，恢复周检并公示得分，晚班收运逐层签到。'
    : '约谈维保单位，关键配件备货，巡查发现当天开单。',
  lessonsAndPrevention: growing
    ? '外包人员流动没有预警，周检停了三周无人发现；今后人员变动当天上报。'
    : '季节变化前一个月检查对应设备与预案。',
  summary: growing ? '下期重点盯保洁外包，如无好转启动更换程序。' : '下期重点做好季节性检查与节前准备。',
  projectRelation: '项目入住率高、老人儿童多，对卫生与电梯的期望高于同类项目。',
})

export const LEGACY: Parts = {
  legacyDesign: '车位与快递柜配比偏低，车库坡道截水沟断面小。',
  legacyWork: '飘窗节点防水、屋面女儿墙根部有渗漏。',
  legacyUse: '建议新项目提高充电车位比例，飘窗节点做闭水抽查。',
}
