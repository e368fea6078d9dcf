import { SheetContent } from '#contract/must-know.ts'

/** A must-know sheet in which nothing is missing. */
export const completeSheet = (): SheetContent =>
  SheetContent.parse({
    overview: {
      address: '深圳市南山区翠湖路88号',
      landArea: 52_000,
      floorArea: 130_000,
      plotRatio: 2.5,
      households: 1286,
      parkingSpaces: 980,
      buildingTypes: '高层住宅12栋,联排别墅18套',
    },
    fees: {
      property: [
        { name: '高层住宅', price: '3.20元/平方米·月' },
        { name: '联排别墅', price: '4.80元/平方米·月' },
      ],
      housekeeping: [{ name: '日常保洁', price: '45元/小时' }],
      passThrough: [{ name: '自来水', price: '按供水公司单价代收' }],
      parking: [
        { name: '月租车位', price: '300元/月' },
        { name: '临时停车', price: '首小时5元', note: '每天最高40元' },
      ],
      clubhouse: [{ name: '泳池', price: '30元/次' }],
    },
    facilities: {
      parking: '地下两层,共980个车位',
      education: '翠湖小学、翠湖幼儿园',
      commerce: '一层商业街,超市24小时',
      medical: '社区健康服务中心在5栋一层',
      leisure: '中心花园、儿童乐园、健身房',
      security: '四个岗亭,监控326个点位',
      transport: '地铁9号线翠湖站,公交M217路',
      other: '快递柜在东门',
    },
    phones: [
      { name: '前台', number: '0755-26781234' },
      { name: '维修', number: '0755-26781235' },
      { name: '派出所', number: '0755-26785110' },
      { name: '燃气抢修', number: '0755-25199999' },
    ],
    more: [{ name: '宽带怎么报装', answer: '联系电信10000号,凭房号办理', keywords: '网络 光纤' }],
  })
