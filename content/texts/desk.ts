import type { ContactType } from '#contract/channels.ts'
import type { CallReason } from '#contract/rules/call-hours.ts'
import type { Text, Texts } from './text.ts'

/** What a conversation can be: a contact of any type, or a message for a colleague. */
type TalkType = ContactType | 'message'

/** The desk page: who it is, what is said, what happens next. */
export const deskTexts = {
  'desk.talks': { zh: '进行中的接待', en: 'Conversations' },
  'desk.talk': { zh: '登记', en: 'Conversation' },
  'desk.newTalk': { zh: '新接待', en: 'New conversation' },
  'desk.newTalkKey': { zh: '新接待（Alt + N）', en: 'New conversation (Alt + N)' },
  'desk.parked': { zh: '未登记', en: 'Unfinished' },
  'desk.closeTalk': { zh: '关闭“{{name}}”', en: 'Close “{{name}}”' },
  'desk.altKey': { zh: 'Alt + {{key}}', en: 'Alt + {{key}}' },
  'desk.cleared': { zh: '已清空', en: 'Cleared' },
  'desk.undo': { zh: '撤销', en: 'Undo' },
  'desk.clear': { zh: '清空', en: 'Clear' },
  'desk.done': { zh: '完成', en: 'Done' },
  'desk.another': { zh: '同一客户再登记一件', en: 'Another matter, same customer' },

  'desk.card': { zh: '住户卡片', en: 'Household' },
  'desk.caller': { zh: '来电号码', en: 'Caller' },
  'desk.nobody': { zh: '还不知道是谁，也可以先登记', en: 'You can register without knowing who it is' },
  'desk.nobodyHint': {
    zh: '在上方输入房号、姓名、电话或车牌，这里会显示住户、注意事项和未办完的事。',
    en: 'Type a room, name, telephone or plate above to see the household, its cautions and what is still open.',
  },
  'desk.household': { zh: '房号、姓名、电话或车牌', en: 'Room, name, telephone or plate' },
  'desk.householdHint': { zh: '房号 / 姓名 / 电话 / 车牌', en: 'Room, name, telephone, plate' },
  'desk.householdOther': { zh: '换一户', en: 'Another household' },
  'desk.dropUnit': { zh: '移除房号 {{unit}}', en: 'Remove the unit {{unit}}' },
  'desk.dropCustomer': { zh: '移除客户 {{name}}', en: 'Remove the customer {{name}}' },
  'desk.people': { zh: '住户', en: 'People' },
  'desk.rooms': { zh: '房产', en: 'Units' },
  'desk.nobodyKnown': { zh: '没有登记住户', en: 'Nobody is on record here' },
  'desk.noPhone': { zh: '没有电话', en: 'No telephone' },
  'desk.speaking': { zh: '本次客户', en: 'Speaking' },
  'desk.isSpeaking': { zh: '是本人', en: 'Is speaking' },
  'desk.speakerIs': { zh: '是本人：{{name}}', en: 'Is speaking: {{name}}' },
  'desk.cautions': { zh: '注意事项', en: 'Cautions' },
  'desk.noCallback': { zh: '{{name}}不愿接受回访', en: '{{name}} wants no callbacks' },
  'desk.quietHours': { zh: '{{name}}：{{hours}} 请勿打扰', en: '{{name}}: do not disturb {{hours}}' },
  'desk.important': { zh: '{{name}}是重要客户', en: '{{name}} is an important customer' },
  'desk.speaksEnglish': { zh: '{{name}}使用英语', en: '{{name}} speaks English' },
  'desk.openMatters': { zh: '未办完的事', en: 'Open matters' },
  'desk.noOpenMatters': { zh: '没有未办完的事', en: 'Nothing is open' },
  'desk.promised': { zh: '已承诺：', en: 'Promised: ' },
  'desk.vehicles': { zh: '车辆', en: 'Vehicles' },
  'desk.parking': { zh: '车位', en: 'Parking' },
  'desk.steward': { zh: '管家', en: 'Steward' },
  'desk.numberUnknown': { zh: '这个号码没有登记过', en: 'This number is not on record' },
  'desk.numberOfSeveral': {
    zh: '这个号码登记在多人名下，请问清是哪一位：',
    en: 'Several people have this number; ask who it is:',
  },

  'desk.otherChannel': { zh: '其他渠道', en: 'Other channel' },
  'desk.message': { zh: '留言', en: 'Message' },
  'desk.saidHint': { zh: '用客户自己的话记下来', en: 'In the customer’s own words' },
  'desk.question': { zh: '客户问什么', en: 'What the customer asks' },
  'desk.soundsLike': { zh: '听起来是：{{what}}', en: 'Sounds like: {{what}}' },
  'desk.guessWords': { zh: '（根据“{{words}}”）', en: '(from “{{words}}”)' },
  'desk.take': { zh: '采用', en: 'Take' },
  'desk.alarm': { zh: '像是紧急情况，先派人再登记', en: 'This may be an emergency: send somebody first' },
  'desk.sendFirst': { zh: '先派人', en: 'Send first' },
  'desk.similar': { zh: '可能是同一件事', en: 'Perhaps the same' },
  'desk.similarKey': { zh: '选第一件', en: 'take the first' },
  'desk.join': { zh: '归入这件', en: 'Join' },
  'desk.joinTo': { zh: '归入这件 {{number}}', en: 'Join {{number}}' },
  'desk.link': { zh: '登记并关联', en: 'Register and tie' },
  'desk.linkTo': { zh: '登记并关联 {{number}}', en: 'Register and tie {{number}}' },
  'desk.joinNote': {
    zh: '{{channel}}再次反映（{{who}}）：{{said}}',
    en: '{{channel}}, reported again ({{who}}): {{said}}',
  },
  'desk.unnamed': { zh: '未留姓名', en: 'no name given' },
  'desk.joined': { zh: '已记到 {{number}}', en: 'Noted at {{number}}' },
  'desk.linked': { zh: '将关联到 {{number}}，请登记', en: 'Will be tied to {{number}}; now register' },
  'desk.linkedWith': { zh: '关联 {{number}}', en: 'Tied to {{number}}' },
  'desk.unlink': { zh: '取消关联 {{number}}', en: 'Untie {{number}}' },
  'desk.sayFirst': { zh: '请先记下客户说的话', en: 'First write down what the customer said' },
  'desk.placeHint': { zh: '例如：3栋2单元电梯厅', en: 'For example: lift lobby of building 3' },
  'desk.placeIn': { zh: '{{unit}} 的哪个位置，例如厨房', en: 'Where in {{unit}}, for example the kitchen' },
  'desk.placeIs': { zh: '默认 {{unit}}，在别处请写明', en: '{{unit}} unless you say otherwise' },
  'desk.available': { zh: '在岗：{{names}}', en: 'On duty: {{names}}' },
  'desk.nobodyOnDuty': { zh: '这条业务线此刻没有人在岗', en: 'Nobody of this line is on duty now' },
  'desk.neighbourHint': {
    zh: '邻里之间的事：客户不愿说房号和姓名，就不要追问。',
    en: 'Between neighbours: do not press for room or name if they are not offered.',
  },
  'desk.feelingHint': { zh: '例如：很着急，觉得没人管', en: 'For example: worried, feels ignored' },
  'desk.wishHint': { zh: '例如：今天修好，给个说法', en: 'For example: repaired today, and an explanation' },
  'desk.claimWrong': {
    zh: '金额不能为负，最多两位小数',
    en: 'An amount is not below zero and has at most two decimals',
  },
  'desk.phoneDoubt': {
    zh: '号码位数不对，请和客户核对',
    en: 'This is hardly a phone number; check it with the customer',
  },
  'desk.claimHint': { zh: '没有提出就留空', en: 'Empty if nothing is claimed' },
  'desk.accusedHint': { zh: '不涉及员工就留空', en: 'Empty if about nobody of ours' },
  'desk.groupHint': { zh: '{{count}} 人及以上将标为集体投诉', en: '{{count}} or more become a group complaint' },
  'desk.majorHint': {
    zh: '将标为疑似重大投诉并启动报告时限',
    en: 'Will be marked as possibly major, with a report due',
  },
  'desk.promiseBy': { zh: '{{time}} 前', en: 'By {{time}}' },
  'desk.promiseLatest': {
    zh: '当面或电话投诉须当日答复，请在 {{time}} 前',
    en: 'Spoken complaints are answered the same day, before {{time}}',
  },
  'desk.promiseUnwanted': { zh: '这个时间不宜打电话：{{why}}', en: 'Not a time to telephone: {{why}}' },
  'desk.mustKnowHint': {
    zh: '写下问题，应知应会里的答案会出现在这里。',
    en: 'Type the question; answers of the must-know sheet appear here.',
  },
  'desk.mustKnowNothing': {
    zh: '应知应会里没有找到。答不上来也没关系，登记后由我们查清再回复客户。',
    en: 'Not on the must-know sheet. Register it, and we find out and call back.',
  },
  'desk.useAnswer': { zh: '用这个答复', en: 'Use this' },
  'desk.answer': { zh: '当场答复', en: 'Answer given now' },
  'desk.answerHint': { zh: '登记后随即关闭', en: 'Registered and closed at once' },
  'desk.noAnswerHint': {
    zh: '留空：登记为待查答复，由我们跟进',
    en: 'Empty: kept open as unanswered, and followed by us',
  },
  'desk.phoneNeeded': {
    zh: '答不上来的问题要能回复：请留下房号或电话，且不选匿名',
    en: 'A question left open must be answerable: take a room or number, and not anonymous',
  },
  'desk.answerBy': { zh: '答应什么时候回复', en: 'Answer promised by' },
  'desk.source': { zh: '答案来源', en: 'Where the answer comes from' },
  'desk.source.mustKnow': { zh: '应知应会', en: 'Must-know sheet' },
  'desk.source.colleague': { zh: '问过同事', en: 'Asked a colleague' },
  'desk.source.document': { zh: '查过资料', en: 'Looked it up' },
  'desk.source.ownKnowledge': { zh: '自己知道', en: 'Knew it' },
  'desk.messageFor': { zh: '转告给谁', en: 'For whom' },
  'desk.callerName': { zh: '来电人', en: 'Caller' },
  'desk.callerPhone': { zh: '回电号码', en: 'Number to call back' },
  'desk.callerFirm': { zh: '单位', en: 'Firm' },
  'desk.message.what': { zh: '什么事', en: 'What' },
  'desk.message.when': { zh: '什么时间', en: 'When' },
  'desk.message.who': { zh: '涉及谁', en: 'Who' },
  'desk.message.where': { zh: '在哪里', en: 'Where' },
  'desk.message.why': { zh: '为什么', en: 'Why' },
  'desk.message.how': { zh: '希望怎么办', en: 'How' },
  'desk.messagePoints': { zh: '回复要点', en: 'Points to answer' },
  'desk.replyNeeded': { zh: '需要回复', en: 'A reply is needed' },
  'desk.replyBy': { zh: '什么时候前回复', en: 'Reply by' },
  'desk.isComplaint': { zh: '这是投诉（留言后接着登记）', en: 'This is a complaint (registered next)' },
  'desk.more': { zh: '联系方式、现场情况、附件…', en: 'Contact, what staff saw, files…' },
  'desk.nameHint': { zh: '怎么称呼', en: 'How to address' },
  'desk.phoneHint': { zh: '没有电话就无法回复', en: 'Without it nobody can be called back' },
  'desk.phoneOnFile': { zh: '用登记的电话', en: 'The number on file' },
  'desk.sawHint': { zh: '只写看到的，不猜原因', en: 'Only what was seen, no guesses' },
  'desk.files': { zh: '照片、录音、信件', en: 'Photos, recordings, letters' },

  'desk.register': { zh: '登记', en: 'Register' },
  'desk.registerAs': { zh: '登记{{type}}', en: 'Register: {{type}}' },
  'desk.registerAnswered': { zh: '登记并关闭咨询', en: 'Register and close' },
  'desk.registerOpen': { zh: '登记待查咨询', en: 'Register as unanswered' },
  'desk.leaveMessage': { zh: '留言', en: 'Leave the message' },
  'desk.registered': { zh: '已登记 {{number}}', en: 'Registered {{number}}' },
  'desk.sent': { zh: '已派人 {{number}}', en: 'Sent {{number}}' },
  'desk.messageTaken': { zh: '已转告{{name}}，等本人确认', en: 'Left for {{name}}, who has to confirm' },

  'desk.emergency': { zh: '紧急：先派人，表单后补', en: 'Emergency: send first, form later' },
  'desk.emergencyWhat': { zh: '发生了什么', en: 'What happened' },
  'desk.emergencyHint': {
    zh: '例如：3栋电梯困人，一位老人',
    en: 'For example: lift of building 3 stuck, an elderly person inside',
  },
  'desk.sendWhom': { zh: '派哪条线', en: 'Which line goes' },
  'desk.sendLine': { zh: '立即派{{line}}', en: 'Send {{line}} now' },
  'desk.sendNow': { zh: '立即派人', en: 'Send now' },
  'desk.notUrgent': { zh: '不是紧急', en: 'Not an emergency' },

  'desk.next': { zh: '接下来', en: 'What happens next' },
  'desk.nextUnknown': {
    zh: '选定类型后，这里显示谁负责、何时到期。',
    en: 'Choose a type to see who answers for it and when it is due.',
  },
  'desk.me': { zh: '我', en: 'me' },
  'desk.clockStarts': { zh: '登记后计时', en: 'once registered' },
  'desk.answerNow': {
    zh: '{{time}} 以后的口头投诉，请在这次通话里给出答复或初步答复。',
    en: 'From {{time}} on a spoken complaint is answered, at least for now, in this conversation.',
  },
  'desk.unnamedHint': {
    zh: '没有房号、姓名和电话：将登记为无法联系。',
    en: 'No room, name or telephone: it will be registered as not contactable.',
  },
  'desk.wordsToSay': { zh: '可以这样说', en: 'Words to say' },
  'desk.meant': { zh: '就这样说', en: 'I mean it' },
  'desk.nextMove': { zh: '下一步', en: 'Next move' },
  'desk.otherMoves': { zh: '其他操作', en: 'Other moves' },
  'desk.closedAtOnce': { zh: '当场办结，不需要再跟进。', en: 'Settled on the spot; nothing is left to follow.' },
  'desk.call.free': { zh: '现在可以打电话', en: 'A good time to call' },
  'desk.call.discouraged': { zh: '现在最好发消息', en: 'Better send a message now' },
  'desk.call.blocked': { zh: '现在不要打电话', en: 'Do not call now' },
  'desk.callFrom': { zh: '宜在', en: 'better from' },
  'desk.lateRing': {
    zh: '铃响超过三声才接：先致歉，再问事。',
    en: 'Answered after the third ring: apologise before anything else.',
  },

  'desk.waiting': { zh: '等候 {{count}} 人', en: '{{count}} waiting' },
  'desk.nobodyWaits': { zh: '没有人在等候', en: 'Nobody is waiting' },
  'desk.arrived': { zh: '{{time}} 到，已等 {{span}}', en: 'came {{time}}, {{span}} ago' },
  'desk.ticket': { zh: '{{ticket}} 号', en: 'No. {{ticket}}' },
  'desk.callNext': { zh: '叫下一位', en: 'Call next' },
  'desk.callThis': { zh: '叫他', en: 'Call' },
  'desk.hasLeft': { zh: '已离开', en: 'Left' },
  'desk.visitorArrives': { zh: '登记到访客户', en: 'A customer has come' },
  'desk.visitorName': { zh: '称呼（可不填）', en: 'Name (optional)' },
  'desk.visitorPurpose': { zh: '办什么事（可不填）', en: 'Purpose (optional)' },
  'desk.visitorAdd': { zh: '加入等候', en: 'Add to the queue' },
  'desk.assistCalled': { zh: '{{length}} 人在等，已呼叫值班人员', en: '{{length}} waiting, help has been called' },
  'desk.assistCame': { zh: '{{name}}已来协助', en: '{{name}} has come to help' },
  'desk.assistCome': { zh: '我来协助', en: 'I am coming' },

  'desk.key.type': { zh: '选类型（1–7），紧急时选业务线', en: 'Choose the type (1–7), or the line in an emergency' },
  'desk.key.household': { zh: '找住户', en: 'Find the household' },
  'desk.key.said': { zh: '回到客户说的话', en: 'Back to the words' },
  'desk.key.take': { zh: '采用建议的类型和业务线', en: 'Take the suggested type and line' },
  'desk.key.join': { zh: '归入第一件相似的事', en: 'Join the first similar matter' },
  'desk.key.emergency': { zh: '紧急派人', en: 'Emergency' },
  'desk.key.another': { zh: '新接待', en: 'New conversation' },
  'desk.key.turn': { zh: '下一个接待（Alt + [ 为上一个）', en: 'Next conversation (Alt + [ for the one before)' },
  'desk.key.nextVisitor': { zh: '叫下一位', en: 'Call the next visitor' },
  'desk.key.escape': { zh: '清空，或结束已登记的接待', en: 'Clear, or end a finished conversation' },
  'desk.key.undo': { zh: '找回清空的内容', en: 'Bring back what was cleared' },
} as const satisfies Texts

