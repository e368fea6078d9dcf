import type { KANO_ANSWERS } from '#contract/survey-questions.ts'
import type { Text, Texts } from './text.ts'

/** The five answers of a pair (quality-model.md section 4), five degrees of satisfaction. */
export const surveyAnswerTexts = {
  'kanoAnswer.like': { zh: '喜欢', en: 'I like it' },
  'kanoAnswer.expect': { zh: '理应如此', en: 'I expect it' },
  'kanoAnswer.neutral': { zh: '无所谓', en: 'I am neutral' },
  'kanoAnswer.livewith': { zh: '勉强接受', en: 'I can live with it' },
  'kanoAnswer.dislike': { zh: '不喜欢', en: 'I dislike it' },
  'satisfactionAnswer.5': { zh: '很满意', en: 'Very satisfied' },
  'satisfactionAnswer.4': { zh: '满意', en: 'Satisfied' },
  'satisfactionAnswer.3': { zh: '一般', en: 'So-so' },
  'satisfactionAnswer.2': { zh: '不满意', en: 'Not satisfied' },
  'satisfactionAnswer.1': { zh: '很不满意', en: 'Not at all satisfied' },
} as const satisfies Record<
  `kanoAnswer.${(typeof KANO_ANSWERS)[number]}` | `satisfactionAnswer.${1 | 2 | 3 | 4 | 5}`,
  Text
>

/** The page on which a resident answers: all its words, because it brings no others along. */
export const surveyLinkTexts = {
  'surveyLink.language': { zh: '语言', en: 'Language' },
  'surveyLink.start': { zh: '开始填写', en: 'Begin' },
  'surveyLink.resume': { zh: '接着填写', en: 'Go on' },
  'surveyLink.length': {
    zh: '共 {{count}} 步，约 {{minutes}} 分钟，{{until}} 截止。',
    en: 'Steps: {{count}}, about {{minutes}} min; open until {{until}}.',
  },
  'surveyLink.resumed': {
    zh: '您上次填到这里，之前的答案都在。',
    en: 'You were here before; what you answered is kept.',
  },
  'surveyLink.named': {
    zh: '物业能看到这份答案来自您，只用来改进服务。',
    en: 'The property company can see that these answers are yours; they serve to improve our work.',
  },
  'surveyLink.anonymous': {
    zh: '这是匿名问卷：提交后，答案与您的姓名、房号、手机和时间不再有任何关联，少于 {{count}} 人的分组不会显示。',
    en: 'This survey is anonymous: once sent, your answers are tied to no name, room, phone or time, and no group below {{count}} people is shown.',
  },
  'surveyLink.step': { zh: '第 {{at}} 步，共 {{count}} 步', en: 'Step {{at}} of {{count}}' },
  'surveyLink.back': { zh: '上一步', en: 'Back' },
  'surveyLink.next': { zh: '下一步', en: 'Next' },
  'surveyLink.skip': { zh: '跳过', en: 'Skip' },
  'surveyLink.with': { zh: '如果做到：{{name}}，您的感受是？', en: 'How do you feel if this is so: {{name}}?' },
  'surveyLink.without': {
    zh: '如果没有做到：{{name}}，您的感受是？',
    en: 'How do you feel if this is not so: {{name}}?',
  },
  'surveyLink.satisfaction': { zh: '对“{{name}}”，您现在满意吗？', en: 'How satisfied are you now with: {{name}}?' },
  'surveyLink.importance': { zh: '“{{name}}”对您有多重要？', en: 'How important is this to you: {{name}}?' },
  'surveyLink.little': { zh: '1 不重要', en: '1 not important' },
  'surveyLink.much': { zh: '9 非常重要', en: '9 very important' },
  'surveyLink.comments': { zh: '还想告诉我们什么？', en: 'Is there anything else?' },
  'surveyLink.commentsHint': {
    zh: '可以不填。匿名问卷请不要写姓名和房号。',
    en: 'You may leave this empty. In an anonymous survey please write no name and no room.',
  },
  'surveyLink.comment': { zh: '留言', en: 'Comment' },
  'surveyLink.about': { zh: '关于', en: 'About' },
  'surveyLink.general': { zh: '不限', en: 'Anything' },
  'surveyLink.addComment': { zh: '再写一条', en: 'Another one' },
  'surveyLink.send': { zh: '提交', en: 'Send' },
  'surveyLink.ready': { zh: '填好了，提交吗？', en: 'All done. Send it?' },
  'surveyLink.readyHint': {
    zh: '已答 {{answered}} 题，共 {{count}} 题。提交后不能再改。',
    en: '{{answered}} of {{count}} answered. Once sent it cannot be changed.',
  },
  'surveyLink.half': {
    zh: '有 {{count}} 对题目只答了一半，请补上或清除。',
    en: 'Pairs answered by half: {{count}}. Please complete or clear them.',
  },
  'surveyLink.toHalf': { zh: '去补上', en: 'Complete' },
  'surveyLink.clearHalf': { zh: '清除', en: 'Clear' },
  'surveyLink.nothing': {
    zh: '还没有作答，请至少答一道题。',
    en: 'Nothing is answered yet. Please answer one question at least.',
  },
  'surveyLink.saved': { zh: '已保存', en: 'Saved' },
  'surveyLink.saving': { zh: '正在保存', en: 'Saving' },
  'surveyLink.offline': {
    zh: '暂时没有网络，答案保存在这台手机上，有网络后自动上传。',
    en: 'No connection. Your answers stay on this phone and go up when there is one.',
  },
  'surveyLink.waiting': {
    zh: '已经提交，等有网络后自动送出，请先不要关闭页面。',
    en: 'Ready to go: it is sent as soon as there is a connection. Please keep this page open.',
  },
  'surveyLink.merged': {
    zh: '您在另一个页面也填过，两边的答案已经合在一起，请核对后提交。',
    en: 'You answered on another page too. Both are put together; please check before you send.',
  },
  'surveyLink.refused': {
    zh: '没有送出，请稍后再试。您填的内容都还在。',
    en: 'Not sent; please try again later. What you filled in is still here.',
  },
  'surveyLink.thanks': { zh: '谢谢您！', en: 'Thank you!' },
  'surveyLink.thanksHint': {
    zh: '您的答案已经收到，我们会认真改进。',
    en: 'We have your answers and will work with them.',
  },
  'surveyLink.used': { zh: '这份问卷已经提交过', en: 'This questionnaire has been sent' },
  'surveyLink.usedHint': {
    zh: '一份邀请只能答一次，谢谢您的参与。',
    en: 'Each invitation is answered once. Thank you for taking part.',
  },
  'surveyLink.over': { zh: '这份问卷已经截止', en: 'This survey is over' },
  'surveyLink.overHint': {
    zh: '感谢您的关注，下次欢迎早些参加。',
    en: 'Thank you for your interest; please join in earlier next time.',
  },
  'surveyLink.unknown': { zh: '没有找到这份问卷', en: 'This questionnaire was not found' },
  'surveyLink.unknownHint': {
    zh: '链接可能不完整，请从短信里重新打开，或请服务中心再发一次。',
    en: 'The link may be incomplete. Please open it from the message again, or ask the service centre for it.',
  },
  'surveyLink.failed': { zh: '暂时打不开', en: 'This does not open just now' },
  'surveyLink.failedHint': { zh: '请检查网络后再试。', en: 'Please check your connection and try again.' },
  'surveyLink.tryAgain': { zh: '再试一次', en: 'Try again' },
  'surveyLink.loading': { zh: '正在打开', en: 'Opening' },
} as const satisfies Texts
