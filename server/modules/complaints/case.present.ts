import { ComplaintCase, type ComplaintVoice } from '#contract/complaint-case.ts'
import { maskPhone } from '#platform/privacy/mask.ts'
import type { CaseFacts, Contact } from './case.store.ts'
import type { CaseNames, ReportLine } from './case-view.store.ts'

const Expectations = ComplaintCase.shape.expectations

const voiceOf = (c: Contact, matterId: string, names: CaseNames): ComplaintVoice => ({
  id: c.id,
  origin: c.origin_id ? { id: c.origin_id, number: names.origins.get(c.origin_id) ?? '' } : null,
  at: c.at,
  channel: c.channel,
  name: c.name,
  phone: maskPhone(c.phone),
  unit: c.unit_id ? (names.units.get(c.unit_id) ?? null) : null,
  persons: c.persons,
  anonymous: c.anonymous,
  contactable: c.contactable,
  noCallback: c.no_callback,
  said: c.said,
  answer: c.answer as ComplaintVoice['answer'],
  answerWords: c.answer_words,
  answeredAt: c.answered_at,
  own: c.origin_id === matterId,
})

/** A case as a person may read it; telephones masked (CP-153). */
export const presentCase = (
  matterId: string,
  facts: CaseFacts,
  names: CaseNames,
  reports: readonly ReportLine[],
  judged: Pick<ComplaintCase, 'oneHousehold' | 'replyNotPossible' | 'missing' | 'topics'>,
): ComplaintCase => {
  const { case: c, post } = facts
  const person = (id: string | null) => (id ? { id, name: names.people.get(id) ?? '' } : null)
  const unreasonable = person(c.unreasonable_by)
  return {
    receivedOn: c.received_on,
    categoryInitial: c.category_initial,
    categoryFinal: c.category_final,
    secondaryCategory: c.secondary_category,
    cause: c.cause,
    classifiedBy: person(c.classified_by),
    classifiedAt: c.classified_at,
    factor: c.factor as ComplaintCase['factor'],
    factorSub: c.factor_sub,
    secondaryFactors: c.secondary_factors,
    ours: c.ours,
    obviousNeglect: c.obvious_neglect,
    grade: c.grade as ComplaintCase['grade'],
    gradeReason: c.grade_reason,
    improvementPlan: c.improvement_plan,
    improvementDoneAt: c.improvement_done_at,
    touchpoint: c.touchpoint,
    claimFen: c.claim_fen,
    compensationFen: c.compensation_fen,
    compensationBasis: c.compensation_basis,
    persons: c.persons,
    times: c.times,
    oneHousehold: judged.oneHousehold,
    impact: c.impact,
    counted: c.counted,
    notCountedReason: c.not_counted_reason,
    replyDueAt: c.reply_due_at,
    firstReplyAt: c.first_reply_at,
    replyNotPossible: judged.replyNotPossible,
    board: facts.board,
    proposal: c.proposal,
    responsible: person(c.responsible_id),
    treatmentDueAt: c.treatment_due_at,
    treatmentEndedAt: c.treatment_ended_at,
    exemption: c.exemption,
    exemptionReason: c.exemption_reason,
    quietUntil: c.quiet_until,
    externalBody: c.external_body,
    majorAt: c.major_at,
    hotAt: c.hot_at,
    headAppearedAt: c.head_appeared_at,
    unreasonableProposed: unreasonable && c.unreasonable_at ? { by: unreasonable, at: c.unreasonable_at } : null,
    explainedOn: [...facts.explainedOn],
    expectations: Expectations.parse(c.expectations),
    wording: c.wording,
    wordingBy: person(c.wording_by),
    wordingAt: c.wording_at,
    topics: judged.topics,
    factsApprovedAt: c.facts_approved_at,
    companyInformedAt: c.company_informed_at,
    archivedAt: c.archived_at,
    volume: c.volume as ComplaintCase['volume'],
    missing: judged.missing,
    voices: facts.contacts.map((contact) => voiceOf(contact, matterId, names)),
    post: post
      ? {
          url: post.url,
          account: post.account,
          watchId: post.watch_id,
          watch: names.watch,
          postedAt: post.posted_at,
          forwardedAt: post.forwarded_at,
          reviewText: post.review_text,
          reviewAskedAt: post.review_asked_at,
          verdict: post.verdict as 'approved' | 'objected' | null,
          verdictReason: post.verdict_reason,
          holdingText: post.holding_text,
          holdingApprovedAt: post.holding_approved_at,
          holdingAt: post.holding_at,
          holdingPublishedAt: post.holding_published_at,
        }
      : null,
    points: facts.points.map(({ origin_id, ...point }) => ({
      ...point,
      origin: origin_id === null ? null : { id: origin_id, number: names.origins.get(origin_id) ?? '' },
    })),
    reports: reports.map((r) => ({
      id: r.id,
      kind: r.kind,
      state: r.state,
      dueAt: r.due_at,
      submittedAt: r.submitted_at,
      voidedInto: r.void_into_id === null ? null : { id: r.void_into_id, number: r.into_number ?? '' },
    })),
  }
}
