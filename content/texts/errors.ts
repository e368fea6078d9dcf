import type { ErrorCode, WarningCode } from '#contract/refusal.ts'
import type { Text } from './text.ts'

/** What went wrong and what to do next; one text a code, `E_NETWORK` and `E_ANSWER` are born in the browser. */
export const errorTexts = {
  'error.E_INPUT': {
    zh: '有内容填得不对，请按字段旁的提示改正。',
    en: 'Some fields need correcting; see the notes beside them.',
  },
  'error.E_BAD_REQUEST': {
    zh: '请求无法识别，请刷新页面后再试。',
    en: 'The request could not be read. Reload the page and try again.',
  },
  'error.E_UNAUTHENTICATED': { zh: '登录已失效，请重新登录。', en: 'You are signed out. Please sign in again.' },
  'error.E_SECOND_FACTOR': {
    zh: '需要先完成动态验证码验证。',
    en: 'Please confirm with your verification code first.',
  },
  'error.E_FORBIDDEN': {
    zh: '您的岗位没有这项权限。如确有需要，请联系负责人。',
    en: 'Your post does not include this right. Ask your lead if you need it.',
  },
  'error.E_NOT_FOUND': {
    zh: '没有找到，可能编号有误，或不在您的查看范围内。',
    en: 'Not found. The number may be wrong, or it lies outside what you may see.',
  },
  'error.E_STATE_CHANGED': {
    zh: '这件事刚刚被别人更新了，已为您载入最新状态，请确认后再操作。',
    en: 'Somebody has just moved this on. The latest state is loaded; please check and act again.',
  },
  'error.E_VERSION_STALE': {
    zh: '您编辑期间内容已被他人修改，请核对最新内容后重新保存。',
    en: 'This was changed while you were editing. Check the latest content and save again.',
  },
  'error.E_IDEMPOTENCY_MISMATCH': {
    zh: '同一次提交的内容前后不一致，请重新提交。',
    en: 'The repeated submission differs from the first. Please submit again.',
  },
  'error.E_DUPLICATE': {
    zh: '已存在相同的记录，无需重复登记。',
    en: 'The same record already exists; there is no need to enter it again.',
  },
  'error.E_TOO_LARGE': { zh: '内容过大，请压缩或分批上传。', en: 'Too large. Please compress it or send it in parts.' },
  'error.E_FILE_TYPE': {
    zh: '不支持这种文件，请上传图片、PDF 或表格文件。',
    en: 'This kind of file is not accepted. Use an image, a PDF or a spreadsheet.',
  },
  'error.E_RATE': {
    zh: '操作过于频繁，请稍等片刻再试。',
    en: 'Too many attempts. Please wait a moment and try again.',
  },
  'error.E_OVERLOADED': {
    zh: '系统正忙，请稍后再试，已填写的内容会保留。',
    en: 'The system is busy. Try again shortly; what you typed is kept.',
  },
  'error.E_INTERNAL': {
    zh: '系统出了故障，这次没有办成。请重试；若仍不行，请把请求编号告诉管理员。',
    en: 'Something failed on our side and nothing was done. Try again, or give the request number to your administrator.',
  },
  'error.E_NO_AVAILABILITY': {
    zh: '业务线还没有答复何时能上门，暂不能向客户约定时间。',
    en: 'The line has not yet said when somebody can come, so no time can be promised to the customer.',
  },
  'error.E_NO_HANDOVER_ACCEPT': {
    zh: '接班人还没有确认接收，事项仍由交班人负责。',
    en: 'The next shift has not accepted yet; the giving person stays responsible.',
  },
  'error.E_HANDOVER_OPEN': {
    zh: '上一次交接班还没有确认完，请先完成。',
    en: 'The previous handover is not confirmed yet. Please finish it first.',
  },
  'error.E_SIGNATURE_MISSING': {
    zh: '还缺签字，请把签字人等内容填完整。',
    en: 'A signature is missing. Say who signed, and what else is asked about it.',
  },
  'error.E_TIME_PAST': {
    zh: '时间已经过去，请选择现在之后的时间。',
    en: 'That time has passed. Choose a time from now on.',
  },
  'error.E_TIME_FUTURE': {
    zh: '时间还没有到，请填写现在或之前的时间。',
    en: 'That time has not come yet. Enter now or an earlier time.',
  },
  'error.E_TIME_RANGE': {
    zh: '时间段不成立：结束须晚于开始，且在允许范围内。',
    en: 'The period does not fit: the end must follow the start and stay within the allowed range.',
  },
  'error.E_FIRST_RECEIVER_DUTY_OPEN': {
    zh: '首接人的职责还没有做完（组织、监督、验收、回访），暂不能办结。',
    en: "The first receiver's duties (organise, supervise, accept, call back) are not complete, so this cannot be closed.",
  },
  'error.E_FEEDBACK_MISSING': {
    zh: '还没有向客户反馈，请先记录反馈情况。',
    en: 'The customer has not been told yet. Record the feedback first.',
  },
  'error.E_NOT_HANDLER': { zh: '您不是这件事当前的处理人。', en: 'You are not the current handler of this matter.' },
  'error.E_CONFLICT_OF_INTEREST': {
    zh: '该人员与此事有利害关系，请换一位处理。',
    en: 'This person has an interest in the matter. Choose somebody else.',
  },
  'error.E_NO_CALLBACK_WISH': {
    zh: '客户表示不希望回访，请尊重客户意愿。',
    en: 'The customer has asked not to be called back. Please respect that.',
  },
  'error.E_CALL_HOURS': {
    zh: '现在不是适合打扰客户的时间，请另选时间。',
    en: 'This is not a suitable hour to call the customer. Choose another time.',
  },
  'error.E_INVENTORY_GAP': {
    zh: '还有未关闭的事项没有写当日说明，盘点不能签字。',
    en: 'Some open matters have no note for the day, so the inventory cannot be signed.',
  },
  'error.E_INVENTORY_SIGNED': {
    zh: '这一天的盘点已经签字，不能再改。',
    en: 'The inventory of this day is signed and can no longer be changed.',
  },
  'error.E_ROSTER_GAP': {
    zh: '排班有空缺时段，请安排人员补上。',
    en: 'The roster has a gap. Assign somebody to the empty hours.',
  },
  'error.E_MERGE_LOOP': {
    zh: '不能合并：两件事会互相指向对方。',
    en: 'These cannot be merged: they would point at each other.',
  },
  'error.E_MERGE_TARGET': {
    zh: '不能合并到这件事：请选择本小区同类的另一件，仍在处理的；投诉也可以是关闭不满一个月的。',
    en: 'This cannot be the target: choose another open matter of the same kind here; a complaint may also have been closed less than a month ago.',
  },
  'error.E_PRICE_NOT_ACCEPTED': {
    zh: '客户还没有同意报价，不能开始收费服务。',
    en: 'The customer has not accepted the price, so paid work cannot start.',
  },
  'error.E_PHOTO_MISSING': { zh: '请至少上传一张现场照片。', en: 'Add at least one photo from the site.' },
  'error.E_ENTRY_MISSING': {
    zh: '入户前请先记录住户同意（或书面授权、紧急入户的批准与见证）。',
    en: 'Before entering the home, record the consent (or the written authority, or the approval and witness of an emergency entry).',
  },
  'error.E_PROMISE_TOO_LATE': {
    zh: '时间晚于答复时限：请提前，或安排在时限前先行答复。',
    en: 'This lies after the reply deadline. Choose an earlier time, or plan an interim reply before the deadline.',
  },
  'error.E_SHEET_INCOMPLETE': {
    zh: '表单还有必填项没有填完。',
    en: 'The sheet still has required items that are empty.',
  },
  'error.E_REASON_MISSING': { zh: '请写明原因。', en: 'Please give the reason.' },
  'error.E_PERIOD_OVERLAP': {
    zh: '与已有的时间段重叠，请调整起止时间。',
    en: 'It overlaps an existing period. Adjust the start or the end.',
  },
  'error.E_ROLE_SEPARATION': {
    zh: '系统管理员不得兼任业务岗位，请分开授权。',
    en: 'A system administrator holds no business role. Give the roles to different people.',
  },
  'error.E_IMPORT_COLUMNS': {
    zh: '表格的列与模板不符，请按模板核对表头。',
    en: 'The columns do not match the template. Check the header row.',
  },
  'error.E_IMPORT_UNREADABLE': {
    zh: '文件无法读取，请另存为 xlsx 或 csv 后再试。',
    en: 'The file cannot be read. Save it as xlsx or csv and try again.',
  },
  'error.E_CLOSED_CASE': {
    zh: '事项已经办结，如需继续请先重新打开。',
    en: 'The matter is closed. Reopen it first to go on.',
  },
  'error.E_REOPEN_OVER': {
    zh: '已过重新打开的期限。请登记一件新投诉，并关联这一件。',
    en: 'The time to reopen it is over. Register a new complaint and link it to this one.',
  },
  'error.E_FIXED': {
    zh: '已经生效、撤回或结束，不能再改。',
    en: 'It is in force, withdrawn or over, and can no longer be changed.',
  },
  'error.E_IMPACT_MISSING': {
    zh: '投诉不止一人或不止一次，请先说明影响程度。',
    en: 'More than one person or more than once: describe the impact first.',
  },
  'error.E_NOT_TREATED': {
    zh: '处理还没有完成，不能通过验证。',
    en: 'The treatment is not finished, so its check cannot pass.',
  },
  'error.E_NOT_PROPOSED': {
    zh: '还没有人提出：须由一人提出，再由另一人确认。',
    en: 'Nobody has proposed it: one person proposes, another confirms.',
  },
  'error.E_NO_PLAN': {
    zh: '这件投诉没有待落实的改进计划。',
    en: 'This complaint has no improvement plan that is still to be carried out.',
  },
  'error.E_NOT_ANSWERED': {
    zh: '还没有给客户首次答复：请用“答复客户”或“先行答复”。',
    en: 'The customer has had no first reply: use “Reply with findings” or “Interim reply”.',
  },
  'error.E_NOT_PRESENT': {
    zh: '客户不在现场，也没有留下联系方式，不能当场解决；请转出处理，答复可张贴在公告栏。',
    en: 'The customer is not here and left no contact, so this cannot be solved on the spot; pass it on, and answer on the board.',
  },
  'error.E_OWNER_NOT_TOLD': {
    zh: '请先告知客户新的责任人。',
    en: 'Tell the customer first who is responsible from now on.',
  },
  'error.E_REVIEW_NOT_ASKED': {
    zh: '还没有送审的文字，请先提交审核。',
    en: 'No words were handed in for review yet; ask for the review first.',
  },
  'error.E_NOT_WATCHED': {
    zh: '观摩由被观摩的同事本人确认。',
    en: 'An observation is confirmed by the colleague who was watched.',
  },
  'error.E_OBSERVE_FIRST': {
    zh: '新同事要先观摩访谈，观摩够了才能单独上门访谈。这一次请由带教的同事去做并登记。',
    en: 'New colleagues look on at interviews before they lead one alone. Let whoever leads you do and record this one.',
  },
  'error.E_SECOND_PERSON': {
    zh: '这一步须由另一位同事完成，不能由同一人经手。',
    en: 'This step needs a second person; the one who did the first may not do it.',
  },
  'error.E_TALLY_SIGNED': {
    zh: '这一天的投诉日盘点已经签字，不能再改。',
    en: 'The complaint tally of this day is signed and can no longer be changed.',
  },
  'error.E_PERSONAL_DATA': {
    zh: '公开的文字里有姓名、房号、电话等个人信息，请删去后再提交。',
    en: 'A text for the public names a person, a room, a telephone or the like. Take it out and try again.',
  },
  'error.E_NO_CONTACT': {
    zh: '客户没有留下联系方式：回访请选“免回访”，答复可张贴在公告栏。',
    en: 'The customer left no contact: choose “no callback”, or answer on the board.',
  },
  'error.E_EXEMPTION': {
    zh: '这件投诉不具备这个条件。',
    en: 'The complaint does not meet this condition.',
  },
  'error.E_CATEGORY_MISSING': {
    zh: '还没有按原因定类，或查明的结论不支持这一步。',
    en: 'The category by its cause is missing, or the finding does not allow this.',
  },
  'error.E_VOICES_OPEN': {
    zh: '并案的客户还没有都答复满意，请先逐一答复。',
    en: 'Not everybody whose complaint was merged has been answered to their satisfaction.',
  },
  'error.E_COMPANY_NOT_INFORMED': {
    zh: '公司转来的投诉，请先把结果报公司。',
    en: 'This complaint was made to the company; report the result to it first.',
  },
  'error.E_EXPLAIN_MORE': {
    zh: '还须在不同的日子再作解释，才可结束。',
    en: 'It must be explained on more different days before it may end.',
  },
  'error.E_SAME_PROPOSAL': {
    zh: '和上一次的方案相同，请提出新的措施或新的理由。',
    en: 'This is the last proposal again; offer another measure or new grounds.',
  },
  'error.E_FACTS_NOT_APPROVED': {
    zh: '网络投诉的事实与措施须先由负责人确认。',
    en: 'The head has to approve facts and measures of an online complaint first.',
  },
  'error.E_POINTS_OPEN': {
    zh: '帖中还有没答复的点，请逐点答复后再发布。',
    en: 'Some points of the post are not answered yet.',
  },
  'error.E_REVIEW_MISSING': {
    zh: '影响面广的答复须与品质部同意的文字一致。',
    en: 'A reply of wide impact must be the text that quality approved.',
  },
  'error.E_PHRASE': {
    zh: '文字里有容易伤害客户的说法，请改写。',
    en: 'The text holds phrases that may hurt; please rewrite it.',
  },
  'error.E_FILE_INCOMPLETE': {
    zh: '档案还不完整，暂不能归档。',
    en: 'The file is not complete and cannot be archived yet.',
  },
  'error.E_PLACE_UNKNOWN': {
    zh: '这个触点位置不存在或已停用。',
    en: 'There is no such place, or it is no longer in use.',
  },
  'error.E_LABEL_UNKNOWN': {
    zh: '扫到的不是本小区现用的标签。',
    en: 'The label that was scanned is not one of this estate, or an old one.',
  },
  'error.E_LABEL_OTHER': { zh: '扫到的是另一处的标签。', en: 'The label that was scanned belongs to another place.' },
  'error.E_SCAN_MISSING': { zh: '这一处须扫描现场标签。', en: 'This place needs its label scanned.' },
  'error.E_PERSUADE_FIRST': {
    zh: '开整改通知书之前，要先劝导，并至少提供过一次帮助。',
    en: 'Before a notice comes talk, and help must have been offered once.',
  },
  'error.E_NO_POWER': {
    zh: '物业没有这样的权力，请改写，例如“将报告主管部门”。',
    en: 'The company has no such power. Say for example that the authority will be told.',
  },
  'error.E_WITNESS_MISSING': {
    zh: '客户拒签时，请拍照存档，或写明见证单位和见证人姓名。',
    en: 'When the signature is refused add a photo, or name the witness and their committee.',
  },
  'error.E_NOTICE_FIRST': {
    zh: '请先送达整改通知书，期限过后再报主管部门。',
    en: 'Serve a notice first; the authority is told when its time is over.',
  },
  'error.E_NOTICE_OVER': {
    zh: '送达时通知书上的期限已过，请重新开具，写明新的期限。',
    en: 'The day named in the notice had passed when it was served. Issue it anew with a later day.',
  },
  'error.E_NOT_LATER': { zh: '新的期限须晚于原来的期限。', en: 'The new day has to be later than the one before.' },
  'error.E_NOT_AGREED': { zh: '客户答应改正的，请填答应的日期。', en: 'The customer agreed: fill in by when.' },
  'error.E_POSITION_MISSING': {
    zh: '这一处须记录手机位置；定不了位时请写明原因。',
    en: 'This place needs the position of the phone, or the reason why there is none.',
  },
  'error.E_STANDARD_UNKNOWN': {
    zh: '检查所依据的标准版本不存在或尚未生效。',
    en: 'The version of the standard that was used does not exist or is not in force yet.',
  },
  'error.E_MEASUREMENT_MISSING': {
    zh: '须填写测得的数值，或记录上的日期、次数。',
    en: 'The measured value, or the date or count in the record, is missing.',
  },
  'error.E_RECORD_MISSING': {
    zh: '须拍下所查的记录，或写明查了哪份记录。',
    en: 'Photograph the record that was looked at, or say which one it was.',
  },
  'error.E_THRESHOLD': {
    zh: '测得的数值不符合标准，不能判为合格。',
    en: 'The value does not meet the standard, so the item cannot pass.',
  },
  'error.E_FILE_FOREIGN': {
    zh: '照片不是由您上传的，或不是照片。',
    en: 'A photo was not uploaded by you, or is no picture.',
  },
  'error.E_PLACES_OPEN': {
    zh: '还有位置没有检查，也没有说明原因。',
    en: 'Some places were neither looked at nor given a reason.',
  },
  'error.E_ROUND_REASSIGNED': {
    zh: '这次任务已改派给别人，由对方走完。已经做的都记下了。',
    en: 'This round has gone to somebody else, who ends it. What was done is recorded.',
  },
  'error.E_ROUND_CLOSED': { zh: '这次任务已经结束或取消。', en: 'This round has ended or was called off.' },
  'error.E_COMPANY_SURVEY': {
    zh: '这是公司统一的问卷，题目和文字由公司定；小区只定抽样。',
    en: 'This is a questionnaire of the company; its words and questions are the company’s, the estate only chooses the sample.',
  },
  'error.E_SURVEY_OPENED': {
    zh: '问卷已经开放，内容不再改动。要更正，请另建一个新版本。',
    en: 'The survey has been opened and does not change any more. Make a new revision to correct it.',
  },
  'error.E_SURVEY_USED': {
    zh: '这份问卷已经提交过，一份邀请只能答一次。',
    en: 'This questionnaire has been sent already; each invitation is answered once.',
  },
  'error.E_SURVEY_OVER': {
    zh: '这份问卷已经截止，不能再作答。',
    en: 'This survey is over and takes no more answers.',
  },
  'error.E_SURVEY_EMPTY': {
    zh: '问卷还没有题目，请先添加。',
    en: 'The survey has no questions yet. Add some first.',
  },
  'error.E_PAIR_LIMIT': {
    zh: '成对题目太多：一对要答两遍，太长的问卷住户答不完。请减少题目，或分成两份问卷。',
    en: 'Too many pairs: each takes two answers, and residents do not finish long questionnaires. Ask fewer, or make two surveys.',
  },
  'error.E_PAIR_INCOMPLETE': {
    zh: '这一对题目只答了一半，请把另一半也答上。',
    en: 'Only one half of this pair is answered. Please answer the other half too.',
  },
  'error.E_ANSWER_FOREIGN': {
    zh: '这份问卷里没有这道题。',
    en: 'This survey does not ask that question.',
  },
  'error.E_ANSWERS_MISSING': {
    zh: '还没有作答，请至少答一道题。',
    en: 'Nothing is answered yet. Please answer at least one question.',
  },
  'error.E_SAMPLE_EMPTY': {
    zh: '按这样的抽样没有可以邀请的住户。',
    en: 'This sample leaves nobody to invite.',
  },
  'error.E_TOO_FEW': {
    zh: '作答人数太少，为避免认出是谁，暂不显示。',
    en: 'Too few have answered; nothing is shown, so that nobody can be recognised.',
  },
  'error.E_TOO_MANY': {
    zh: '一次太多，请分批或缩小范围。',
    en: 'Too many at once. Please take them in parts or choose fewer.',
  },
  'error.E_GOODS_LINE': {
    zh: '每样物品都要写清品名、数量（大于 0）和单位。',
    en: 'Say of all goods what they are, how many (more than 0) and in which unit.',
  },
  'error.E_GOODS_VAGUE': {
    zh: '“一批”“若干”这样的说法不算数，请写清是什么、有多少。',
    en: 'Words like "several" or "a lot" do not count. Say exactly what and how many.',
  },
  'error.E_SLIP_MISSING': { zh: '请填写放行条号。', en: 'Enter the number of the slip.' },
  'error.E_SLIP_NOT_COLLECTED': {
    zh: '放行前要收回放行条。',
    en: 'Collect the slip before the goods leave.',
  },
  'error.E_SLIP_USED': {
    zh: '这张放行条已经用过，一张条只能放行一次。',
    en: 'This slip has been used; each lets goods out once.',
  },
  'error.E_NETWORK': {
    zh: '网络不通，没有收到系统的回应。内容已保留，网络恢复后请再试。',
    en: 'No answer came: the network is down. What you typed is kept; try again when it is back.',
  },
  'error.E_ANSWER': {
    zh: '系统的回应无法识别，页面可能需要更新，请刷新后再试。',
    en: 'The answer could not be read. The page may be out of date; reload and try again.',
  },
} as const satisfies Record<`error.${ErrorCode | 'E_NETWORK' | 'E_ANSWER'}`, Text>

