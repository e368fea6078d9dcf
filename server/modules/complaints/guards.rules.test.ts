import { expect, test } from 'vitest'
import type { CaseFacts, Contact, Post } from './case.store.ts'
import {
  ahead,
  anotherChecks,
  callsBack,
  evidenceThere,
  exemptionHolds,
  explainedEnough,
  isNewProposal,
  mayBeCalled,
  mayConfirmUnreasonable,
  mayHandle,
  missingInFile,
  notAhead,
  offerHasBasis,
  pointsAnswered,
  postMayBeAnswered,
  statisticsComplete,
  subFits,
  voicesAnswered,
  wasTreated,
  weekIsOver,
} from './guards.rules.ts'

const NOW = '2026-11-20T04:00:00.000Z'
const EARLIER = '2026-11-19T04:00:00.000Z'
const LATER = '2026-11-21T04:00:00.000Z'

const CASE: CaseFacts['case'] = {
  estate_id: 'e',
  matter_id: 'm',
  received_on: '2026-11-20',
  channel: 'phone',
  building_id: null,
  touchpoint: null,
  category_initial: null,
  category_final: null,
  secondary_category: null,
  cause: null,
  classified_by: null,
  classified_at: null,
  factor: null,
  factor_sub: null,
  secondary_factors: [],
  ours: null,
  obvious_neglect: false,
  grade: null,
  grade_reason: null,
  improvement_plan: null,
  improvement_done_at: null,
  claim_fen: 0,
  compensation_fen: null,
  compensation_basis: null,
  persons: 1,
  times: 1,
  impact: null,
  counted: null,
  not_counted_reason: null,
  counted_by: null,
  counted_at: null,
  reply_due_at: null,
  first_reply_at: null,
  form_filled_at: null,
  proposal: null,
  responsible_id: null,
  treatment_due_at: null,
  doer_id: null,
  treatment_ended_at: null,
  exemption: null,
  exemption_reason: null,
  quiet_until: null,
  quiet_told_at: null,
  external_body: null,
  major_at: null,
  hot_at: null,
  escalated_at: null,
  head_appeared_at: null,
  unreasonable_by: null,
  unreasonable_at: null,
  expectations: [],
  wording: null,
  wording_by: null,
  wording_at: null,
  company_informed_at: null,
  facts_approved_at: null,
  facts_approved_by: null,
  archived_at: null,
  volume: null,
}
const POST: Post = {
  estate_id: 'e',
  matter_id: 'm',
  watch_id: null,
  url: null,
  account: null,
  posted_at: null,
  forwarded_at: null,
  review_text: null,
  review_asked_at: null,
  reviewed_at: null,
  reviewed_by: null,
  verdict: null,
  verdict_reason: null,
  holding_text: null,
  holding_approved_at: null,
  holding_approved_by: null,
  holding_at: null,
  holding_published_at: null,
}
const CONTACT: Contact = {
  no_callback: false,
  estate_id: 'e',
  id: 'c',
  matter_id: 'm',
  origin_id: null,
  at: NOW,
  channel: 'phone',
  person_key: null,
  unit_id: null,
  customer_id: null,
  name: null,
  phone: null,
  account: null,
  persons: 1,
  anonymous: false,
  contactable: true,
  said: null,
  answered_at: null,
  answered_by: null,
  answer: null,
  answer_words: null,
}

type Made = Partial<Omit<CaseFacts, 'case' | 'done' | 'submitted' | 'reports'>> & {
  case?: Partial<CaseFacts['case']>
  done?: readonly string[]
  submitted?: readonly string[]
}
const facts = ({ case: c, done = [], submitted = [], ...rest }: Made = {}): CaseFacts => ({
  contacts: [],
  post: undefined,
  points: [],
  explainedOn: [],
  board: null,
  handedBackBy: null,
  reports: new Set(submitted),
  ...rest,
  case: { ...CASE, ...c },
  done: new Set(done),
  submitted: new Set(submitted),
})
const subject = (over: { flags?: string[]; anonymous?: boolean; contactable?: boolean; handler_id?: string } = {}) => ({
  flags: [],
  anonymous: false,
  contactable: true,
  handler_id: 'handler',
  ...over,
})
const who = (id: string, ...permissions: string[]) => ({ id, may: (p: string) => permissions.includes(p) })

