import { foldWidth, saysNothing } from './text-fold.rules.ts'

export type PartyKind = 'person' | 'company'

const COMPANY_END =
  /(?:公司|集团|商行|商店|商场|商社|合作社|联社|事务所|中心|工厂|银行|支行|分行|营业部|经营部|服务部|批发部|门市部|销售部|学校|小学|中学|大学|学院|幼儿园|托儿所|医院|诊所|门诊部?|药房|药店|药堂|超市|便利店|餐厅|饭店|饭馆|面馆|茶馆|酒楼|酒店|宾馆|旅馆|咖啡厅|工作室|委员会|居委会|村委会|业委会|工作站|管理处|办事处|派出所|协会|商会|基金会|企业|合伙|研究院|研究所|设计院|俱乐部|美容院|养生馆|健身房|理发店|房产局|住建局|政府|法院|物业)(?:[（(][^）)]*[）)])?$/
/** One character is not enough for a short name: a person may be called 张小店. */
const COMPANY_CHAR = /^.{3,}[店厂行馆局社部坊所院铺]$/u
const COMPOUND = /^(?:欧阳|上官|司马|司徒|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|轩辕|长孙|宇文|端木|南宫|百里|独孤)/
const COMPANY_ENGLISH =
  /\b(?:co\.?,?\s*ltd|ltd|limited|inc|llc|llp|corp(?:oration)?|company|gmbh|bank|school|clinic)\b\.?$/i

/** Whether a name is that of a company, shop, office or other body. */
export const isCompanyName = (name: string): boolean => {
  const t = foldWidth(name).trim()
  const short = COMPANY_CHAR.test(t) && !(COMPOUND.test(t) && [...t].length <= 4)
  return COMPANY_END.test(t) || short || /有限|股份/.test(t) || COMPANY_ENGLISH.test(t)
}

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝'
const HAN_NAME = /^[\p{Script=Han}·]{2,}$/u

const looksLikePerson = (part: string): boolean =>
  HAN_NAME.test(part) && [...part].length <= 4 && (SURNAMES.includes([...part][0] ?? '') || COMPOUND.test(part))

/** 王 明 is one name set wide; 王明 李红 are two. */
const bySpaces = (text: string): string[] => {
  const words = text.split(/ +/)
  if (words.length < 2 || !words.every((word) => /^[\p{Script=Han}·]+$/u.test(word))) return [text]
  const apart =
    words.every((word) => [...word].length >= 2) &&
    !(words.length === 2 && COMPOUND.test(words[0] ?? '') && (words[0] ?? '').length === 2)
  return apart ? words : [words.join('')]
}

/** 张三和李四 are two people; 李和平 and 张和平 are one. */
const byAnd = (text: string): string[] => {
  for (const match of text.matchAll(/[和与及跟]/g)) {
    const parts = [text.slice(0, match.index), text.slice(match.index + 1)]
    if (parts.every((part) => [...part].length >= 2 && looksLikePerson(part))) return parts
  }
  return [text]
}

/** A slash inside a tag and the signs of an entity separate nothing: what looks like HTML stays one text. */
const SEPARATORS = /[、，,|+\\\n；]+|(?<!<)\/+|(?<!&\w{1,6});|&(?!\w{1,6};)/
/** (夫), (已故), (50%): says something of the owner and is no part of the name. */
const RELATION = /[（(【[](?:\p{Script=Han}[^）)】\]]{0,11}|\d+(?:\.\d+)?%)[）)】\]]/gu
const TITLES = /(?:夫妻|夫妇|两口子|等\S{0,3}人|先生|女士|小姐)$/

/** The names of a cell in their order: 张三、李四; 张三(夫)李四(妻); 张三/李四; one a line. Companies are never cut. */
export const splitNames = (text: string): string[] => {
  const level = foldWidth(text).replace(/\r/g, '')
  const names: string[] = []
  if (COMPANY_ENGLISH.test(level.trim())) return [level.trim()]
  for (const piece of level.split(SEPARATORS)) {
    // The brackets of a company belong to its name: 深圳(福田)物业有限公司.
    if (isCompanyName(piece)) {
      names.push(piece.trim())
      continue
    }
    for (const person of piece.replace(RELATION, '\n').split('\n')) {
      const trimmed = person.trim().replace(TITLES, '').trim()
      for (const part of bySpaces(trimmed).flatMap(byAnd)) if (!saysNothing(part)) names.push(part.replace(/\s+/g, ' '))
    }
  }
  return [...new Set(names)]
}

/** Digits, signs or a phone where a name should stand. */
export const isName = (text: string): boolean => /\p{L}/u.test(text) && !/\d{5,}/.test(text) && [...text].length <= 60

/** For comparing: spaces and width out, letters small. */
export const nameKey = (name: string): string =>
  foldWidth(name)
    .replace(/[\s·.]/g, '')
    .toLowerCase()
