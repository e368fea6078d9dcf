import type { ROUND_KINDS, ROUND_STATES } from '#contract/field.ts'
import type { Recurrence } from '#contract/inspection-plans.ts'
import type { Text, Texts } from './text.ts'

/** Words of plans, rounds and looks that pages, sheets and messages share. */
export const touchpointWordTexts = {
  'condition.event:notice': { zh: '重要通知或社区活动', en: 'Important notice or community event' },

  'inspectionKind.self': { zh: '自查', en: 'Own inspection' },
  'inspectionKind.surprise': { zh: '飞行检查', en: 'Surprise inspection' },
  'inspectionKind.mystery': { zh: '神秘访客', en: 'Mystery visitor' },
  'inspectionKind.spot': { zh: '随手检查', en: 'On the spot' },
  'inspectionKind.task': { zh: '作业任务', en: 'Task' },

  'roundState.planned': { zh: '待检查', en: 'To be done' },
  'roundState.started': { zh: '进行中', en: 'Under way' },
  'roundState.done': { zh: '已完成', en: 'Done' },
  'roundState.missed': { zh: '漏检', en: 'Missed' },
  'roundState.cancelled': { zh: '已取消', en: 'Called off' },

  'recurrence.days': { zh: '每隔几天', en: 'Every so many days' },
  'recurrence.weekdays': { zh: '每周固定日子', en: 'Days of the week' },
  'recurrence.perWeek': { zh: '每周几次', en: 'Times a week' },
  'recurrence.perMonth': { zh: '每月几次', en: 'Times a month' },
  'recurrence.monthDays': { zh: '每月固定日子', en: 'Days of the month' },
  'recurrence.workingDay': { zh: '每月第几个工作日', en: 'Working day of the month' },
  'recurrence.holidays': { zh: '节假日', en: 'Public holidays' },
  'recurrence.called': { zh: '情况发生时', en: 'When called' },
} as const satisfies Record<
  | 'condition.event:notice'
  | `inspectionKind.${(typeof ROUND_KINDS)[number]}`
  | `roundState.${(typeof ROUND_STATES)[number]}`
  | `recurrence.${Recurrence['kind']}`,
  Text
>

/** Names and headings of the lists as Excel files. */
export const inspectionSheetTexts = {
  'inspectionSheet.plans': { zh: '检查计划', en: 'Plans' },
  'inspectionSheet.rounds': { zh: '检查任务', en: 'Rounds' },
  'inspectionSheet.looks': { zh: '检查记录', en: 'Inspections' },
  'inspectionSheet.refused': { zh: '未接收的检查', en: 'Inspections not taken' },
  'inspectionSheet.calls': { zh: '现场情况', en: 'Conditions' },
  'inspectionSheet.lastDone': { zh: '上次完成时间', en: 'Last done' },
  'inspectionColumn.name': { zh: '名称', en: 'Name' },
  'inspectionColumn.kind': { zh: '类型', en: 'Kind' },
  'inspectionColumn.recurrence': { zh: '频次', en: 'Frequency' },
  'inspectionColumn.hours': { zh: '时段', en: 'Hours' },
  'inspectionColumn.line': { zh: '业务线', en: 'Line' },
  'inspectionColumn.assignee': { zh: '负责', en: 'Assigned to' },
  'inspectionColumn.places': { zh: '位置数', en: 'Places' },
  'inspectionColumn.sample': { zh: '每次抽检', en: 'Sample' },
  'inspectionColumn.nextAt': { zh: '下次', en: 'Next' },
  'inspectionColumn.done30': { zh: '近 30 天完成', en: 'Done in 30 days' },
  'inspectionColumn.missed30': { zh: '近 30 天漏检', en: 'Missed in 30 days' },
  'inspectionColumn.active': { zh: '启用', en: 'In use' },
  'inspectionColumn.date': { zh: '日期', en: 'Date' },
  'inspectionColumn.state': { zh: '状态', en: 'State' },
  'inspectionColumn.fromAt': { zh: '开始', en: 'From' },
  'inspectionColumn.untilAt': { zh: '结束', en: 'Until' },
  'inspectionColumn.dueAt': { zh: '到期', en: 'Due' },
  'inspectionColumn.seen': { zh: '已检查', en: 'Seen' },
  'inspectionColumn.skipped': { zh: '未检查', en: 'Left out' },
  'inspectionColumn.startedAt': { zh: '开始检查', en: 'Begun' },
  'inspectionColumn.doneAt': { zh: '完成时间', en: 'Done' },
  'inspectionColumn.doneBy': { zh: '签字人', en: 'Signed by' },
  'inspectionColumn.missedAt': { zh: '漏检时间', en: 'Missed' },
  'inspectionColumn.reason': { zh: '原因', en: 'Reason' },
  'inspectionColumn.seed': { zh: '抽检种子', en: 'Seed of the draw' },
  'inspectionColumn.endedAt': { zh: '检查时间', en: 'Looked at' },
  'inspectionColumn.place': { zh: '位置', en: 'Place' },
  'inspectionColumn.touchpoint': { zh: '触点', en: 'Touchpoint' },
  'inspectionColumn.inspector': { zh: '检查人', en: 'Inspector' },
  'inspectionColumn.passed': { zh: '合格', en: 'Passed' },
  'inspectionColumn.failed': { zh: '不合格', en: 'Failed' },
  'inspectionColumn.notApplicable': { zh: '不适用', en: 'Not applicable' },
  'inspectionColumn.unanswered': { zh: '未回答', en: 'Not answered' },
  'inspectionColumn.score': { zh: '得分', en: 'Score' },
  'inspectionColumn.receivedAt': { zh: '收到时间', en: 'Received' },
  'inspectionColumn.clockOff': { zh: '手机时间差（秒）', en: 'Clock of the phone (s)' },
  'inspectionColumn.standard': { zh: '标准版本', en: 'Standard' },
  'inspectionColumn.note': { zh: '备注', en: 'Note' },
  'inspectionColumn.voidedAt': { zh: '作废时间', en: 'Voided' },
  'inspectionColumn.voidReason': { zh: '作废原因', en: 'Why voided' },
  'inspectionColumn.answers': { zh: '检查项', en: 'Items' },
  'inspectionColumn.photos': { zh: '照片', en: 'Photos' },
  'inspectionColumn.resolvedAt': { zh: '处理时间', en: 'Resolved' },
  'inspectionColumn.resolvedBy': { zh: '处理人', en: 'Resolved by' },
  'inspectionColumn.resolution': { zh: '处理结果', en: 'Resolution' },
  'inspectionColumn.condition': { zh: '情况', en: 'Condition' },
  'inspectionColumn.calledBy': { zh: '发起人', en: 'Called by' },
  'inspectionColumn.rounds': { zh: '检查任务', en: 'Rounds' },
  'inspectionColumn.done': { zh: '已完成', en: 'Done' },
  'inspectionColumn.task': { zh: '作业', en: 'Task' },
  'inspectionColumn.looked': { zh: '检查', en: 'Inspection' },
  'inspectionColumn.lastAt': { zh: '上次完成', en: 'Last done' },
  'inspectionColumn.lastBy': { zh: '完成人', en: 'By' },
  'inspectionColumn.nextDueAt': { zh: '下次到期', en: 'Due next' },
} as const satisfies Texts
