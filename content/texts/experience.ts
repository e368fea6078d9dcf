import type { Texts } from './text.ts'

/** The page and the paper of the experience formula. */
export const experienceTexts = {
  'nav.experience': { zh: '体验公式', en: 'Experience' },

  'experience.formula': {
    zh: '客户体验 = 必要品质达标 + 一维品质做好 + 魅力品质出彩',
    en: 'Experience = must-be that is met + one-dimensional that is good + attractive that shines',
  },
  'experience.asOf': { zh: '按 {{until}} 的情况', en: 'As it stood on {{until}}' },
  'experience.emptyMonth': { zh: '{{month}} 还没有检查。', en: 'Nobody has looked in {{month}} yet.' },
  'experience.neverLooked': {
    zh: '小区至今没有检查过，先安排一次检查，这里才有内容。',
    en: 'Nobody has ever looked at this estate; begin with a round.',
  },
  'experience.latest': { zh: '看最近有检查的 {{month}}', en: 'Show {{month}}, the last month with looks' },
  'experience.print': { zh: '打印一页', en: 'Print the page' },
  'experience.previous': { zh: '上月 {{value}}', en: 'Month before {{value}}' },
  'experience.noPrevious': { zh: '上月没有检查', en: 'No looks the month before' },
  'experience.items': {
    zh: '本月查过 {{seen}} / {{all}} 项',
    en: '{{seen}} of {{all}} items looked at this month',
  },
  'experience.share': {
    zh: '加权合格 {{passed}} / {{answered}} = {{rate}}%',
    en: 'Passed by weight {{passed}} / {{answered}} = {{rate}}%',
  },
  'experience.noShare': { zh: '本月没有可计的回答', en: 'Nothing was answered this month' },
  'experience.surveyed': { zh: '问卷：{{name}}', en: 'Survey: {{name}}' },
  'experience.surveyedFrom': {
    zh: '《{{title}}》，{{on}}，{{n}} 份有效回答',
    en: '“{{title}}”, {{on}}, valid answers: {{n}}',
  },
  'experience.provisional': { zh: '样本太少，暂定', en: 'Provisional, few answers' },
  'experience.notSignificant': { zh: '差别不显著', en: 'Not significant' },

  'experience.mustBe': { zh: '必要品质', en: 'Must-be' },
  'experience.mustBe.met': { zh: '达标', en: 'Met' },
  'experience.mustBe.low': { zh: '没有达标', en: 'Not met' },
  'experience.mustBe.broken': { zh: '致命项不合格', en: 'Critical item broken' },
  'experience.mustBe.unseen': { zh: '还不知道', en: 'Not known yet' },
  'experience.gate.none': {
    zh: '没有致命项不合格，合格率不低于 {{pass}}%',
    en: 'No critical item is broken and at least {{pass}} % pass',
  },
  'experience.gate.mustBeLow': {
    zh: '合格率低于 {{pass}}%，没有达标；合格率不够的地点，得分不超过 {{gate}}',
    en: 'Below {{pass}} %; a place below it scores no more than {{gate}}',
  },
  'experience.gate.criticalFailed': {
    zh: '致命的必要项有 {{count}} 项不合格：出问题的地点得分不超过 {{gate}}，别处再好也不能抵',
    en: 'Critical must-be items broken: {{count}}. Such a place scores no more than {{gate}}; nothing elsewhere makes up for it',
  },
  'experience.broken': { zh: '没有做到的必要项', en: 'Must-be items that are broken' },
  'experience.nothingBroken': { zh: '查过的必要项都合格', en: 'All must-be items that were looked at are right' },
  'experience.putRight': {
    zh: '另有 {{count}} 处本月查出后已整改并复查合格，按合格计',
    en: 'Put right and passed a second look this month: {{count}}; they count as passed',
  },
  'experience.places': { zh: '{{count}} 处', en: 'Places: {{count}}' },
  'experience.since': { zh: '自 {{on}}', en: 'since {{on}}' },
  'experience.look': { zh: '检查记录', en: 'The look' },
  'experience.all': { zh: '全部 {{count}} 项', en: 'All items ({{count}})' },
  'experience.fewer': { zh: '只看前面的', en: 'Fewer' },

  'experience.oneDimensional': { zh: '一维品质', en: 'One-dimensional' },
  'experience.level.up': { zh: '比上月好', en: 'Better than the month before' },
  'experience.level.same': { zh: '与上月持平', en: 'As the month before' },
  'experience.level.down': { zh: '比上月差', en: 'Worse than the month before' },
  'experience.level.first': { zh: '上月没有数据', en: 'Nothing to compare with' },
  'experience.level.unseen': { zh: '还不知道', en: 'Not known yet' },
  'experience.levels': { zh: '各触点水平', en: 'Level by touchpoint' },
  'experience.level': { zh: '水平', en: 'Level' },
  'experience.satisfaction': { zh: '本月满意度', en: 'Satisfaction' },
  'experience.noLevels': { zh: '小区的触点没有一维品质项目', en: 'No place of the estate has one-dimensional items' },
  'experience.weak': { zh: '还不够好的项目', en: 'What could be better' },
  'experience.allGood': { zh: '查过的一维项目都做到了', en: 'All one-dimensional items that were looked at are good' },
  'experience.measured': { zh: '系统实测的服务水平', en: 'Service levels as measured' },
  'experience.kept': { zh: '达到', en: 'Kept' },
  'experience.year': { zh: '一年来的服务水平与满意度', en: 'Levels against satisfaction over a year' },
  'experience.yearOf': {
    zh: '{{name}}：十二个月的服务水平与满意度',
    en: '{{name}}: level and satisfaction of twelve months',
  },
  'experience.satisfactionShare': { zh: '满意度（1 分为 0%，5 分为 100%）', en: 'Satisfaction (1 is 0 %, 5 is 100 %)' },
  'experience.measure.rings': { zh: '来电在规定铃声内接起', en: 'Calls taken within the rings' },
  'experience.measure.response': { zh: '业务线按时答复上门时间', en: 'Lines that said in time when they can come' },
  'experience.measure.visits': { zh: '按约上门完成', en: 'Visits done as agreed' },
  'experience.measure.callbacks': { zh: '按时回访', en: 'Callbacks made in time' },
  'experience.ofAll': { zh: '{{kept}} / {{all}}', en: '{{kept}} of {{all}}' },
  'experience.noneYet': { zh: '本月没有', en: 'None this month' },
  'experience.levelNote': { zh: '细线是上月水平', en: 'The thin line is the month before' },
  'experience.passNote': {
    zh: '粗线是及格线 {{pass}}%，细线是上月',
    en: 'The thick line is the pass mark, {{pass}} %; the thin line the month before',
  },

  'experience.attractive': { zh: '魅力品质', en: 'Attractive' },
  'experience.shining': { zh: '{{count}} 项出彩', en: 'Shining: {{count}}' },
  'experience.bonus': {
    zh: '加分 {{bonus}}；没有也不扣分',
    en: 'Bonus {{bonus}}; what is absent costs nothing',
  },
  'experience.highlights': { zh: '亮点', en: 'Highlights' },
  'experience.noHighlights': { zh: '小区的触点没有魅力品质项目', en: 'No place of the estate has attractive items' },
  'experience.highlight.shines': { zh: '有', en: 'There' },
  'experience.highlight.absent': { zh: '没有', en: 'Not there' },
  'experience.highlight.unseen': { zh: '本月没查', en: 'Not looked at' },
  'experience.highlightAt': { zh: '{{present}} / {{looked}} 处', en: 'Places: {{present}} / {{looked}}' },
  'experience.calendar': { zh: '魅力品质日历', en: 'Calendar of what delights' },
  'experience.calendarItem': { zh: '项目', en: 'Item' },
  'experience.ofPlan': { zh: '{{delivered}} / {{planned}}', en: '{{delivered}} / {{planned}}' },
  'experience.noCalendar': {
    zh: '小区的标准里没有跟季节、节假日或活动走的魅力品质项目',
    en: 'The standard of the estate has no attractive item of a season, holiday or event',
  },
  'experience.calendarNote': {
    zh: '每格是“看到有的次数 / 计划查看的地点数”：计划按已排出的检查，答“不适用”的不算；计划外看到的也算做到。没有不算不合格，也不扣分',
    en: 'Each cell: times it was there / places planned to be looked at. Planned are rounds made so far, without places where it was not applicable; what was seen outside of a round counts as there. Absence is no fault and costs nothing',
  },

  'experience.next': { zh: '下一步做什么', en: 'What to do next' },
  'experience.nextHint': {
    zh: '先必要，再一维，后魅力；问卷的先后按“没有时的不满 ×（1 − 现在的满意程度）”和“好感 ÷ 投入”排',
    en: 'Must-be first, then one-dimensional, then attractive; surveys by abs(Worse) × (1 − performance) and by Better / effort',
  },
  'experience.nothingNext': { zh: '眼下没有要做的', en: 'Nothing to do for now' },
  'experience.survey': { zh: '依据问卷《{{title}}》（{{on}} 结束）', en: 'Survey: “{{title}}”, closed on {{on}}' },
  'experience.noSurvey': {
    zh: '还没有做完过品质问卷，住户的看法暂缺，类别用标准里的默认类别',
    en: 'No survey of pairs has been closed yet: what residents think is missing, and classes are those of the standard',
  },
  'experience.do.critical': { zh: '马上整改', en: 'Put right now' },
  'experience.do.mustBeLow': { zh: '做到位', en: 'Put right' },
  'experience.do.mustBe': { zh: '做到位', en: 'Put right' },
  'experience.do.complaintsUnseen': { zh: '弄清投诉', en: 'Look closer' },
  'experience.do.complaints': { zh: '减少投诉', en: 'Cut complaints' },
  'experience.do.levelDown': { zh: '做得更好', en: 'Do better' },
  'experience.do.level': { zh: '做得更好', en: 'Do better' },
  'experience.do.repair': { zh: '先改', en: 'Improve first' },
  'experience.do.reverse': { zh: '少做', en: 'Do less of' },
  'experience.do.annoys': { zh: '少打扰', en: 'Pester less' },
  'experience.do.look': { zh: '补查', en: 'Go and look' },
  'experience.do.highlight': { zh: '补上亮点', en: 'Bring back' },
  'experience.do.build': { zh: '可以新增', en: 'Build' },
  'experience.what.look': { zh: '久未检查的地点', en: 'Places not seen for long' },
  'experience.why.critical': {
    zh: '致命的必要项，{{place}}（共 {{count}} 处），自 {{on}}；整改之前那里的得分不超过 {{gate}}',
    en: 'Critical must-be, places: {{count}} ({{place}}), since {{on}}; until then no more than {{gate}} points there',
  },
  'experience.why.mustBeLow': {
    zh: '{{place}}（共 {{count}} 处），自 {{on}}；必要品质合格率 {{rate}}%，要到 {{pass}}%',
    en: 'Places: {{count}} ({{place}}), since {{on}}; must-be stands at {{rate}} % and has to reach {{pass}} %',
  },
  'experience.why.mustBe': {
    zh: '必要项，{{place}}（共 {{count}} 处），自 {{on}}；做到了没人夸，做不到就不满',
    en: 'Must-be, places: {{count}} ({{place}}), since {{on}}; nobody praises it, everybody misses it',
  },
  'experience.why.complaintsUnseen': {
    zh: '本月投诉 {{count}} 宗，上月 {{before}} 宗，检查却有 {{score}} 分：客户在意的没有查到',
    en: 'Complaints: {{count}}, month before {{before}}, while inspections give {{score}}: they miss what customers care about',
  },
  'experience.why.complaints': {
    zh: '本月投诉 {{count}} 宗，上月 {{before}} 宗，检查得分 {{score}}',
    en: 'Complaints: {{count}}, month before {{before}}; score {{score}}',
  },
  'experience.why.levelDown': {
    zh: '水平 {{rate}}%，比上月的 {{before}}% 低，{{count}} 项没做好',
    en: 'Level {{rate}} %, below {{before}} % the month before; items to improve: {{count}}',
  },
  'experience.why.level': {
    zh: '水平 {{rate}}%，{{count}} 项没做好；做得越好，客户越满意',
    en: 'Level {{rate}} %; items to improve: {{count}}. The better it is, the more satisfied they are',
  },
  'experience.why.repair': {
    zh: '{{n}} 位住户的看法：没有会不满，现在做得不够，系数 {{value}}',
    en: 'Residents: {{n}}. They miss it and it is done poorly, coefficient {{value}}',
  },
  'experience.why.reverse': {
    zh: '{{n}} 位住户的看法：越多越不满意',
    en: 'Residents: {{n}}. The more of it, the less satisfied',
  },
  'experience.why.annoys': {
    zh: '本月 {{count}} 件投诉说到太多、太吵或打扰',
    en: 'Complaints of the month that call it too much or a nuisance: {{count}}',
  },
  'experience.why.look': {
    zh: '{{count}} 处超过 {{days}} 天没有检查；本月还有 {{items}} 个必要项没有查过',
    en: 'Places not seen for over {{days}} days: {{count}}; must-be items nobody looked at this month: {{items}}',
  },
  'experience.why.highlight': {
    zh: '查了 {{count}} 处都没有；有了会让人惊喜，没有不算错',
    en: 'Looked for at {{count}} and not there; it delights, its absence is no fault',
  },
  'experience.why.build': {
    zh: '{{n}} 位住户的看法：有了会惊喜，好感 ÷ 投入 {{value}}',
    en: 'Residents who would be delighted: {{n}}; Better / effort {{value}}',
  },

  'experiencePrint.form': { zh: '体验公式 · v1', en: 'Experience formula · v1' },
  'experiencePrint.more': { zh: '另有 {{count}} 项，见系统', en: 'And {{count}} more, in the system' },
} as const satisfies Texts
