import { STANDING_QUESTIONS } from '#content/survey-standing.ts'
import { CATALOGUE, CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import type { SurveyQuestion } from '#contract/survey-questions.ts'

/** How residents feel about an attribute: weights of what pairs of answers say, and of satisfaction 1 to 5. */
export type Feeling = {
  M: number
  O: number
  A: number
  I: number
  R: number
  Q: number
  satisfied: readonly [number, number, number, number, number]
}
const feel = (M: number, O: number, A: number, I: number, R = 2, Q = 1) => ({ M, O, A, I, R, Q })
const GOOD = [1, 3, 14, 48, 34] as const
const FAIR = [4, 11, 34, 38, 13] as const
const POOR = [16, 31, 32, 16, 5] as const

type Asked = { question: Omit<SurveyQuestion, 'no' | 'asks'>; feeling: Feeling }
const item = (id: string, feeling: Feeling, effort: number | null = null): Asked => {
  const found = CATALOGUE_ITEMS.find((one) => one.id === id)
  if (!found) throw new Error(`the catalogue has no ${id}`)
  const { touchpoint, zh, en, kano } = found
  return { question: { touchpoint, itemId: found.id, zh, en, classDefault: kano, effort }, feeling }
}
const idea = (touchpoint: SurveyQuestion['touchpoint'], zh: string, en: string, feeling: Feeling, effort: number) => ({
  question: { touchpoint, itemId: null, zh, en, classDefault: null, effort },
  feeling,
})

/** What the centre takes for granted, what it promises, and what it might build: the picture tells which. */
export const KANO_QUESTIONS: readonly Asked[] = [
  item('T12-F-13', { ...feel(68, 17, 3, 9), satisfied: GOOD }),
  item('T12-F-17', { ...feel(64, 22, 4, 8), satisfied: GOOD }),
  item('T12-F-03', { ...feel(50, 34, 4, 10), satisfied: POOR }),
  item('T13-F-30', { ...feel(57, 25, 4, 12), satisfied: FAIR }),
  item('T13-F-35', { ...feel(61, 15, 3, 19), satisfied: FAIR }),
  item('T10-F-06', { ...feel(51, 31, 4, 12), satisfied: POOR }),
  item('T01-P-11', { ...feel(47, 25, 6, 18, 4), satisfied: FAIR }),
  item('T18-I-06', { ...feel(42, 41, 5, 10), satisfied: POOR }),
  item('T19-P-09', { ...feel(38, 36, 9, 15), satisfied: GOOD }),
  item('T17-P-01', { ...feel(20, 52, 12, 14), satisfied: FAIR }),
  item('T17-P-06', { ...feel(17, 49, 17, 15), satisfied: POOR }),
  item('T20-P-16', { ...feel(15, 46, 18, 19), satisfied: FAIR }),
  item('T15-P-08', { ...feel(9, 21, 16, 51), satisfied: GOOD }),
  item('T15-F-09', { ...feel(6, 5, 7, 80), satisfied: GOOD }),
  item('T08-F-16', { ...feel(3, 7, 58, 30), satisfied: GOOD }, 2),
  item('T17-I-01', { ...feel(2, 4, 31, 44, 18), satisfied: FAIR }, 1),
  item('T20-P-19', { ...feel(3, 8, 34, 53), satisfied: FAIR }, 1),
  idea(
    'T09',
    '夏天举办露天电影和亲子活动',
    'Open-air films and family events in summer',
    { ...feel(3, 12, 63, 20), satisfied: FAIR },
    4,
  ),
  idea(
    'T02',
    '早晚高峰增开一条车道',
    'An extra vehicle lane at peak hours',
    { ...feel(14, 37, 36, 12), satisfied: POOR },
    5,
  ),
  idea(
    'T11',
    '大堂备有雨伞可以借用',
    'Umbrellas to borrow in the lobby',
    { ...feel(2, 9, 66, 22), satisfied: FAIR },
    1,
  ),
  idea(
    'T05',
    '地下车库增设充电桩',
    'More charging points in the garage',
    { ...feel(19, 39, 28, 11, 3), satisfied: POOR },
    9,
  ),
  idea('T07', '手机上预约访客车位', 'Booking a visitor space by phone', { ...feel(4, 16, 49, 29), satisfied: FAIR }, 3),
  idea(
    'T11',
    '大堂摆放自动售货机',
    'A vending machine in the lobby',
    { ...feel(2, 3, 14, 66, 14), satisfied: FAIR },
    3,
  ),
  idea(
    'T12',
    '电梯内播放广告屏',
    'Advertising screens in the lifts',
    { ...feel(2, 2, 4, 31, 57, 4), satisfied: FAIR },
    2,
  ),
]

/** The questionnaire as it is designed: every attribute as a pair, and what people think of it now. */
export const kanoQuestions = (): SurveyQuestion[] =>
  KANO_QUESTIONS.map(({ question }, i) => ({ ...question, no: i + 1, asks: ['pair', 'satisfaction'] }))

/** The yearly survey asks about whole touchpoints, and the four standing questions (OS-071). */
export const yearlyQuestions = (): SurveyQuestion[] =>
  [
    ...CATALOGUE.touchpoints.map(({ code, name }) => ({ touchpoint: code, itemId: null, ...name, classDefault: null })),
    ...STANDING_QUESTIONS,
  ].map((asked, i) => ({ ...asked, no: i + 1, asks: ['satisfaction', 'importance'], effort: null }))

/** After a service: how fast, how well, how friendly. */
export const serviceQuestions = (): SurveyQuestion[] =>
  (
    [
      ['T18', '响应速度', 'How fast we were'],
      ['T19', '处理结果', 'What came of it'],
      ['T17', '沟通态度', 'How we talked to you'],
    ] as const
  ).map(([touchpoint, zh, en], i) => ({
    no: i + 1,
    touchpoint,
    itemId: null,
    zh,
    en,
    asks: ['satisfaction'],
    classDefault: null,
    effort: null,
  }))

export const SAID: readonly (readonly [SurveyQuestion['touchpoint'], string])[] = [
  ['T12', '电梯里夏天味道重，希望装个换气扇'],
  ['T12', '电梯等太久，早高峰要等三四趟'],
  ['T10', '垃圾桶傍晚就满了，最好晚上加收一次'],
  ['T05', '充电桩太少，下班回来排不上'],
  ['T02', '早上出车口堵得厉害'],
  ['T17', '电话偶尔没人接，过一会儿会回拨，态度不错'],
  ['T09', '露天电影很好，孩子很喜欢，希望多办'],
  ['T18', '楼道灯报修当天就换了，点赞'],
  ['T01', '保安换得太勤，脸都认不熟'],
  ['T15', '前台小姑娘很热情'],
  [null, '总体满意，继续加油'],
  [null, '物业费不低，绿化要跟上'],
]
