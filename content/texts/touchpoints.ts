import type { Texts } from './text.ts'

/** The twenty places and occasions at which a resident meets us. */
export const touchpointTexts = {
  'touchpoint.T01': { zh: '人行出入口', en: 'Pedestrian gate' },
  'touchpoint.T02': { zh: '车行出入口', en: 'Vehicle gate' },
  'touchpoint.T03': { zh: '道路与广场', en: 'Roads and squares' },
  'touchpoint.T04': { zh: '水景', en: 'Water features' },
  'touchpoint.T05': { zh: '停车场', en: 'Car park' },
  'touchpoint.T06': { zh: '围墙', en: 'Perimeter wall' },
  'touchpoint.T07': { zh: '宣传栏', en: 'Notice board' },
  'touchpoint.T08': { zh: '苑门与单元门', en: 'Courtyard and unit doors' },
  'touchpoint.T09': { zh: '苑落内', en: 'Inside the courtyard' },
  'touchpoint.T10': { zh: '垃圾桶', en: 'Rubbish bins' },
  'touchpoint.T11': { zh: '大堂（电梯厅）', en: 'Lobby (lift hall)' },
  'touchpoint.T12': { zh: '电梯内', en: 'Inside the lift' },
  'touchpoint.T13': { zh: '楼道', en: 'Stairs and corridors' },
  'touchpoint.T14': { zh: '商铺', en: 'Shops' },
  'touchpoint.T15': { zh: '前台', en: 'Front desk' },
  'touchpoint.T16': { zh: '会所', en: 'Clubhouse' },
  'touchpoint.T17': { zh: '电话沟通', en: 'Telephone' },
  'touchpoint.T18': { zh: '公共设施维修', en: 'Repair of shared facilities' },
  'touchpoint.T19': { zh: '上门家政维修', en: 'Home service and repair' },
  'touchpoint.T20': { zh: '上门沟通访谈', en: 'Home visit' },
} as const satisfies Texts
