import { eachEstate } from '#modules/desk/index.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { mixAnswers } from './answer/mix-answers.ts'
import { closeOverSurveys } from './design/close-survey.ts'
import { remindAll } from './sample/remind.ts'
import { askAfterService } from './service/ask-after-service.ts'

export const surveyJobs: readonly Job[] = [
  // every hour, because midnight comes to each estate in its own zone
  {
    name: 'close-over-surveys',
    schedule: '3 * * * *',
    handle: (house) => eachEstate(house, 'close-over-surveys', closeOverSurveys),
  },
  // once a day, so that many are counted in together and little has to be taken away of what is known of them
  {
    name: 'count-anonymous-answers',
    schedule: '20 19 * * *',
    handle: (house) => eachEstate(house, 'count-anonymous-answers', mixAnswers),
  },
  {
    name: 'remind-of-surveys',
    schedule: '23 * * * *',
    handle: (house) => eachEstate(house, 'remind-of-surveys', remindAll),
  },
  {
    name: 'ask-after-service',
    schedule: '*/10 * * * *',
    handle: (house) =>
      eachEstate(house, 'ask-after-service', (tx, estateId) => askAfterService(tx, house.keys, estateId)),
  },
]