/** What registering leads to, in one sentence a type. */
export const nextStepTexts = {
  'desk.nextStep.service': {
    zh: '先问业务线能不能派人，有了答复再和客户约上门时间。',
    en: 'First ask the line whether somebody can go; only then agree a time with the customer.',
  },
  'desk.nextStep.complaint': {
    zh: '转派处理人，同时告知客服负责人；在承诺的时间前回复客户。',
    en: 'Goes to a handler and to the lead at once; the customer hears from us by the promised time.',
  },
  'desk.nextStep.enquiry': {
    zh: '能答就当场答复并关闭；答不上来就查清后回复。',
    en: 'Answered now it is closed now; otherwise we find out and answer.',
  },
  'desk.nextStep.suggestion': {
    zh: '转给相关业务线，采纳与否都回复客户。',
    en: 'Goes to the line concerned; the customer hears what became of it.',
  },
  'desk.nextStep.praise': {
    zh: '向客户致谢，转告被表扬的同事。',
    en: 'Thank the customer and tell the colleague who was praised.',
  },
  'desk.nextStep.emergency': {
    zh: '立即派人到场，表单随后补全。',
    en: 'Somebody goes at once; the form is completed after.',
  },
  'desk.nextStep.message': {
    zh: '同事会收到留言，须本人确认已读。',
    en: 'The colleague gets the message and has to confirm it.',
  },
} as const satisfies Record<`desk.nextStep.${TalkType}`, Text>