test('CP-045 T13 T17 the handler or who leads complaints handles one; what quality took over only quality and its handler do', () => {
  expect(mayHandle(who('handler'), subject())).toBeUndefined()
  expect(mayHandle(who('lead', 'complaint.handle'), subject())).toBeUndefined()
  expect(mayHandle(who('passer-by'), subject())).toMatchObject({ code: 'E_NOT_HANDLER' })
  const taken = subject({ flags: ['atQuality'] })
  expect(mayHandle(who('lead', 'complaint.handle'), taken)).toMatchObject({ code: 'E_NOT_HANDLER' })
  expect(mayHandle(who('quality', 'complaint.settle'), taken)).toBeUndefined()
  expect(mayHandle(who('handler'), taken)).toBeUndefined()
})

test('CP-021 T18 work is done only with evidence: words about it, or a file', () => {
  expect(evidenceThere({ files: [] })).toMatchObject({ code: 'E_PHOTO_MISSING', field: 'body.evidence' })
  expect(evidenceThere({ evidence: '', files: [] })).toMatchObject({ code: 'E_PHOTO_MISSING' })
  expect(evidenceThere({ evidence: '照片三张', files: [] })).toBeUndefined()
  expect(evidenceThere({ files: ['photo'] })).toBeUndefined()
})

test('CP-060 T19 who checks is not who did it', () => {
  const done = facts({ case: { doer_id: 'doer' } })
  expect(anotherChecks({ id: 'doer' }, done)).toMatchObject({ code: 'E_SECOND_PERSON' })
  expect(anotherChecks({ id: 'other' }, done)).toBeUndefined()
  expect(anotherChecks({ id: 'doer' }, facts())).toBeUndefined()
})

test('CP-063 CP-066 nobody is called who does not wish it, stays unknown or cannot be reached', () => {
  expect(mayBeCalled(subject())).toBeUndefined()
  expect(mayBeCalled(subject({ flags: ['noCallbackWish'] }))).toMatchObject({ code: 'E_NO_CALLBACK_WISH' })
  expect(mayBeCalled(subject({ anonymous: true }))).toMatchObject({ code: 'E_NO_CONTACT' })
  expect(mayBeCalled(subject({ contactable: false }))).toMatchObject({ code: 'E_NO_CONTACT' })
})

test.each([
  ['E1', {}, { case: { exemption: 'E1' } }],
  ['E2', { anonymous: true }, {}],
  ['E2', { contactable: false }, {}],
  ['E3', { flags: ['sensitive'] }, {}],
  ['E4', {}, { case: { external_body: '街道办', exemption: 'E4' }, done: ['refer', 'externalEnded'] }],
  ['E6', { flags: ['noCallbackWish'] }, {}],
] as const)('CP-120 the exemption %s stands on a fact of the case and is refused without it', (exemption, of, made) => {
  const given = { exemption, reason: '再次联系会激化' }
  const flags = 'flags' in of ? [...of.flags] : []
  expect(exemptionHolds(given, subject({ ...of, flags }), facts(made))).toBeUndefined()
  expect(exemptionHolds(given, subject(), facts())).toMatchObject({ code: 'E_EXEMPTION', field: 'body.exemption' })
})

test('CP-120 the exemption of a sensitive complaint needs a reason', () => {
  const sensitive = subject({ flags: ['sensitive'] })
  expect(exemptionHolds({ exemption: 'E3' }, sensitive, facts())).toMatchObject({
    code: 'E_REASON_MISSING',
    field: 'body.reason',
  })
  expect(exemptionHolds({ exemption: 'E3', reason: '当事人住院' }, sensitive, facts())).toBeUndefined()
})

test('CP-120 T15 no exemption for an outside body when the customer asked to be called', () => {
  const asked = facts({ case: { external_body: '街道办', exemption: null }, done: ['refer', 'externalEnded'] })
  expect(exemptionHolds({ exemption: 'E4' }, subject(), asked)).toMatchObject({ code: 'E_EXEMPTION' })
  // withdrawn while the outside body had it: nobody asked
  const withdrawn = facts({ case: { external_body: '街道办', exemption: null }, done: ['refer', 'withdrawComplaint'] })
  expect(exemptionHolds({ exemption: 'E4' }, subject(), withdrawn)).toBeUndefined()
})

test('CP-012 nothing is closed without its final category; the first guess does not do', () => {
  expect(statisticsComplete(facts({ case: { category_initial: 'C4.2' } }))).toMatchObject({
    code: 'E_CATEGORY_MISSING',
  })
  expect(statisticsComplete(facts({ case: { category_final: 'C4.2' } }))).toBeUndefined()
})

