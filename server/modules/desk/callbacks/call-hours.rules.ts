import { type CalledPerson, NoCallHours } from '#contract/rules/call-hours.ts'

/** Hours in which the customer does not want to be called, as they stand in the archive; what cannot be read blocks nothing. */
export const calledPerson = (quietHours: unknown): CalledPerson => ({
  noCall: Array.isArray(quietHours)
    ? quietHours.flatMap((hours) => {
        const read = NoCallHours.safeParse(hours)
        return read.success ? [read.data] : []
      })
    : [],
})
