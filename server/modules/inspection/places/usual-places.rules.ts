import type { BUILDING_TOUCHPOINTS, PlaceKind, ProposedPlace } from '#contract/places.ts'
import type { Uuid } from '#contract/values.ts'

type UsualTouchpoint = (typeof BUILDING_TOUCHPOINTS)[number]
type Building = { id: Uuid; code: string; name: string; floors: number | null; sections: readonly string[] }
export type Wanted = {
  touchpoint: UsualTouchpoint
  code: string
  name: string
  buildingId: Uuid
  floor: number | null
  sort: number
}

/** What each section of a building has: its door, its lobby, its lift, and a corridor every so many floors. */
const ONE: readonly { touchpoint: UsualTouchpoint; code: string; name: string; floor: number | null }[] = [
  { touchpoint: 'T08', code: 'M', name: '单元门', floor: 1 },
  { touchpoint: 'T11', code: 'D', name: '大堂', floor: 1 },
  { touchpoint: 'T12', code: 'L', name: '电梯', floor: null },
]

/** The usual places of these buildings, codes and names as people say them: `3-1-L` 3栋1单元电梯, `3-1-12F` 3栋1单元12层楼道. */
export const usualPlaces = (
  buildings: readonly Building[],
  touchpoints: readonly UsualTouchpoint[],
  everyFloors: number,
): Wanted[] => {
  const found: Wanted[] = []
  const add = (place: Omit<Wanted, 'sort'>) => found.push({ ...place, sort: found.length + 1 })
  for (const building of buildings)
    for (const section of building.sections.length > 0 ? building.sections : [undefined]) {
      const stem = section === undefined ? building.code : `${building.code}-${section}`
      const spoken = section === undefined ? building.name : `${building.name}${section}单元`
      const buildingId = building.id
      for (const { code, name, ...of } of ONE)
        if (touchpoints.includes(of.touchpoint))
          add({ ...of, buildingId, code: `${stem}-${code}`, name: `${spoken}${name}` })
      if (touchpoints.includes('T13'))
        for (let floor = everyFloors; floor <= (building.floors ?? 0); floor += everyFloors)
          add({ touchpoint: 'T13', buildingId, floor, code: `${stem}-${floor}F`, name: `${spoken}${floor}层楼道` })
    }
  return found
}

type Usual = Pick<ProposedPlace, 'touchpoint' | 'code' | 'name' | 'traits'> & {
  kind: PlaceKind
  /** How many an estate usually has (PROPOSED); the person says how many there are. */
  usually: number
  /** Where there are several, how they are told apart; numbers if nothing else is said. */
  each?: readonly string[]
}
const SIDES = ['东', '南', '西', '北']
const usual = (
  kind: PlaceKind,
  touchpoint: Usual['touchpoint'],
  code: string,
  name: string,
  usually = 1,
  more: Partial<Pick<Usual, 'traits' | 'each'>> = {},
): Usual => ({ kind, touchpoint, code, name, usually, traits: [], ...more })

/** The touchpoints outside the buildings; with doors, lobbies, lifts and corridors all twenty. */
const OF_ESTATE: readonly Usual[] = [
  usual('gate', 'T01', '人行门', '人行出入口', 2),
  usual('vehicleGate', 'T02', '车行门', '车行出入口'),
  usual('road', 'T03', '道路', '主干道'),
  usual('square', 'T03', '广场', '广场'),
  usual('water', 'T04', '水景', '水景'),
  usual('parking', 'T05', '车场', '地面停车场'),
  usual('garage', 'T05', '车库', '地下车库', 1, { traits: ['underground-garage'] }),
  usual('wall', 'T06', '围墙', '围墙', 4, { each: SIDES }),
  usual('board', 'T07', '宣传栏', '宣传栏', 2),
  usual('yardGate', 'T08', '苑门', '苑门'),
  usual('yard', 'T09', '苑落', '苑落', 2),
  usual('bins', 'T10', '垃圾点', '垃圾投放点', 4),
  usual('shops', 'T14', '商铺', '商铺'),
  usual('desk', 'T15', '前台', '客服前台'),
  usual('club', 'T16', '会所', '会所'),
  usual('hotline', 'T17', '热线', '客服热线'),
  usual('works', 'T18', '维修', '公共设施维修现场'),
  usual('housekeeping', 'T19', '家政', '上门家政维修'),
  usual('visits', 'T20', '访谈', '上门访谈'),
]

type There = { code: string; name: string; touchpoint: string; buildingId: Uuid | null }

/**
 * What the estate usually has outside its buildings. Those of the same code or name are there; so many more of a
 * touchpoint as the estate has, whatever they are called, are said to be there too, so that nothing is made twice.
 */
export const placesOfEstate = (
  counts: Partial<Readonly<Record<PlaceKind, number>>>,
  there: readonly There[],
): ProposedPlace[] => {
  const codes = new Set(there.map((place) => place.code))
  const outside = new Set(there.filter((place) => place.buildingId === null))
  const take = (fits: (place: There) => boolean): boolean => {
    const found = [...outside].find(fits)
    return found !== undefined && outside.delete(found)
  }
  const named = OF_ESTATE.flatMap(({ usually, each = [], ...of }) => {
    const count = counts[of.kind] ?? usually
    return Array.from({ length: count }, (_, i): ProposedPlace => {
      const mark = count === 1 ? '' : (each[i] ?? String(i + 1))
      const [code, name] = [`${of.code}${mark}`, each[i] && mark ? `${mark}侧${of.name}` : `${of.name}${mark}`]
      const known = take((p) => p.touchpoint === of.touchpoint && (p.code === code || p.name === name))
      return { ...of, code, name, buildingId: null, floor: null, there: known || codes.has(code) }
    })
  })
  return named.map((row) => ({ ...row, there: row.there || take((place) => place.touchpoint === row.touchpoint) }))
}
