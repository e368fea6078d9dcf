/** What members of staff read in their messages; `{{number}}` and `{{title}}` are always there. */
export const staffNotices = {
  'matter.nowYours': {
    zh: '{{number}} {{title}}：现在由您负责跟进',
    en: '{{number}} {{title}}: you now own this matter',
  },
  'matter.dispatchedToYou': { zh: '{{number}} {{title}}：已派给您处理', en: '{{number}} {{title}}: dispatched to you' },
  'matter.lineAsked': {
    zh: '{{number}} {{title}}：请答复能否派人、何时能到',
    en: '{{number}} {{title}}: can somebody go, and when?',
  },
  'matter.lineAnswered': {
    zh: '{{number}} {{title}}：业务线已答复可派人，请与客户确认时间',
    en: '{{number}} {{title}}: the line can go; agree the time with the customer',
  },
  'matter.lineCannot': {
    zh: '{{number}} {{title}}：业务线答复暂不能派人（{{reason}}），请另行安排',
    en: '{{number}} {{title}}: the line cannot go ({{reason}}); arrange otherwise',
  },
  'matter.done': {
    zh: '{{number}} {{title}}：已完工，请验收',
    en: '{{number}} {{title}}: done, please accept the result',
  },
  'matter.escalated': {
    zh: '{{number}} {{title}}：现有资源无法解决，请协调（{{reason}}）',
    en: '{{number}} {{title}}: present resources cannot solve it ({{reason}})',
  },
  'matter.resourcesGiven': {
    zh: '{{number}} {{title}}：已落实资源，方案：{{plan}}',
    en: '{{number}} {{title}}: resources given: {{plan}}',
  },
  'matter.dedicated': {
    zh: '{{number}} {{title}}：由您专人跟进并负责关闭',
    en: '{{number}} {{title}}: you are its dedicated follower and close it',
  },
  'matter.notSatisfied': {
    zh: '{{number}} {{title}}：客户不满意，需要重新安排',
    en: '{{number}} {{title}}: the customer is not satisfied; organise again',
  },
  'matter.resultOfYours': {
    zh: '{{number}} {{title}}：您转来的事项有了结果',
    en: '{{number}} {{title}}: what you passed on has a result',
  },
  'matter.toTake': {
    zh: '{{number}} {{title}}：现场同事转来，请前台接手',
    en: '{{number}} {{title}}: passed on from site; the desk takes it',
  },
  'complaint.toHandle': {
    zh: '{{number}} 投诉已派给您处理：{{title}}',
    en: '{{number}} complaint for you to handle: {{title}}',
  },
  'complaint.leadTold': {
    zh: '{{number}} 投诉知会：{{title}}',
    en: '{{number}} complaint, for your information: {{title}}',
  },
  'complaint.toLookAt': {
    zh: '{{number}} {{title}}：请到现场查看',
    en: '{{number}} {{title}}: please look at it on site',
  },
  'complaint.handedBack': {
    zh: '{{number}} {{title}}：处理人退回（{{reason}}），请改派',
    en: '{{number}} {{title}}: handed back ({{reason}}); name another handler',
  },
  'complaint.toQuality': {
    zh: '{{number}} {{title}}：中心请品质部接手（已作努力：{{effort}}）',
    en: '{{number}} {{title}}: the centre asks quality to take over (tried: {{effort}})',
  },
  'complaint.settled': {
    zh: '{{number}} {{title}}：品质部定的处理方案：{{treatment}}',
    en: '{{number}} {{title}}: quality has settled: {{treatment}}',
  },
  'complaint.toVerify': {
    zh: '{{number}} {{title}}：处理完成，请另一位同事验证',
    en: '{{number}} {{title}}: done; another person checks it',
  },
  'complaint.toCallBack': {
    zh: '{{number}} {{title}}：验证通过，请回访客户',
    en: '{{number}} {{title}}: checked; call the customer back',
  },
  'complaint.checkFailed': {
    zh: '{{number}} {{title}}：验证没有通过（{{reason}}）',
    en: '{{number}} {{title}}: the check failed ({{reason}})',
  },
  'complaint.notSatisfied': {
    zh: '{{number}} {{title}}：客户不满意，请重新调查',
    en: '{{number}} {{title}}: the customer is not satisfied; look into it again',
  },
  'complaint.stillNotSatisfied': {
    zh: '{{number}} {{title}}：已处理 {{count}} 次，客户仍不满意',
    en: '{{number}} {{title}}: {{count}} attempts and still not satisfied',
  },
  'complaint.forCompany': {
    zh: '{{number}} {{title}}：中心已报结果，请公司回访客户',
    en: '{{number}} {{title}}: the centre has reported; the company calls back',
  },
  'complaint.unreasonable': {
    zh: '{{number}} {{title}}：建议认定为不合理诉求（{{grounds}}），请确认',
    en: '{{number}} {{title}}: proposed as unreasonable ({{grounds}}); please decide',
  },
  'complaint.headMustAppear': {
    zh: '{{number}} {{title}}：请您尽快与客户见面',
    en: '{{number}} {{title}}: please meet the customer in person',
  },
  'complaint.wideImpact': {
    zh: '{{number}} {{title}}：影响面广（{{reason}}），答复须经品质部审核',
    en: '{{number}} {{title}}: wide impact ({{reason}}); quality reviews the reply',
  },
  'complaint.extremeRisk': {
    zh: '紧急 {{number}} {{title}}：客户可能有过激行为（{{signs}}）',
    en: 'URGENT {{number}} {{title}}: the customer may take extreme action ({{signs}})',
  },
  'complaint.hot': {
    zh: '{{number}} {{title}}：成为热点投诉，请按时上报',
    en: '{{number}} {{title}}: has become hot; the report is owed',
  },
  'complaint.major': {
    zh: '{{number}} {{title}}：索赔达到重大投诉金额，请按时上报',
    en: '{{number}} {{title}}: the demand makes it major; the report is owed',
  },
  'complaint.press': {
    zh: '{{number}} {{title}}：媒体来访，由发言人接待',
    en: '{{number}} {{title}}: the press asks; only the spokesperson answers',
  },
  'complaint.factsApproved': {
    zh: '{{number}} {{title}}：网络投诉的事实与措施：{{facts}}',
    en: '{{number}} {{title}}: facts and measures of an online complaint: {{facts}}',
  },
  'complaint.toReview': {
    zh: '{{number}} {{title}}：网络答复请品质部审核',
    en: '{{number}} {{title}}: please review the online reply',
  },
  'complaint.review.approved': {
    zh: '{{number}} {{title}}：品质部同意发布',
    en: '{{number}} {{title}}: quality has approved the reply',
  },
  'complaint.review.objected': {
    zh: '{{number}} {{title}}：品质部有意见（{{reason}}）',
    en: '{{number}} {{title}}: quality objects ({{reason}})',
  },
  'complaint.holdingPublished': {
    zh: '{{number}} {{title}}：审核未回，已按时发布过渡回复',
    en: '{{number}} {{title}}: no review came; the holding reply is published',
  },
  'complaint.quietBlocked': {
    zh: '{{number}} {{title}}：观察期已满，还差类别或影响说明，无法关闭',
    en: '{{number}} {{title}}: the quiet week is over, but category or impact is missing',
  },
  'complaintReport.opened': {
    zh: '{{kind}}（{{subject}}）可以编写了',
    en: '{{kind}} ({{subject}}) is ready to be written',
  },
  'complaintReport.dueSoon': {
    zh: '{{kind}}（{{subject}}）还没有提交，请尽快完成',
    en: '{{kind}} ({{subject}}) is not submitted yet; please finish it soon',
  },
  'complaintReport.missing': {
    zh: '{{kind}}（{{subject}}）逾期未提交',
    en: '{{kind}} ({{subject}}) was not submitted in time',
  },
  'complaintReport.submitted': {
    zh: '{{kind}}已提交：{{subject}}',
    en: '{{kind}} submitted: {{subject}}',
  },
  'complaintReport.submittedLate': {
    zh: '{{kind}}已提交（逾期）：{{subject}}',
    en: '{{kind}} submitted late: {{subject}}',
  },
  'finding.alarm': {
    zh: '致命项不合格 {{number}} {{title}}：请立即处理',
    en: 'CRITICAL {{number}} {{title}}: act at once',
  },
  'finding.toRectify': { zh: '请整改 {{number}} {{title}}', en: 'Please put right {{number}} {{title}}' },
  'finding.toCheck': {
    zh: '已整改，待复查 {{number}} {{title}}',
    en: 'Put right, to be looked at again: {{number}} {{title}}',
  },
  'finding.notRight': { zh: '复查不合格，请再整改 {{number}} {{title}}', en: 'Still not right: {{number}} {{title}}' },
  'finding.seenAgain': { zh: '又一次查到 {{number}} {{title}}', en: 'Seen again: {{number}} {{title}}' },
  'finding.postponed': { zh: '整改已延期 {{number}} {{title}}', en: 'Postponed: {{number}} {{title}}' },
  'finding.orderGone': {
    zh: '工单已取消，请另行整改 {{number}} {{title}}',
    en: 'Its order was called off; put it right otherwise: {{number}} {{title}}',
  },
  'violation.reported': {
    zh: '新登记违章 {{number}} {{title}}，请确认',
    en: 'Violation reported: {{number}} {{title}}',
  },
  'violation.danger': {
    zh: '违章危及安全 {{number}} {{title}}：请立即到场制止',
    en: 'DANGER {{number}} {{title}}: go there at once',
  },
  'violation.yours': { zh: '请处理违章 {{number}} {{title}}', en: 'Yours to handle: {{number}} {{title}}' },
  'violation.seenAgain': { zh: '违章又有巡查记录 {{number}} {{title}}', en: 'Seen again: {{number}} {{title}}' },
  'violation.prolonged': { zh: '整改期限已延长 {{number}} {{title}}', en: 'More time was given: {{number}} {{title}}' },
  'violation.atAuthority': {
    zh: '违章已报主管部门 {{number}} {{title}}',
    en: 'Reported to the authority: {{number}} {{title}}',
  },
  'violation.progress': { zh: '违章进展通报 {{number}} {{title}}', en: 'Progress: {{number}} {{title}}' },
  'violation.order': {
    zh: '主管部门已作出决定 {{number}} {{title}}',
    en: 'The authority has decided: {{number}} {{title}}',
  },
  'violation.toCheck': {
    zh: '违章已整改，请另一人复查 {{number}} {{title}}',
    en: 'Put right, another person to look: {{number}} {{title}}',
  },
  'violation.notRight': { zh: '违章复查不合格 {{number}} {{title}}', en: 'Not right yet: {{number}} {{title}}' },
  'violation.closed': { zh: '违章已结案 {{number}} {{title}}', en: 'Closed: {{number}} {{title}}' },
  'emergency.go': { zh: '紧急 {{number}} {{title}}：请立即前往', en: 'URGENT {{number}} {{title}}: go at once' },
  'clock.warn': {
    zh: '{{number}} {{title}}：「{{clock}}」时限将到',
    en: '{{number}} {{title}}: "{{clock}}" is running out',
  },
  'clock.due': { zh: '{{number}} {{title}}：「{{clock}}」已超时', en: '{{number}} {{title}}: "{{clock}}" is overdue' },
  'clock.escalate': {
    zh: '{{number}} {{title}}：「{{clock}}」超时一个工作日未处理',
    en: '{{number}} {{title}}: "{{clock}}" overdue by a working day',
  },
  'order.returned': {
    zh: '{{number}} {{title}}：验收未通过，请返工（{{reason}}）',
    en: '{{number}} {{title}}: returned for rework ({{reason}})',
  },
  'order.assigned': { zh: '{{number}} {{title}}：新工单，请接单', en: '{{number}} {{title}}: a new order for you' },
  'order.offered': {
    zh: '{{number}} {{title}}：待接单，请尽快安排',
    en: '{{number}} {{title}}: an order waits to be taken',
  },
  'order.declined': {
    zh: '{{number}} {{title}}：执行人不能承接（{{reason}}），请重新安排',
    en: '{{number}} {{title}}: declined ({{reason}}); organise anew',
  },
  'order.absent': {
    zh: '{{number}} {{title}}：上门时客户不在，请与客户另约时间',
    en: '{{number}} {{title}}: the customer was not at home; agree another time',
  },
  'order.onHold': {
    zh: '{{number}} {{title}}：已上门 {{count}} 次客户均不在，已留卡并暂缓安排',
    en: '{{number}} {{title}}: nobody at home {{count}} times; a card is left and the order is on hold',
  },
  'order.needAppointment': {
    zh: '{{number}} {{title}}：需另约时间（{{reason}}）',
    en: '{{number}} {{title}}: needs another appointment ({{reason}})',
  },
  'order.waitsForMaterial': {
    zh: '{{number}} {{title}}：待料（{{reason}}）',
    en: '{{number}} {{title}}: waits for material ({{reason}})',
  },
  'order.takenAway': { zh: '{{number}} 已改派他人，您无需再处理', en: '{{number}} was given to somebody else' },
  'order.cancelled': { zh: '{{number}} 已取消，无需上门', en: '{{number}} is cancelled; do not go' },
  'order.spendingAsked': {
    zh: '{{number}} {{title}}：由我方承担的费用超出限额，请审批',
    en: '{{number}} {{title}}: what it costs us is above the limit; please decide',
  },
  'order.spendingApproved': {
    zh: '{{number}} {{title}}：费用已获批准',
    en: '{{number}} {{title}}: the spending is approved',
  },
  'order.priceRefused': {
    zh: '{{number}} {{title}}：客户不同意报价（{{reason}}）',
    en: '{{number}} {{title}}: the customer refused the price ({{reason}})',
  },
  'handover.waiting': { zh: '有一份交接班待您确认', en: 'A shift handover waits for your acceptance' },
  'handover.accepted': {
    zh: '{{post}}：{{name}} 已接班，{{count}} 件事项由其继续处理',
    en: '{{post}}: {{name}} has taken over and acts on {{count}} matters',
  },
  'handover.difference': {
    zh: '{{post}} 交接班（{{from}} → {{to}}）有 {{count}} 组不符：{{difference}}',
    en: '{{post}} handover ({{from}} → {{to}}): {{count}} groups differ: {{difference}}',
  },
  'handover.conflict': {
    zh: '交接班：{{numbers}} 共 {{count}} 件事项与接班人 {{name}} 有利害关系，未移交，请另行安排',
    en: 'Handover: {{count}} matters ({{numbers}}) concern the taker {{name}} and were not moved; please assign somebody else',
  },
  'roster.published': {
    zh: '{{week}} 起一周的排班已发布，您的班次有变化',
    en: 'The roster of the week from {{week}} is out; your duties have changed',
  },
  'duty.gapOpened': {
    zh: '有人员离职，已发布的排班出现 {{count}} 段无人受理投诉的空缺，请补班',
    en: 'A colleague has left: the roster has {{count}} gaps in which nobody accepts complaints',
  },
  'staff.leftWork': {
    zh: '{{name}} 已离职，名下还有 {{count}} 件未关闭事项，请移交给接替人员',
    en: '{{name}} has left with {{count}} open matters; please transfer them',
  },
  'inventory.missing': { zh: '{{date}} 的日盘点没有完成', en: 'The daily inventory of {{date}} was not done' },
  'lineReport.missing': { zh: '{{line}} 未按时汇报({{time}})', en: '{{line}} has not reported at {{time}}' },
  'queue.assist': {
    zh: '前台有 {{length}} 位客户在等候，请值班人员到前台协助',
    en: '{{length}} customers are waiting at the desk; please come and help',
  },
  'inventory.itemsMissing': {
    zh: '{{date}} 的日盘点有 {{count}} 件未关闭事项没有当日说明',
    en: '{{count}} open matters had no note in the daily inventory of {{date}}',
  },
  'mustKnow.returned': {
    zh: '应知应会第 {{version}} 版退回修改：{{reason}}',
    en: 'Must-know sheet {{version}} comes back: {{reason}}',
  },
  'mustKnow.changed': {
    zh: '应知应会第 {{version}} 版自 {{date}} 起生效，请阅读变更内容并确认',
    en: 'Must-know sheet {{version}} is in force from {{date}}; please read what changed and confirm',
  },
  'mustKnow.incomplete': {
    zh: '应知应会第 {{version}} 版还有 {{count}} 项没有填写',
    en: 'Must-know sheet {{version}} still has {{count}} empty items',
  },
  'colleagueMessage.new': {
    zh: '{{taker}} 为您记录了一条来电留言，请签收',
    en: '{{taker}} took a message for you; please confirm',
  },
  'complaintTally.ready': {
    zh: '{{date}} 的投诉日盘点已备好，共接到 {{count}} 件，请核对并签字',
    en: 'The complaint tally of {{date}} lies ready with {{count}} complaints; please check and sign it',
  },
  'complaintTally.missing': {
    zh: '{{date}} 的投诉日盘点没有签字',
    en: 'The complaint tally of {{date}} was not signed',
  },
  'complaintTally.missingInARow': {
    zh: '投诉日盘点至 {{date}} 已连续 {{count}} 天没有签字，请督促',
    en: 'The complaint tally has not been signed for {{count}} days in a row up to {{date}}',
  },
  'watch.assigned': {
    zh: '请您负责监看网络渠道「{{name}}」，每天查看后记录',
    en: 'Please watch "{{name}}" for complaints and mark each look',
  },
  'watch.missing': {
    zh: '{{date}} 网络渠道少监看 {{count}} 次：{{names}}',
    en: '{{count}} checks of watched places were missing on {{date}}: {{names}}',
  },
  'watch.boxAssigned': {
    zh: '请您负责意见箱「{{name}}」，每个工作日开箱后记录',
    en: 'Please empty the suggestion box "{{name}}" every working day and mark it',
  },
  'watch.boxMissing': {
    zh: '{{date}} 意见箱少开箱 {{count}} 次：{{names}}',
    en: 'Suggestion boxes were not emptied {{count}} times on {{date}}: {{names}}',
  },
  'backup.old': {
    zh: '最近一次备份在 {{at}}，已超过 {{hours}} 小时，请检查每日备份',
    en: 'The last backup was made at {{at}}, more than {{hours}} hours ago; look after the daily backup',
  },
  'complaintPublication.late': {
    zh: '{{month}} 的投诉处理情况还没有向业主公布，也没有确认本月无',
    en: 'Nothing was published to residents about the complaints of {{month}}, nor was it marked as empty',
  },
  'penalty.toDecide': {
    zh: '{{number}} {{title}}：认定有明显失职，请评议并作出决定',
    en: '{{number}} {{title}}: obvious neglect was found; please review and decide',
  },
  'training.planned': {
    zh: '培训：{{topic}}，{{at}} {{place}}，请参加',
    en: 'Training: {{topic}}, {{at}} {{place}}; please come',
  },
  'training.watched': {
    zh: '{{at}} {{place}} 有同事观摩您的访谈：{{topic}}，结束后请您确认谁到了',
    en: 'Colleagues look on at your interview at {{at}} {{place}}: {{topic}}; confirm afterwards who came',
  },
  'training.cancelled': {
    zh: '培训取消：{{topic}}（{{at}}）',
    en: 'Training called off: {{topic}} ({{at}})',
  },
  'standard.companyToCheck': {
    zh: '公司触点标准第 {{version}} 版草稿“{{name}}”等待核对（编制：{{editors}}）',
    en: 'Draft {{version}} of the company standard, {{name}}, waits for a check (by {{editors}})',
  },
  'standard.toCheck': {
    zh: '{{estate}}触点标准第 {{version}} 版草稿等待核对（编制：{{editors}}）',
    en: "{{estate}}: draft {{version}} of the estate's standard waits for a check (by {{editors}})",
  },
  'inspection.assigned': {
    zh: '{{name}}（{{date}}）：这次检查由您去做',
    en: '{{name}} ({{date}}): this round is yours',
  },
  'inspection.takenAway': {
    zh: '{{name}}（{{date}}）：已改由 {{person}} 去做',
    en: '{{name}} ({{date}}): {{person}} goes instead of you',
  },
  'inspection.cancelled': {
    zh: '{{name}}（{{date}}）：已取消（{{reason}}）',
    en: '{{name}} ({{date}}): called off ({{reason}})',
  },
  'inspection.warn': {
    zh: '{{name}}：{{due}} 前须完成，还有 {{count}} 处没有检查',
    en: '{{name}}: to be done by {{due}}; places still open: {{count}}',
  },
  'inspection.missed': {
    zh: '{{name}}：{{due}} 到期未完成，记为漏检，还有 {{count}} 处',
    en: '{{name}}: not done by {{due}} and counted as missed; places open: {{count}}',
  },
  'inspection.escalated': {
    zh: '{{name}}：{{due}} 到期漏检，至今没有补做',
    en: '{{name}}: missed at {{due}} and still not made up for',
  },
  'inspection.called': {
    zh: '{{name}}：{{condition}}，请在 {{due}} 前检查',
    en: '{{name}}: {{condition}}; to be done by {{due}}',
  },
  'inspection.conditionOpen': {
    zh: '「{{condition}}」自 {{since}} 起一直没有结束，如已过去，请在“现场情况”中结束',
    en: '“{{condition}}” has been open since {{since}}; if it is over, please end it under Conditions',
  },
  'inspection.refused': {
    zh: '{{person}} 的一次检查没有被接收（{{reason}}），请核对',
    en: 'A look by {{person}} could not be taken ({{reason}}); please see to it',
  },
  'inspection.released': {
    zh: '{{name}}：神秘访客的检查结果已公布',
    en: '{{name}}: what the mystery visitor saw has been released',
  },
} as const satisfies Record<string, { zh: string; en: string }>
export type StaffNotice = keyof typeof staffNotices