test('CP-123 what several persons or several times were about says its impact before it is closed', () => {
  const classified = { category_final: 'C4.2' }
  for (const many of [
    { persons: 2, times: 2 },
    { persons: 1, times: 2 },
  ]) {
    expect(statisticsComplete(facts({ case: { ...classified, ...many } }))).toMatchObject({
      code: 'E_IMPACT_MISSING',
    })
    expect(statisticsComplete(facts({ case: { ...classified, ...many, impact: '影响整栋楼' } }))).toBeUndefined()
  }
})

test('CP-097 CP-118 T6 every voice that can be reached has had its own answer, and nobody is left dissatisfied', () => {
  const voice = (id: string, over: Partial<Contact>) => ({ ...CONTACT, id, origin_id: id, ...over })
  const own = { ...CONTACT, origin_id: 'm' }
  const asked = (...contacts: Contact[]) => voicesAnswered(facts({ contacts: [own, ...contacts] }), 'm')
  expect(asked()).toBeUndefined()
  expect(
    asked(voice('a', {}), voice('b', { answer: 'notSatisfied' }), voice('c', { answer: 'satisfied' })),
  ).toMatchObject({ code: 'E_VOICES_OPEN', details: { silent: 1, unhappy: 1 } })
  expect(
    asked(voice('a', { answer: 'satisfied' }), voice('b', { answer: 'unreachable' }), voice('c', { answer: 'noWish' })),
  ).toBeUndefined()
  for (const nobody of [{ contactable: false }, { anonymous: true }, { no_callback: true }])
    expect(asked(voice('a', nobody))).toBeUndefined()
  expect(asked({ ...CONTACT, id: 'told', origin_id: null })).toMatchObject({ code: 'E_VOICES_OPEN' })
})

test('CP-120a the lead calls back, quality for what it took over, the company for what was made to it and it was told of', () => {
  const lead = who('lead', 'complaint.callback', 'complaint.handle')
  const quality = who('quality', 'complaint.settle')
  const company = who('leader', 'complaint.company')
  expect(callsBack(lead, { flags: [] }, facts())).toBeUndefined()
  const taken = { flags: ['atQuality'] }
  expect(callsBack(lead, taken, facts())).toMatchObject({ code: 'E_NOT_HANDLER' })
  expect(callsBack(quality, taken, facts())).toBeUndefined()
  const fromAbove = { flags: ['companyLevel'] }
  const informed = facts({ case: { company_informed_at: NOW } })
  expect(callsBack(company, fromAbove, facts())).toMatchObject({ code: 'E_COMPANY_NOT_INFORMED' })
  expect(callsBack(company, fromAbove, informed)).toBeUndefined()
  expect(callsBack(lead, fromAbove, informed)).toMatchObject({ code: 'E_NOT_HANDLER' })
  // of both, the company
  expect(callsBack(quality, { flags: ['companyLevel', 'atQuality'] }, informed)).toMatchObject({
    code: 'E_NOT_HANDLER',
  })
})

test('CP-062 T27 an unreasonable demand is proposed by one, confirmed by another, and only after an answer', () => {
  const proposed = { unreasonable_by: 'lead', unreasonable_at: EARLIER, first_reply_at: EARLIER }
  expect(mayConfirmUnreasonable({ id: 'head' }, facts())).toMatchObject({ code: 'E_NOT_PROPOSED' })
  expect(mayConfirmUnreasonable({ id: 'lead' }, facts({ case: proposed }))).toMatchObject({ code: 'E_SECOND_PERSON' })
  expect(mayConfirmUnreasonable({ id: 'head' }, facts({ case: { ...proposed, first_reply_at: null } }))).toMatchObject({
    code: 'E_FEEDBACK_MISSING',
  })
  expect(mayConfirmUnreasonable({ id: 'head' }, facts({ case: proposed }))).toBeUndefined()
})

test('CP-061 CP-062 T28 it ends only when it is unreasonable and was explained on enough different days', () => {
  const unreasonable = { flags: ['unreasonable'] }
  const twice = facts({ explainedOn: ['2026-11-18', '2026-11-19'] })
  expect(explainedEnough({ flags: [] }, twice, 2)).toMatchObject({ code: 'E_EXEMPTION' })
  expect(explainedEnough(unreasonable, facts({ explainedOn: ['2026-11-19'] }), 2)).toMatchObject({
    code: 'E_EXPLAIN_MORE',
    details: { done: 1, needed: 2 },
  })
  expect(explainedEnough(unreasonable, twice, 2)).toBeUndefined()
  expect(explainedEnough(unreasonable, twice, 3)).toMatchObject({ code: 'E_EXPLAIN_MORE' })
})

