import { SheetContent } from '#contract/must-know.ts'

/** The must-know sheet (应知应会) of the demo estate, as it stands in its newest version. */
export const DEMO_SHEET: SheetContent = SheetContent.parse({
  overview: {
    address: '深圳市南山区翠湖路88号',
    landArea: 52_000,
    floorArea: 130_000,
    plotRatio: 2.5,
    households: 1_224,
    parkingSpaces: 260,
    buildingTypes: '高层住宅10栋，沿街商铺24间',
  },
  fees: {
    property: [
      { name: '高层住宅', price: '3.20元/平方米·月' },
      { name: '沿街商铺', price: '6.50元/平方米·月' },
    ],
    housekeeping: [
      { name: '日常保洁', price: '45元/小时', note: '两小时起' },
      { name: '油烟机清洗', price: '128元/台' },
    ],
    passThrough: [
      { name: '自来水', price: '按供水公司阶梯价代收' },
      { name: '公共用电', price: '按实际用量分摊' },
    ],
    parking: [
      { name: '月租车位', price: '300元/月' },
      { name: '临时停车', price: '首小时5元', note: '每天最高40元' },
    ],
    clubhouse: [{ name: '游泳池', price: '30元/次', note: '儿童15元' }],
  },
  facilities: {
    parking: '地下一层，260个车位，入口在东门',
    education: '翠湖小学、翠湖幼儿园，步行8分钟',
    commerce: '沿街商铺24间，便利店营业到23:00',
    medical: '翠湖社区健康服务中心，5栋对面',
    leisure: '中心花园、儿童乐园、会所游泳池与健身房',
    security: '四个门岗，监控点位186个，24小时巡逻',
    transport: '地铁9号线翠湖站A口，公交M217、M365路',
    other: '快递柜在东门与西门，直饮水机在3栋架空层',
  },
  phones: [
    { name: '前台', number: '0755-26780001', note: '8:00至21:00' },
    { name: '监控中心', number: '0755-26780002', note: '24小时' },
    { name: '派出所', number: '0755-26780110' },
    { name: '燃气抢修', number: '0755-26780119' },
    { name: '供电抢修', number: '95598' },
  ],
  more: [
    { name: '宽带怎么报装', answer: '三家运营商都可以，凭房号和身份证联系客服预约上门', keywords: '网络 光纤' },
    { name: '装修时间', answer: '周一至周六8:00至12:00、14:00至18:00，周日和法定假日不施工', keywords: '施工 噪声' },
    { name: '大件垃圾放哪里', answer: '西门垃圾站旁指定点，每周二、周五清运', keywords: '家具 沙发' },
    { name: '泳池几点开放', answer: '7:00至21:00，周一上午消毒闭馆', keywords: '游泳 会所' },
  ],
})

/** The same sheet before its latest changes. */
export const FORMER_SHEETS: readonly SheetContent[] = [
  { ...DEMO_SHEET, more: [], phones: DEMO_SHEET.phones.slice(0, 3) },
  { ...DEMO_SHEET, fees: { ...DEMO_SHEET.fees, clubhouse: [{ name: '游泳池', price: '25元/次', note: '儿童15元' }] } },
]
