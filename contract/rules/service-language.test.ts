import fc from 'fast-check'
import { expect, test } from 'vitest'
import { serviceLanguage as words } from '#content/service-language.ts'
import { serviceLanguageTexts as texts } from '#content/texts/service-language.ts'
import { detectPhrases, PHRASES, type PhraseId, phraseTextKeys, refusalGaps } from './service-language.ts'

const hits = (text: string, options = {}) => detectPhrases(text, words, options).map(({ phrase }) => phrase)

/** KN-305: three texts that must hit and three that must not, for each phrase. */
const SAMPLES: Record<PhraseId, { hit: [string, string, string]; miss: [string, string, string] }> = {
  P1: {
    hit: ['这是我们公司的规定，改不了。', '部门就是这么规定的', '领导规定装修只能做到六点'],
    miss: [
      '根据《物业管理条例》规定',
      '按照《物业管理条例》的规定，公司每年公布一次收支',
      '公司今天检修。装修时间有规定。',
    ],
  },
  P2: {
    hit: ['我们的收费就是这样', '标准就这么定的', '每户收费都是这么多'],
    miss: ['收费依据我拿给您看', '您就是刚才打电话的李女士吧', '这是经业主大会同意的标准，谢谢您的理解'],
  },
  P3: {
    hit: ['你叫什么名字？', '您有什么事？', '你找谁，什么事'],
    miss: ['请问怎么称呼您？', '有什么可以为您做的？', '您找哪一位？我请他过来'],
  },
  P4: {
    hit: ['这你都不知道啊', '您不懂这个流程', '你不了解情况'],
    miss: ['对不起，是我没有讲明白', '我不太了解，我去核实', '您知道门禁在哪里吗'],
  },
  P5: {
    hit: ['我不清楚，你去问别人吧', '不知道，你找别人', '这个我不了解，您去问工程部'],
    miss: ['我不清楚，我去核实后给您回电话，可以吗？', '我不知道他几点回来。', '您可以去问前台。我带您过去。'],
  },
  P6: {
    hit: ['那是工程部负责，我们没办法', '这事归开发商管，我们管不了', '这不归我们'],
    miss: ['供水归水务公司负责，我帮您打电话问', '这件事由我负责到底', '燃气公司负责检修，我把电话给您，可以吗'],
  },
  P7: {
    hit: ['这是政府的事，我们没办法', '邻居的事我们管不了', '人家个人行为，我们也没有办法'],
    miss: ['邻居的事我们一起想办法', '政府部门那边我们去跑', '别人家的装修时间我们去提醒'],
  },
  P8: {
    hit: ['我们不提供这种服务', '这项服务我们做不了', '对不起，我们没法提供'],
    miss: ['这项服务由专业公司做，我们做不了，我帮您联系', '我们为您提供服务', '今天不能走西门，请走东门'],
  },
  P9: {
    hit: ['王经理不在，您改日再来', '他不在，下次吧', '经办人不在，你改天吧'],
    miss: ['王经理不在，我帮您转告，他回来就给您回话', '王经理外出，大约四点回来', '下次装修请先备案'],
  },
  P10: {
    hit: ['只能明天再来', '后天才能办', '改天再来吧'],
    miss: ['明天上午10点为您办理，可以吗', '明天上午10点为您办好', '要周三才能办，我给您预约'],
  },
  P11: {
    hit: ['我们下班了，明天吧', '正在吃饭，一会儿再来', '现在是午休，上班后办'],
    miss: ['同事已经下班，请稍等，我联系他', '明天有人上门', '下班前我给您回电话'],
  },
  P12: {
    hit: ['今天押金退完了', '保证金要退的话改日吧', '押金今天没有了'],
    miss: ['今天退押金的人多，准备的现金退完了，您哪天方便？', '押金收据请带好', '装修保证金两千元'],
  },
}

test.each(PHRASES)('KN-305 %s is found in three texts and left alone in three', (phrase) => {
  for (const text of SAMPLES[phrase].hit) expect(hits(text), text).toContain(phrase)
  for (const text of SAMPLES[phrase].miss) expect(hits(text), text).not.toContain(phrase)
})

test('KN-300 there are twelve phrases, none invented', () => {
  expect(words.phrases.map(({ id }) => id)).toEqual([...PHRASES])
  expect(PHRASES).toHaveLength(12)
})

