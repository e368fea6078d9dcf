import type { Texts } from './text.ts'

/** Settings of scores and findings. */
export const findingSettingTexts = {
  'setting.inspection.weightCritical': { zh: '致命项权重', en: 'Weight of a critical item' },
  'setting.inspection.weightCritical.help': {
    zh: '计算得分时致命项的权重。修改后，已有得分会重新计算。',
    en: 'How much a critical item weighs in a score. Stored scores are reckoned anew after a change.',
  },
  'setting.inspection.weightMajor': { zh: '严重项权重', en: 'Weight of a major item' },
  'setting.inspection.weightMajor.help': {
    zh: '计算得分时严重项的权重。修改后，已有得分会重新计算。',
    en: 'How much a major item weighs in a score. Stored scores are reckoned anew after a change.',
  },
  'setting.inspection.weightMinor': { zh: '一般项权重', en: 'Weight of a minor item' },
  'setting.inspection.weightMinor.help': {
    zh: '计算得分时一般项的权重。修改后，已有得分会重新计算。',
    en: 'How much a minor item weighs in a score. Stored scores are reckoned anew after a change.',
  },
  'setting.inspection.mustBeWeight': { zh: '必要品质占比', en: 'Share of must-be items' },
  'setting.inspection.mustBeWeight.help': {
    zh: '必要品质合格率在得分中的占比，0 到 1。',
    en: 'The share of the must-be rate in a score, 0 to 1.',
  },
  'setting.inspection.oneDimensionalWeight': { zh: '一维品质占比', en: 'Share of one-dimensional items' },
  'setting.inspection.oneDimensionalWeight.help': {
    zh: '一维品质合格率在得分中的占比，0 到 1。',
    en: 'The share of the one-dimensional rate in a score, 0 to 1.',
  },
  'setting.inspection.criticalGate': { zh: '致命项不合格时最高分', en: 'Most with a critical item failed' },
  'setting.inspection.criticalGate.help': {
    zh: '任何一个致命的必要项不合格，得分不超过这个数。',
    en: 'With any critical must-be item failed a score reaches no more than this.',
  },
  'setting.inspection.mustBeGate': { zh: '必要品质不达标时最高分', en: 'Most below the must-be level' },
  'setting.inspection.mustBeGate.help': {
    zh: '必要品质合格率低于要求时，得分不超过这个数。',
    en: 'While the must-be rate is below its level a score reaches no more than this.',
  },
  'setting.inspection.mustBePass': { zh: '必要品质合格率要求', en: 'Must-be level' },
  'setting.inspection.mustBePass.help': {
    zh: '必要品质合格率至少要达到多少，0.9 表示九成。',
    en: 'The must-be rate that is asked for; 0.9 is nine in ten.',
  },
  'setting.inspection.bonus': { zh: '魅力品质加分', en: 'Bonus of attractive items' },
  'setting.inspection.bonus.help': {
    zh: '魅力项全部做到时最多加几分；没做到不扣分。',
    en: 'How many points attractive items add at the most; their absence costs nothing.',
  },
  'setting.inspection.placeScore': { zh: '地点得分取法', en: 'Score of a place' },
  'setting.inspection.placeScore.help': {
    zh: '取期间内各次检查的平均，或最近一次检查。',
    en: 'The mean of all looks of the period, or the last of them.',
  },
  'setting.inspection.touchpointWeights': { zh: '触点权重', en: 'Weights of the touchpoints' },
  'setting.inspection.touchpointWeights.help': {
    zh: '计算小区得分时 T01 到 T20 各自的权重，依次二十个数。',
    en: 'How much each of T01 to T20 weighs in the score of the estate; twenty numbers in this order.',
  },
  'setting.inspection.unseenDays': { zh: '多久没查算漏查（天）', en: 'Not seen for (days)' },
  'setting.inspection.unseenDays.help': {
    zh: '地点超过几天没有检查，列为久未检查。',
    en: 'A place that nobody looked at for more days is shown as not seen.',
  },
  'setting.finding.confirmWorkingDays': { zh: '确认检查发现（工作日）', en: 'Confirm a finding (working days)' },
  'setting.finding.confirmWorkingDays.help': {
    zh: '检查发现应在几个工作日内确认并指派。0 表示当天。',
    en: 'Within how many working days a finding is confirmed and assigned. 0: the same day.',
  },
  'setting.finding.criticalHours': { zh: '致命项整改（小时）', en: 'Critical: put right (hours)' },
  'setting.finding.criticalHours.help': {
    zh: '致命不合格应在几小时内整改。',
    en: 'Within how many hours a critical fault is put right.',
  },
  'setting.finding.majorWorkingDays': { zh: '严重项整改（工作日）', en: 'Major: put right (working days)' },
  'setting.finding.majorWorkingDays.help': {
    zh: '严重不合格应在几个工作日内整改。',
    en: 'Within how many working days a major fault is put right.',
  },
  'setting.finding.minorDays': { zh: '一般项整改（天）', en: 'Minor: put right (days)' },
  'setting.finding.minorDays.help': {
    zh: '一般不合格应在几天内整改。',
    en: 'Within how many days a minor fault is put right.',
  },
  'setting.finding.recheckWorkingDays': { zh: '复查（工作日）', en: 'Second look (working days)' },
  'setting.finding.recheckWorkingDays.help': {
    zh: '整改后应在几个工作日内由另一人复查。0 表示当天。',
    en: 'Within how many working days another person looks again. 0: the same day.',
  },
  'setting.finding.postponeDays': { zh: '最多延期（天）', en: 'Postpone at most (days)' },
  'setting.finding.postponeDays.help': {
    zh: '整改期限最多比按严重程度算出的期限晚几天，不论延期几次。',
    en: 'How many days after the time its severity gives a fault may be postponed to, however often.',
  },
  'setting.finding.repeatMonths': { zh: '重复发生的期限（月）', en: 'A repeat within (months)' },
  'setting.finding.repeatMonths.help': {
    zh: '同一地点同一项，关闭后几个月内再次不合格，算重复发生。',
    en: 'The same item failing at the same place within so many months after its closing is a repeat.',
  },
  'setting.finding.orderForCritical': { zh: '致命项不合格自动开工单', en: 'Order at once for what is critical' },
  'setting.finding.orderForCritical.help': {
    zh: '致命项不合格时，立即为负责的业务线开出工单。',
    en: 'A failed critical item opens a work order for the line that answers for it at once.',
  },
  'setting.finding.alarmQuality': { zh: '致命不合格通知品质部', en: 'Alarm the quality department' },
  'setting.finding.alarmQuality.help': {
    zh: '出现致命不合格时，同时通知品质部。',
    en: 'A critical fault is told to the quality department too.',
  },
} as const satisfies Texts
