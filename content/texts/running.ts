import type { POST_KINDS } from '#contract/duty.ts'
import type { HandoverGroup, handover, ITEM_MARKS } from '#contract/handover.ts'
import type { DAY_KINDS, MESSAGE_CHANNELS, MESSAGE_STATES } from '#contract/running.ts'
import type { Text, Texts } from './text.ts'

type One<T extends readonly string[]> = T[number]

export const postKindTexts = {
  'postKind.frontDesk': { zh: '前台', en: 'Front desk' },
  'postKind.controlCentre': { zh: '控制中心', en: 'Control centre' },
  'postKind.gate': { zh: '出入口岗', en: 'Gate' },
  'postKind.patrol': { zh: '巡逻岗', en: 'Patrol' },
  'postKind.line': { zh: '业务线值班', en: 'Line on duty' },
  'postKind.other': { zh: '其他', en: 'Other' },
} as const satisfies Record<`postKind.${One<typeof POST_KINDS>}`, Text>

/** FD-700: the groups of the shift handover record. */
export const handoverTexts = {
  'handoverGroup.openItems': { zh: '未关闭事项', en: 'Open matters' },
  'handoverGroup.keysOut': { zh: '借出的钥匙', en: 'Keys out' },
  'handoverGroup.cash': { zh: '现金与备用金', en: 'Cash and float' },
  'handoverGroup.slips': { zh: '单据与票据本', en: 'Slips and books' },
  'handoverGroup.cards': { zh: '库存卡', en: 'Cards in stock' },
  'handoverGroup.notices': { zh: '通知', en: 'Notices' },
  'handoverGroup.specialCustomers': { zh: '需特别关注的客户', en: 'Special customers' },
  'handoverState.OPEN': { zh: '待接班确认', en: 'Waits for acceptance' },
  'handoverState.ACCEPTED': { zh: '已接班', en: 'Taken over' },
  'handoverState.WITHDRAWN': { zh: '已撤回', en: 'Withdrawn' },
  'handoverMark.listed': { zh: '在列', en: 'listed' },
  'handoverMark.new': { zh: '新增', en: 'new' },
  'handoverMark.closed': { zh: '已关闭', en: 'closed meanwhile' },
  'handoverMark.elsewhere': { zh: '已转他人', en: 'gone to somebody else' },
  'handoverMark.moved': { zh: '已移交', en: 'moved' },
  'handoverMark.kept': { zh: '未移交（接班人须回避）', en: 'kept: the taker is concerned' },
} as const satisfies Record<
  | `handoverGroup.${HandoverGroup}`
  | `handoverState.${One<typeof handover.states>}`
  | `handoverMark.${One<typeof ITEM_MARKS>}`,
  Text
>

export const runningTexts = {
  'messageChannel.sms': { zh: '短信', en: 'Text message' },
  'messageChannel.wechat': { zh: '微信', en: 'WeChat' },
  'messageChannel.app': { zh: '手机应用', en: 'App' },
  'messageChannel.phone_task': { zh: '电话任务', en: 'Telephone task' },
  'messageChannel.notice': { zh: '张贴通知', en: 'Printed notice' },
  'messageChannel.staff': { zh: '站内消息', en: 'In-app message' },
  'messageState.waiting': { zh: '待发送', en: 'Waiting' },
  'messageState.sent': { zh: '已发送', en: 'Sent' },
  'messageState.failed': { zh: '发送失败', en: 'Failed' },
  'messageState.held': { zh: '已扣留', en: 'Held' },
  'dayKind.off': { zh: '休息日', en: 'Day off' },
  'dayKind.work': { zh: '工作日', en: 'Working day' },
} as const satisfies Record<
  | `messageChannel.${One<typeof MESSAGE_CHANNELS>}`
  | `messageState.${One<typeof MESSAGE_STATES>}`
  | `dayKind.${One<typeof DAY_KINDS>}`,
  Text
>

/** Sheets and column headings of the exports. */
export const sheetTexts = {
  'sheet.accounts': { zh: '账号', en: 'Accounts' },
  'sheet.staff': { zh: '人员', en: 'People' },
  'sheet.duties': { zh: '排班', en: 'Duties' },
  'sheet.handovers': { zh: '交接班记录', en: 'Handovers' },
  'sheet.settings': { zh: '参数设置', en: 'Settings' },
  'sheet.outbox': { zh: '发件箱', en: 'Outbox' },
  'sheet.audit': { zh: '操作记录', en: 'Audit' },
  'column.staffNo': { zh: '工号', en: 'Staff number' },
  'column.name': { zh: '姓名', en: 'Name' },
  'column.username': { zh: '用户名', en: 'User name' },
  'column.phone': { zh: '电话', en: 'Phone' },
  'column.provider': { zh: '所属单位', en: 'Company' },
  'column.roles': { zh: '岗位', en: 'Roles' },
  'column.lines': { zh: '业务线', en: 'Lines' },
  'column.active': { zh: '在职', en: 'Active' },
  'column.leftOn': { zh: '离职日期', en: 'Left on' },
  'column.affairOfficer': { zh: '事务员', en: 'Affair officer' },
  'column.date': { zh: '日期', en: 'Date' },
  'column.post': { zh: '岗点', en: 'Post' },
  'column.shift': { zh: '班次', en: 'Shift' },
  'column.from': { zh: '开始', en: 'From' },
  'column.to': { zh: '结束', en: 'To' },
  'column.endedAt': { zh: '下岗时间', en: 'Went off duty' },
  'column.number': { zh: '编号', en: 'Number' },
  'column.state': { zh: '状态', en: 'State' },
  'column.giver': { zh: '交班人', en: 'Given by' },
  'column.taker': { zh: '接班人', en: 'Taken by' },
  'column.openedAt': { zh: '交班时间', en: 'Opened at' },
  'column.acceptedAt': { zh: '接班时间', en: 'Accepted at' },
  'column.openItems': { zh: '未关闭事项', en: 'Open matters' },
  'column.differences': { zh: '不符组数', en: 'Differences' },
  'column.setting': { zh: '参数', en: 'Setting' },
  'column.value': { zh: '现值', en: 'Value' },
  'column.default': { zh: '默认值', en: 'Default' },
  'column.rule': { zh: '依据', en: 'Rule' },
  'column.changedBy': { zh: '修改人', en: 'Changed by' },
  'column.changedAt': { zh: '修改时间', en: 'Changed at' },
  'column.at': { zh: '时间', en: 'Time' },
  'column.channel': { zh: '渠道', en: 'Channel' },
  'column.recipient': { zh: '收件人', en: 'To' },
  'column.body': { zh: '内容', en: 'Text' },
  'column.matter': { zh: '事项', en: 'Matter' },
  'column.sentAt': { zh: '发送时间', en: 'Sent at' },
  'column.error': { zh: '失败原因', en: 'Error' },
  'column.actor': { zh: '操作人', en: 'Who' },
  'column.action': { zh: '操作', en: 'Action' },
  'column.subject': { zh: '对象', en: 'Subject' },
  'column.purpose': { zh: '用途', en: 'Purpose' },
  'column.before': { zh: '修改前', en: 'Before' },
  'column.after': { zh: '修改后', en: 'After' },
} as const satisfies Texts