export const warningTexts = {
  'warning.W_LATE_REPORT': {
    zh: '信息未在收集当天登记，将计为迟报。',
    en: 'This was not logged on the day it was collected and counts as a late report.',
  },
  'warning.W_CALL_HOURS': {
    zh: '现在不适合致电客户（清晨、午休、用餐或夜间）。',
    en: 'This is not a suitable hour to call (early morning, midday rest, meals or night).',
  },
  'warning.W_CALENDAR_MISSING': {
    zh: '工作日历未覆盖该日期，暂按周末休息推算，请尽快补充日历。',
    en: 'The working calendar does not reach this date; only weekends were counted. Please extend the calendar.',
  },
  'warning.W_PLOT_RATIO': {
    zh: '容积率与建筑面积、占地面积对不上，请核对。',
    en: 'The plot ratio does not match floor area and land area. Please check.',
  },
  'warning.W_PHRASE': {
    zh: '用语可能让客户不舒服，建议换一种说法。',
    en: 'This wording may hurt the customer; consider another way to say it.',
  },
  'warning.W_SIMILAR_OPEN': {
    zh: '该客户或房号有相似的未结事项，请先确认是否同一件事。',
    en: 'A similar open matter exists for this customer or unit. Check whether it is the same.',
  },
  'warning.W_WORDING': {
    zh: '与统一口径不一致，请核对后再发。',
    en: 'This differs from the agreed wording; please compare.',
  },
  'warning.W_CHECK_BY_HANDLER': {
    zh: '复查人就是处理人，最好请另一位同事复查。',
    en: 'Who handles it looked at it again; better let a colleague do so.',
  },
  'warning.W_OBSERVE_FIRST': {
    zh: '您是新同事，观摩的访谈还不够，请约带教的同事一起回访。',
    en: 'You are new and have not looked on at enough interviews yet; ask a colleague to be with you.',
  },
  'warning.W_REPLY_IN_TALK': {
    zh: '已过20点，请在这次谈话中就给客户答复。',
    en: 'It is late: the customer is owed an answer in this conversation.',
  },
} as const satisfies Record<`warning.${WarningCode}`, Text>

