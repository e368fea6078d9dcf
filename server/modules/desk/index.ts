import './events.ts'
import { feedbackGiven, mayClose, mustFollow } from './closing.rules.ts'

export { refuseWaiver } from './callbacks/may-waive.ts'
export { warnOfHours } from './callbacks/warn-of-hours.ts'
export { countRings } from './calls/count-rings.store.ts'
export { bringMissedRounds } from './dashboard/rounds-port.ts'
export { checkDay, rangeOf } from './days.rules.ts'
export { estateJob } from './each-estate.ts'
export { allEstates, estateSince } from './estates.store.ts'
export { deskJobs } from './jobs.ts'
export { type Keyset, keysetOf, type PageWanted, pageOfRows } from './keyset.ts'
export { declareDeskKinds } from './kinds.ts'
export { listPage } from './list.ts'
export { listenToMatters } from './listen.ts'
export { newestFirst } from './page.store.ts'
export { deskRoutes } from './routes.ts'
/** Who may accept, call back and close, and what closing needs; kinds of higher rooms use the same rules. */
export const closing = { feedbackGiven, mayClose, mustFollow }
