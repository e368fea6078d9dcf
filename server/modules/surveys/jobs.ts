import { estateJob } from '#modules/desk/index.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { mixAnswers } from './answer/mix-answers.ts'
import { closeOverSurveys } from './design/close-survey.ts'
import { remindAll } from './sample/remind.ts'
import { askAfterService } from './service/ask-after-service.ts'

export const surveyJobs: readonly Job[] = [
  // every hour, because midnight comes to each estate in its own zone
  estateJob('close-over-surveys', '3 * * * *', closeOverSurveys),
  // once a day, so that many are counted in together and little has to be taken away of what is known of them
  estateJob('count-anonymous-answers', '20 19 * * *', mixAnswers),
  estateJob('remind-of-surveys', '23 * * * *', remindAll),
  estateJob('ask-after-service', '*/10 * * * *', (tx, estateId, house) => askAfterService(tx, house.keys, estateId)),
]
