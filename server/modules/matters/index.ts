import './events.ts'

export { claimFiles } from './claim-files.ts'
export { countKept, endClocks, refreshDue } from './clock.store.ts'
export { declareClock } from './clock-defs.ts'
export { recordMoves } from './common-moves.ts'
export { declareMatterFiles } from './file-rule.ts'
export { checkHappened, happenedAt } from './happened.rules.ts'
export { sweepAllClocks } from './jobs.ts'
export { leadOfLine } from './line-lead.ts'
export { linkedMoves } from './linked-moves.ts'
export { LINE_COLUMNS, LINE_JOINS, type MatterListRow } from './list.store.ts'
export { moveMatter } from './matter.machine.ts'
export { canSee, follows, notAboutThemselves, seeMatters } from './matter.policy.ts'
export { presentLine } from './matter.present.ts'
export { findMatter, lockMatter, touchMatter } from './matter.store.ts'
export {
  declareMatterKind,
  type Matter,
  type MatterContext,
  type MatterMoves,
  matterKind,
  type Tell,
} from './matter-kind.ts'
export { joinCalendar, recomputeAllClocks } from './on-calendar.ts'
export { joinHandovers } from './on-handover.ts'
export { insertLinks, worksIn } from './register.store.ts'
export { registerMatter } from './register-matter.ts'
export { roleHolders } from './role-holders.store.ts'
export { routes, viewMatter } from './routes.ts'
export { findMatters, searching } from './search.store.ts'
export { secondPerson } from './second-person.rules.ts'
export { type ClockStart, startClocks } from './start-clocks.ts'
export { sweepClocks } from './sweep-clocks.ts'
export { tellPeople } from './tell-people.ts'
export { appendTimeline } from './timeline.store.ts'
