import type { CheckItem } from '#contract/touchpoints.ts'

type Touchpoint = CheckItem['touchpoint']

/** Where residents of the demo estate meet us, beside the doors, lobbies, lifts and corridors of its buildings. */
export const DEMO_PLACES: readonly { touchpoint: Touchpoint; code: string; name: string }[] = [
  { touchpoint: 'T01', code: 'S-GATE', name: '南门人行岗' },
  { touchpoint: 'T01', code: 'N-GATE', name: '北门人行岗' },
  { touchpoint: 'T02', code: 'E-CAR', name: '东门车行岗' },
  { touchpoint: 'T03', code: 'SQUARE', name: '中心广场' },
  { touchpoint: 'T03', code: 'RING', name: '环路' },
  { touchpoint: 'T04', code: 'LAKE', name: '翠湖水景' },
  { touchpoint: 'T05', code: 'B1-PARK', name: '地下车库一层' },
  { touchpoint: 'T06', code: 'W-WALL', name: '西侧围墙' },
  { touchpoint: 'T07', code: 'S-BOARD', name: '南门宣传栏' },
  { touchpoint: 'T09', code: 'GARDEN', name: '中心花园' },
  { touchpoint: 'T10', code: 'BIN-3', name: '3栋垃圾桶点' },
  { touchpoint: 'T10', code: 'BIN-7', name: '7栋垃圾桶点' },
  { touchpoint: 'T14', code: 'SHOPS', name: '东街商铺' },
  { touchpoint: 'T15', code: 'DESK', name: '服务中心前台' },
  { touchpoint: 'T16', code: 'CLUB', name: '会所' },
  { touchpoint: 'T17', code: 'PHONE', name: '服务热线' },
  { touchpoint: 'T18', code: 'REPAIR', name: '公共设施维修' },
  { touchpoint: 'T19', code: 'HOME', name: '上门维修' },
  { touchpoint: 'T20', code: 'VISIT', name: '上门访谈' },
  ...([1, 2, 3, 5] as const).flatMap((n) => [
    { touchpoint: 'T08' as const, code: `${n}-M`, name: `${n}栋单元门` },
    { touchpoint: 'T11' as const, code: `${n}-D`, name: `${n}栋大堂` },
    { touchpoint: 'T12' as const, code: `${n}-L`, name: `${n}栋电梯` },
    { touchpoint: 'T13' as const, code: `${n}-6F`, name: `${n}栋6层楼道` },
  ]),
]

type Reached = 'PROPOSED' | 'ASSIGNED' | 'RECTIFIED' | 'CLOSED' | 'REJECTED'
export type FindingTale = {
  place: string
  itemId: string
  note: string
  /** Found so many days ago. */
  ago: number
  reached: Reached
  by: 'baoan' | 'guanjia' | 'pinzhi' | 'baojie'
  measure?: string
  /** Seen again so many days after it was found. */
  again?: number
  /** The second look refused it once. */
  refused?: true
}

/** What was found in the last weeks, and how far each has come. */
export const FINDING_TALES: readonly FindingTale[] = [
  {
    place: '3-L',
    itemId: 'T12-F-13',
    note: '年检合格证上月到期',
    ago: 12,
    reached: 'CLOSED',
    by: 'guanjia',
    measure: '已换上年检合格的新证',
  },
  { place: '5-L', itemId: 'T12-F-17', note: '紧急呼叫键按下无人应答', ago: 1, reached: 'ASSIGNED', by: 'baoan' },
  {
    place: 'BIN-3',
    itemId: 'T10-F-01',
    note: '桶盖破损',
    ago: 40,
    reached: 'CLOSED',
    by: 'baojie',
    measure: '更换桶盖',
  },
  { place: 'BIN-3', itemId: 'T10-F-01', note: '桶盖又破了', ago: 6, reached: 'ASSIGNED', by: 'guanjia', again: 3 },
  {
    place: 'S-BOARD',
    itemId: 'T07-I-03',
    note: '玻璃有裂纹',
    ago: 9,
    reached: 'RECTIFIED',
    by: 'guanjia',
    measure: '更换玻璃',
  },
  { place: '2-6F', itemId: 'T13-F-25', note: '墙角有蛛网', ago: 3, reached: 'PROPOSED', by: 'guanjia' },
  { place: '1-D', itemId: 'T11-F-05', note: '地面有水渍', ago: 2, reached: 'PROPOSED', by: 'baojie', again: 1 },
  { place: 'GARDEN', itemId: 'T09-F-07', note: '草坪有枯枝', ago: 15, reached: 'REJECTED', by: 'pinzhi' },
  {
    place: 'B1-PARK',
    itemId: 'T05-F-09',
    note: '入口处地面破损',
    ago: 25,
    reached: 'CLOSED',
    by: 'pinzhi',
    measure: '修补地面并养护',
    refused: true,
  },
  { place: 'SQUARE', itemId: 'T03-F-01', note: '地砖松动', ago: 5, reached: 'ASSIGNED', by: 'pinzhi' },
  {
    place: 'DESK',
    itemId: 'T15-P-01',
    note: '工牌未佩戴',
    ago: 18,
    reached: 'CLOSED',
    by: 'pinzhi',
    measure: '已当班纠正并培训',
  },
  {
    place: '1-M',
    itemId: 'T08-F-02',
    note: '闭门器过紧，老人推不开',
    ago: 8,
    reached: 'RECTIFIED',
    by: 'baoan',
    measure: '调整闭门器',
  },
]
