import type { Settings } from '#platform/settings/settings.ts'
import type { ScoreModel } from '../score.rules.ts'

/** quality-model.md section 7 with the numbers of the company. */
export const modelOf = (settings: Settings): ScoreModel => ({
  severity: {
    critical: settings.get('inspection.weightCritical'),
    major: settings.get('inspection.weightMajor'),
    minor: settings.get('inspection.weightMinor'),
  },
  mustBeWeight: settings.get('inspection.mustBeWeight'),
  oneDimensionalWeight: settings.get('inspection.oneDimensionalWeight'),
  criticalGate: settings.get('inspection.criticalGate'),
  mustBeGate: settings.get('inspection.mustBeGate'),
  mustBePass: settings.get('inspection.mustBePass'),
  bonus: settings.get('inspection.attractiveBonus'),
})
