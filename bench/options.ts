import { parseArgs } from 'node:util'
import { COMPLAINTS } from './company/size.ts'

/** The whole company of the aims; `--scale` takes a part of its estates, never of what stands in one. */
const ESTATES = 1_000
const SCALES = ['1', '0.1', '0.01'] as const

/** `complaints`: how many there are in each estate; 0 where they are not measured. */
export type Options = { scale: number; estates: number; control: number; complaints: number; inspection: boolean }

/**
 * Reads `--scale 1|0.1|0.01`, and `--complaints` or `--inspection`, which measure five years of complaints or a year of
 * looks at 200 places an estate and nothing else. `control` is the company of one hundredth, beside which pages are
 * compared, or of one tenth for those two. Throws with the usage.
 */
export const readOptions = (args: readonly string[]): Options => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      scale: { type: 'string', default: '1' },
      complaints: { type: 'boolean', default: false },
      inspection: { type: 'boolean', default: false },
    },
  })
  const scale = SCALES.find((one) => one === values.scale)
  if (scale === undefined) throw new Error(`--scale takes one of ${SCALES.join(', ')}`)
  const estates = ESTATES * Number(scale)
  const { inspection } = values
  if (values.complaints && inspection) throw new Error('--complaints and --inspection are measured one by one')
  const control = values.complaints || inspection ? estates / 10 : ESTATES / 100
  return { scale: Number(scale), estates, control, complaints: values.complaints ? COMPLAINTS : 0, inspection }
}
