/** What gives a person away in a text that many will read; `text` is how it stands there, without gaps and full-width forms. */
export type PersonalHit = { kind: 'name' | 'room' | 'phone' | 'idNumber' | 'email' | 'plate'; text: string }
type Known = { names: readonly string[]; rooms: readonly string[]; phones: readonly string[] }

// without those that are words of every sentence (于, 向)
const SURNAMES =
  '[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔汤]|欧阳|司马|上官|诸葛'
const TITLES = '先生|女士|小姐|太太|阿姨|大爷|大妈|叔叔|师傅|老师'
/** Somebody addressed by name, though not somebody who is thanked (感谢先生). */
const ADDRESSED = new RegExp(`(?:(?<![感致答多])谢|${SURNAMES})(?:${TITLES})`, 'gu')

const MOBILE = /(?<!\d)(?:\+?86)?1[3-9]\d{9}(?!\d)/g
const LANDLINE = /(?<!\d)0\d{2,3}[2-9]\d{6,7}(?!\d)/g
const ID_NUMBER = /(?<!\d)\d{6}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dXx])/g
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Za-z][·.\-\s]?[A-HJ-NP-Za-hj-np-z0-9]{4,5}[A-HJ-NP-Za-hj-np-z0-9挂学警港澳](?![A-Za-z0-9])/g
/** A number at a door; a house, a floor or a lift alone names nobody. */
const DOOR = /(?<!\d)\d{3,4}(?:室|号房|房(?!间))/g

const HAN_DIGITS = '零一二三四五六七八九'
/** Seven figures in a row that are spelled out are a telephone number, not a sentence. */
const SPELLED = /[〇零一二三四五六七八九幺两]{7,}/g
const spelledOut = (run: string) =>
  [...run].map((c) => (c === '〇' ? 0 : c === '幺' ? 1 : c === '两' ? 2 : HAN_DIGITS.indexOf(c))).join('')

/** One form for what looks alike: full-width figures, spelled-out numbers, all kinds of dashes. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(SPELLED, spelledOut)
    .replace(/[‐-―−]/g, '-')
/** Figures that only gaps, dots, dashes or brackets keep apart, drawn together. */
const drawn = (text: string) => text.replace(/(?<=\d)[\s\-.·()/]{1,3}(?=\d)/g, '').replace(/[()]/g, '')
const digitsOf = (text: string) => text.replace(/\D/g, '')
const bare = (text: string) =>
  plain(text)
    .replace(/[\s\-./#()·_]/g, '')
    .toLowerCase()

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** Where a figure begins or ends the wanted text, no further figure may follow: 1203 does not stand in 112030. */
const standsIn = (text: string, wanted: string) =>
  new RegExp(
    `${/^\d/.test(wanted) ? '(?<!\\d)' : ''}${escaped(wanted)}${/\d$/.test(wanted) ? '(?!\\d)' : ''}`,
    'u',
  ).test(text)

const namesIn = (text: string, names: readonly string[]) =>
  names.flatMap((given) => {
    const name = bare(given)
    if ([...name].length < 2) return []
    if (bare(text).includes(name)) return [given.trim()]
    const surname = [...name][0] ?? ''
    const addressed = /[\u4e00-\u9fff]/.test(surname) ? text.match(new RegExp(`${surname}(?:${TITLES}|某)`, 'u')) : null
    return addressed ? [addressed[0]] : []
  })

/** A room of fewer than three signs, or without a figure, is a word of every sentence. */
const roomsIn = (text: string, rooms: readonly string[]) =>
  rooms.filter((given) => bare(given).length >= 3 && /\d/.test(given) && standsIn(bare(text), bare(given)))

const phonesIn = (figures: string, phones: readonly string[]) =>
  phones.map(digitsOf).filter((phone) => phone.length >= 7 && standsIn(figures, phone))

/**
 * CP-117, CP-138: names, rooms and telephones of the people meant, however they are written, and every telephone, identity
 * number, e-mail address, number plate and door number besides. Empty: the text may be read by everybody.
 */
export const personalDataIn = (text: string, known: Known): PersonalHit[] => {
  const read = plain(text)
  const figures = drawn(read)
  const hits: PersonalHit[] = []
  const note = (kind: PersonalHit['kind'], found: Iterable<string>) => {
    for (const one of found)
      if (!hits.some((hit) => hit.kind === kind && hit.text === one)) hits.push({ kind, text: one })
  }
  const ids = figures.match(ID_NUMBER) ?? []
  // an identity number holds what looks like a telephone
  const rest = ids.reduce((left, id) => left.replaceAll(id, ' '), figures)
  note('name', [...namesIn(read, known.names), ...(read.match(ADDRESSED) ?? [])])
  note('room', [...roomsIn(read, known.rooms), ...(read.match(DOOR) ?? [])])
  note('phone', [...phonesIn(rest, known.phones), ...(rest.match(MOBILE) ?? []), ...(rest.match(LANDLINE) ?? [])])
  note('idNumber', ids)
  note('email', read.match(EMAIL) ?? [])
  note('plate', read.match(PLATE) ?? [])
  return hits
}
