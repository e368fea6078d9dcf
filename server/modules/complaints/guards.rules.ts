import { type CauseFactor, SUBS_OF } from '#contract/complaint-categories.ts'
import type { EXEMPTIONS } from '#contract/kinds/complaint-needs.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import type { Matter } from '#modules/matters/index.ts'
import type { CaseFacts } from './case.store.ts'
import { planIsOpen } from './improvement.rules.ts'

type Exemption = (typeof EXEMPTIONS)[number]
type Case = CaseFacts['case']
type Subject = Pick<Matter, 'flags' | 'anonymous' | 'contactable' | 'handler_id'>
type Who = { id: Uuid; may: (permission: 'complaint.handle' | 'complaint.settle' | 'complaint.company') => boolean }

/** The handler, or who leads complaints here; what quality has taken over only quality moves on (T13, T17). */
export const mayHandle = (who: Who, subject: Subject): Refusal | undefined => {
  if (subject.flags.includes('atQuality')) {
    return who.id === subject.handler_id || who.may('complaint.settle') ? undefined : refuse('E_NOT_HANDLER')
  }
  return who.id === subject.handler_id || who.may('complaint.handle') ? undefined : refuse('E_NOT_HANDLER')
}

/** T8: what somebody handed back goes to another; later it may come to them again. */
export const isAnother = (
  handlerId: Uuid,
  subject: Pick<Matter, 'handler_id'>,
  { handedBackBy }: Pick<CaseFacts, 'handedBackBy'>,
): Refusal | undefined =>
  subject.handler_id === null && handlerId === handedBackBy
    ? refuse('E_INPUT', { field: 'body.handlerId', details: { code: 'handed_back' } })
    : undefined

/** CP-133: a sub-factor belongs to its factor; method and environment have none. */
export const subFits = (factor: CauseFactor, sub: string): boolean => SUBS_OF[factor].some((known) => known === sub)

/** T18: a photo, an order's number or a signature; words about it are the least. */
export const evidenceThere = (input: { evidence?: string | undefined; files: readonly Uuid[] }): Refusal | undefined =>
  input.evidence || input.files.length > 0 ? undefined : refuse('E_PHOTO_MISSING', { field: 'body.evidence' })

/** T19, SD-12: who checks is not who did it. */
export const anotherChecks = (who: { id: Uuid }, facts: CaseFacts): Refusal | undefined =>
  facts.case.doer_id === who.id ? refuse('E_SECOND_PERSON') : undefined

/** CP-120: each exemption stands on a fact of the case; E3 and E6 besides on words. */
export const exemptionHolds = (
  input: { exemption: Exemption; reason?: string | undefined },
  subject: Subject,
  facts: CaseFacts,
): Refusal | undefined => {
  const holds: Record<Exemption, boolean> = {
    // solved on the spot is said there and then (T2), not found afterwards
    E1: facts.case.exemption === 'E1',
    E2: subject.anonymous || !subject.contactable,
    E3: subject.flags.includes('sensitive'),
    // T15: not when the customer asked to be called, or the outside body's part is of an earlier round
    E4: facts.case.external_body !== null && (facts.case.exemption === 'E4' || !facts.done.has('externalEnded')),
    E6: subject.flags.includes('noCallbackWish'),
  }
  if (!holds[input.exemption]) return refuse('E_EXEMPTION', { field: 'body.exemption' })
  return input.exemption === 'E3' && !input.reason ? refuse('E_REASON_MISSING', { field: 'body.reason' }) : undefined
}

/** CP-012, CP-123: nothing is closed before its cause is known and its voices are told of. */
export const statisticsComplete = ({ case: c }: { case: Case }): Refusal | undefined => {
  if (c.category_final === null) return refuse('E_CATEGORY_MISSING')
  return (c.persons > 1 || c.times > 1) && !c.impact ? refuse('E_IMPACT_MISSING') : undefined
}

/** CP-063, CP-066: whom nobody can or may call; the same for a complaint and for each voice in it. */
const notToBeCalled = (person: {
  no_callback: boolean
  anonymous: boolean
  contactable: boolean
}): Refusal | undefined => {
  if (person.no_callback) return refuse('E_NO_CALLBACK_WISH')
  return person.anonymous || !person.contactable ? refuse('E_NO_CONTACT') : undefined
}

