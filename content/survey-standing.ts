import type { SurveyQuestion } from '#contract/survey-questions.ts'

type Standing = Pick<SurveyQuestion, 'touchpoint' | 'itemId' | 'zh' | 'en' | 'classDefault'>
const standing = (zh: string, en: string): Standing => ({ touchpoint: null, itemId: null, zh, en, classDefault: null })

/** OS-071: what demanding customers found wanting, to be asked again in every survey: manners, conflict, activities, detail. */
export const STANDING_QUESTIONS: readonly Standing[] = [
  standing('员工待人亲切自然，不生硬、不刻板', 'Staff are warm and natural with us, not stiff and formal'),
  standing('有分歧时，员工耐心沟通，能把事情谈开', 'When we disagree, staff stay patient and talk it through'),
  standing('社区活动有新意、有国际氛围', 'Community activities bring ideas and an international air'),
  standing('服务的细节体贴入微', 'The details of the service are thought of for us'),
]
