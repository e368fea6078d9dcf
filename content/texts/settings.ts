import type { SettingGroup, SettingKey } from '#contract/settings.ts'
import type { findingSettingTexts } from './finding-settings.ts'
import type { Text } from './text.ts'
import type { violationSettingTexts } from './violations.ts'

/** Headings of the settings page. */
export const settingGroupTexts = {
  'settingGroup.hours': { zh: '工作时间', en: 'Working hours' },
  'settingGroup.clocks': { zh: '时限', en: 'Deadlines' },
  'settingGroup.desk': { zh: '前台', en: 'Front desk' },
  'settingGroup.telephone': { zh: '电话', en: 'Telephone' },
  'settingGroup.orders': { zh: '工单', en: 'Work orders' },
  'settingGroup.notify': { zh: '消息', en: 'Messages' },
  'settingGroup.complaints': { zh: '投诉', en: 'Complaints' },
  'settingGroup.inspection': { zh: '触点检查', en: 'Touchpoint inspection' },
  'settingGroup.surveys': { zh: '问卷', en: 'Surveys' },
  'settingGroup.customers': { zh: '客户资料', en: 'Customer records' },
  'settingGroup.security': { zh: '安全', en: 'Security' },
} as const satisfies Record<`settingGroup.${SettingGroup}`, Text>

