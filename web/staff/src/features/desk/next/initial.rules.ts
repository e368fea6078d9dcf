import { ComplaintIntake, type MatterView } from '#contract/matters.ts'

type Known = Pick<
  MatterView,
  | 'line'
  | 'details'
  | 'customerSaid'
  | 'place'
  | 'customerName'
  | 'customer'
  | 'unit'
  | 'appointmentFrom'
  | 'appointmentTo'
>

const only = (values: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  )

/** What the conversation has already said need not be typed again in the next form. */
export const initialFor = (matter: Known, verb: string): Record<string, unknown> => {
  if (verb === 'askAvailability' || (verb === 'dispatch' && matter.line)) return only({ line: matter.line })
  if (verb === 'dispatch') {
    const told = ComplaintIntake.partial().safeParse(matter.details.complaint)
    return only({ promisedFeedbackAt: told.success ? told.data.promisedFeedbackAt : undefined })
  }
  if (verb === 'completeForm')
    return only({
      customerSaid: matter.customerSaid,
      place: matter.place ?? matter.unit?.display,
      customerName: matter.customer?.name ?? matter.customerName,
    })
  if (verb === 'confirmToCustomer')
    return only({ from: matter.appointmentFrom, to: matter.appointmentTo, toldBy: 'phone' })
  return {}
}
