import { declareSealed } from '#platform/notify/sealed.ts'
import { SEALED_LINK } from './sample/invite.ts'
import { linkOf } from './sample/token.ts'

export { countRolledOut } from './company/count-sums.ts'
export { surveyJobs } from './jobs.ts'
export { classify } from './results/kano.rules.ts'
export { satisfactionByTouchpoint, surveyedClasses, surveyPriorities } from './results/surveyed.ts'
export { surveyRoutes } from './routes.ts'
export { askAfterService } from './service/ask-after-service.ts'

/** The link of an invitation is put into its message when it goes out. */
export const declareSurveyLinks = (): void => declareSealed(SEALED_LINK, linkOf)