/** Name and help of every setting; a setting without its words does not compile. */
export const settingTexts = {
  'setting.hours.workStart': { zh: '上班时间', en: 'Start of work' },
  'setting.hours.workStart.help': {
    zh: '工作日从这个时刻开始。修改后，未结束的时限会重新计算。',
    en: 'A working day begins at this time. Open deadlines are reckoned anew after a change.',
  },
  'setting.hours.workEnd': { zh: '下班时间', en: 'End of work' },
  'setting.hours.workEnd.help': {
    zh: '按工作日计算的时限在这个时刻到期，须晚于上班时间。',
    en: 'Deadlines in working days fall due at this time; it must be later than the start.',
  },
  'setting.hours.closeOfBusiness': { zh: '营业结束时间', en: 'Close of business' },
  'setting.hours.closeOfBusiness.help': {
    zh: '对客户公布的营业结束时间。',
    en: 'The closing time that customers are told.',
  },

  'setting.clock.warnAt': { zh: '预警时点', en: 'Warn at' },
  'setting.clock.warnAt.help': {
    zh: '时限过去多少时提醒处理人和首接人，0.5 表示过半。只影响之后开始的时限。',
    en: 'Which parts of a deadline bring a warning to handler and owner; 0.5 is half of it. For deadlines that start from now on.',
  },
  'setting.clock.escalateWorkingDays': { zh: '超时上报（工作日）', en: 'Escalate after (working days)' },
  'setting.clock.escalateWorkingDays.help': {
    zh: '超时后经过几个工作日仍未处理，上报上一级。0 表示超时即上报。',
    en: 'How many working days after a breach the next level is told. 0: at once.',
  },
  'setting.clock.emergencyDispatchMinutes': { zh: '紧急派单（分钟）', en: 'Emergency dispatch (minutes)' },
  'setting.clock.emergencyDispatchMinutes.help': {
    zh: '紧急事件登记后，应在几分钟内派出。',
    en: 'Within how many minutes of its registration an emergency is dispatched.',
  },
  'setting.clock.emergencyArrivalMinutes': { zh: '紧急到场（分钟）', en: 'Emergency arrival (minutes)' },
  'setting.clock.emergencyArrivalMinutes.help': {
    zh: '派出后应在几分钟内到达现场。',
    en: 'Within how many minutes somebody is on the spot.',
  },
  'setting.clock.emergencyFormMinutes': { zh: '紧急事件补登（分钟）', en: 'Emergency form (minutes)' },
  'setting.clock.emergencyFormMinutes.help': {
    zh: '先派单后补登，补齐登记内容的时限。',
    en: 'Dispatch comes first; the rest of the form is completed within this time.',
  },
  'setting.clock.forwardMinutes': { zh: '转派（分钟）', en: 'Pass on (minutes)' },
  'setting.clock.forwardMinutes.help': {
    zh: '登记后应在几分钟内联系业务线，或转给处理人。',
    en: 'Within how many minutes the line is asked or the handler has it.',
  },
  'setting.clock.availabilityMinutes': { zh: '业务线答复（分钟）', en: 'Answer of the line (minutes)' },
  'setting.clock.availabilityMinutes.help': {
    zh: '业务线应在几分钟内答复能否派人、何时能到。',
    en: 'Within how many minutes the line says whether somebody can go, and when.',
  },
  'setting.clock.tellTimeMinutes': { zh: '告知上门时间（分钟）', en: 'Tell the visit time (minutes)' },
  'setting.clock.tellTimeMinutes.help': {
    zh: '业务线答复后，应在几分钟内与客户约定上门时间。',
    en: 'Within how many minutes of the answer the time is agreed with the customer.',
  },
  'setting.clock.takeMinutes': { zh: '前台接手（分钟）', en: 'Taken by the desk (minutes)' },
  'setting.clock.takeMinutes.help': {
    zh: '现场同事转来的事项，前台应在几分钟内接手。',
    en: 'Within how many minutes the desk takes what a colleague on site has passed on.',
  },
  'setting.clock.acceptWorkingDays': { zh: '首接人验收（工作日）', en: 'Accept the result (working days)' },
  'setting.clock.acceptWorkingDays.help': {
    zh: '完工后，首接人应在几个工作日内验收。0 表示当天。',
    en: 'Within how many working days the owner accepts finished work. 0: the same day.',
  },
  'setting.clock.callbackWorkingDays': { zh: '回访（工作日）', en: 'Callback (working days)' },
  'setting.clock.callbackWorkingDays.help': {
    zh: '办结后应在几个工作日内回访客户。0 表示当天。',
    en: 'Within how many working days the customer is called back. 0: the same day.',
  },
  'setting.clock.answerWorkingDays': { zh: '答复客户（工作日）', en: 'Answer to the customer (working days)' },
  'setting.clock.answerWorkingDays.help': {
    zh: '咨询和建议应在几个工作日内答复。0 表示当天。',
    en: 'Within how many working days an enquiry or suggestion is answered. 0: the same day.',
  },
  'setting.clock.handlingFormWorkingDays': {
    zh: '投诉处理记录表（工作日）',
    en: 'Complaint handling record (working days)',
  },
  'setting.clock.handlingFormWorkingDays.help': {
    zh: '投诉几个工作日仍未办结，须填写处理记录表。',
    en: 'After how many working days an unsettled complaint needs its handling record.',
  },
  'setting.clock.reworkWorkingDays': { zh: '返工（工作日）', en: 'Rework (working days)' },
  'setting.clock.reworkWorkingDays.help': {
    zh: '验收未通过或客户不满意后，应在几个工作日内重新做好。0 表示当天。',
    en: 'Within how many working days work is put right after it was not accepted. 0: the same day.',
  },
  'setting.clock.holdWorkingDays': { zh: '暂缓期限（工作日）', en: 'On hold (working days)' },
  'setting.clock.holdWorkingDays.help': {
    zh: '请求暂缓后，应在几个工作日内与客户重新联系。0 表示当天。',
    en: 'Within how many working days the customer of a request on hold is contacted again. 0: the same day.',
  },
  'setting.clock.pauseLimitDays': { zh: '暂停上限（天）', en: 'Longest pause (days)' },
  'setting.clock.pauseLimitDays.help': {
    zh: '一次暂停最多顺延几天，超出的部分照常计时。',
    en: 'A pause moves a deadline by this many days at most; the rest of it counts.',
  },
  'setting.clock.writtenReplyWorkingDays': {
    zh: '书面投诉答复（工作日）',
    en: 'Reply to a written complaint (working days)',
  },
  'setting.clock.writtenReplyWorkingDays.help': {
    zh: '来信、邮件等书面投诉应在几个工作日内答复。',
    en: 'Within how many working days a letter or e-mail of complaint is answered.',
  },
  'setting.clock.majorReportWorkingDays': {
    zh: '重大投诉首报（工作日）',
    en: 'First report of a major complaint (working days)',
  },
  'setting.clock.majorReportWorkingDays.help': {
    zh: '认定为重大投诉后，应在几个工作日内上报。',
    en: 'Within how many working days a major complaint is reported.',
  },
  'setting.complaint.majorFromFen': { zh: '重大投诉金额（分）', en: 'Major complaint from (fen)' },
  'setting.complaint.majorFromFen.help': {
    zh: '客户索赔达到这个金额即标记为重大投诉。单位是分，100000 为一千元。',
    en: 'A demand of this amount or more marks a complaint as major. In fen: 100000 is 1,000 yuan.',
  },

  'setting.complaint.hotPersons': { zh: '热点投诉人数', en: 'Persons that make a complaint hot' },
  'setting.complaint.hotPersons.help': {
    zh: '同一件事在期限内有这么多不同的人投诉，即为热点投诉。',
    en: 'So many different people with the same complaint within the period make it hot.',
  },
  'setting.complaint.hotGroup': { zh: '集体投诉人数', en: 'Persons of a group complaint' },
  'setting.complaint.hotGroup.help': {
    zh: '一次来访、来电、来信中有这么多人，即为集体投诉，也是热点。',
    en: 'So many people in one visit, call or letter are a group complaint, which is hot as well.',
  },
  'setting.complaint.hotMonths': { zh: '热点期限（月）', en: 'Period of a hot complaint (months)' },
  'setting.complaint.hotMonths.help': {
    zh: '从最近一次投诉往前推这么多个月，滚动计算。',
    en: 'Counted back from the latest voice, rolling.',
  },
  'setting.complaint.distinctBy': { zh: '不同投诉人按什么算', en: 'What makes complainants different' },
  'setting.complaint.distinctBy.help': {
    zh: '按人还是按户。按人时，同一户的三人会注明“同一户”。',
    en: 'person or household. By person, three members of one household are shown as one household.',
  },
  'setting.complaint.hotReportDays': { zh: '热点首报（天）', en: 'First report of a hot complaint (days)' },
  'setting.complaint.hotReportDays.help': {
    zh: '成为热点后几天内报品质部和分管领导，当天不算，到末日24点。',
    en: 'Calendar days after it became hot, to 24:00 of the last.',
  },
  'setting.complaint.topicReportDays': { zh: '专题报告（天）', en: 'Topic report (days)' },
  'setting.complaint.topicReportDays.help': {
    zh: '重大、热点投诉验证通过后几天内交专题报告。',
    en: 'Calendar days after a major or hot complaint passed its check.',
  },
  'setting.complaint.progressWorkingDays': { zh: '进展告知（工作日）', en: 'Progress notice (working days)' },
  'setting.complaint.progressWorkingDays.help': {
    zh: '首次答复后，一般投诉至少每隔几个工作日告知一次进展。',
    en: 'After the first reply the customer hears of the progress at least this often.',
  },
  'setting.complaint.progressUrgentWorkingDays': {
    zh: '紧要投诉进展告知（工作日）',
    en: 'Progress notice, urgent (working days)',
  },
  'setting.complaint.progressUrgentWorkingDays.help': {
    zh: '重大、热点、有极端风险的投诉，至少每隔几个工作日告知一次。',
    en: 'The same for major and hot complaints and those with an extreme risk.',
  },
  'setting.complaint.progressExternalDays': {
    zh: '外部协调进展告知（天）',
    en: 'Progress notice, outside body (days)',
  },
  'setting.complaint.progressExternalDays.help': {
    zh: '交外部单位处理期间，至少每隔几天告知一次。',
    en: 'The same while an outside body deals with it, in calendar days.',
  },
  'setting.complaint.improvementNewsDays': {
    zh: '待改进投诉的进展告知（天）',
    en: 'News of a plan to improve (days)',
  },
  'setting.complaint.improvementNewsDays.help': {
    zh: '暂时无法解决的投诉办结后，改进计划落实前，至少每隔几天向客户告知一次。',
    en: 'After the closing of what cannot be solved for now, the customer hears of the plan this often until it is carried out.',
  },
  'setting.complaint.headWhenOurs': { zh: '属我方责任时负责人到场', en: 'Head appears when the mistake is ours' },
  'setting.complaint.headWhenOurs.help': {
    zh: '打开时，查明属我方失误的投诉，中心负责人须尽快与客户见面。',
    en: 'When on, the head meets the customer as soon as the mistake is found to be ours.',
  },
  'setting.complaint.headLateAfter': { zh: '负责人到场：晚间界限', en: 'Head appears: evening limit' },
  'setting.complaint.headLateAfter.help': {
    zh: '这个时刻之前收到，负责人当天到场；之后收到，次日到场。',
    en: 'Received before this time the head meets the customer the same day, after it the next day.',
  },
  'setting.complaint.headNextDayBy': { zh: '负责人次日到场时刻', en: 'Head appears next day by' },
  'setting.complaint.headNextDayBy.help': {
    zh: '晚间收到的，次日最迟这个时刻到场。',
    en: 'For those received in the evening: the latest time next day.',
  },
  'setting.complaint.quietDays': { zh: '免回访观察期（天）', en: 'Quiet days before closing' },
  'setting.complaint.quietDays.help': {
    zh: '免回访的投诉，处理结束后几天内没有再投诉即关闭。当天不算，到末日24点。',
    en: 'Without a callback a complaint closes when so many calendar days passed without a repeat.',
  },
  'setting.complaint.closeOnSpotAtOnce': { zh: '当场解决即关闭', en: 'Close at once what was solved on the spot' },
  'setting.complaint.closeOnSpotAtOnce.help': {
    zh: '打开后，当场解决且客户满意的投诉不再观察，由系统随即关闭。',
    en: 'When on, the program closes it at its next round without the quiet days.',
  },
  'setting.complaint.reopenMonths': { zh: '重新打开期限（月）', en: 'Reopen within (months)' },
  'setting.complaint.reopenMonths.help': {
    zh: '关闭后几个月内同一件事再投诉，沿用原编号，不另计一件。',
    en: 'The same matter within so many months keeps its number and is not counted again.',
  },
  'setting.complaint.attemptsUntilHead': { zh: '几次不满意告知负责人', en: 'Attempts until the head is told' },
  'setting.complaint.attemptsUntilHead.help': {
    zh: '处理几次后客户仍不满意，通知中心负责人。',
    en: 'After so many attempts the head of the centre is told.',
  },
  'setting.complaint.explainTalks': { zh: '解释谈话次数', en: 'Talks of explanation' },
  'setting.complaint.explainTalks.help': {
    zh: '不合理诉求须在几个不同的日子耐心解释，才可由负责人签字结束。',
    en: 'On so many different days an unreasonable demand is explained before the head may end it.',
  },
  'setting.complaint.holdingWorkingMinutes': {
    zh: '过渡回复提前量（工作分钟）',
    en: 'Holding reply before the deadline (working minutes)',
  },
  'setting.complaint.holdingWorkingMinutes.help': {
    zh: '品质部未审复时，在截止前多少工作分钟先发过渡回复。',
    en: 'When quality has not answered, the approved holding reply goes out so long before the deadline.',
  },
  'setting.complaint.watchChecksWorkingDay': { zh: '工作日网络监看次数', en: 'Looks at each channel, working day' },
  'setting.complaint.watchChecksWorkingDay.help': {
    zh: '每个网络渠道在工作日至少查看几次。',
    en: 'How often each online channel is looked at on a working day.',
  },
  'setting.complaint.watchChecksDayOff': { zh: '休息日网络监看次数', en: 'Looks at each channel, day off' },
  'setting.complaint.watchChecksDayOff.help': {
    zh: '每个网络渠道在休息日至少查看几次。',
    en: 'The same on days off.',
  },
  'setting.complaint.boxChecksWorkingDay': {
    zh: '工作日意见箱开箱次数',
    en: 'Emptying of each suggestion box, working day',
  },
  'setting.complaint.boxChecksWorkingDay.help': {
    zh: '每个意见箱在工作日至少开箱几次。',
    en: 'How often each suggestion box is emptied on a working day.',
  },
  'setting.complaint.boxChecksDayOff': { zh: '休息日意见箱开箱次数', en: 'Emptying of each suggestion box, day off' },
  'setting.complaint.boxChecksDayOff.help': {
    zh: '每个意见箱在休息日至少开箱几次，0 为不要求。',
    en: 'The same on days off; 0 asks for none.',
  },
  'setting.complaint.tallyTime': { zh: '投诉日盘点时刻', en: 'Time of the daily tally' },
  'setting.complaint.tallyTime.help': {
    zh: '到这个时刻自动备好当天盘点表，24点前签字。',
    en: 'The tally of the day is prepared at this time and signed by midnight.',
  },
  'setting.complaint.statCutoffDay': { zh: '统计截止日', en: 'Day on which a statistical month ends' },
  'setting.complaint.statCutoffDay.help': {
    zh: '月报统计上月该日次日到本月该日。',
    en: 'A monthly report covers the day after this day of last month to this day of the month.',
  },
  'setting.complaint.reportDay': { zh: '月报截止日', en: 'Day on which the monthly report is due' },
  'setting.complaint.reportDay.help': {
    zh: '当天18点前；遇休息日提前到之前最后一个工作日。',
    en: 'By close of business; on a day off the last working day before.',
  },
  'setting.complaint.reportWarnDays': { zh: '月报提醒日', en: 'Days on which the report is called to mind' },
  'setting.complaint.reportWarnDays.help': {
    zh: '这些日子月报还没交，提醒负责人。',
    en: 'On these days the lead is reminded while it is not submitted.',
  },
  'setting.complaint.largeCentreM2': { zh: '大型中心面积（平方米）', en: 'Large centre from (m²)' },
  'setting.complaint.largeCentreM2.help': {
    zh: '达到这个建筑面积或分期开发的中心，须有季度分析、遗留问题清单和处罚规定。',
    en: 'From this floor area, or built in phases: quarterly analysis, legacy list and penalty rule.',
  },
  'setting.complaint.floorAreaM2': { zh: '本中心建筑面积（平方米）', en: 'Floor area of this centre (m²)' },
  'setting.complaint.floorAreaM2.help': {
    zh: '0 表示取应知应会表中的建筑面积。',
    en: '0: as the must-know sheet says.',
  },
  'setting.complaint.inPhases': { zh: '分期开发', en: 'Built in phases' },
  'setting.complaint.inPhases.help': {
    zh: '分期开发的项目按大型中心要求。',
    en: 'A project built in phases has the duties of a large centre.',
  },
  'setting.complaint.growthFrom': { zh: '增多：至少几件', en: 'Grown: from so many complaints' },
  'setting.complaint.growthFrom.help': {
    zh: '分析中一条业务线本期达到这个件数，才可能点名为“增多”。',
    en: 'Only from this number on a line is named as one that has grown.',
  },
  'setting.complaint.growthPercent': { zh: '增多：为平时的百分之几', en: 'Grown: per cent of the usual number' },
  'setting.complaint.growthPercent.help': {
    zh: '本期件数达到此前各期平均数的这个百分比，点名为“增多”。',
    en: 'A line that reaches this part of its average of the periods before is named.',
  },
  'setting.complaint.growthPeriods': { zh: '增多：与前几期比', en: 'Grown: compared with so many periods' },
  'setting.complaint.growthPeriods.help': {
    zh: '平均数取此前几期；投诉记录不足时取已有的各期。',
    en: 'The average of at most so many periods before; fewer where the records do not reach back.',
  },
  'setting.complaint.closeWithinDays': { zh: '关闭期限（天）', en: 'Closed within (days)' },
  'setting.complaint.closeWithinDays.help': {
    zh: '分析中的“按期关闭”按这个天数计算，从收到投诉算起。',
    en: 'What the analysis calls closed in time, in calendar days from the receipt.',
  },
  'setting.complaint.closeTargetPercent': { zh: '按期关闭率目标（%）', en: 'Target: closed in time (%)' },
  'setting.complaint.closeTargetPercent.help': {
    zh: '分析报告用它判断关闭率是否达标。',
    en: 'The analysis holds the share of closed complaints against it.',
  },
  'setting.complaint.satisfiedTargetPercent': { zh: '回访满意率目标（%）', en: 'Target: satisfied at callback (%)' },
  'setting.complaint.satisfiedTargetPercent.help': {
    zh: '满意与基本满意占全部回访的比例不低于此数。',
    en: 'At least this share of all callbacks finds the customer satisfied or basically satisfied.',
  },
  'setting.complaint.repeatTargetPercent': { zh: '重复投诉率上限（%）', en: 'Limit: repeated complaints (%)' },
  'setting.complaint.repeatTargetPercent.help': {
    zh: '重新打开或再次投诉占已关闭投诉的比例不超过此数。',
    en: 'Reopened and repeated complaints stay at or below this share of the closed ones.',
  },
  'setting.complaint.publishDay': { zh: '公布日', en: 'Day of publication' },
  'setting.complaint.publishDay.help': {
    zh: '上月共性投诉的处理情况，最迟在本月这一天公布。',
    en: 'The handling of last month’s common complaints is posted by this day.',
  },
  'setting.complaint.contactPhone': { zh: '投诉电话', en: 'Complaint telephone' },
  'setting.complaint.contactPhone.help': { zh: '对业主公布，必填。', en: 'Shown to residents; required.' },
  'setting.complaint.contactFax': { zh: '投诉传真', en: 'Complaint fax' },
  'setting.complaint.contactFax.help': { zh: '对业主公布，必填。', en: 'Shown to residents; required.' },
  'setting.complaint.contactEmail': { zh: '投诉邮箱', en: 'Complaint e-mail' },
  'setting.complaint.contactEmail.help': { zh: '对业主公布，必填。', en: 'Shown to residents; required.' },
  'setting.complaint.contactPerson': { zh: '投诉联系人', en: 'Contact person' },
  'setting.complaint.contactPerson.help': { zh: '对业主公布，必填。', en: 'Shown to residents; required.' },
  'setting.complaint.suggestionBox': { zh: '意见箱位置', en: 'Place of the suggestion box' },
  'setting.complaint.suggestionBox.help': { zh: '对业主公布，必填。', en: 'Shown to residents; required.' },

  'setting.desk.newcomerDays': { zh: '新员工期限（天）', en: 'Somebody is new for (days)' },
  'setting.desk.newcomerDays.help': {
    zh: '入职后几天内算新员工，要先观摩访谈。',
    en: 'For so many days after starting, staff look on at interviews first.',
  },
  'setting.desk.observeFirst': { zh: '先观摩的访谈次数', en: 'Interviews to look on at' },
  'setting.desk.observeFirst.help': {
    zh: '新员工观摩满几次，才能单独上门访谈；观摩由被观摩的同事确认。',
    en: 'New staff look on at so many, confirmed by who was watched, before they lead one at a home alone.',
  },
  'setting.desk.queueAssistThreshold': { zh: '排队支援人数', en: 'Queue that calls for help' },
  'setting.desk.queueAssistThreshold.help': {
    zh: '前台等候的客户超过几位时，提醒同事来支援。',
    en: 'With more customers waiting than this, colleagues are asked to help.',
  },
  'setting.desk.lineReportTimes': { zh: '业务线汇报时间', en: 'Report times of the lines' },
  'setting.desk.lineReportTimes.help': {
    zh: '各业务线每天向前台汇报的时刻。',
    en: 'When the lines of business report to the desk each day.',
  },
  'setting.desk.inventoryTime': { zh: '日盘点时间', en: 'Time of the daily inventory' },
  'setting.desk.inventoryTime.help': {
    zh: '每天从这个时刻起盘点未关闭的事项。',
    en: 'From this time on the open matters of the day are gone through.',
  },
  'setting.desk.ownerSpendingLimitFen': { zh: '首接人用款上限（分）', en: 'Spending limit of an owner (fen)' },
  'setting.desk.ownerSpendingLimitFen.help': {
    zh: '首接人可自行安排的费用，超出须经客服负责人同意。单位是分，50000 为五百元。',
    en: 'What an owner may spend alone; above it the customer-service lead agrees. In fen: 50000 is 500 yuan.',
  },
  'setting.desk.similarWithinDays': { zh: '相似事项查找（天）', en: 'Look for similar matters (days)' },
  'setting.desk.similarWithinDays.help': {
    zh: '登记时查找最近几天内同一房号或客户的相似事项。',
    en: 'How many days back similar matters of the same room or customer are looked for.',
  },
  'setting.desk.lineReportLines': { zh: '须汇报的业务线', en: 'Lines that report' },
  'setting.desk.lineReportLines.help': {
    zh: '哪些业务线须按时向前台汇报。',
    en: 'Which lines of business report to the desk.',
  },
  'setting.desk.lineReportGraceMinutes': { zh: '汇报宽限（分钟）', en: 'Grace for reports (minutes)' },
  'setting.desk.lineReportGraceMinutes.help': {
    zh: '过了汇报时间几分钟仍未汇报，记为缺报。',
    en: 'How long after its time a report counts as missed.',
  },
  'setting.desk.dueSoonMinutes': { zh: '即将到期（分钟）', en: 'Due soon (minutes)' },
  'setting.desk.dueSoonMinutes.help': {
    zh: '剩余时间少于几分钟的事项显示为即将到期。',
    en: 'With less than this left, a matter is shown as due soon.',
  },
  'setting.desk.readConfirmWorkingDays': { zh: '应知应会确认（工作日）', en: 'Confirm reading (working days)' },
  'setting.desk.readConfirmWorkingDays.help': {
    zh: '应知应会更新后，应在几个工作日内确认已读。',
    en: 'Within how many working days a changed must-know sheet is confirmed as read.',
  },
  'setting.desk.quizPassPercent': { zh: '测验合格线（百分比）', en: 'Pass mark of the quiz (percent)' },
  'setting.desk.quizPassPercent.help': {
    zh: '应知应会测验答对多少为合格。',
    en: 'What share of right answers passes the must-know quiz.',
  },
  'setting.desk.quizQuestions': { zh: '测验题数', en: 'Questions of the quiz' },
  'setting.desk.quizQuestions.help': { zh: '每次测验出几道题。', en: 'How many questions a quiz has.' },
  'setting.desk.quizEveryMonths': { zh: '测验间隔（月）', en: 'Quiz every (months)' },
  'setting.desk.quizEveryMonths.help': {
    zh: '每人隔几个月测验一次。',
    en: 'After how many months a person takes it again.',
  },

  'setting.telephone.blockedBefore': { zh: '早于此时不打电话', en: 'No calls before' },
  'setting.telephone.blockedBefore.help': {
    zh: '早于这个时刻不给客户打电话或发短信，紧急情况除外。',
    en: 'Customers are neither called nor written to before this time, unless it is urgent.',
  },
  'setting.telephone.blockedFrom': { zh: '晚于此时不打电话', en: 'No calls from' },
  'setting.telephone.blockedFrom.help': {
    zh: '从这个时刻起不给客户打电话或发短信，紧急情况除外。',
    en: 'Customers are neither called nor written to from this time on, unless it is urgent.',
  },
  'setting.telephone.noonFrom': { zh: '午休开始', en: 'Noon break from' },
  'setting.telephone.noonFrom.help': {
    zh: '午休期间不打扰客户。',
    en: 'Customers are left in peace during the noon break.',
  },
  'setting.telephone.noonTo': { zh: '午休结束', en: 'Noon break to' },
  'setting.telephone.noonTo.help': { zh: '须晚于午休开始。', en: 'Must be later than its beginning.' },
  'setting.telephone.dinnerFrom': { zh: '晚餐时间开始', en: 'Dinner from' },
  'setting.telephone.dinnerFrom.help': { zh: '晚餐时间不打扰客户。', en: 'Customers are left in peace at dinner.' },
  'setting.telephone.dinnerTo': { zh: '晚餐时间结束', en: 'Dinner to' },
  'setting.telephone.dinnerTo.help': { zh: '须晚于晚餐时间开始。', en: 'Must be later than its beginning.' },
  'setting.telephone.lateOralAfter': { zh: '当场答复时刻', en: 'Answer in the same talk after' },
  'setting.telephone.lateOralAfter.help': {
    zh: '晚于这个时刻的口头投诉，须在同一次谈话中给出答复或初步答复。',
    en: 'A spoken complaint after this time gets an answer, at least a first one, in the same conversation.',
  },
  'setting.telephone.callbackTries': { zh: '回访次数', en: 'Tries of a callback' },
  'setting.telephone.callbackTries.help': {
    zh: '联系不上时最多试几次，之后可免回访。',
    en: 'How often a callback is tried before it may be waived.',
  },
  'setting.telephone.callbackDays': { zh: '回访分布天数', en: 'Days of a callback' },
  'setting.telephone.callbackDays.help': {
    zh: '这些尝试至少分布在几天。',
    en: 'On how many different days these tries are made at least.',
  },
  'setting.telephone.ringsPerMinute': { zh: '来电上限（每分钟）', en: 'Rings a minute' },
  'setting.telephone.ringsPerMinute.help': {
    zh: '电话交换机每分钟最多可通知几次来电。',
    en: 'How many calls a telephone exchange may announce in a minute.',
  },
  'setting.telephone.lateRingSeconds': { zh: '接听过迟（秒）', en: 'Late answer (seconds)' },
  'setting.telephone.lateRingSeconds.help': {
    zh: '响铃超过几秒才接听，提示先致歉。',
    en: 'Answered after more than this, the hint is to apologise first.',
  },

  'setting.orders.absentTimesUntilHold': { zh: '客户不在家次数', en: 'Absences until hold' },
  'setting.orders.absentTimesUntilHold.help': {
    zh: '客户几次不在家后，请求转为暂缓并留卡。',
    en: 'After how many visits in vain a request is put on hold and a card is left.',
  },
  'setting.orders.ownSightDays': { zh: '完工后可见（天）', en: 'Own orders in sight (days)' },
  'setting.orders.ownSightDays.help': {
    zh: '执行人完工几天内仍可查看自己的工单，之后不再显示客户资料。',
    en: 'How many days an executor still sees a finished order; the customer’s data disappears after it.',
  },
  'setting.orders.photosRequired': { zh: '须拍照', en: 'Photos required' },
  'setting.orders.photosRequired.help': { zh: '完工须附照片。', en: 'Work is reported done with photos.' },
  'setting.orders.signatureRequired': { zh: '须客户签字', en: 'Signature required' },
  'setting.orders.signatureRequired.help': { zh: '完工须客户签字。', en: 'The customer signs for finished work.' },

  'setting.notify.customerMessages': { zh: '给客户发消息', en: 'Messages to customers' },
  'setting.notify.customerMessages.help': {
    zh: '关闭后，给客户的消息留在发件箱，由人工放行。',
    en: 'Switched off, messages to customers are held in the outbox until somebody releases them.',
  },
  'setting.customers.staleProfileMonths': { zh: '资料陈旧（月）', en: 'Stale profile (months)' },
  'setting.customers.staleProfileMonths.help': {
    zh: '客户资料几个月未更新，提醒核对。',
    en: 'After how many months without a change a profile asks to be checked.',
  },
  'setting.customers.tenureMonths': { zh: '入住阶段（月）', en: 'Stages of residence (months)' },
  'setting.customers.tenureMonths.help': {
    zh: '新入住、适应、稳定三个阶段各到第几个月为止，须递增。',
    en: 'Up to which month a household counts as new, adjusting and stable; each later than the one before.',
  },
  'setting.customers.rosterAreaM2': { zh: '面积合理范围（平方米）', en: 'Sensible area (square metres)' },
  'setting.customers.rosterAreaM2.help': {
    zh: '导入名册时，面积超出这个范围会提示核对。',
    en: 'On import of a roster, an area outside this range is pointed out.',
  },
  'setting.customers.rosterPhoneSharedBy': { zh: '同号人数', en: 'People sharing a phone' },
  'setting.customers.rosterPhoneSharedBy.help': {
    zh: '导入名册时，超过几人共用一个电话会提示核对。',
    en: 'On import of a roster, a phone number of more people than this is pointed out.',
  },
  'setting.customers.rosterEarliestHandover': { zh: '最早交房日期', en: 'Earliest handover' },
  'setting.customers.rosterEarliestHandover.help': {
    zh: '导入名册时，早于这一天的交房日期会提示核对。',
    en: 'On import of a roster, a handover date before this day is pointed out.',
  },
  'setting.customers.importKeepDays': { zh: '导入文件保留（天）', en: 'Keep imports (days)' },
  'setting.customers.importKeepDays.help': {
    zh: '未采用的导入内容保留几天后清除。',
    en: 'After how many days the content of an import that was not used is cleared.',
  },
  'setting.desk.followUpHouseholds': { zh: '每日随访户数', en: 'Households to follow up a day' },
  'setting.desk.followUpHouseholds.help': {
    zh: '每天为前台列出几户待随访的客户。',
    en: 'How many households the desk is shown for follow-up each day.',
  },
  'setting.inspection.aheadDays': { zh: '提前排出任务（天）', en: 'Rounds made ahead (days)' },
  'setting.inspection.aheadDays.help': {
    zh: '按计划提前几天生成检查任务。',
    en: 'How many days ahead rounds are made from their plans.',
  },
  'setting.inspection.warnMinutes': { zh: '到期前提醒（分钟）', en: 'Warn before due (minutes)' },
  'setting.inspection.warnMinutes.help': {
    zh: '任务到期前多少分钟提醒负责的人。',
    en: 'How long before a round is due whoever is to go is warned.',
  },
  'setting.inspection.escalateWorkingDays': {
    zh: '漏检上报（工作日）',
    en: 'Escalate a missed round after (working days)',
  },
  'setting.inspection.escalateWorkingDays.help': {
    zh: '漏检几个工作日后仍未补做的，报告品质管理部。',
    en: 'After how many working days a missed round that is still not done reaches the quality department.',
  },
  'setting.inspection.calledDueMinutes': { zh: '临时任务时限（分钟）', en: 'Time for called rounds (minutes)' },
  'setting.inspection.calledDueMinutes.help': {
    zh: '下雨、施工等情况一经发起，检查任务须在多少分钟内完成。',
    en: 'How long a round may take that rain, works or the like have called.',
  },
  'setting.inspection.openCallHours': {
    zh: '现场情况未结束提醒（小时）',
    en: 'Remind of an open condition after (hours)',
  },
  'setting.inspection.openCallHours.help': {
    zh: '下雨、施工等情况发起后多少小时仍未结束，每天提醒发起人和负责人一次，直到结束。',
    en: 'After how many hours whoever called rain, works or the like and the lead are reminded, once a day, that it has not been ended.',
  },
  'setting.inspection.shiftStarts': { zh: '各班开始时间', en: 'Starts of shifts' },
  'setting.inspection.shiftStarts.help': {
    zh: '班前检查按这些时间排出。',
    en: 'Checks before each shift follow from these times.',
  },
  'setting.inspection.peakStarts': { zh: '高峰开始时间', en: 'Starts of the peaks' },
  'setting.inspection.peakStarts.help': {
    zh: '早晚高峰前的巡查按这些时间排出。',
    en: 'Rounds before the commuting peaks follow from these times.',
  },
  'setting.inspection.beforeMinutes': { zh: '提前量（分钟）', en: 'Ahead of shift and peak (minutes)' },
  'setting.inspection.beforeMinutes.help': {
    zh: '班前和高峰前的检查提前多少分钟开始。',
    en: 'How long before a shift or peak its checks begin.',
  },
  'setting.inspection.clockWarnMinutes': { zh: '手机时间误差提醒（分钟）', en: 'Clock of a phone (minutes)' },
  'setting.inspection.clockWarnMinutes.help': {
    zh: '手机时间与服务器相差超过多少分钟时提示检查人。',
    en: "By how much a phone's clock may be off before its owner is told.",
  },
  'setting.inspection.agreementHours': { zh: '一致性比对时限（小时）', en: 'Agreement within (hours)' },
  'setting.inspection.agreementHours.help': {
    zh: '两名检查人在多少小时内检查同一处，结果拿来比对。',
    en: 'Looks of two inspectors at one place are compared when they lie within so many hours.',
  },
  'setting.inspection.agreementItems': { zh: '一致性比对最少项数', en: 'Common items to compare' },
  'setting.inspection.agreementItems.help': {
    zh: '两次检查至少有多少个共同检查项才拿来比对。',
    en: 'Two looks are compared when both answered at least so many items.',
  },
  'setting.inspection.photoMaxPx': { zh: '照片最长边（像素）', en: 'Longest side of a photo (pixels)' },
  'setting.inspection.photoMaxPx.help': {
    zh: '手机上传前把照片缩到这个尺寸。',
    en: 'Phones scale photos to this size before sending them.',
  },
  'setting.inspection.photosPerItem': { zh: '每项最多照片', en: 'Photos of an item' },
  'setting.inspection.photosPerItem.help': {
    zh: '每个检查项最多拍几张照片。',
    en: 'How many photos an item may have at the most.',
  },
  'setting.survey.pairLimit': { zh: '成对题目上限', en: 'Pairs at most' },
  'setting.survey.pairLimit.help': {
    zh: '给住户的问卷最多有几对题目。一对要答两遍，太长就答不完。',
    en: 'How many pairs a questionnaire for residents may hold. Each takes two answers; long ones are not finished.',
  },
  'setting.survey.openDays': { zh: '问卷开放（天）', en: 'Open for (days)' },
  'setting.survey.openDays.help': {
    zh: '邀请发出后几天内可以作答。',
    en: 'For how many days after the invitation answers are taken.',
  },
  'setting.survey.paperDays': { zh: '纸质补录（天）', en: 'Paper entered for (days)' },
  'setting.survey.paperDays.help': {
    zh: '截止之后还有几天可以录入收回的纸质问卷，过后问卷自动结束。0 表示截止当天必须录完。',
    en: 'For how many days after the last day sheets that came in are still typed in; then the survey closes by itself. 0: on the last day itself.',
  },
  'setting.survey.reminderDays': { zh: '催答间隔（天）', en: 'Remind after (days)' },
  'setting.survey.reminderDays.help': {
    zh: '邀请或上次催答后，几天没有作答再催一次。',
    en: 'After how many days without an answer a reminder goes out.',
  },
  'setting.survey.reminders': { zh: '催答次数', en: 'Reminders' },
  'setting.survey.reminders.help': {
    zh: '一份邀请最多催几次。0 表示不催。',
    en: 'How often an invitation is reminded of at most. 0: never.',
  },
  'setting.survey.smallestGroup': { zh: '最小人数', en: 'Smallest group' },
  'setting.survey.smallestGroup.help': {
    zh: '少于这么多人作答的分组不显示，匿名问卷也不保留这样的分组；进行中的匿名问卷总有这么多份答案留到最后一起计入。',
    en: 'Groups with fewer answers are not shown, and anonymous surveys do not keep them. While an anonymous survey runs, this many answers wait to be counted in together at its end.',
  },
  'setting.survey.transactionRestDays': { zh: '服务后问卷间隔（天）', en: 'Rest between service surveys (days)' },
  'setting.survey.transactionRestDays.help': {
    zh: '同一位客户在几天内只问一次。',
    en: 'The same customer is asked once within so many days.',
  },
  'setting.survey.transactionDays': { zh: '服务后问卷有效（天）', en: 'Service survey open for (days)' },
  'setting.survey.transactionDays.help': {
    zh: '办结后发出的问卷几天内可以作答。',
    en: 'For how many days a survey about a service takes its answer.',
  },
  'setting.survey.blauthRule': { zh: '归类先分两半', en: 'Blauth rule' },
  'setting.survey.blauthRule.help': {
    zh: '否：取次数最多的一类。是：先比较有感受与没感受两半之和，再取其中最多的一类。',
    en: 'No: the most frequent class. Yes: the sums of both halves are compared first, then the most frequent within.',
  },
  'setting.survey.mixedPercent': { zh: '混合界限（%）', en: 'Mixed below (%)' },
  'setting.survey.mixedPercent.help': {
    zh: '第一类比第二类多出的百分点低于这个数，视为混合。',
    en: 'When the first class leads the second by fewer percentage points, it reads as mixed.',
  },
  'setting.survey.questionablePercent': { zh: '可疑答案界限（%）', en: 'Questionable above (%)' },
  'setting.survey.questionablePercent.help': {
    zh: '前后矛盾的答案超过这个比例，提示题目可能不清楚。',
    en: 'Above this share of contradictory answers the question is probably unclear.',
  },
  'setting.survey.reversePercent': { zh: '反向答案界限（%）', en: 'Reverse above (%)' },
  'setting.survey.reversePercent.help': {
    zh: '反向答案超过这个比例，提示重新考虑这道题。',
    en: 'Above this share of reverse answers the item should be thought over.',
  },
  'setting.survey.smallestSample': { zh: '最小样本', en: 'Smallest sample' },
  'setting.survey.smallestSample.help': {
    zh: '有效答案少于这个数时，归类只作参考，仍用默认类别。',
    en: 'With fewer valid pairs the class is provisional and the default is kept.',
  },
  'setting.survey.cutAtHalf': { zh: '象限以 0.5 为界', en: 'Quadrants cut at 0.5' },
  'setting.survey.cutAtHalf.help': {
    zh: '否：以各题的平均值为界。',
    en: 'No: at the mean of all items.',
  },
  'setting.security.backupAgeHours': { zh: '备份最长间隔（小时）', en: 'Oldest age of a backup (hours)' },
  'setting.security.backupAgeHours.help': {
    zh: '最近一次备份早于这么多小时，每天提醒系统管理员。',
    en: 'When the last backup is older, the administrators are told every day.',
  },
  'setting.security.secondFactorRoles': { zh: '须动态验证码的岗位', en: 'Roles with a second factor' },
  'setting.security.secondFactorRoles.help': {
    zh: '担任这些岗位的账号登录时须输入动态验证码。系统重新启动后生效。',
    en: 'Accounts with one of these roles sign in with a verification code. In force after a restart.',
  },
} as const satisfies Record<
  Exclude<
    `setting.${SettingKey}` | `setting.${SettingKey}.help`,
    keyof typeof findingSettingTexts | keyof typeof violationSettingTexts
  >,
  Text
>
