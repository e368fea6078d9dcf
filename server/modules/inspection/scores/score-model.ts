import { z } from 'zod'
import type { Settings } from '#platform/settings/settings.ts'
import type { ScoreModel } from '../score.rules.ts'

/** The weights of quality-model.md section 7 as they are set in an estate. */
export const scoreModelOf = (settings: Settings): ScoreModel => ({
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
  bonus: settings.get('inspection.bonus'),
})

/** As it is remembered beside the scores that were reckoned with it. */
export const ScoreModelShape = z.object({
  severity: z.object({ critical: z.number(), major: z.number(), minor: z.number() }),
  mustBeWeight: z.number(),
  oneDimensionalWeight: z.number(),
  criticalGate: z.number(),
  mustBeGate: z.number(),
  mustBePass: z.number(),
  bonus: z.number(),
})
export type KeptModel = z.output<typeof ScoreModelShape>