test('KN-301 a hit names its place in the original and its sentence', () => {
  const text = '您好！这是 （我们）公 司，的規定。谢谢'
  const [hit] = detectPhrases(text, words)
  expect(hit).toEqual({ phrase: 'P1', start: 10, end: 17, sentence: '这是 （我们）公 司，的規定。' })
  expect(text.slice(10, 17)).toBe('公 司，的規定')
  expect(detectPhrases('领导说，这是部门和公司的规定', words)).toMatchObject([{ start: 0, end: 14 }])
})

test.each([
  '业主说：“你们公司规定太多”，我已记下。',
  '客户反映“收费标准就是乱来”',
  '王女士打电话来，问：「你们公司的规定是什么」',
  '業主說「你們公司的規定不合理」',
  '业主跟前台说：“你不懂”',
  '客户告诉我：“你不知道我有多急”',
  '“你们公司就会拿规定压人！”',
  '“你们公司拿规定压人”，客户这样说。',
  '> 你们公司规定太多\n已经收到，我们马上核实。',
])('KN-301 speech of the customer is skipped: %s', (text) => {
  expect(hits(text)).toEqual([])
})

test.each([
  ['这是“公司”的规定', 'P1'],
  ['按“公司规定”办', 'P1'],
  ['我回答：“这是公司规定”', 'P1'],
  ['前台对业主说：“你不懂”', 'P4'],
  ['我跟客户解释“收费就是这样”', 'P2'],
  ['客户说“很急”，可是公司有规定', 'P1'],
  ['业主说“没有关好的引号，公司规定', 'P1'],
  ['查了记录，回答：“这是公司规定”', 'P1'],
  ['公司的“规定！”写在墙上', 'P1'],
  ['业主说屏幕 24" 坏了。\n\n公司规定不修 24" 的', 'P1'],
])('KN-301 our own words in or beside quotation marks are read: %s', (text, phrase) => {
  expect(hits(text)).toEqual([phrase])
})

test('KN-301 words on both sides of skipped speech do not join', () => {
  expect(hits('客户说你“再说一遍”不懂')).toEqual([])
})

test('KN-302 groups must meet in one sentence; 。！？； and an empty line part sentences, a comma does not', () => {
  for (const mark of ['。', '！', '!', '？', '?', '；', ';', '｡', '\n\n', '\r\n \r\n']) {
    expect(hits(`公司${mark}规定`), JSON.stringify(mark)).toEqual([])
  }
  for (const mark of ['，', ',', '、', ' ', '　', '\n', '（）', '[', '】']) {
    expect(hits(`公司${mark}规定`), JSON.stringify(mark)).toEqual(['P1'])
  }
})

test('KN-302 a word is found through spaces, commas, brackets, full width, 您 and traditional characters', () => {
  for (const text of ['你不懂', '您不懂', '妳不懂', '你 不，懂', '（您）不【懂】', '你\u200b不\u3000懂']) {
    expect(hits(text), text).toEqual(['P4'])
  }
  const traditional: [string, PhraseId][] = [
    ['領導的規定', 'P1'],
    ['收費標準就這麼定', 'P2'],
    ['您有甚麼事', 'P3'],
    ['這你都不瞭解', 'P4'],
    ['不清楚，請問別人', 'P5'],
    ['不歸我們負責', 'P6'],
    ['鄰居的事，我們沒辦法', 'P7'],
    ['無法提供這項服務', 'P8'],
    ['他不在，下次再來', 'P9'],
    ['後天纔能辦', 'P10'],
    ['吃飯時間，上班後再來', 'P11'],
    ['保證金沒有了', 'P12'],
  ]
  for (const [text, phrase] of traditional) expect(hits(text), text).toContain(phrase)
  expect(hits('後天才能辦，我幫您預約')).toEqual([])
})

test('KN-302a a next step anywhere in the text drops P5, P6 and P8 to P12, never the others', () => {
  const dropped = PHRASES.filter((phrase) => {
    const [text] = SAMPLES[phrase].hit
    return !hits(`${text}。请您稍等。`).includes(phrase)
  })
  expect(dropped).toEqual(['P5', 'P6', 'P8', 'P9', 'P10', 'P11', 'P12'])
})

test('KN-302a an offer that only the customer speaks of does not drop a hit', () => {
  expect(hits('业主问：“可以吗”。他不在，改日再来。')).toEqual(['P9'])
})

test('KN-302 a named law clears P1 only in its own sentence, and a company handbook is no law', () => {
  expect(hits('《民法典》规定，公司应当公示')).toEqual([])
  expect(hits('《物业管理条例（修订）》規定，公司應當公示')).toEqual([])
  expect(hits('请看《民法典》。公司规定不行。')).toEqual(['P1'])
  expect(hits('《公司收费管理规定》里写着')).toEqual(['P1'])
  expect(hits('公司在《小区生活》上登了规定')).toEqual(['P1'])
})

