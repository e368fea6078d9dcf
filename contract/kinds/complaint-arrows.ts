import type { VerbShape } from '../kind.ts'
import { mergeNeeds } from './common-verbs.ts'
import { complaintNeeds as needs } from './complaint-needs.ts'
import type { ComplaintState } from './complaint-states.ts'

/** Where the way goes; T-numbers are those of the table in complaints.md section 6. */
export const complaintArrows = {
  /** T2: solved at once, in the words of the customer; a quiet week closes it. */
  solveOnSpot: {
    from: ['RECEIVED'],
    to: 'OBSERVING',
    by: 'matter.write',
    needs: needs.solveOnSpot,
    tone: 'main',
    rules: ['CP-040', 'CP-120'],
  },
  /** T3: on to the customer-service lead, with the time at which we come back. */
  forward: {
    from: ['RECEIVED'],
    to: 'ASSIGNED',
    by: 'matter.write',
    needs: needs.forward,
    rules: ['CP-041', 'CP-042', 'CP-043'],
  },
  /** T4, FD-411: to customer-service staff, and to the lead at the same time. */
  dispatch: {
    from: ['RECEIVED'],
    to: 'ASSIGNED',
    by: 'matter.dispatch',
    needs: needs.dispatch,
    tone: 'main',
    rules: ['CP-041', 'CP-042', 'CP-044', 'FD-411'],
  },
  /** T35: what the company or a superior passes on is assigned from its first moment. */
  takeFromAbove: {
    from: ['RECEIVED'],
    to: 'ASSIGNED',
    by: 'matter.dispatch',
    needs: needs.takeFromAbove,
    system: true,
  },
  /** T5: keeps its record; its clocks end and the right kind of matter begins. */
  notComplaint: {
    group: 'cause',
    from: ['RECEIVED'],
    to: 'NOT_COMPLAINT',
    by: 'complaint.classify',
    needs: needs.notComplaint,
    rules: ['CP-005', 'CP-121'],
  },
  /** T6 */
  merge: {
    group: 'file',
    from: ['RECEIVED', 'ASSIGNED', 'INVESTIGATING'],
    to: 'MERGED',
    by: 'matter.merge',
    needs: mergeNeeds,
    tone: 'danger',
    rules: ['CP-097', 'CP-123'],
  },
  /** T7 */
  acceptCase: {
    from: ['ASSIGNED'],
    to: 'INVESTIGATING',
    by: 'matter.write',
    needs: needs.acceptCase,
    tone: 'main',
    rules: ['CP-046', 'CP-047'],
  },
  /** T8: back to the lead, who names another; never back to the customer. */
  handBack: { from: ['ASSIGNED'], to: 'ASSIGNED', by: 'matter.write', needs: needs.handBack, rules: ['CP-045'] },
  /** T9: found and planned; the words that reach the customer are the reply. */
  reply: {
    from: ['INVESTIGATING'],
    to: 'PROPOSED',
    by: 'matter.write',
    needs: needs.reply,
    tone: 'main',
    rules: ['CP-021', 'CP-025', 'CP-078', 'CP-079'],
  },
  /** T10 */
  agree: {
    from: ['PROPOSED', 'NEGOTIATING'],
    to: 'IN_TREATMENT',
    by: 'matter.write',
    needs: needs.agree,
    tone: 'main',
    rules: ['CP-061'],
  },
  /** T11 */
  refuse: {
    from: ['PROPOSED'],
    to: 'NEGOTIATING',
    by: 'matter.write',
    needs: needs.refuse,
    tone: 'main',
    rules: ['CP-061'],
  },
  /** T12 */
  proposeAgain: {
    from: ['NEGOTIATING'],
    to: 'PROPOSED',
    by: 'matter.write',
    needs: needs.proposeAgain,
    tone: 'main',
    rules: ['CP-061'],
  },
  /** T13: the head confirms that everything was tried; the quality department takes it on. */
  escalateToQuality: {
    group: 'risk',
    from: ['INVESTIGATING', 'NEGOTIATING', 'IN_TREATMENT'],
    to: 'ESCALATED',
    by: 'complaint.confirm',
    needs: needs.escalateToQuality,
    rules: ['CP-049', 'CP-106'],
  },
  /** T14, CP-050: in writing to the body that can help. */
  refer: {
    group: 'file',
    from: 'open',
    to: 'EXTERNAL',
    by: 'complaint.handle',
    needs: needs.refer,
    rules: ['CP-050', 'CP-065'],
  },
  /** T15 */
  externalEnded: {
    from: ['EXTERNAL'],
    to: 'VERIFYING',
    by: 'matter.write',
    needs: needs.externalEnded,
    tone: 'main',
    rules: ['CP-120'],
  },
  /** T16 */
  isOurs: {
    from: ['EXTERNAL'],
    to: 'INVESTIGATING',
    by: 'complaint.handle',
    needs: needs.isOurs,
    rules: ['CP-014'],
  },
  /** T17 */
  settle: {
    from: ['ESCALATED'],
    to: 'IN_TREATMENT',
    by: 'complaint.settle',
    needs: needs.settle,
    tone: 'main',
    rules: ['CP-049'],
  },
  settleDone: {
    from: ['ESCALATED'],
    to: 'VERIFYING',
    by: 'complaint.settle',
    needs: needs.settleDone,
    rules: ['CP-049'],
  },
  /** T18 */
  finishWork: {
    from: ['IN_TREATMENT'],
    to: 'VERIFYING',
    by: 'matter.write',
    needs: needs.finishWork,
    tone: 'main',
    rules: ['CP-021'],
  },
  /** T19: by somebody else than who did it. */
  pass: {
    from: ['VERIFYING'],
    to: 'CALLBACK_DUE',
    by: 'complaint.handle',
    needs: needs.pass,
    tone: 'main',
    rules: ['CP-118'],
  },
  /** T20 */
  passExempt: {
    from: ['VERIFYING'],
    to: 'OBSERVING',
    by: 'complaint.handle',
    needs: needs.passExempt,
    rules: ['CP-120', 'CP-120b'],
  },
  /** T21 */
  fail: {
    from: ['VERIFYING'],
    to: 'IN_TREATMENT',
    by: 'complaint.handle',
    needs: needs.fail,
    tone: 'danger',
    rules: ['CP-021'],
  },
  /** T22 */
  callBack: {
    from: ['CALLBACK_DUE'],
    to: 'CLOSED',
    by: 'complaint.callback',
    needs: needs.callBack,
    tone: 'main',
    rules: ['CP-060', 'CP-118', 'CP-119', 'CP-120a', 'CP-120c'],
  },
  /** T23 */
  notSatisfied: {
    from: ['CALLBACK_DUE'],
    to: 'INVESTIGATING',
    by: 'complaint.callback',
    needs: needs.notSatisfied,
    tone: 'danger',
    rules: ['CP-060', 'CP-120c'],
  },
  /** T24 */
  unreachable: {
    from: ['CALLBACK_DUE'],
    to: 'OBSERVING',
    by: 'complaint.callback',
    needs: needs.unreachable,
    rules: ['CP-120'],
  },
  /** T20 once more: that nobody should call is sometimes learned only when somebody does (CP-066). */
  waiveCallback: {
    from: ['CALLBACK_DUE'],
    to: 'OBSERVING',
    by: 'complaint.callback',
    needs: needs.waiveCallback,
    rules: ['CP-066', 'CP-120', 'CP-120b'],
  },
  /** T25 */
  closeQuiet: {
    from: ['OBSERVING'],
    to: 'CLOSED',
    by: 'complaint.handle',
    needs: needs.closeQuiet,
    system: true,
    rules: ['CP-060', 'CP-120b'],
  },
  /** T26 */
  raisedAgain: {
    from: ['OBSERVING'],
    to: 'INVESTIGATING',
    by: 'matter.write',
    needs: needs.raisedAgain,
    tone: 'main',
    rules: ['CP-120b'],
  },
  /** T27: the lead has proposed, the head confirms; the explanation stays owed. */
  confirmUnreasonable: {
    group: 'risk',
    from: 'open',
    to: 'PROPOSED',
    by: 'complaint.confirm',
    needs: needs.confirmUnreasonable,
    rules: ['CP-026', 'CP-062'],
  },
  /** T28 */
  endExplained: {
    group: 'risk',
    from: ['PROPOSED', 'NEGOTIATING'],
    to: 'OBSERVING',
    by: 'complaint.confirm',
    needs: needs.endExplained,
    rules: ['CP-061', 'CP-062'],
  },
  /** T29 */
  reopen: {
    from: ['CLOSED'],
    to: 'INVESTIGATING',
    by: 'matter.reopen',
    needs: needs.reopen,
    rules: ['CP-125'],
  },
  /** T30 */
  archive: {
    from: ['CLOSED'],
    to: 'ARCHIVED',
    by: 'complaint.count',
    needs: needs.archive,
    tone: 'main',
    rules: ['CP-150'],
  },
  /** T32: in the customer's own words, never asked for. */
  withdrawComplaint: {
    group: 'customer',
    from: 'open',
    to: 'VERIFYING',
    by: 'complaint.handle',
    needs: needs.withdrawComplaint,
    rules: ['CP-020'],
  },
} as const satisfies Record<string, VerbShape<ComplaintState>>
