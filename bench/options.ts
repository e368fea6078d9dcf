import { parseArgs } from 'node:util'
import { COMPLAINTS } from './company/size.ts'

/** The whole company of the aims; `--scale` takes a part of its estates, never of what stands in one. */
const ESTATES = 1_000
const SCALES = ['1', '0.1', '0.01'] as const

/** `complaints`: how many there are in each estate; 0 where they are not measured. */
export type Options = { scale: number; estates: number; control: number; complaints: number }

/**
 * Reads `--scale 1|0.1|0.01` and `--complaints`, which measures five years of complaints and nothing else. `control` is
 * the company of one hundredth, beside which pages are compared, or of one tenth for the complaints. Throws with the usage.
 */
export const readOptions = (args: readonly string[]): Options => {
  const { values } = parseArgs({
    args: [...args],
    options: { scale: { type: 'string', default: '1' }, complaints: { type: 'boolean', default: false } },
  })
  const scale = SCALES.find((one) => one === values.scale)
  if (scale === undefined) throw new Error(`--scale takes one of ${SCALES.join(', ')}`)
  const estates = ESTATES * Number(scale)
  return values.complaints
    ? { scale: Number(scale), estates, control: estates / 10, complaints: COMPLAINTS }
    : { scale: Number(scale), estates, control: ESTATES / 100, complaints: 0 }
}
