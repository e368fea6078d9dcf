import type { Conversation, Values } from './conversation.rules.ts'

/** What is to be sent, not yet held against the schema of its route: gaps and slips are told at their fields. */
type Body = Readonly<Record<string, unknown>>
export type Plan = { kind: 'matter' | 'consultation' | 'message'; body: Body; answer?: string | undefined }

const given = (text: string): string | undefined => text.trim() || undefined

/** Only what was said is sent: an empty field is no answer. */
const withoutGaps = (body: Body): Body =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))

/** Who it is; somebody who wishes to stay unnamed is not named by us (CP-035). */
const personOf = ({ customer, unit, values }: Conversation) => {
  const phone = given(values.phone)
  const known = values.anonymous ? {} : { customerId: customer?.id, customerName: given(values.name) }
  return {
    ...known,
    unitId: unit?.id,
    contactPhone: phone,
    anonymous: values.anonymous,
    contactable: Boolean(phone) || (!values.anonymous && (customer !== undefined || unit !== undefined)),
  }
}

/** CP-080: who may ask for an earlier date than the rule. */
export const ASKS_FOR_A_DATE: readonly Values['channel'][] = ['superior', 'government_hotline']

/** CP-076, CP-115: the post with its times and its points, one a line. */
const postOf = (values: Values) =>
  withoutGaps({
    watchId: values.postWatchId,
    url: given(values.postUrl),
    account: given(values.postAccount),
    postedAt: values.postedAt,
    forwardedAt: values.forwardedAt,
    points: values.postPoints
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  })

const complaintOf = (values: Values) =>
  withoutGaps({
    feeling: values.feeling,
    wish: values.wish,
    claimFen: values.claim,
    persons: values.persons ?? undefined,
    aboutNeighbour: values.aboutNeighbour,
    accusedStaffId: values.accusedStaffId,
    promisedFeedbackAt: values.promisedAt,
    interimAt: values.promisedAt ? values.interimAt : undefined,
    thanked: values.thanked,
    categoryInitial: values.category,
    touchpoint: values.touchpoint,
    senderWants: ASKS_FOR_A_DATE.includes(values.channel) ? values.senderWants : undefined,
    outlet: values.channel === 'press' ? given(values.outlet) : undefined,
    post: values.channel === 'forum' ? postOf(values) : undefined,
  })

/** CP-034: the place of the matter is asked of every complaint; it may be the address, which then need not be typed twice. */
export const placeOf = ({ unit, values }: Conversation): string | undefined =>
  given(values.place) ?? (values.contactType === 'complaint' ? unit?.display : undefined)

const matterBody = (talk: Conversation): Body => {
  const { values } = talk
  const onSite = values.channel === 'on_site'
  return withoutGaps({
    contactType: values.contactType,
    channel: values.channel,
    customerSaid: values.said,
    staffSaw: given(values.saw),
    complaint: values.contactType === 'complaint' ? complaintOf(values) : undefined,
    ...personOf(talk),
    place: placeOf(talk),
    line: values.line,
    urgent: values.urgent,
    noCallbackWish: values.noCallback,
    collectedById: onSite ? values.collectedById : undefined,
    collectedAt: onSite ? values.collectedAt : undefined,
    receivedAt: onSite ? undefined : talk.beganAt,
    fileIds: values.files.map((file) => file.id),
    links: values.link ? [{ kind: 'repeatOf', matterId: values.link.id }] : [],
  })
}

/** An enquiry with nothing beside it is asked and answered in one step (FD-705); with more it is a matter that is answered. */
const isPlainEnquiry = ({ values }: Conversation): boolean =>
  values.channel !== 'on_site' &&
  values.files.length === 0 &&
  values.line === undefined &&
  values.link === undefined &&
  !values.urgent &&
  !values.noCallback &&
  !given(values.saw) &&
  !given(values.place)

const messageBody = ({ customer, beganAt, values }: Conversation): Body =>
  withoutGaps({
    forStaffId: values.forStaffId,
    callerName: given(values.name) ?? customer?.name,
    callerFirm: given(values.firm),
    callerPhone: given(values.phone),
    calledAt: beganAt,
    when: given(values.when),
    who: given(values.who),
    where: given(values.where),
    what: given(values.said),
    why: given(values.why),
    how: given(values.how),
    points: given(values.points),
    complaint: values.isComplaint,
    replyNeeded: values.replyNeeded,
    replyBy: values.replyNeeded ? values.replyBy : undefined,
    customerId: customer?.id,
  })

/** What is sent for a conversation: a matter, a question with its answer, or a message for a colleague. */
export const planOf = (talk: Conversation): Plan => {
  const { values } = talk
  if (values.contactType === 'message') return { kind: 'message', body: messageBody(talk) }
  if (values.contactType !== 'enquiry') return { kind: 'matter', body: matterBody(talk) }
  const answer = given(values.answer)
  if (!isPlainEnquiry(talk)) return { kind: 'matter', body: matterBody(talk), answer }
  return {
    kind: 'consultation',
    body: withoutGaps({
      question: values.said,
      answer,
      source: answer ? (values.source ?? 'ownKnowledge') : undefined,
      promisedAt: answer ? undefined : values.promisedAt,
      channel: values.channel,
      ...personOf(talk),
    }),
  }
}

/** CP-095: is the same matter reported by somebody else? Then it is registered and tied, not noted away. */
export const joinWay = (
  like: { contactType: string; customer: { id: string } | null; unit: { id: string } | null },
  { customer, unit, values }: Conversation,
): 'note' | 'link' => {
  const sameCustomer = customer !== undefined && like.customer?.id === customer.id
  const sameUnit = unit !== undefined && like.unit?.id === unit.id
  if (sameCustomer || sameUnit) return 'note'
  // Whoever complains is counted (CP-095): a note would hide the second complainant.
  return values.contactType === 'complaint' || like.contactType === 'complaint' ? 'link' : 'note'
}