/** What a refusal or warning is about, behind its sentence. */
export const namedTexts = {
  'named.with': { zh: '{{said}}{{named}}', en: '{{said}} {{named}}' },
  'named.quoted': { zh: '“{{text}}”', en: '“{{text}}”' },
  'named.comma': { zh: '、', en: ', ' },
  'named.words': { zh: '涉及：{{list}}。', en: 'It is about: {{list}}.' },
  'named.agreed': { zh: '统一口径：{{list}}。', en: 'Agreed wording: {{list}}.' },
  'named.points': { zh: '还没答复的：第 {{list}} 点。', en: 'Still open: no. {{list}}.' },
  'named.noPoints': { zh: '帖中的诉求还没有逐点写下。', en: 'The points of the post are not written down yet.' },
  'named.talks': { zh: '已劝导 {{talks}} 次，须 {{least}} 次', en: '{{talks}} talks so far, {{least}} needed' },
  'named.noHelp': { zh: '还没有提供过帮助', en: 'no help was offered yet' },
  'named.noticeUntil': { zh: '期限到 {{on}}', en: 'its time ends on {{on}}' },
  'named.explained': {
    zh: '已在 {{done}} 个日子解释，须满 {{needed}} 个。',
    en: 'Explained on {{done}} days of {{needed}}.',
  },
  'named.voices': {
    zh: '未答复 {{silent}} 位，不满意 {{unhappy}} 位。',
    en: 'Not answered: {{silent}}; not satisfied: {{unhappy}}.',
  },
  'named.missing': { zh: '还缺：{{list}}。', en: 'Missing: {{list}}.' },
  'named.tooMany': { zh: '共 {{count}}，一次最多 {{most}}', en: 'there are {{count}}, at once {{most}} at the most' },
  'named.slipUsed': { zh: '{{time}} 在{{gate}}，{{guard}}', en: '{{time}}, {{gate}}, {{guard}}' },
  'named.until': { zh: '期限到 {{time}} 为止。', en: 'It ended at {{time}}.' },
  'named.latest': { zh: '最晚 {{time}}。', en: 'At the latest {{time}}.' },
} as const satisfies Record<`named.${string}`, Text>