/** T19: nobody is called who cannot be, or does not wish to be. */
export const mayBeCalled = (subject: Subject): Refusal | undefined =>
  notToBeCalled({ ...subject, no_callback: subject.flags.includes('noCallbackWish') })

/** T6: a voice of a merged complaint is answered by itself; E_NOT_FOUND for the complaint's own and for no voice of it. */
export const voiceMayBeCalled = (contactId: Uuid, facts: CaseFacts, matterId: Uuid): Refusal | undefined => {
  const voice = facts.contacts.find((c) => c.id === contactId && c.origin_id !== matterId)
  return voice ? notToBeCalled(voice) : refuse('E_NOT_FOUND', { field: 'body.contactId' })
}

/** T6: everybody whose complaint was merged and who may be called has had their own answer; nobody of them is left dissatisfied. */
export const voicesAnswered = (facts: CaseFacts, matterId: Uuid): Refusal | undefined => {
  const others = facts.contacts.filter((c) => c.origin_id !== matterId && !notToBeCalled(c))
  const silent = others.filter((c) => c.answer === null).length
  const unhappy = others.filter((c) => c.answer === 'notSatisfied').length
  return silent + unhappy > 0 ? refuse('E_VOICES_OPEN', { details: { silent, unhappy } }) : undefined
}

/** T25: the week is over, also when it began anew while somebody looked. */
export const weekIsOver = ({ case: c }: { case: Case }, now: Instant): Refusal | undefined =>
  c.quiet_until === null || c.quiet_until > now
    ? refuse('E_TIME_RANGE', { details: { until: c.quiet_until } })
    : undefined

/** T32: what was withdrawn is treated all the same where it touches safety or many; there is nothing to check before. */
export const wasTreated = ({ case: c }: { case: Case }): Refusal | undefined =>
  c.treatment_ended_at === null ? refuse('E_NOT_TREATED') : undefined

/** CP-120a: quality calls for what it took over, the company for what was made to it, after it knows what was done. */
export const callsBack = (who: Who, subject: Pick<Matter, 'flags'>, facts: CaseFacts): Refusal | undefined => {
  if (subject.flags.includes('companyLevel')) {
    if (facts.case.company_informed_at === null) return refuse('E_COMPANY_NOT_INFORMED')
    return who.may('complaint.company') ? undefined : refuse('E_NOT_HANDLER')
  }
  if (!subject.flags.includes('atQuality')) return undefined
  return who.may('complaint.settle') ? undefined : refuse('E_NOT_HANDLER')
}

/** CP-060, T27: proposed by one, confirmed by another, and the customer has had an answer like everybody else (CP-062). */
export const mayConfirmUnreasonable = (who: { id: Uuid }, facts: CaseFacts): Refusal | undefined => {
  if (facts.case.unreasonable_by === null) return refuse('E_NOT_PROPOSED')
  if (facts.case.unreasonable_by === who.id) return refuse('E_SECOND_PERSON')
  return facts.case.first_reply_at === null ? refuse('E_FEEDBACK_MISSING') : undefined
}

/** T28: only an unreasonable demand, explained on enough different days. */
export const explainedEnough = (
  subject: Pick<Matter, 'flags'>,
  facts: CaseFacts,
  needed: number,
): Refusal | undefined => {
  if (!subject.flags.includes('unreasonable')) return refuse('E_EXEMPTION')
  const done = facts.explainedOn.length
  return done < needed ? refuse('E_EXPLAIN_MORE', { details: { done, needed } }) : undefined
}

/** T12: the same words again are no new proposal. */
export const isNewProposal = (
  input: { measure: string; newGrounds?: string | undefined },
  facts: CaseFacts,
): Refusal | undefined =>
  input.newGrounds || input.measure.trim() !== (facts.case.proposal ?? '').trim()
    ? undefined
    : refuse('E_SAME_PROPOSAL', { field: 'body.measure' })

