import { estateJob } from '#modules/desk/index.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { mixAnswers } from './answer/mix-answers.ts'
import { countRolledOut } from './company/count-sums.ts'
import { openRolledOut } from './company/roll-out.ts'
import { closeOverSurveys } from './design/close-survey.ts'
import { remindAll } from './sample/remind.ts'
import { askAfterService } from './service/ask-after-service.ts'

export const surveyJobs: readonly Job[] = [
  // every hour, because midnight comes to each estate in its own zone
  estateJob('close-over-surveys', '3 * * * *', closeOverSurveys),
  // once a day, so that many are counted in together and little has to be taken away of what is known of them
  estateJob('count-anonymous-answers', '20 19 * * *', mixAnswers),
  estateJob('remind-of-surveys', '23 * * * *', remindAll),
  // questionnaires of the company: opened on their day, and what has been answered since summed up
  { name: 'open-rolled-out-surveys', schedule: '*/10 * * * *', handle: openRolledOut },
  estateJob('count-rolled-out-surveys', '*/10 * * * *', countRolledOut),
  estateJob('ask-after-service', '*/10 * * * *', (tx, estateId, house) => askAfterService(tx, house.keys, estateId)),
]
