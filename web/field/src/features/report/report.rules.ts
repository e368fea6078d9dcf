import type { Deed } from '../../queue/act.rules.ts'

export const TOPICS = ['service', 'enquiry', 'suggestion', 'praise', 'complaint'] as const
export type ReportForm = {
  /** Seen by oneself, or told by a customer. */
  from: 'seen' | 'told'
  topic: (typeof TOPICS)[number]
  said: string
  /** CP-034: how the customer feels and what they want; asked of a complaint only. */
  feeling: string
  wish: string
  place: string
  customer: string
  phone: string
  urgent: boolean
  photoIds: readonly string[]
  voiceIds: readonly string[]
}
export const EMPTY_REPORT: ReportForm = {
  from: 'seen',
  topic: 'service',
  said: '',
  feeling: '',
  wish: '',
  place: '',
  customer: '',
  phone: '',
  urgent: false,
  photoIds: [],
  voiceIds: [],
}

const isComplaint = ({ from, topic }: ReportForm) => from === 'told' && topic === 'complaint'

export type ReportLack = 'said' | 'place' | 'feeling' | 'wish'
export const reportLacks = (form: ReportForm): ReportLack[] => {
  const asked: ReportLack[] = isComplaint(form)
    ? ['said', 'feeling', 'wish', 'place']
    : form.from === 'seen'
      ? ['said', 'place']
      : ['said']
  return asked.filter((name) => !form[name].trim())
}

type ReportBody = Extract<Deed, { type: 'report' }>['body']

/** FD-401: collected on site by me, with the time of the phone; whoever collected it owns it. */
export const reportBody = (form: ReportForm, me: string, at: string): ReportBody => {
  const told = form.from === 'told'
  const [place, customer, phone] = [form.place.trim(), form.customer.trim(), form.phone.trim()]
  return {
    contactType: told ? form.topic : 'service',
    channel: told ? 'on_site' : 'inspection',
    customerSaid: form.said.trim(),
    collectedById: me,
    collectedAt: at,
    urgent: form.urgent,
    fileIds: [...form.photoIds, ...form.voiceIds],
    ...(place ? { place } : {}),
    ...(told && customer ? { customerName: customer } : {}),
    ...(told && phone ? { contactPhone: phone } : {}),
    ...(told ? {} : { contactable: false, noCallbackWish: true }),
    ...(isComplaint(form) ? { complaint: { feeling: form.feeling.trim(), wish: form.wish.trim() } } : {}),
  }
}
