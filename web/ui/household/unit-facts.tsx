import type { UnitView } from '#contract/units.ts'
import type { T } from '../i18n.ts'
import { Money } from '../money.tsx'
import type { Fact } from './facts.tsx'
import { areaText } from './square-metres.ts'

/** The second class of the archive: what is known of the property itself. */
export const unitFacts = (t: T, unit: UnitView): Fact[] => {
  const size = (areaX100: number | null) => (areaX100 === null ? null : t('units.m2', { area: areaText(areaX100) }))
  return [
    { label: t('unit.building'), value: unit.building.name },
    { label: t('unit.kind'), value: t(`unitKind.${unit.kind}`) },
    { label: t('unit.floor'), value: unit.floor },
    { label: t('unit.type'), value: unit.unitType },
    { label: t('unit.usage'), value: unit.usage },
    { label: t('unit.size'), value: size(unit.areaX100) },
    { label: t('unit.innerSize'), value: size(unit.innerAreaX100) },
    { label: t('unit.handover'), value: unit.handoverDate },
    { label: t('unit.waterMeter'), value: unit.waterMeter },
    { label: t('unit.powerMeter'), value: unit.powerMeter },
    ...(unit.wealth
      ? [
          {
            label: t('unit.purchase'),
            value: unit.wealth.purchaseFen === null ? null : <Money fen={unit.wealth.purchaseFen} />,
          },
          { label: t('unit.mortgage'), value: unit.wealth.mortgageKind },
        ]
      : []),
    { label: t('unit.remarks'), value: unit.remarks },
  ]
}