test('CP-061 T12 the same words are no new proposal, unless there are new grounds', () => {
  const before = facts({ case: { proposal: '更换保洁员' } })
  expect(isNewProposal({ measure: ' 更换保洁员 ' }, before)).toMatchObject({
    code: 'E_SAME_PROPOSAL',
    field: 'body.measure',
  })
  expect(isNewProposal({ measure: '更换保洁员并减免一月' }, before)).toBeUndefined()
  expect(isNewProposal({ measure: '更换保洁员', newGrounds: '合同第十二条' }, before)).toBeUndefined()
})

test('CP-025 an offer of money stands on a basis; no offer needs none', () => {
  expect(offerHasBasis({ compensationFen: 1 })).toMatchObject({ code: 'E_REASON_MISSING', field: 'body.basis' })
  expect(offerHasBasis({ compensationFen: 0 })).toMatchObject({ code: 'E_REASON_MISSING' })
  expect(offerHasBasis({ compensationFen: 20_000, basis: '合同第十二条' })).toBeUndefined()
  expect(offerHasBasis({})).toBeUndefined()
})

test('CP-022 dates that lie ahead lie after now, what was done or said is not of tomorrow', () => {
  expect(ahead(LATER, NOW, 'nextAt')).toBeUndefined()
  for (const at of [NOW, EARLIER])
    expect(ahead(at, NOW, 'nextAt')).toMatchObject({ code: 'E_TIME_PAST', field: 'body.nextAt' })
  for (const at of [NOW, EARLIER]) expect(notAhead(at, NOW, 'metAt')).toBeUndefined()
  expect(notAhead(LATER, NOW, 'metAt')).toMatchObject({ code: 'E_TIME_FUTURE', field: 'body.metAt' })
})

const answered = [{ id: 'p1', no: 1, text: '楼道脏', answer: '每天清扫', origin_id: null }]
const onLine = { flags: ['online'] }
const approved = { facts_approved_at: NOW }

test('CP-111 an answer on line waits for facts and measures that the head approved; other answers do not', () => {
  expect(postMayBeAnswered({ reply: '已安排' }, { flags: [] }, facts())).toBeUndefined()
  expect(postMayBeAnswered({ reply: '已安排' }, onLine, facts({ points: answered }))).toMatchObject({
    code: 'E_FACTS_NOT_APPROVED',
  })
  expect(postMayBeAnswered({ reply: '已安排' }, onLine, facts({ points: answered, case: approved }))).toBeUndefined()
})

test('CP-078 CP-115 every point of the post is answered, and a post without points has not been read', () => {
  const points = [...answered, { id: 'p2', no: 2, text: '没人管', answer: null, origin_id: null }]
  expect(postMayBeAnswered({ reply: '已安排' }, onLine, facts({ points, case: approved }))).toMatchObject({
    code: 'E_POINTS_OPEN',
    details: { open: [2] },
  })
  expect(postMayBeAnswered({ reply: '已安排' }, onLine, facts({ case: approved }))).toMatchObject({
    code: 'E_POINTS_OPEN',
  })
  expect(postMayBeAnswered({}, onLine, facts({ points: answered, case: approved }))).toMatchObject({
    code: 'E_INPUT',
    field: 'body.reply',
  })
})

test('CP-115 CP-124 points that a merged post brought are answered before the reply, also where the answer is not on line', () => {
  const brought = [{ id: 'p3', no: 1, text: '垃圾没清', answer: null, origin_id: 'm9' }]
  for (const subject of [{ flags: [] }, { flags: ['hot'] }])
    expect(postMayBeAnswered({}, subject, facts({ points: brought }))).toMatchObject({
      code: 'E_POINTS_OPEN',
      details: { open: [1] },
    })
  expect(pointsAnswered(facts({ points: brought }))).toMatchObject({ code: 'E_POINTS_OPEN' })
  expect(pointsAnswered(facts({ points: answered }))).toBeUndefined()
  expect(pointsAnswered(facts())).toBeUndefined()
})

