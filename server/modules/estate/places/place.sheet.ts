import type { AreaView, BuildingLine } from '#contract/estate.ts'
import type { Sheet } from '#platform/export/serve-list.ts'

export const buildingSheet: Sheet<BuildingLine> = {
  name: 'export.buildings',
  subject: 'buildings',
  columns: [
    { key: 'export.code', of: (b) => b.code },
    { key: 'export.building', width: 18, of: (b) => b.name },
    { key: 'export.floors', of: (b) => b.floors },
    { key: 'export.unitCount', of: (b) => b.units },
    { key: 'export.areaName', width: 18, of: (b) => b.area?.name ?? null },
    { key: 'export.steward', of: (b) => b.steward?.name ?? null },
  ],
}

export const areaSheet: Sheet<AreaView> = {
  name: 'export.areas',
  subject: 'areas',
  columns: [
    { key: 'export.areaName', width: 18, of: (a) => a.name },
    { key: 'export.steward', of: (a) => a.steward?.name ?? null },
    { key: 'export.building', width: 40, of: (a) => a.buildings.map((b) => b.name).join('、') },
    { key: 'export.unitCount', of: (a) => a.units },
  ],
}