/** Words to say: ours, for the beginning and the end of a conversation. `open` before a type is chosen. */
export const sayTexts = {
  'desk.say.phone': {
    zh: '您好，这里是{{centre}}，我是{{name}}。请问怎么称呼您？',
    en: 'Good day, {{centre}}, {{name}} speaking. How may I address you?',
  },
  'desk.say.visit': { zh: '您好，请坐。请问怎么称呼您？', en: 'Good day, please take a seat. How may I address you?' },
  'desk.say.visitor': { zh: '您好，让您久等了，请坐。', en: 'Good day, thank you for waiting. Please take a seat.' },
  'desk.say.late': { zh: '抱歉，让您久等了。', en: 'I am sorry to have kept you waiting.' },
  'desk.say.neighbour': {
    zh: '房号和姓名您不方便说也没有关系，我们一样会去了解和协调。',
    en: 'You need not give your room or name; we will look into it all the same.',
  },
  'desk.say.press': {
    zh: '您好，欢迎。采访我们有固定的流程，请您稍候，我马上联系负责接待的同事。请问您的单位、姓名和电话？',
    en: 'Welcome. For interviews we have a fixed process: please wait a moment, I am calling our spokesperson. May I note your outlet, name and number?',
  },
  'desk.say.open': { zh: '您请讲，我来记下。', en: 'Please go ahead, I am writing it down.' },
  'desk.say.service': {
    zh: '请问是哪个位置，从什么时候开始的？我先问好师傅什么时间能去，马上给您回话。',
    en: 'Where is it, and since when? I will ask when somebody can come and call you straight back.',
  },
  'desk.say.complaint': {
    zh: '给您添麻烦了，真对不起。您慢慢说，我完整记下来。您希望我们怎么处理？',
    en: 'I am sorry for the trouble. Please take your time, I am noting everything. What would you like us to do?',
  },
  'desk.say.enquiry': {
    zh: '我这就帮您查。如果一时查不到，我问清楚以后给您回电话，可以吗？',
    en: 'Let me look it up. If I cannot find it now, may I find out and call you back?',
  },
  'desk.say.suggestion': {
    zh: '谢谢您为小区着想，我把您的想法原样转给负责的同事。',
    en: 'Thank you for thinking of the estate; I pass your idea on as you say it.',
  },
  'desk.say.praise': {
    zh: '谢谢您特意告诉我们，我一定转告给他。',
    en: 'Thank you for telling us; I will let my colleague know.',
  },
  'desk.say.emergency': {
    zh: '请先保证您自己的安全，离开危险的地方。我现在就派人过去，电话请保持畅通。',
    en: 'Please get yourself to safety first. I am sending somebody now; keep your telephone free.',
  },
  'desk.say.message': {
    zh: '他现在不在座位上，我帮您转告，可以吗？请留一个方便回电的号码。',
    en: 'My colleague is not at the desk just now. May I take a message and a number to call you back?',
  },
  'desk.say.end.service': {
    zh: '我再和您核对一遍…约好时间马上告诉您。谢谢您的来电。',
    en: 'Let me repeat that… I will tell you the time as soon as it is agreed. Thank you.',
  },
  'desk.say.end.complaint': {
    zh: '我再和您核对一遍…给您带来不便，再次向您道歉，也谢谢您告诉我们。',
    en: 'Let me repeat that… I apologise once more, and thank you for telling us.',
  },
  'desk.say.end.enquiry': { zh: '您看还有什么可以帮您？谢谢您。', en: 'Is there anything else I can do? Thank you.' },
  'desk.say.end.suggestion': {
    zh: '有了结果我会告诉您。谢谢您对我们工作的支持。',
    en: 'I will tell you what becomes of it. Thank you for your support.',
  },
  'desk.say.end.praise': { zh: '谢谢您的鼓励，祝您生活愉快。', en: 'Thank you for your kind words. Have a good day.' },
  'desk.say.end.emergency': {
    zh: '人已经出发了。我会一直跟进，有变化请随时打给我。',
    en: 'Somebody is on the way. I am following it; call me if anything changes.',
  },
  'desk.say.end.message': {
    zh: '我一定转告。谢谢您的来电，再见。',
    en: 'I will pass it on. Thank you for calling, goodbye.',
  },
} as const satisfies Record<
  | `desk.say.${TalkType | 'open' | 'phone' | 'visit' | 'visitor' | 'late' | 'neighbour' | 'press'}`
  | `desk.say.end.${TalkType}`,
  Text
