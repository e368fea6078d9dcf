import type { Text } from './text.ts'

/** Fields of the must-know sheet, as they are asked for, searched by and quizzed on. */
export const mustKnowTexts = {
  'mustKnow.overview.address': { zh: '小区地址', en: 'Address of the estate' },
  'mustKnow.overview.landArea': { zh: '占地面积（平方米）', en: 'Land area (m²)' },
  'mustKnow.overview.floorArea': { zh: '建筑面积（平方米）', en: 'Floor area (m²)' },
  'mustKnow.overview.plotRatio': { zh: '容积率', en: 'Plot ratio' },
  'mustKnow.overview.households': { zh: '总户数', en: 'Number of households' },
  'mustKnow.overview.parkingSpaces': { zh: '停车位数量', en: 'Number of parking spaces' },
  'mustKnow.overview.buildingTypes': { zh: '建筑类型', en: 'Building types' },
  'mustKnow.fees.property': { zh: '物业服务费（按户型）', en: 'Property service fee by unit type' },
  'mustKnow.fees.housekeeping': { zh: '家政服务收费', en: 'Housekeeping fees' },
  'mustKnow.fees.passThrough': { zh: '代收代缴费用', en: 'Fees collected for others' },
  'mustKnow.fees.parking': { zh: '停车收费', en: 'Parking fees' },
  'mustKnow.fees.clubhouse': { zh: '会所收费', en: 'Clubhouse fees' },
  'mustKnow.facilities.parking': { zh: '停车场', en: 'Car parks' },
  'mustKnow.facilities.education': { zh: '教育配套（学校、幼儿园）', en: 'Schools and nurseries' },
  'mustKnow.facilities.commerce': { zh: '商业配套（超市、商铺）', en: 'Shops' },
  'mustKnow.facilities.medical': { zh: '医疗配套（医院、诊所）', en: 'Medical care' },
  'mustKnow.facilities.leisure': { zh: '公共休闲设施', en: 'Public recreation' },
  'mustKnow.facilities.security': { zh: '安全设施', en: 'Security facilities' },
  'mustKnow.facilities.transport': { zh: '周边交通（公交、地铁）', en: 'Transport nearby' },
  'mustKnow.facilities.other': { zh: '其他配套', en: 'Other facilities' },
  'mustKnow.phones': { zh: '常用联系电话', en: 'Telephone numbers in common use' },
  'mustKnow.more': { zh: '常见问答', en: 'Questions often asked' },
  'mustKnow.ask': { zh: '本小区的“{{field}}”是？', en: 'What is "{{field}}" of this estate?' },
  'mustKnow.askNamed': { zh: '“{{field}}”中“{{name}}”是？', en: 'In "{{field}}", what is "{{name}}"?' },
} as const satisfies Record<`mustKnow.${string}`, Text>
