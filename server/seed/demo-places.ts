import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { demoId } from './demo-id.ts'

type Place = { code: string; touchpoint: string; traits?: readonly string[]; building?: number; floor?: number }

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1)
const named = (touchpoint: string, codes: readonly string[], traits: readonly string[] = []): Place[] =>
  codes.map((code) => ({ code, touchpoint, traits }))
const STONE = ['stone-floor'] as const
const FLOORS = [3, 8, 12] as const

/** Where a resident of the demo estate meets us: gates, roads, doors, lobbies, lifts, corridors, the desk. */
const PLACES: readonly Place[] = [
  ...named('T01', ['东门人行口', '西门人行口', '北门人行口']),
  ...named('T02', ['东门车行口', '北门车行口'], ['parking-fee-collected']),
  ...named('T03', ['主路南段', '主路北段', '中心广场', '环湖路'], ['play-or-exercise-equipment-present']),
  ...named('T04', ['中心水景', '东区跌水']),
  ...named('T05', ['地库A区', '地库B区', '地库C区'], ['underground-garage']),
  ...named('T05', ['地面停车场']),
  ...named('T06', ['东围墙', '南围墙', '西围墙', '北围墙']),
  ...named('T07', ['东门宣传栏', '广场宣传栏', '会所宣传栏']),
  ...range(10).flatMap((b) =>
    range(2).map((s) => ({ code: `${b}栋${s}单元门`, touchpoint: 'T08', traits: ['glass-door'], building: b })),
  ),
  ...named('T09', ['1-2栋苑落', '3-4栋苑落', '5-6栋苑落', '7-8栋苑落', '9-10栋苑落']),
  ...named('T10', ['东门垃圾点', '西门垃圾点', '3栋垃圾点', '6栋垃圾点', '9栋垃圾点', '垃圾房']),
  ...range(10).map((b) => ({ code: `${b}栋1单元大堂`, touchpoint: 'T11', traits: STONE, building: b })),
  ...range(10).flatMap((b) =>
    range(2).map((s) => ({ code: `${b}栋${s}单元电梯`, touchpoint: 'T12', traits: STONE, building: b })),
  ),
  ...range(10).flatMap((b) =>
    FLOORS.map((floor) => ({ code: `${b}栋1单元${floor}层楼道`, touchpoint: 'T13', building: b, floor })),
  ),
  ...named('T14', ['商铺东街', '商铺西街']),
  ...named('T15', ['客服前台']),
  ...named('T16', ['会所大堂'], STONE),
  ...named('T17', ['客服热线']),
  ...named('T18', ['公共维修']),
  ...named('T19', ['上门维修']),
  ...named('T20', ['上门访谈']),
]

/** The places of the demo estate, each with the label that hangs there. */
export const seedPlaces = async (tx: Tx, estateId: Uuid): Promise<void> => {
  await tx.db
    .insertInto('place')
    .values(
      PLACES.map((p, i) => ({
        estate_id: estateId,
        id: demoId(`place ${p.code}`),
        code: p.code,
        touchpoint: p.touchpoint,
        name: p.code,
        building_id: p.building === undefined ? null : demoId(`building ${p.building}`),
        floor: p.floor ?? null,
        traits: [...(p.traits ?? [])],
        label_token: demoId(`label ${p.code}`).replaceAll('-', '').slice(-20),
        sort: i,
        created_at: tx.now,
      })),
    )
    .execute()
}