test('KN-303 a refusal lacks a next step, a time or a referral until they stand in it', () => {
  expect(refusalGaps('这个办不了。', words)).toEqual(['next_step', 'time_or_referral'])
  expect(refusalGaps('今天不能办。', words)).toEqual(['next_step'])
  expect(refusalGaps('这个办不了，我另想办法，好吗？', words)).toEqual(['time_or_referral'])
  expect(refusalGaps('这个办不了，15:30 前回复您，好吗？', words)).toEqual([])
  expect(refusalGaps('他不在，下次吧', words)).toContain('next_step')
  expect(refusalGaps('已经修好。', words)).toEqual([])
})

test('KN-304 written texts are read like spoken ones', () => {
  expect(hits('尊敬的业主：\n您好！您不了解收费流程，请改天再来。\n此致')).toEqual(['P4', 'P10'])
})

test('KN-306 inside the company P6 is never dropped and leads to record and follow only', () => {
  const text = '这是工程部负责，我们管不了，我帮您联系，可以吗'
  expect(hits(text)).toEqual([])
  expect(hits(text, { insideCompany: true })).toEqual(['P6'])
  expect(hits('他不在，改日再来，我帮您预约', { insideCompany: true })).toEqual([])
  expect(phraseTextKeys('P6', { insideCompany: true }).instead).toBe('phrase.P6.inside')
  expect(phraseTextKeys('P6').instead).toBe('phrase.P6.instead')
  expect(phraseTextKeys('P7', { insideCompany: true }).instead).toBe('phrase.P7.instead')
})

test('KN-302b every recommended wording of ours passes the detector', () => {
  for (const phrase of PHRASES) {
    const { name, why, instead } = phraseTextKeys(phrase)
    for (const key of [name, why, instead]) expect(texts[key].zh, key).not.toBe('')
    const sample = /例如：“([^”]+)”/.exec(texts[instead].zh)?.[1] ?? ''
    expect(sample, instead).not.toBe('')
    expect(hits(sample), sample).toEqual([])
    expect(hits(`我回答：“${sample}”`), sample).toEqual([])
  }
})

const piece = fc.constantFrom(
  ...[...'公司规定規您你不懂在明天才能再来。！？；，、 \n“”「」"《》>（）稍等A１😀'],
  ...words.phrases.flatMap(({ groups }) => groups.flat()),
)
const someText = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(''))

test('KN-302 places lie inside the text, in order, and the words of every group lie inside the place', () => {
  const simplified = (text: string) =>
    [...text]
      .map((c) => words.simplify[c] ?? c)
      .join('')
      .replace(/[\s、，,（）「」]/g, '')
  fc.assert(
    fc.property(someText, (text) => {
      let last = -1
      for (const { phrase, start, end, sentence } of detectPhrases(text, words)) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
        expect(start).toBeGreaterThanOrEqual(last)
        last = start
        const place = text.slice(start, end)
        expect(sentence).toContain(place)
        const rule = words.phrases.find(({ id }) => id === phrase)
        const groups = rule?.groups ?? []
        expect(groups.every((group) => group.some((word) => simplified(place).includes(word)))).toBe(true)
      }
    }),
  )
})

test('KN-302 spaces strewn into a text change no hit', () => {
  const plainPiece = fc.constantFrom(...words.phrases.flatMap(({ groups }) => groups.flat()), '。', '，', '您', '谢谢')
  fc.assert(
    fc.property(fc.array(plainPiece, { maxLength: 20 }), (parts) => {
      const text = parts.join('')
      expect(hits([...text].join(' '))).toEqual(hits(text))
    }),
  )
})

test('KN-301 any text at all is read without a fault', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => Array.isArray(detectPhrases(text, words))),
  )
})

test('KN-301 forty thousand characters of any shape are read to their end while somebody types', () => {
  const shapes = ['公司有事，', '“', '业主说“公司规定”', '《', '。', '\n\n', ' ', '"', '>\n', '公司。规定。', '他不在']
  for (const shape of shapes) {
    const long = shape.repeat(Math.ceil(40_000 / shape.length))
    const hits = detectPhrases(`${long}\n\n这是公司的规定。`, words)
    expect(hits.length, JSON.stringify(shape)).toBeLessThanOrEqual(long.length)
  }
})
