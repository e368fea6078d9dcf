import { z } from 'zod'
import { CAUSE_FACTORS, CAUSE_SUBS, CategoryCode, SubCode, Touchpoint } from '../complaint-categories.ts'
import { Fen, InstantInput, optionalText, text, Uuid } from '../values.ts'

const staff = Uuid.meta({ widget: 'staff' })
const lead = Uuid.meta({ widget: 'staff', role: 'csLead' })
const files = z.array(Uuid).max(20).default([]).meta({ widget: 'photos' })
/** How a customer was reached or gave a word. */
const way = z.enum(['inPerson', 'phone', 'message', 'letter', 'post'])
/** CP-074, KN-205: said in the customer's own call, or they agreed to be called at this hour. */
const callAgreed = z.boolean().default(false)

/** CP-120: why nobody calls back; the numbers are those of the handbook's list. E7 is found by the tries, never chosen. */
export const EXEMPTIONS = ['E1', 'E2', 'E3', 'E4', 'E6'] as const
/** CP-121: the only reasons for not counting what was received. */
const NOT_COUNTED = ['notComplaint', 'duplicateEntry', 'wrongCentre', 'test'] as const
const SATISFIED = ['satisfied', 'neutral'] as const
/** FD-790: a defect of our own service, or one that we cannot mend for the moment. */
export const GRADES = ['valid', 'toImprove'] as const
/** CP-152: major complaints lie apart in the archive. */
export const VOLUMES = ['ordinary', 'major'] as const
/** What somebody says about a complaint beside its state; the program sets the others (major, hot, online …). */
const MARKS = ['sensitive', 'headMustAppear', 'wideImpact', 'developerLegacy', 'important'] as const

/** CP-078: what makes words a reply: what we found or do, the measure, who answers for it, and the next date. */
const replyContent = {
  found: text(2000),
  measure: text(2000),
  responsibleId: staff,
  nextAt: InstantInput,
  way,
  callAgreed,
  /** The words that reach the customer; without them the four parts above are what is said. */
  reply: optionalText(4000),
}
/** CP-025: an offer of compensation stands on a basis. */
const compensation = { compensationFen: Fen.optional(), basis: optionalText(500) }
const promised = {
  promisedFeedbackAt: InstantInput.optional(),
  /** CP-042: an interim reply before the deadline; with it the promise may lie after. */
  interimAt: InstantInput.optional(),
}

