import type { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import type { Pester } from '#contract/complaint-list.ts'

/** A service of ours that may be too much of a good thing. */
export type Annoyance = {
  key: Pester
  touchpoint: (typeof TOUCHPOINTS)[number]
  zh: string
  en: string
  /** Words by which customers say so. */
  terms: readonly string[]
}

/** What customers may feel pestered by (quality-model.md 8.4); the words are what people write to the desk. */
export const ANNOYANCES: readonly Annoyance[] = [
  {
    key: 'messages',
    touchpoint: 'T17',
    zh: '短信和群消息',
    en: 'Text messages and group messages',
    terms: ['短信太多', '信息太多', '老发短信', '短信轰炸', '消息太多', '群发太多'],
  },
  {
    key: 'calls',
    touchpoint: 'T17',
    zh: '打给客户的电话',
    en: 'Calls to customers',
    terms: ['电话太多', '老打电话', '总打电话', '反复打电话', '骚扰电话', '午休打电话'],
  },
  {
    key: 'visits',
    touchpoint: 'T20',
    zh: '上门走访和敲门',
    en: 'Visits and knocking at doors',
    terms: ['老敲门', '总敲门', '频繁上门', '反复上门', '上门太多'],
  },
  {
    key: 'selling',
    touchpoint: 'T12',
    zh: '广告和推销',
    en: 'Advertising and selling',
    terms: ['广告太多', '广告太吵', '推销', '全是广告'],
  },
  {
    key: 'noise',
    touchpoint: 'T09',
    zh: '活动和广播的声音',
    en: 'The noise of events and loudspeakers',
    terms: ['广播太吵', '广播扰民', '活动扰民', '活动太吵', '喇叭太吵'],
  },
]
