import type { Texts } from './text.ts'

/** The approved answers by topic (CP-028). */
export const complaintWordingTexts = {
  'nav.complaintWordings': { zh: '统一口径', en: 'Agreed wordings' },
  'complaint.topicWording': { zh: '统一口径：{{title}}', en: 'Agreed wording: {{title}}' },
  'issue.topic_about': {
    zh: '投诉类别、触点、楼栋至少选一项。',
    en: 'Choose at least a category, a touchpoint or a building.',
  },
  'wordings.hint': {
    zh: '同一话题只有一种说法：有关的投诉都会显示，答复不一致时提醒',
    en: 'One answer for a topic: shown with every complaint about it; a reply that differs is pointed out',
  },
  'wordings.wording': { zh: '话题与口径', en: 'Topic and wording' },
  'wordings.about': { zh: '适用于', en: 'Applies to' },
  'wordings.approved': { zh: '审定', en: 'Approved' },
  'wordings.state': { zh: '状态', en: 'State' },
  'wordings.inForce': { zh: '使用中', en: 'In force' },
  'wordings.inForceOnly': { zh: '只看使用中的', en: 'Only in force' },
  'wordings.ended': { zh: '已停用', en: 'Ended' },
  'wordings.overlaps': {
    zh: '与「{{titles}}」可能适用于同一件投诉',
    en: 'May apply to the same complaints as: {{titles}}',
  },
  'wordings.add': { zh: '新增口径', en: 'Add a wording' },
  'wordings.addTitle': { zh: '新增统一口径', en: 'An agreed wording' },
  'wordings.changeTitle': { zh: '编辑「{{title}}」', en: 'Edit {{title}}' },
  'wordings.title': { zh: '话题', en: 'Topic' },
  'wordings.titleHelp': { zh: '如「5栋电梯停运」', en: 'Such as “Lift of building 5 out of service”' },
  'wordings.text': { zh: '统一答复', en: 'The answer' },
  'wordings.textHelp': {
    zh: '原因、措施、预计时间，各岗位都照此说',
    en: 'The reason, what is done, by when; everybody says just this',
  },
  'wordings.codes': { zh: '投诉类别', en: 'Category' },
  'wordings.codesHelp': { zh: '可选几类；不选表示不限', en: 'Several may be chosen; none means any' },
  'wordings.building': { zh: '楼栋', en: 'Building' },
  'wordings.approve': { zh: '审定并启用', en: 'Approve' },
  'wordings.saved': { zh: '口径已启用', en: 'The wording is in force' },
  'wordings.titleTaken': { zh: '已有使用中的同名话题', en: 'There is a topic of this name in force' },
  'wordings.end': { zh: '停用', en: 'End' },
  'wordings.endOf': { zh: '停用「{{title}}」', en: 'End {{title}}' },
  'wordings.endQuestion': { zh: '停用「{{title}}」的口径？', en: 'End the wording of {{title}}?' },
  'wordings.endHint': { zh: '投诉页和登记页不再显示它', en: 'Complaints and the desk no longer show it' },
  'wordings.endedNow': { zh: '口径已停用', en: 'The wording has ended' },
  'wordings.empty': { zh: '还没有统一口径', en: 'No wording is agreed yet' },
  'wordings.emptyHint': {
    zh: '很多人问同一件事时，先定一种说法',
    en: 'When many ask about one thing, agree first on what to say',
  },
} as const satisfies Texts
