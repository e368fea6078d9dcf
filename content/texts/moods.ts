import type { Texts } from './text.ts'

/** What helps with a difficult customer, step by step (KN-020 to KN-023), in words for somebody who is in the talk. */
export const moodTexts = {
  'mood.title': { zh: '客户现在的情绪', en: 'How the customer is now' },
  'mood.angry': { zh: '愤怒', en: 'Angry' },
  'mood.dissatisfied': { zh: '不满', en: 'Dissatisfied' },
  'mood.demanding': { zh: '苛刻专横', en: 'Demanding' },
  'mood.rude': { zh: '粗鲁', en: 'Rude' },
  'mood.notKept': { zh: '只在这次谈话里提示，不记入客户档案', en: 'For this talk only; never kept about the customer' },

  'mood.angry.1': {
    zh: '先认可对方在生气，说清您想解决，请对方讲',
    en: 'Say that you see the anger and want to solve it; ask what happened',
  },
  'mood.angry.2': { zh: '让对方说完，不打断，不说“是的，但是”', en: 'Let them finish; never “yes, but”' },
  'mood.angry.3': { zh: '边听边记，把记下的念给对方听', en: 'Write it down and read it back' },
  'mood.angry.4': {
    zh: '问、听、复述，找到原因；是误会就讲明',
    en: 'Ask, listen, repeat until the cause is clear; clear up a misunderstanding',
  },
  'mood.angry.5': { zh: '问对方希望怎么办', en: 'Ask what they would like us to do' },
  'mood.angry.6': { zh: '能办的，痛快答应', en: 'What can be done, agree to gladly' },
  'mood.angry.7': { zh: '办不到的，从对方的想法里找办法', en: 'What cannot, look for a way in their own ideas' },
  'mood.angry.8': {
    zh: '对方冲的是事不是您；深呼吸，平静而坚定地说需要了解情况',
    en: 'It is not about you; breathe, and say calmly and firmly what you need to know',
  },
  'mood.angry.9': { zh: '别让对方干等着您办别的事', en: 'Never let them wait while you do something else' },
  'mood.angry.10': { zh: '跟进到底', en: 'Follow it up' },

  'mood.dissatisfied.1': { zh: '听', en: 'Listen' },
  'mood.dissatisfied.2': {
    zh: '保持积极，不为了附和而说同事、公司不好',
    en: 'Stay positive; do not run down anybody in order to agree',
  },
  'mood.dissatisfied.3': { zh: '报上姓名，主动帮忙，点头应声', en: 'Give your name, offer help, show attention' },
  'mood.dissatisfied.4': { zh: '不找借口，找补救', en: 'No excuses; look for the remedy' },
  'mood.dissatisfied.5': {
    zh: '先说理解感受，再说别人也这样想过，再建议',
    en: 'Feeling first, then understanding, then a suggestion',
  },
  'mood.dissatisfied.6': { zh: '问开放的问题', en: 'Ask open questions' },
  'mood.dissatisfied.7': { zh: '用自己的话复述事实', en: 'Repeat the facts in your own words' },
  'mood.dissatisfied.8': { zh: '采取行动，请对方参与', en: 'Act, with the customer taking part' },

  'mood.demanding.1': { zh: '专业', en: 'Be professional' },
  'mood.demanding.2': {
    zh: '尊重：看着对方、称呼姓氏、该道歉就道歉',
    en: 'Show respect: look at them, use the name, apologise where due',
  },
  'mood.demanding.3': { zh: '沉稳、公平，先顾对方的需要', en: 'Steady and fair, their need first' },
  'mood.demanding.4': {
    zh: '说能做什么，不说不能做什么；采纳可行的建议',
    en: 'Say what you can do; take up a workable suggestion of theirs',
  },

  'mood.rude.1': {
    zh: '沉着自信地掌控场面；插话的，微笑而坚定地请稍候',
    en: 'Calm and in control; who bursts in is asked, smiling and firmly, to wait a moment',
  },
  'mood.rude.2': { zh: '不还嘴，更不当众让对方难堪', en: 'No revenge, least of all before others' },

  'mood.extreme': {
    zh: '平静不下来、扬言过激或动手：登记后立即点“报告极端风险”，品质部和领导马上知道；您可休息十分钟。',
    en: 'Cannot calm down, threatens or strikes: register and press “Extreme risk” at once; quality and the leaders know immediately, and you may rest for ten minutes.',
  },
} as const satisfies Texts
