import type { Texts } from './text.ts'

/** Roster import: what is wrong with a value and what would be right; why a row, a sheet or a file was left out. */
export const rosterTexts = {
  'roster.problem.ROOM_MISSING': {
    zh: '没有房号，这一行无法对应到房屋。请填写楼栋、单元和房号，例如 3栋2单元1203。',
    en: 'There is no room number, so the row belongs to no unit. Give building, section and room, such as 3-2-1203.',
  },
  'roster.problem.ROOM_UNREADABLE': {
    zh: '看不懂房号“{{value}}”。请写成 3栋2单元1203、3-2-1203、商铺12 或 别墅8号 这样的形式。',
    en: 'The room "{{value}}" cannot be read. Write it like 3-2-1203, Shop 12 or Villa 8.',
  },
  'roster.problem.ROOM_NO_BUILDING': {
    zh: '房号“{{value}}”没有写明楼栋。请补上楼栋，例如 3栋1203。',
    en: 'The room "{{value}}" has no building. Add it, such as 3-1203.',
  },
  'roster.problem.ROOM_DATE': {
    zh: 'Excel 把房号改成了日期“{{value}}”。请把这一列设为“文本”格式，再重新填写房号。',
    en: 'Excel has turned the room into the date {{value}}. Set the column to "Text" and type the room again.',
  },
  'roster.problem.ROOM_SEVERAL': {
    zh: '一格里写了几套房“{{value}}”。请一套房写一行。',
    en: 'One cell holds several units: "{{value}}". Give every unit a row of its own.',
  },
  'roster.problem.ROOM_CONTRADICTS': {
    zh: '房号“{{value}}”与本行的楼栋或单元对不上。请核对后改成一致。',
    en: 'The room "{{value}}" contradicts the building or section of its row. Make them agree.',
  },
  'roster.problem.UNIT_DOUBLE': {
    zh: '{{value}} 在“{{otherSheet}}”第 {{otherRow}} 行已经出现，而且内容不同，本行没有采用。请只保留正确的一行。',
    en: '{{value}} already stands in row {{otherRow}} of "{{otherSheet}}" with other content; this row was not used. Keep the right one only.',
  },
  'roster.problem.OWNER_MISSING': {
    zh: '没有业主姓名。房屋可以先导入，请补上业主姓名或单位名称；未售的房屋请在业主栏写“未售”。',
    en: 'The owner has no name. The unit is imported without an owner; add the name of the person or company.',
  },
  'roster.problem.NAME_FORM': {
    zh: '“{{value}}”不像姓名或单位名称。请填写姓名，电话和证件号码写在各自的列里。',
    en: '"{{value}}" does not look like a name. Give the name here, phone and paper number in their own columns.',
  },
  'roster.problem.ID_LENGTH': {
    zh: '证件号码“{{value}}”位数不对。居民身份证应为 18 位（旧证 15 位）。',
    en: 'The paper number {{value}} has the wrong length. A resident identity number has 18 digits (an old one 15).',
  },
  'roster.problem.ID_CHECK_DIGIT': {
    zh: '身份证号码“{{value}}”校验位不对，多半抄错了一位。请对照证件核对 18 位号码。',
    en: 'The check digit of {{value}} is wrong; most likely one digit was miscopied. Compare all 18 digits with the card.',
  },
  'roster.problem.ID_BIRTH_DATE': {
    zh: '身份证号码“{{value}}”里的出生日期不存在或在今天之后。请核对第 7 至 14 位。',
    en: 'The date of birth in {{value}} does not exist or lies in the future. Check digits 7 to 14.',
  },
  'roster.problem.ID_REGION': {
    zh: '身份证号码“{{value}}”的前两位不是任何省份的代码。请对照证件核对。',
    en: 'The first two digits of {{value}} are the code of no province. Compare them with the card.',
  },
  'roster.problem.ID_MASKED': {
    zh: '证件号码“{{value}}”被遮住了一部分，无法使用。请填写完整号码，或者留空。',
    en: 'Part of the paper number {{value}} is hidden, so it cannot be used. Give the whole number or leave it blank.',
  },
  'roster.problem.ID_PRECISION': {
    zh: 'Excel 把证件号码存成了数字，后几位已经丢失（现为“{{value}}”）。请把这一列设为“文本”格式后重新录入。',
    en: 'Excel stored the paper number as a number and lost its last digits (now {{value}}). Set the column to "Text" and type it again.',
  },
  'roster.problem.ID_FORM': {
    zh: '看不懂证件号码“{{value}}”。可以填写身份证、护照、港澳台通行证或统一社会信用代码。',
    en: 'The paper number "{{value}}" cannot be read. Identity card, passport, permit or unified social credit code are accepted.',
  },
  'roster.problem.USCC_CHECK_DIGIT': {
    zh: '统一社会信用代码“{{value}}”校验位不对。请对照营业执照核对 18 位代码（不含字母 I、O、S、V、Z）。',
    en: 'The check digit of the social credit code {{value}} is wrong. Compare its 18 characters with the licence (I, O, S, V and Z are never used).',
  },
  'roster.problem.ID_WITHOUT_NAME': {
    zh: '证件号码“{{value}}”多于业主人数，不知道是谁的。请让姓名与证件号码一一对应。',
    en: 'There are more paper numbers than names; nobody belongs to {{value}}. Give one name for each number.',
  },
  'roster.problem.ID_OTHER_NAME': {
    zh: '证件号码“{{value}}”在“{{otherSheet}}”第 {{otherRow}} 行属于“{{otherName}}”，本行却是“{{name}}”。请核对两行，本行先不采用这个号码。',
    en: 'In row {{otherRow}} of "{{otherSheet}}" the number {{value}} belongs to "{{otherName}}", here to "{{name}}". Check both; it was not used in this row.',
  },
  'roster.problem.PHONE_FORM': {
    zh: '电话“{{value}}”不是有效号码。手机应为 11 位，座机请写区号，例如 0755-26781234。',
    en: '"{{value}}" is no valid phone number. A mobile number has 11 digits; write landlines with their area code, such as 0755-26781234.',
  },
  'roster.problem.PHONE_MASKED': {
    zh: '电话“{{value}}”被遮住了一部分，无法使用。请填写完整号码。',
    en: 'Part of the phone number {{value}} is hidden, so it cannot be used. Give the whole number.',
  },
  'roster.problem.PHONE_SHARED': {
    zh: '电话“{{value}}”被 {{customers}} 位不同的客户使用，可能是销售或中介的号码。请核实各自的本人电话。',
    en: 'The phone {{value}} is given for {{customers}} different customers; it may belong to an agent. Ask each for their own.',
  },
  'roster.problem.AREA_FORM': {
    zh: '面积“{{value}}”不是数字。请填写平方米数，例如 89.50。',
    en: 'The area "{{value}}" is no number. Give square metres, such as 89.50.',
  },
  'roster.problem.AREA_RANGE': {
    zh: '面积“{{value}}”不合理，应在 {{least}} 至 {{most}} 平方米之间。',
    en: 'The area {{value}} is not plausible; it should lie between {{least}} and {{most}} square metres.',
  },
  'roster.problem.DATE_FORM': {
    zh: '“{{value}}”不是日历上的日期，或者分不清年月日。请写成 2019-06-09。',
    en: '"{{value}}" is no day of the calendar, or day and month cannot be told apart. Write 2019-06-09.',
  },
  'roster.problem.DATE_RANGE': {
    zh: '日期“{{value}}”早于 {{earliest}}，不像收楼日期。请核对年份。',
    en: 'The date {{value}} is before {{earliest}}, too early for a handover. Check the year.',
  },
  'roster.problem.DATE_FUTURE': {
    zh: '日期“{{value}}”晚于今天（{{today}}）。已照此导入，请确认是否为预计日期。',
    en: 'The date {{value}} lies after today ({{today}}). It was taken as it is; make sure that it is a planned date.',
  },
  'roster.problem.PLATE_FORM': {
    zh: '车牌“{{value}}”不符合号牌格式。普通号牌如 粤B12345，新能源号牌如 粤B12345D，号码中没有字母 I 和 O。',
    en: '"{{value}}" has not the form of a number plate: province, letter, then 5 characters (6 for new energy), never I or O.',
  },
  'roster.problem.PLATE_DOUBLE': {
    zh: '车牌“{{value}}”同时登记在“{{otherSheet}}”第 {{otherRow}} 行的 {{otherUnit}}。请核实属于哪一户。',
    en: 'The plate {{value}} also stands with another household, in row {{otherRow}} of "{{otherSheet}}" ({{otherUnit}}). Find out whose it is.',
  },
  'roster.problem.PARKING_FORM': {
    zh: '看不懂车位“{{value}}”。请写明车位编号，例如 B1-001。',
    en: 'The parking space "{{value}}" cannot be read. Give its number, such as B1-001.',
  },
  'roster.problem.PARKING_DOUBLE': {
    zh: '{{value}} 同时登记在“{{otherSheet}}”第 {{otherRow}} 行的 {{otherUnit}}。请核实属于哪一户。',
    en: 'The space {{value}} also stands with another household, in row {{otherRow}} of "{{otherSheet}}" ({{otherUnit}}). Find out whose it is.',
  },
  'roster.problem.TENANT_NAME_MISSING': {
    zh: '有租户的电话或证件“{{value}}”，却没有租户姓名。请补上姓名。',
    en: 'There is a phone or paper number of a tenant ({{value}}) and no name. Add the name.',
  },
  'roster.problem.LEASE_FORM': {
    zh: '看不懂租期“{{value}}”。请写成 2026-03-01至2027-02-28。',
    en: 'The term of the lease "{{value}}" cannot be read. Write 2026-03-01 to 2027-02-28.',
  },
  'roster.problem.LEASE_RANGE': {
    zh: '租期“{{value}}”的结束日期早于开始日期。请核对。',
    en: 'The lease {{value}} ends before it begins. Check both dates.',
  },
  'roster.problem.CELL_ERROR': {
    zh: '这一格是公式错误“{{value}}”，没有可用的值。请改成实际内容。',
    en: 'The cell holds the formula error {{value}} and no usable value. Replace it by the real content.',
  },
  'roster.problem.TEXT_DAMAGED': {
    zh: '“{{value}}”里有乱码，原来的字已经丢失。请重新填写。',
    en: '"{{value}}" holds damaged characters; the original ones are lost. Type the text again.',
  },

  'roster.note.ID_OF_REPRESENTATIVE': {
    zh: '业主是单位，证件是个人身份证，已作为代表人的证件保留。',
    en: 'The owner is a company and the paper a person’s; it was kept as the representative’s.',
  },
  'roster.note.PHONES_WITH_FIRST_OWNER': {
    zh: '电话与业主人数不同，已全部归到第一位业主名下。',
    en: 'Phones and owners differ in number; all phones were given to the first owner.',
  },
  'roster.note.BUILDING_FROM_ABOVE': {
    zh: '楼栋为空，沿用上一行。',
    en: 'The building is blank and was taken from the row above.',
  },
  'roster.note.BUILDING_FROM_SHEET': {
    zh: '楼栋取自工作表名称、标题或分隔行。',
    en: 'The building was taken from the name of the sheet, its title or a dividing row.',
  },
  'roster.note.ROW_JOINED': {
    zh: '房号合并了几行，已并成一户。',
    en: 'The room is merged over several rows; they were joined.',
  },

  'roster.skipped.TITLE': { zh: '标题行', en: 'Title' },
  'roster.skipped.HEADING_REPEATED': { zh: '重复的表头', en: 'Headings repeated' },
  'roster.skipped.SUBTOTAL': { zh: '小计或合计行', en: 'Subtotal or total' },
  'roster.skipped.FOOTER': { zh: '表尾说明或签字行', en: 'Footer' },
  'roster.skipped.BLANK': { zh: '空行', en: 'Blank' },
  'roster.skipped.BAND': { zh: '只写楼栋的分隔行', en: 'Dividing row that names a building' },
  'roster.skipped.LONE_TEXT': { zh: '没有房号和客户的文字', en: 'Text without room or customer' },
  'roster.skipped.DOUBLE_SAME': { zh: '与前面某一行内容完全相同', en: 'The same as an earlier row' },

  'roster.sheet.EMPTY': { zh: '空白工作表', en: 'The sheet is empty' },
  'roster.sheet.NO_HEADINGS': { zh: '找不到业主台账的表头', en: 'No headings of a roster were found' },
  'roster.sheet.NO_ROOM_COLUMN': { zh: '表头里没有房号一列', en: 'The headings have no column for the room' },
  'roster.sheet.NO_ROWS': { zh: '表头下面没有内容', en: 'There is nothing below the headings' },

  'roster.unreadable.empty': { zh: '文件是空的。', en: 'The file is empty.' },
  'roster.unreadable.file_too_large': { zh: '文件太大，请分成几个文件导入。', en: 'The file is too large; split it.' },
  'roster.unreadable.old_xls': {
    zh: '这是旧版 Excel 格式。请用 Excel 另存为 xlsx 后再导入。',
    en: 'This is the old Excel format. Save it as xlsx and import that file.',
  },
  'roster.unreadable.encrypted': {
    zh: '文件设有密码。请去掉密码另存后再导入。',
    en: 'The file is protected by a password. Save it without one.',
  },
  'roster.unreadable.binary_xlsb': {
    zh: '这是 Excel 二进制工作簿。请另存为 xlsx 后再导入。',
    en: 'This is a binary Excel workbook. Save it as xlsx and import that file.',
  },
  'roster.unreadable.not_a_sheet': { zh: '文件里没有表格。', en: 'The file holds no sheet.' },
  'roster.unreadable.html_table': {
    zh: '文件其实是网页格式。请用 Excel 打开，另存为 xlsx 后再导入。',
    en: 'The file is a web page in disguise. Open it in Excel and save it as xlsx.',
  },
  'roster.unreadable.encoding': {
    zh: '看不懂文件的文字编码。请用 Excel 另存为 xlsx 后再导入。',
    en: 'The encoding of the text is unknown. Save the file as xlsx.',
  },
  'roster.unreadable.broken': {
    zh: '文件已损坏或不完整。请重新导出或另存一份。',
    en: 'The file is damaged or incomplete. Export or save it again.',
  },
  'roster.unreadable.unpacked_too_large': {
    zh: '文件解开后太大。请删去图片和多余的工作表，或分成几个文件。',
    en: 'The file is too large when unpacked. Remove pictures and spare sheets, or split it.',
  },
  'roster.unreadable.zip_bomb': {
    zh: '文件的压缩方式不正常，为安全起见没有打开。',
    en: 'The file is packed in an unusual way and was not opened, for safety.',
  },
  'roster.unreadable.too_many_rows': {
    zh: '行数超过上限，请分成几个文件导入。',
    en: 'There are too many rows; split the file.',
  },
  'roster.unreadable.too_many_columns': {
    zh: '列数超过上限。请删去右边不用的列。',
    en: 'There are too many columns. Delete the unused ones on the right.',
  },
  'roster.unreadable.too_many_sheets': {
    zh: '工作表超过上限。请只保留要导入的工作表。',
    en: 'There are too many sheets. Keep only those to be imported.',
  },

  'roster.workbook.reason': { zh: '问题原因', en: 'What is wrong' },
  'roster.workbook.row': { zh: '原第 {{row}} 行', en: 'Row {{row}} of the file' },
} as const satisfies Texts
