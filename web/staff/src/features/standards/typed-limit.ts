import { z } from 'zod'
import { Threshold } from '#contract/touchpoints.ts'

const Figure = z.number().nullable()
/** A limit while it is typed: a figure or an end of a range may be missing yet. */
export const TypedLimit = Threshold.extend({
  value: z.union([Threshold.shape.value, Figure, z.tuple([Figure, Figure])]),
})
export type TypedLimit = z.output<typeof TypedLimit>