>

/** Why a customer should not be telephoned at a moment (KN-205). */
export const callReasonTexts = {
  'callReason.too_early': { zh: '太早', en: 'too early' },
  'callReason.too_late': { zh: '太晚', en: 'too late' },
  'callReason.noon_break': { zh: '午休时间', en: 'noon break' },
  'callReason.meal': { zh: '用餐时间', en: 'meal time' },
  'callReason.customer_no_call': { zh: '客户要求此时勿扰', en: 'the customer’s quiet hours' },
  'callReason.day_off': { zh: '休息日', en: 'day off' },
  'callReason.monday_morning': { zh: '周一上午', en: 'Monday morning' },
  'callReason.friday_afternoon': { zh: '周五下午', en: 'Friday afternoon' },
  'callReason.first_work_hours': { zh: '刚上班', en: 'first working hours' },
} as const satisfies Record<`callReason.${CallReason}`, Text>

/** Searching the estate and choosing somebody or something. */
export const searchTexts = {
  'omnibox.placeholder': {
    zh: '房号、姓名、拼音首字母、电话尾号、车牌、编号',
    en: 'Room, name, initials, last digits, plate, number',
  },
  'omnibox.placeholderShort': { zh: '房号、姓名、电话、车牌', en: 'Room, name, telephone, plate' },
  'omnibox.group.unit': { zh: '房产', en: 'Units' },
  'omnibox.group.customer': { zh: '客户', en: 'People' },
  'omnibox.group.vehicle': { zh: '车辆', en: 'Vehicles' },
  'omnibox.group.matter': { zh: '事项', en: 'Matters' },
  'omnibox.group.order': { zh: '工单', en: 'Work orders' },
  'omnibox.recent': { zh: '最近', en: 'Recent' },
  'omnibox.nothing': {
    zh: '没有找到。换个写法试试，例如 3-2-1203、拼音首字母或电话后四位。',
    en: 'Nothing found. Try another way, such as 3-2-1203, initials or the last four digits.',
  },
  'omnibox.count': { zh: '找到 {{count}} 个', en: '{{count}} found' },
  'omnibox.morePeople': { zh: '另有 {{count}} 人', en: '{{count}} more' },
  'omnibox.former': { zh: '曾住', en: 'former' },
  'omnibox.important': { zh: '重要', en: 'Important' },
  'omnibox.enterDesk': { zh: '在服务台打开', en: 'open at the desk' },
  'omnibox.enterPage': { zh: '打开', en: 'open' },
  'omnibox.altEnter': { zh: '打开详情页', en: 'open its page' },
  'picker.staff': { zh: '输入姓名或首字母', en: 'Name or initials' },
  'picker.matter': { zh: '输入编号或内容', en: 'Number or words' },
  'picker.unit': { zh: '输入房号', en: 'Room' },
  'picker.customer': { zh: '输入姓名、房号或电话', en: 'Name, room or telephone' },
  'picker.onDuty': { zh: '在岗', en: 'On duty' },
  'picker.nothing': { zh: '没有找到', en: 'Nothing found' },
  'picker.type': { zh: '请输入几个字', en: 'Type a few letters' },
  'picker.chosen': { zh: '已选', en: 'Chosen' },
} as const satisfies Texts

/** A telephone that rings. */
export const ringingTexts = {
  'ringing.title': { zh: '来电', en: 'Incoming calls' },
  'ringing.said': { zh: '来电 {{number}} {{name}}', en: 'Call from {{number}} {{name}}' },
  'ringing.seconds': { zh: '{{seconds}} 秒', en: '{{seconds}} s' },
  'ringing.answer': { zh: '接听', en: 'Answer' },
  'ringing.open.card': { zh: '打开卡片', en: 'Open the card' },
  'ringing.open': { zh: '未办完 {{count}} 件：{{title}}', en: '{{count}} open: {{title}}' },
  'ringing.more': { zh: '另有 {{count}} 位客户用这个号码', en: '{{count}} more have this number' },
  'ringing.aside': { zh: '收起 {{number}} 的来电', en: 'Put the call from {{number}} aside' },
  'ringing.key': { zh: '接听来电', en: 'Answer the call' },
} as const satisfies Texts