/** Notes beside a field: what would be right (the codes are zod's, or our own). */
export const issueTexts = {
  'issue.required': { zh: '请填写', en: 'Please fill this in' },
  'issue.choose': { zh: '请选择', en: 'Please choose' },
  'issue.confirm': { zh: '须属实并勾选，才能提交', en: 'Has to be so, and ticked, before it can be sent' },
  'issue.wrong_type': { zh: '格式不对，请重新填写', en: 'This has the wrong form; please enter it again' },
  'issue.number': { zh: '请填写数字', en: 'Enter a number' },
  'issue.integer': { zh: '请填写整数', en: 'Enter a whole number' },
  'issue.too_short': { zh: '至少 {{minimum}} 个字', en: 'At least {{minimum}} characters' },
  'issue.too_long': { zh: '最多 {{maximum}} 个字', en: 'At most {{maximum}} characters' },
  'issue.length': { zh: '须为 {{length}} 个字', en: 'Exactly {{length}} characters' },
  'issue.too_few': { zh: '至少 {{minimum}} 项', en: 'At least {{minimum}} items' },
  'issue.too_many': { zh: '最多 {{maximum}} 项', en: 'At most {{maximum}} items' },
  'issue.too_small': { zh: '不能小于 {{minimum}}', en: 'Not less than {{minimum}}' },
  'issue.above': { zh: '须大于 {{minimum}}', en: 'Must be more than {{minimum}}' },
  'issue.too_big': { zh: '不能大于 {{maximum}}', en: 'Not more than {{maximum}}' },
  'issue.below': { zh: '须小于 {{maximum}}', en: 'Must be less than {{maximum}}' },
  'issue.multiple': { zh: '须为 {{divisor}} 的倍数', en: 'Must be a multiple of {{divisor}}' },
  'issue.value': { zh: '请从给出的选项中选择', en: 'Choose one of the options given' },
  'issue.date': { zh: '请填写日期，如 2026-11-20', en: 'Enter a date such as 2026-11-20' },
  'issue.datetime': { zh: '请填写日期和时间，如 2026-11-20 16:40', en: 'Enter date and time such as 2026-11-20 16:40' },
  'issue.time': { zh: '请填写时间，如 09:30', en: 'Enter a time such as 09:30' },
  'issue.uuid': { zh: '请从列表中选择', en: 'Choose from the list' },
  'issue.url': { zh: '请填写网址，如 https://example.com', en: 'Enter an address such as https://example.com' },
  'issue.email': { zh: '请填写邮箱，如 name@example.com', en: 'Enter an e-mail address such as name@example.com' },
  'issue.format': { zh: '格式不对，请核对后重新填写', en: 'The form is not right; please check and enter it again' },
  'issue.text_invalid': {
    zh: '含有无法保存的字符，请删除后再试',
    en: 'It contains characters that cannot be stored; please remove them',
  },
  'issue.unknown_key': {
    zh: '有不认识的内容，请刷新页面后再试',
    en: 'Something here is not known; reload the page and try again',
  },
  'issue.amount_zero': { zh: '金额须大于零', en: 'The amount must be more than zero' },
  'issue.factor_sub': {
    zh: '与所选的因素不符，请重新选择',
    en: 'It does not belong to the chosen factor; choose again',
  },
  'issue.category_twice': {
    zh: '已包含在“类别”里，请另选一类，或不填',
    en: 'The category says that already; choose another, or none',
  },
  'issue.not_marked': { zh: '没有这个标记，无须取消', en: 'This mark is not set, so it cannot be removed' },
  'issue.handed_back': {
    zh: '刚由这位同事退回，请派给另一位',
    en: 'This colleague has just handed it back; choose another',
  },
  'issue.same_owner': {
    zh: '现在就由这位同事负责，请选另一位',
    en: 'This colleague is responsible already; choose another',
  },
  'issue.custom': { zh: '这里的内容不符合要求，请核对', en: 'This does not meet the requirement; please check' },
} as const satisfies Record<`issue.${string}`, Text>