/** What each arrow of a complaint asks for (complaints.md section 6). */
export const complaintNeeds = {
  solveOnSpot: z.object({ measure: text(2000), customerWord: text(500), satisfaction: z.enum(SATISFIED), way }),
  forward: z.object({ leadId: lead, ...promised, note: optionalText(500) }),
  dispatch: z.object({ handlerId: staff, leadId: lead, ...promised, note: optionalText(500) }),
  takeFromAbove: z.object({ handlerId: Uuid }),
  notComplaint: z.object({
    reason: text(500),
    becomes: z.enum(['service', 'enquiry', 'suggestion', 'praise', 'nothing']).default('nothing'),
  }),
  acceptCase: z.object({ specialistId: staff.optional(), note: optionalText(500) }),
  handBack: z.object({ reason: text(500) }),
  reassign: z.object({ handlerId: staff, reason: text(500) }),
  lookOnSite: z.object({ lookedAt: InstantInput, byId: staff, place: text(200), findings: text(4000), files }),
  guessCategory: z.object({ code: SubCode }),
  setCategory: z.object({
    code: SubCode,
    secondary: CategoryCode.optional(),
    cause: text(1000).min(10),
    factor: z.enum(CAUSE_FACTORS),
    factorSub: z.enum(CAUSE_SUBS).optional(),
    secondaryFactors: z
      .array(z.enum(CAUSE_FACTORS).meta({ words: 'factor' }))
      .max(4)
      .default([]),
    /** CP-093: left out, it is not yet known; what was found before stands. */
    ours: z.boolean().optional().meta({ widget: 'threeWay' }),
    obviousNeglect: z.boolean().default(false),
    /** What nobody knew at the intake; left out, it stays as it is. */
    touchpoint: Touchpoint.optional(),
  }),
  /** FD-790: what cannot be solved for now has a plan. */
  grade: z.object({ grade: z.enum(GRADES), reason: text(500), improvementPlan: optionalText(2000) }),
  tellImprovement: z.object({ text: text(1000), way, callAgreed, carriedOut: z.boolean().default(false) }),
  fillHandlingForm: z.object({ responsibleId: staff, measures: text(2000), feedback: text(2000) }),
  replyInterim: z.object(replyContent),
  reply: z.object({ ...replyContent, measureDueAt: InstantInput, ...compensation }),
  agree: z.object({ agreedBy: text(100), way, agreedAt: InstantInput.optional(), treatmentDueAt: InstantInput }),
  refuse: z.object({ reason: text(1000), nextTalkAt: InstantInput }),
  proposeAgain: z.object({ ...replyContent, newGrounds: optionalText(1000), ...compensation }),
  /** KN-011: what the customer expects, most important first; what is possible of it, and what was agreed. */
  rankExpectations: z.object({
    expectations: z
      .array(
        z.object({ text: text(300), possible: z.enum(['yes', 'partly', 'no']), agreed: z.boolean().default(false) }),
      )
      .min(1)
      .max(12),
  }),
  progress: z.object({ text: text(1000), way, callAgreed }),
  /** CP-063: the answer to somebody who left no way to be reached, where everybody reads it. */
  answerOnBoard: z.object({
    commonInterest: z.literal(true),
    found: text(2000),
    measure: text(2000),
    responsibleId: staff,
    nextAt: InstantInput,
    reply: optionalText(4000),
    noticePlace: text(200),
    hungAt: InstantInput,
  }),
  agreeWording: z.object({ wording: text(2000) }),
  escalateToQuality: z.object({ effort: text(2000), qualityId: Uuid.meta({ widget: 'staff', role: 'qualityDept' }) }),
  refer: z.object({
    body: text(200),
    letter: text(4000),
    reference: optionalText(100),
    sentAt: InstantInput,
    /** CP-050: what residents read on the board meanwhile, and where it hangs. */
    notice: text(1000),
    noticePlace: text(200),
    files,
  }),
  externalEnded: z.object({
    outcome: z.enum(['finished', 'refused', 'answered']),
    result: text(2000),
    toldCustomer: text(1000),
    wantsCallback: z.boolean().default(false),
  }),
  isOurs: z.object({ finding: text(1000) }),
  settle: z.object({ treatment: text(2000), treatmentDueAt: InstantInput }),
  settleDone: z.object({ treatment: text(2000), evidence: text(1000), files }),
  finishWork: z.object({ result: text(2000), evidence: optionalText(1000), files }),
  pass: z.object({ checked: text(1000) }),
  passExempt: z.object({ checked: text(1000), exemption: z.enum(EXEMPTIONS), reason: optionalText(500) }),
  waiveCallback: z.object({ exemption: z.enum(['E2', 'E3', 'E6']), reason: optionalText(500) }),
  fail: z.object({ reason: text(1000) }),
  informCompany: z.object({ text: text(2000), companyId: staff }),
  /** CP-118: what the customer says of the reception, the measures and the result; the forms of CP-119. */
  callBack: z.object({
    satisfaction: z.enum(SATISFIED),
    how: z.enum(['phone', 'inPerson', 'message', 'onSite', 'homeVisit', 'replyPost', 'questionnaire']).default('phone'),
    onReception: text(500),
    onMeasures: text(500),
    onResult: text(500),
    words: optionalText(1000),
  }),
  callBackVoice: z.object({
    contactId: Uuid,
    outcome: z.enum(['satisfied', 'neutral', 'notSatisfied', 'unreachable', 'noWish']),
    words: optionalText(1000),
  }),
  notSatisfied: z.object({ missing: text(1000) }),
  unreachable: z.object({ note: optionalText(500) }),
  raisedAgain: z.object({ said: text(1000) }),
  proposeUnreasonable: z.object({ facts: text(2000), grounds: text(2000), explained: text(2000) }),
  confirmUnreasonable: z.object({ position: text(2000) }),
  explain: z.object({ talkedAt: InstantInput, way, said: text(2000) }),
  endExplained: z.object({ note: text(1000) }),
  reopen: z.object({ newFact: text(1000) }),
  /** In the customer's own words; nobody asked for it. */
  withdrawComplaint: z.object({
    customerWords: text(1000),
    unasked: z.literal(true),
    publicInterest: z.boolean().default(false),
  }),
  demand: z.object({
    amountFen: Fen.refine((fen) => fen > 0, { message: 'amount_zero' }).meta({
      description: 'money in fen (1/100 yuan)',
    }),
    grounds: text(500),
  }),
  clearMajor: z.object({ finding: text(1000) }),
  mark: z.object({ mark: z.enum(MARKS), reason: text(500) }),
  unmark: z.object({ mark: z.enum(MARKS), reason: text(500) }),
  /** CP-046: who it was is often found only after the intake. */
  nameAccused: z.object({ accusedStaffId: staff, reason: text(500) }),
  extremeRisk: z.object({ signs: text(1000) }),
  headAppeared: z.object({ metAt: InstantInput, place: text(200), note: optionalText(1000) }),
  addVoice: z.object({
    callerName: optionalText(100),
    contactPhone: optionalText(40),
    account: optionalText(100),
    unitId: Uuid.optional().meta({ widget: 'unit' }),
    channel: z.enum(['phone', 'visit', 'on_site', 'app_message', 'letter', 'email', 'forum']),
    persons: z.number().int().min(1).max(9999).default(1),
    said: text(2000),
    saidAt: InstantInput.optional(),
  }),
  turnHot: z.object({ at: InstantInput, because: z.enum(['persons', 'group']) }),
  setImpact: z.object({ impact: text(1000) }),
  count: z.object({ counted: z.boolean(), notCountedReason: z.enum(NOT_COUNTED).optional() }),
  archive: z.object({}),
  closeQuiet: z.object({}),
  describePost: z.object({
    watchId: Uuid.optional().meta({ widget: 'watchChannel' }),
    url: optionalText(500),
    account: optionalText(100),
    postedAt: InstantInput.optional(),
    forwardedAt: InstantInput.optional(),
    /** One point a line; each is ticked when a reply answers it (CP-115). They join those that are there. */
    points: optionalText(4000),
  }),
  answerPoint: z.object({ pointId: Uuid, answer: text(1000) }),
  approveFacts: z.object({ facts: text(4000), measures: text(2000) }),
  askReview: z.object({ reply: text(4000), holdingReply: text(2000) }),
  approveHolding: z.object({}),
  review: z.object({ verdict: z.enum(['approved', 'objected']), reason: optionalText(1000) }),
  publishHolding: z.object({}),
} as const
