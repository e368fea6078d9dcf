type Reached = 'PROPOSED' | 'ASSIGNED' | 'RECTIFIED' | 'CLOSED' | 'REJECTED'
export type FindingTale = {
  itemId: string
  /** Which of the places of the item's touchpoint, from 0. */
  place: number
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
    itemId: 'T12-F-13',
    place: 2,
    note: '年检合格证上月到期',
    ago: 12,
    reached: 'CLOSED',
    by: 'guanjia',
    measure: '已换上年检合格的新证',
  },
  { itemId: 'T12-F-17', place: 4, note: '紧急呼叫键按下无人应答', ago: 1, reached: 'ASSIGNED', by: 'baoan' },
  {
    itemId: 'T10-F-01',
    place: 0,
    note: '桶盖破损',
    ago: 40,
    reached: 'CLOSED',
    by: 'baojie',
    measure: '更换桶盖',
  },
  { itemId: 'T10-F-01', place: 0, note: '桶盖又破了', ago: 6, reached: 'ASSIGNED', by: 'guanjia', again: 3 },
  {
    itemId: 'T07-I-03',
    place: 0,
    note: '玻璃有裂纹',
    ago: 9,
    reached: 'RECTIFIED',
    by: 'guanjia',
    measure: '更换玻璃',
  },
  { itemId: 'T13-F-25', place: 3, note: '墙角有蛛网', ago: 3, reached: 'PROPOSED', by: 'guanjia' },
  { itemId: 'T11-F-05', place: 1, note: '地面有水渍', ago: 2, reached: 'PROPOSED', by: 'baojie', again: 1 },
  { itemId: 'T09-F-07', place: 0, note: '草坪有枯枝', ago: 15, reached: 'REJECTED', by: 'pinzhi' },
  {
    itemId: 'T05-F-09',
    place: 0,
    note: '入口处地面破损',
    ago: 25,
    reached: 'CLOSED',
    by: 'pinzhi',
    measure: '修补地面并养护',
    refused: true,
  },
  { itemId: 'T03-F-01', place: 2, note: '地砖松动', ago: 5, reached: 'ASSIGNED', by: 'pinzhi' },
  {
    itemId: 'T15-P-01',
    place: 0,
    note: '工牌未佩戴',
    ago: 18,
    reached: 'CLOSED',
    by: 'pinzhi',
    measure: '已当班纠正并培训',
  },
  {
    itemId: 'T08-F-02',
    place: 0,
    note: '闭门器过紧，老人推不开',
    ago: 8,
    reached: 'RECTIFIED',
    by: 'baoan',
    measure: '调整闭门器',
  },
]
