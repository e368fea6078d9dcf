import type { Uuid } from '#contract/values.ts'

export type UsualTouchpoint = 'T08' | 'T11' | 'T12' | 'T13'
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