/** CP-025: no offer of money without the ground it stands on. */
export const offerHasBasis = (input: {
  compensationFen?: number | undefined
  basis?: string | undefined
}): Refusal | undefined =>
  input.compensationFen !== undefined && !input.basis ? refuse('E_REASON_MISSING', { field: 'body.basis' }) : undefined

/** Dates that lie ahead: the next talk, the next news, the end of the work. */
export const ahead = (at: Instant, now: Instant, field: string): Refusal | undefined =>
  at <= now ? refuse('E_TIME_PAST', { field: `body.${field}`, details: { now } }) : undefined

/** Things that were done or said: never later than now. */
export const notAhead = (at: Instant, now: Instant, field: string): Refusal | undefined =>
  at > now ? refuse('E_TIME_FUTURE', { field: `body.${field}`, details: { now } }) : undefined

/** CP-115, CP-124: every point is answered before the answer goes out or the complaint ends, also those that a merged post brought. */
export const pointsAnswered = ({ points }: Pick<CaseFacts, 'points'>): Refusal | undefined => {
  const open = points.filter((p) => p.answer === null)
  return open.length > 0 ? refuse('E_POINTS_OPEN', { details: { open: open.map((p) => p.no) } }) : undefined
}

/** CP-111 to CP-115: an online answer goes out with approved facts, every point answered, and quality's word where many will read it. */
export const postMayBeAnswered = (
  input: { reply?: string | undefined },
  subject: Pick<Matter, 'flags'>,
  facts: CaseFacts,
): Refusal | undefined => {
  if (!subject.flags.includes('online')) return pointsAnswered(facts)
  if (facts.case.facts_approved_at === null) return refuse('E_FACTS_NOT_APPROVED')
  if (facts.points.length === 0) return refuse('E_POINTS_OPEN', { details: { open: [] } })
  const open = pointsAnswered(facts)
  if (open) return open
  if (!input.reply) return refuse('E_INPUT', { field: 'body.reply' })
  if (!subject.flags.includes('wideImpact')) return undefined
  if (facts.post?.verdict !== 'approved') return refuse('E_REVIEW_MISSING')
  return facts.post.review_text?.trim() === input.reply.trim()
    ? undefined
    : refuse('E_REVIEW_MISSING', { field: 'body.reply' })
}

/** CP-150: what is still wanting before a file is complete. */
export const missingInFile = (
  subject: Pick<Matter, 'flags' | 'anonymous' | 'contactable'>,
  facts: CaseFacts,
): string[] => {
  const { case: c, done, submitted } = facts
  const has = (...verbs: string[]) => verbs.some((verb) => done.has(verb))
  const onSpot = c.exemption === 'E1' && has('solveOnSpot') && !has('acceptCase')
  const withdrawn = has('withdrawComplaint')
  const wanted: [string, boolean][] = [
    ['category', c.category_final !== null],
    ['counted', c.counted !== null],
    ['callback', has('callBack') || c.exemption !== null],
    ['impact', (c.persons === 1 && c.times === 1) || c.impact !== null],
  ]
  if (!onSpot && !withdrawn)
    wanted.push(
      ['investigation', has('lookOnSite') || c.cause !== null],
      ['proposal', has('reply', 'replyInterim', 'refer', 'settle', 'settleDone') || !subject.contactable],
      ['agreement', has('agree', 'endExplained', 'externalEnded', 'settle', 'settleDone') || !subject.contactable],
      ['evidence', has('finishWork', 'settleDone', 'externalEnded', 'endExplained')],
      ['verification', has('pass', 'passExempt', 'endExplained')],
    )
  if (planIsOpen(c)) wanted.push(['improvement', false])
  if (c.external_body !== null) wanted.push(['referral', has('refer')])
  // CP-093: also while it is only suspected the reports are owed
  if (['major', 'majorSuspected'].some((flag) => subject.flags.includes(flag)))
    wanted.push(['majorFirst', submitted.has('majorFirst')], ['majorTopic', submitted.has('majorTopic')])
  if (subject.flags.includes('hot'))
    wanted.push(['hotFirst', submitted.has('hotFirst')], ['hotTopic', submitted.has('hotTopic')])
  return wanted.filter(([, there]) => !there).map(([name]) => name)
}