test('CP-112 what many will read is published as quality approved it, and not before', () => {
  const wide = { flags: ['online', 'wideImpact'] }
  const reviewed = (verdict: string | null, review_text = '已安排补扫') =>
    facts({ points: answered, case: approved, post: { ...POST, verdict, review_text } })
  const reply = { reply: '已安排补扫' }
  expect(postMayBeAnswered(reply, wide, facts({ points: answered, case: approved }))).toMatchObject({
    code: 'E_REVIEW_MISSING',
  })
  for (const verdict of [null, 'objected'])
    expect(postMayBeAnswered(reply, wide, reviewed(verdict))).toMatchObject({ code: 'E_REVIEW_MISSING' })
  expect(postMayBeAnswered(reply, wide, reviewed('approved', '别的话'))).toMatchObject({
    code: 'E_REVIEW_MISSING',
    field: 'body.reply',
  })
  expect(postMayBeAnswered({ reply: ' 已安排补扫 ' }, wide, reviewed('approved'))).toBeUndefined()
})

const FILE: Made = {
  case: { category_final: 'C4.2', cause: '排班漏了五栋', counted: true },
  done: ['dispatch', 'acceptCase', 'reply', 'agree', 'finishWork', 'pass', 'callBack'],
}
const missing = (over: Made = {}, of = subject()) =>
  missingInFile(of, facts({ ...FILE, ...over, case: { ...FILE.case, ...over.case } }))
const without = (...verbs: string[]) => ({ done: (FILE.done ?? []).filter((verb) => !verbs.includes(verb)) })

test.each([
  ['category', { case: { category_final: null } }],
  ['counted', { case: { counted: null } }],
  ['callback', without('callBack')],
  ['impact', { case: { persons: 5, times: 6 } }],
  ['investigation', { case: { cause: null } }],
  ['proposal', without('reply')],
  ['agreement', without('agree')],
  ['evidence', without('finishWork')],
  ['verification', without('pass')],
  ['referral', { case: { external_body: '街道办' } }],
] as const satisfies readonly (readonly [string, Made])[])(
  'CP-150 a file without %s is not complete, and says so',
  (part, over) => {
    expect(missing()).toEqual([])
    expect(missing(over)).toEqual([part])
  },
)

test('CP-102 CP-152 the file of a major complaint, also of one that is still suspected, holds its two reports', () => {
  for (const flag of ['major', 'majorSuspected']) {
    const of = subject({ flags: [flag] })
    expect(missing({}, of), flag).toEqual(['majorFirst', 'majorTopic'])
    expect(missing({ submitted: ['majorFirst', 'majorTopic'] }, of), flag).toEqual([])
  }
})

test('CP-100 CP-101 the file of a hot complaint holds its two reports', () => {
  const of = subject({ flags: ['hot'] })
  expect(missing({ submitted: ['hotFirst'] }, of)).toEqual(['hotTopic'])
  expect(missing({ submitted: ['hotFirst', 'hotTopic'] }, of)).toEqual([])
})

test('CP-150 what was solved on the spot or withdrawn lacks nothing that never was; what a decision about exemption says stands for the callback', () => {
  const bare = { case: { category_final: 'C4.2', counted: false, exemption: 'E1' } }
  expect(missing({ ...bare, done: ['solveOnSpot', 'closeQuiet'] })).toEqual([])
  expect(missing({ ...bare, done: ['solveOnSpot', 'raisedAgain', 'acceptCase', 'closeQuiet'] })).toContain('evidence')
  expect(missing({ case: { ...bare.case, exemption: 'E3' }, done: ['withdrawComplaint', 'passExempt'] })).toEqual([])
})

test('CP-060 CP-120b T25 a week that is not over, or has begun anew, closes nothing', () => {
  const until = (quiet_until: string | null) => weekIsOver(facts({ case: { quiet_until } }), NOW)
  expect(until(NOW)).toBeUndefined()
  expect(until(EARLIER)).toBeUndefined()
  expect(until('2026-11-20T04:00:00.001Z')).toMatchObject({ code: 'E_TIME_RANGE' })
  expect(until(null)).toMatchObject({ code: 'E_TIME_RANGE' })
})

test('CP-021 T32 nothing passes its check before it was treated', () => {
  expect(wasTreated(facts())).toMatchObject({ code: 'E_NOT_TREATED' })
  expect(wasTreated(facts({ case: { treatment_ended_at: EARLIER } }))).toBeUndefined()
})

test('CP-133 a sub-factor belongs to its factor; method and environment have none', () => {
  expect(subFits('man', 'attitude')).toBe(true)
  expect(subFits('machine', 'attitude')).toBe(false)
  expect(subFits('method', 'economy')).toBe(false)
})
