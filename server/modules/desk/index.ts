import { feedbackGiven, mayClose, mustFollow } from './closing.rules.ts'

export { deskJobs } from './jobs.ts'
export { declareDeskKinds } from './kinds.ts'
export { listenToMatters } from './listen.ts'
export { deskRoutes } from './routes.ts'
/** Who may accept, call back and close, and what closing needs; kinds of higher rooms use the same rules. */
export const closing = { feedbackGiven, mayClose, mustFollow }
