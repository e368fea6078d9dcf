import type { Uuid } from '#contract/values.ts'
import { buildingsOf, insertPlaces, usualPlaces } from '#modules/inspection/index.ts'
import type { Tx } from '#platform/db/tx.ts'
import { demoId } from './demo-id.ts'

/** Gates, squares, posts and channels of the demo estate; doors, lobbies, lifts and corridors come building by building. */
const COMMON: readonly (readonly [touchpoint: string, code: string, name: string, traits?: readonly string[]])[] = [
  ['T01', '东门-人', '东门人行出入口', ['sunshade-provided']],
  ['T01', '南门-人', '南门人行出入口'],
  ['T01', '西门-人', '西门人行出入口'],
  ['T02', '东门-车', '东门车行出入口', ['parking-fee-collected']],
  ['T02', '南门-车', '南门车行出入口'],
  ['T03', '环路-东', '园区环路东段', ['cycle-patrol-in-use']],
  ['T03', '环路-西', '园区环路西段', ['cycle-patrol-in-use']],
  ['T03', '中心广场', '中心广场', ['play-or-exercise-equipment-present']],
  ['T04', '中央水景', '中央水景'],
  ['T04', '北区溪流', '北区溪流'],
  ['T05', 'B1-A区', '地下车库A区', ['underground-garage']],
  ['T05', 'B1-B区', '地下车库B区', ['underground-garage', 'underground-garage-staff-operated']],
  ['T05', '地面-南', '南侧地面车位'],
  ['T06', '围墙-东', '东侧围墙'],
  ['T06', '围墙-北', '北侧围墙'],
  ['T07', '栏-东门', '东门宣传栏'],
  ['T07', '栏-广场', '中心广场宣传栏'],
  ['T09', '苑-1', '1至3栋苑落'],
  ['T09', '苑-2', '4至6栋苑落', ['facilities-present']],
  ['T10', '桶-东', '东区垃圾投放点', ['commercial-units-present']],
  ['T10', '桶-西', '西区垃圾投放点'],
  ['T14', '铺-东', '东街商铺'],
  ['T14', '铺-南', '南街商铺'],
  ['T15', '前台', '客服中心前台'],
  ['T16', '会所', '翠湖会所', ['stone-floor', 'lift-in-clubhouse']],
  ['T17', '电话', '客服热线'],
  ['T18', '维修', '公共设施维修现场'],
  ['T19', '家政', '上门家政与维修'],
  ['T20', '访谈', '上门访谈'],
]
/** A corridor every sixth floor is enough to be shown. */
const EVERY_FLOORS = 6
const GLASS = ['glass-door', 'glass-canopy']
const HIGH = ['high-rise']

/** The places of the demo estate, the same each time. */
export const seedTouchpointPlaces = async (tx: Tx, estateId: Uuid, buildings: readonly Uuid[]): Promise<void> => {
  const usual = usualPlaces(await buildingsOf(tx, estateId, buildings), ['T08', 'T11', 'T12', 'T13'], EVERY_FLOORS)
  const traitsOf: Readonly<Record<string, readonly string[]>> = {
    T08: GLASS,
    T11: ['stone-floor', 'glass-door'],
    T13: HIGH,
  }
  const places = [
    ...COMMON.map(([touchpoint, code, name, traits = []], i) => ({
      touchpoint,
      code,
      name,
      traits: [...traits],
      building_id: null,
      floor: null,
      sort: i + 1,
    })),
    ...usual.map(({ buildingId, ...place }) => ({
      ...place,
      building_id: buildingId,
      traits: [...(traitsOf[place.touchpoint] ?? [])],
    })),
  ]
  await insertPlaces(
    tx,
    estateId,
    places.map((place) => ({ ...place, id: demoId(`place ${place.code}`), label_token: labelOf(place.code) })),
  )
}

/** Labels of the demo are the same each time, so that a printed sheet goes on working. */
const labelOf = (code: string): string =>
  demoId(`label ${code}`).replaceAll('-', '').slice(-12).toUpperCase().replaceAll('0', 'X').replaceAll('1', 'Y')
