import type { Texts } from './text.ts'

/** Questionnaires of the company: templates, roll-out, comparison over estates. */
export const surveyCompanyTexts = {
  'nav.surveyTemplates': { zh: '公司问卷', en: 'Company surveys' },
  'nav.surveyTemplate': { zh: '公司问卷', en: 'Company survey' },

  'surveyTemplate.hint': {
    zh: '一份问卷写一次，下发到各小区，再把各小区的结果放在一起看。',
    en: 'Written once, rolled out to the estates, and what they found is laid side by side.',
  },
  'surveyTemplate.new': { zh: '新建公司问卷', en: 'New company survey' },
  'surveyTemplate.newHint': {
    zh: '先取名，再添加题目；发布之前随时可改，发布之后才能下发。',
    en: 'Name it first, then add questions; it can be changed until it is published, and rolled out from then on.',
  },
  'surveyTemplate.empty': { zh: '还没有公司问卷', en: 'No company surveys yet' },
  'surveyTemplate.paste': { zh: '或粘贴小区名单', en: 'Or paste a list of estates' },
  'surveyTemplate.pasteHint': { zh: '编号或名称，每行一个', en: 'Codes or names, one a line' },
  'surveyTemplate.pasteRead': { zh: '共选中 {{count}} 个小区。', en: 'Estates chosen in all: {{count}}.' },
  'surveyTemplate.pasteUnclear': { zh: '有 {{count}} 行认不出：', en: 'Lines that are not clear: {{count}}.' },
  'surveyTemplate.pasteLine.unknown': {
    zh: '第 {{line}} 行“{{text}}”：没有这个小区，或不归您下发',
    en: 'Line {{line}}, {{text}}: no such estate, or not yours to roll out to',
  },
  'surveyTemplate.pasteLine.several': {
    zh: '第 {{line}} 行“{{text}}”：有几个小区叫这个名字，请写编号',
    en: 'Line {{line}}, {{text}}: several estates have this name, write the code',
  },
  'surveyTemplate.pasteMend': { zh: '请改正或删去认不出的行', en: 'Mend or remove the lines that are not clear' },
  'surveyTemplate.filtered': { zh: '已下发 {{count}} 个小区', en: 'estates: {{count}}' },
  'surveyTemplate.tab.design': { zh: '题目', en: 'Questions' },
  'surveyTemplate.tab.progress': { zh: '下发进度', en: 'Roll-out' },
  'surveyTemplate.tab.comparison': { zh: '各小区对比', en: 'Comparison' },
  'surveyTemplate.save': { zh: '保存草稿', en: 'Save draft' },
  'surveyTemplate.publish': { zh: '发布', en: 'Publish' },
  'surveyTemplate.publishAsk': {
    zh: '发布后题目不能再改，要更正须另建新版本。确定发布吗？',
    en: 'Its questions stand from then on; a correction is a new revision. Publish it?',
  },
  'surveyTemplate.published': { zh: '已发布，可以下发', en: 'Published; it can be rolled out' },
  'surveyTemplate.retire': { zh: '停用', en: 'Retire' },
  'surveyTemplate.retireAsk': {
    zh: '停用后不再下发；各小区已有的问卷照常进行。确定停用吗？',
    en: 'It is rolled out no more; what estates have of it goes on. Retire it?',
  },
  'surveyTemplate.retired': { zh: '已停用', en: 'Retired' },
  'surveyTemplate.revise': { zh: '另建新版本', en: 'New revision' },
  'surveyTemplate.otherRevisions': { zh: '其他版本', en: 'Other revisions' },

  'surveyTemplate.rollOut': { zh: '下发到小区', en: 'Roll out' },
  'surveyTemplate.rollOutHint': {
    zh: '每个小区只发一次：已经有这一版的小区保持原样。',
    en: 'Each estate gets it once; an estate that has this revision keeps what it has.',
  },
  'surveyTemplate.whom': { zh: '发给谁', en: 'To whom' },
  'surveyTemplate.whomAll': { zh: '我的全部小区（{{count}} 个）', en: 'All my estates ({{count}})' },
  'surveyTemplate.whomSome': { zh: '选定的小区', en: 'Estates of my choice' },
  'surveyTemplate.estates': { zh: '小区', en: 'Estates' },
  'surveyTemplate.chooseEstates': { zh: '输入名称或代码查找', en: 'Find by name or code' },
  'surveyTemplate.opening': { zh: '怎样开放', en: 'How it opens' },
  'surveyTemplate.openingByHand': { zh: '先作草稿，由小区自己开放', en: 'As a draft; the estate opens it' },
  'surveyTemplate.openingOn': { zh: '到日子自动开放并发出邀请', en: 'By itself on a day, with its invitations' },
  'surveyTemplate.opensOn': { zh: '开放日期', en: 'Opens on' },
  'surveyTemplate.rolledOut': {
    zh: '已下发 {{added}} 个小区，{{already}} 个原来就有。',
    en: 'Estates that have it now: {{added}}; that had it before: {{already}}.',
  },
  'surveyTemplate.notYet': { zh: '发布之后才能下发', en: 'It can be rolled out when it is published' },

  'surveyTemplate.byState': { zh: '小区', en: 'Estates' },
  'surveyTemplate.find': { zh: '小区名称或代码', en: 'Name or code of the estate' },
  'surveyTemplate.countedAt': { zh: '汇总截至', en: 'Summed up' },
  'surveyTemplate.countedHint': {
    zh: '合计与对比每十分钟汇总一次；下方各小区的进度是此刻的。',
    en: 'Totals and comparison are summed up every ten minutes; the progress of each estate below is of this moment.',
  },
  'surveyTemplate.noEstates': { zh: '没有小区', en: 'No estates' },

  'surveyTemplate.items': { zh: '全公司', en: 'The whole company' },
  'surveyTemplate.itemsHint': {
    zh: '各小区合在一起的结果。点一题，看各小区怎么说。',
    en: 'All estates together. Choose an item to see what each estate says of it.',
  },
  'surveyTemplate.estatesIn': { zh: '小区数', en: 'Estates' },
  'surveyTemplate.differing': { zh: '有差异', en: 'Differing' },
  'surveyTemplate.onlyDiffering': { zh: '只看有差异的', en: 'Only those that differ' },
  'surveyTemplate.item': { zh: '题目', en: 'Item' },
  'surveyTemplate.byEstate': { zh: '各小区', en: 'Estate by estate' },
  'surveyTemplate.compareHint': {
    zh: '数字下方为 95% 区间。“比其他小区”的字样只在差异超出抽样误差时出现；一题一次比较很多小区，已用更严的标准（霍尔姆校正）：若各小区其实没有差别，这一题里出现哪怕一处这样字样的可能不到 5%。',
    en: 'Under each figure stands its 95 % interval. “Than other estates” is said only of what differs by more than chance; because many estates are compared at once, it is held to a stricter measure (Holm): if no estate differed, fewer than one item in twenty would show even one such word.',
  },
  'surveyTemplate.small': {
    zh: '＊ 不足 {{count}} 份的小区样本太小，只供参考，不判断差异。',
    en: '＊ Estates below {{count}} answers are too small a sample: a hint only, and never said to differ.',
  },
  'surveyTemplate.tooFew': {
    zh: '{{count}} 个小区答的人太少，为避免认出是谁，不显示也不计入合计。',
    en: 'Estates with too few answers: {{count}}. So that nobody is recognised they are not shown and stand in no total.',
  },
  'surveyTemplate.noAnswers': { zh: '还没有可以对比的答案', en: 'No answers to compare yet' },
  'surveyTemplate.noAnswersHint': {
    zh: '小区的问卷开放并有足够的人作答后，这里会显示各小区的结果。',
    en: 'Once estates have opened it and enough people have answered, their results stand here.',
  },
  'survey.estateDiffers.satisfaction.up': { zh: '比其他小区满意', en: 'More satisfied than other estates' },
  'survey.estateDiffers.satisfaction.down': { zh: '不如其他小区满意', en: 'Less satisfied than other estates' },
  'survey.estateDiffers.better.up': { zh: '比其他小区更看重有', en: 'Delights more than in other estates' },
  'survey.estateDiffers.better.down': { zh: '不如其他小区看重有', en: 'Delights less than in other estates' },
  'survey.estateDiffers.worse.up': { zh: '缺了比其他小区更不满', en: 'Its lack hurts more than in other estates' },
  'survey.estateDiffers.worse.down': { zh: '缺了不如其他小区不满', en: 'Its lack hurts less than in other estates' },
} as const satisfies Texts
