import type { Texts } from './text.ts'

export const findingStateTexts = {
  'state.finding.PROPOSED': { zh: '待确认', en: 'To confirm' },
  'state.finding.ASSIGNED': { zh: '整改中', en: 'To put right' },
  'state.finding.RECTIFIED': { zh: '待复查', en: 'To look at again' },
  'state.finding.CLOSED': { zh: '已关闭', en: 'Closed' },
  'state.finding.REJECTED': { zh: '不成立', en: 'Rejected' },
} as const satisfies Texts

export const findingVerbTexts = {
  'verb.confirm': { zh: '确认并指派', en: 'Confirm and assign' },
  'verb.reject': { zh: '不成立', en: 'Reject' },
  'verb.regrade': { zh: '调整严重程度', en: 'Regrade' },
  'verb.postpone': { zh: '延期', en: 'Postpone' },
  'verb.rectify': { zh: '整改完成', en: 'Put right' },
  'verb.orderDone': { zh: '工单完成，待复查', en: 'Put right by its order' },
  'verb.passCheck': { zh: '复查合格', en: 'Second look passed' },
  'verb.failCheck': { zh: '复查不合格', en: 'Second look failed' },
  'verb.openOrder': { zh: '开工单', en: 'Open an order' },
  'verb.seenAgain': { zh: '又一次查到', en: 'Seen again' },
} as const satisfies Texts

export const findingFieldTexts = {
  'field.rootCause': { zh: '不合格的原因', en: 'Why it failed' },
  'field.rectifyBy': { zh: '整改期限（不填按严重程度）', en: 'Put right by (by severity if empty)' },
  'field.until': { zh: '延到', en: 'Until' },
  'field.severity': { zh: '严重程度', en: 'Severity' },
  'field.photoIds': { zh: '照片', en: 'Photos' },
  'field.placeId': { zh: '地点', en: 'Place' },
  'field.itemId': { zh: '检查项', en: 'Item' },
} as const satisfies Texts

/** Pages and sheets of what inspections found. */
export const findingPageTexts = {
  'nav.findings': { zh: '检查发现', en: 'Findings' },
  'nav.repeatedFailures': { zh: '反复不合格', en: 'Repeated failures' },

  'findingList.hint': {
    zh: '检查中不合格、需要整改的每一项，最近的在前',
    en: 'Every failed item to be put right, newest first',
  },
  'findingList.search': { zh: '编号、地点、内容', en: 'Number, place, words' },
  'findingList.found': { zh: '发现日期', en: 'Found on' },
  'findingList.openOrClosed': { zh: '是否关闭', en: 'Open or closed' },
  'findingList.open': { zh: '未关闭', en: 'Open' },
  'findingList.closed': { zh: '已关闭', en: 'Closed' },
  'findingList.overdue': { zh: '已超时', en: 'Overdue' },
  'findingList.repeat': { zh: '重复发生', en: 'Repeats' },
  'findingList.placeFilter': { zh: '地点', en: 'Place' },

  'findingColumn.number': { zh: '编号', en: 'Number' },
  'findingColumn.foundOn': { zh: '发现日期', en: 'Found on' },
  'findingColumn.place': { zh: '地点', en: 'Place' },
  'findingColumn.touchpoint': { zh: '触点', en: 'Touchpoint' },
  'findingColumn.itemId': { zh: '项目编号', en: 'Item' },
  'findingColumn.statement': { zh: '检查项', en: 'Statement' },
  'findingColumn.statementEn': { zh: '检查项（英文）', en: 'Statement (English)' },
  'findingColumn.severity': { zh: '严重程度', en: 'Severity' },
  'findingColumn.state': { zh: '状态', en: 'State' },
  'findingColumn.line': { zh: '业务线', en: 'Line' },
  'findingColumn.handler': { zh: '处理人', en: 'Handler' },
  'findingColumn.due': { zh: '期限', en: 'Due' },
  'findingColumn.times': { zh: '查到次数', en: 'Times seen' },
  'findingColumn.repeat': { zh: '重复发生', en: 'Repeat' },
  'findingColumn.failedChecks': { zh: '复查不合格', en: 'Failed checks' },
  'findingColumn.closedAt': { zh: '关闭时间', en: 'Closed at' },
  'findingColumn.findings': { zh: '发现数', en: 'Findings' },
  'findingColumn.open': { zh: '未关闭', en: 'Open' },
  'findingColumn.lastFoundOn': { zh: '最近发现', en: 'Last found' },
  'findingSheet.list': { zh: '检查发现', en: 'Findings' },
  'findingSheet.repeats': { zh: '反复不合格', en: 'Repeated failures' },

  'finding.title': { zh: '检查发现', en: 'What was found' },
  'finding.suggested': { zh: '建议：{{line}} {{name}}', en: 'Suggested: {{line}} {{name}}' },
  'finding.before': { zh: '整改前', en: 'Before' },
  'finding.after': { zh: '整改后', en: 'After' },
  'finding.check': { zh: '复查', en: 'Second look' },
  'finding.noPhotos': { zh: '没有照片', en: 'No photos' },
  'finding.measure': { zh: '整改措施', en: 'Measure' },
  'finding.look': { zh: '查出它的检查', en: 'Found by' },
  'finding.fails': { zh: '不合格：{{item}}', en: 'Fails: {{item}}' },
  'finding.cause': { zh: '原因', en: 'Cause' },
  'finding.rectified': { zh: '整改', en: 'Put right' },
  'finding.checked': { zh: '复查', en: 'Looked at again' },
  'finding.failedChecks': { zh: '复查不合格 {{count}} 次', en: 'Refused {{count}} times' },
  'finding.order': { zh: '工单', en: 'Order' },
  'finding.sightings': { zh: '查到记录', en: 'Sightings' },
  'finding.earlier': { zh: '同一地点同一项', en: 'Same item, same place' },
  'finding.repeated': { zh: '重复发生', en: 'Repeat' },
  'finding.timesSeen': { zh: '查到 {{count}} 次', en: 'Seen {{count}} times' },
  'finding.camera': { zh: '拍照', en: 'Take a photo' },
  'finding.album': { zh: '选择照片', en: 'Choose photos' },
  'finding.propose': { zh: '登记检查发现', en: 'Record a finding' },
  'finding.proposeHint': {
    zh: '投诉说的地方确实不合格时，登记为检查发现，由业务线整改。',
    en: 'When what the complaint says is so, record it as a finding; the line puts it right.',
  },
  'finding.placeFirst': { zh: '请先选地点', en: 'Choose the place first' },
  'finding.proposed': { zh: '已登记 {{number}}', en: 'Recorded as {{number}}' },
  'finding.joined': { zh: '已并入未关闭的 {{number}}', en: 'Joined the open {{number}}' },

  'repeated.hint': {
    zh: '同一地点同一项反复不合格，最多的在前',
    en: 'The same item failing again at the same place, most often first',
  },
} as const satisfies Texts
