import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseParking, parseUnitNo, readUnit, type UnitTexts } from './unit-no.rules.ts'

const CHINESE = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']
const chinese = (n: number): string => {
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  const ten = tens === 0 ? '' : tens === 1 ? '十' : `${CHINESE[tens]}十`
  return `${ten}${ones > 0 || tens === 0 ? CHINESE[ones] : ''}`
}
const wide = (text: string): string =>
  text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).replaceAll(' ', '\u3000')

const HABITS: ((b: number, s: number, r: string) => string)[] = [
  (b, s, r) => `${b}栋${s}单元${r}`,
  (b, s, r) => `${b}幢${s}单元${r}室`,
  (b, s, r) => `${b}号楼${s}单元${r}号`,
  (b, s, r) => `${b}-${s}-${r}`,
  (b, s, r) => `${b}—${s}–${r}`,
  (b, s, r) => `${b}#${s}-${r}`,
  (b, s, r) => `${b}＃${s}＃${r}`,
  (b, s, r) => `${b} ${s} ${r}`,
  (b, s, r) => `${b}/${s}/${r}`,
  (b, s, r) => `0${b}-0${s}-${r.padStart(4, '0')}`,
  (b, s, r) => `${chinese(b)}栋${chinese(s)}单元${r}`,
  (b, s, r) => `${chinese(b)}号楼${chinese(s)}单元${[...r].map((digit) => CHINESE[Number(digit)]).join('')}`,
  (b, s, r) => `${b}座${s}门${r}`,
  (b, s, r) => `${b}号楼${s}单元${r.slice(0, -2)}层${r.slice(-2)}室`,
  (b, s, r) => `${b}栋 ${s}单元 ${r}（复式）`,
  (b, s, r) => `Building ${b} Unit ${s} Room ${r}`,
]

const building = fc.integer({ min: 1, max: 99 })
const section = fc.integer({ min: 1, max: 9 })
const room = fc
  .tuple(fc.integer({ min: 1, max: 45 }), fc.integer({ min: 1, max: 12 }))
  .map(([floor, door]) => `${floor}${String(door).padStart(2, '0')}`)

test('unit: every habit of writing the same flat gives the same key', () => {
  fc.assert(
    fc.property(
      building,
      section,
      room,
      fc.constantFrom(...HABITS),
      fc.boolean(),
      fc.boolean(),
      (b, s, r, habit, full, pad) => {
        const text = habit(b, s, r)
        const shown = pad ? ` ${text}\u3000` : text
        expect(parseUnitNo(full ? wide(shown) : shown)).toMatchObject({
          building: String(b),
          section: String(s),
          room: r,
          kind: 'flat',
          canonical: `${b}-${s}-${r}`,
          display: `${b}栋${s}单元${r}`,
        })
      },
    ),
    { numRuns: 2000 },
  )
})

test('unit: the columns of a ledger give the same key as one text, however much each of them repeats', () => {
  const columns: ((b: number, s: number, r: string) => UnitTexts)[] = [
    (b, s, r) => ({ building: `${b}栋`, section: `${s}单元`, room: r }),
    (b, s, r) => ({ building: String(b), section: String(s), room: `${r}室` }),
    (b, s, r) => ({ building: `${chinese(b)}栋`, section: `${chinese(s)}单元`, room: wide(r) }),
    (b, s, r) => ({ building: `${b}栋${s}单元`, room: r }),
    (b, s, r) => ({ building: `${b}#`, room: `${s}-${r}` }),
    (b, s, r) => ({ building: `${b}#`, section: String(s), room: `${b}-${s}-${r}` }),
    (b, s, r) => ({ building: `${b}栋`, section: `${b}栋${s}单元`, room: `${s}单元${r}` }),
    (b, s, r) => ({ building: `${b}栋`, section: `${s}单元`, floor: `${r.slice(0, -2)}层`, room: r.slice(-2) }),
    (b, s, r) => ({ building: '', section: '', room: `${b}栋${s}单元${r}` }),
  ]
  fc.assert(
    fc.property(building, section, room, fc.constantFrom(...columns), (b, s, r, texts) => {
      expect(readUnit(texts(b, s, r))).toMatchObject({ canonical: `${b}-${s}-${r}` })
    }),
    { numRuns: 1000 },
  )
})

test('unit: a key reads as itself, and what is said reads as the key', () => {
  const named = fc.constantFrom(
    '3',
    '12',
    'A',
    'B1',
    'S',
    'V',
    'P',
    'V2',
    '12A',
    '东区3',
    '1期2',
    'A区5',
    '紫薇阁',
    '甲',
    '西',
    '12弄3',
  )
  const sections = fc.constantFrom(undefined, '1', '12', '甲', 'A', 'S', 'V')
  const rooms = fc.constantFrom('1', '101', '1203', '12A', '12A03', 'A1', '33')
  fc.assert(
    fc.property(named, sections, rooms, fc.constantFrom('', '商铺', '别墅'), (b, s, r, mark) => {
      const unit = readUnit({ building: /期|弄|区/.test(b) ? `${b}栋` : b, ...(s && { section: s }), room: mark + r })
      // A room 12A03 is a flat's only.
      fc.pre(mark === '' || r !== '12A03')
      if (typeof unit === 'string') throw new Error(unit)
      expect(parseUnitNo(unit.canonical)).toEqual(unit)
    }),
  )
})

test('unit: whatever is typed, nothing throws and a key stays a key', () => {
  const pieces = fc.constantFrom(
    ...'栋,单元,号,室,号楼,幢,座,#,-,0,1,2,12,03,1203,101,A,B,S,V,P,B1,商铺,底商,别墅,车位,湖畔,东区,一期,二,十二,甲,西,楼,层,弄,门,区,地下,负一层,户,(,),/,花园,Unit, '.split(
      ',',
    ),
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 8 }).map((list) => list.join('')),
  )
  fc.assert(
    fc.property(text, (typed) => {
      const unit = parseUnitNo(typed)
      if (unit) expect(parseUnitNo(unit.canonical)).toMatchObject({ canonical: unit.canonical, kind: unit.kind })
    }),
    { numRuns: 5000 },
  )
})

test.each([
  ['3栋1203', '3-1203', 'flat', '3栋1203'],
  ['3号1203', '3-1203', 'flat', '3栋1203'],
  ['A座1203', 'A-1203', 'flat', 'A座1203'],
  ['A1203', 'A-1203', 'flat', 'A座1203'],
  ['B1栋1203', 'B1栋-1203', 'flat', 'B1栋1203'],
  ['甲单元', null],
  ['十二栋甲单元101', '12-甲-101', 'flat', '12栋甲单元101'],
  ['西座1203', '西-1203', 'flat', '西座1203'],
  ['一期3栋2单元1203', '1期3-2-1203', 'flat', '1期3栋2单元1203'],
  ['东区3栋2单元1203', '东区3-2-1203', 'flat', '东区3栋2单元1203'],
  ['三元里5栋101', '三元里5-101', 'flat', '三元里5栋101'],
  ['紫薇阁2单元1203', '紫薇阁-2-1203', 'flat', '紫薇阁2单元1203'],
  ['12弄3号1203室', '12弄3-1203', 'flat', '12弄3号1203'],
  ['商铺101', 'S-101', 'shop', '商铺S-101'],
  ['1栋商铺3号', '1-S-3', 'shop', '1栋商铺S-3'],
  ['S-12', 'S-12', 'shop', '商铺S-12'],
  ['商铺S-12', 'S-12', 'shop', '商铺S-12'],
  ['底商05', 'S-5', 'shop', '商铺S-5'],
  ['别墅8号', 'V-8', 'villa', '别墅8号'],
  ['V8', 'V-8', 'villa', '别墅8号'],
  ['联排别墅8-2', 'V-8-2', 'villa', '别墅8-2号'],
  ['湖畔8号', '湖畔-V-8', 'villa', '湖畔8号'],
  ['湖畔别墅8号', '湖畔-V-8', 'villa', '湖畔8号'],
  ['B1-001', 'P-B1-1', 'parking', '车位B1-001'],
  ['车位B1-023', 'P-B1-23', 'parking', '车位B1-023'],
  ['地下二层 45号', 'P-B2-45', 'parking', '车位B2-045'],
  ['负一层A区123', 'P-B1-A-123', 'parking', '车位B1-A-123'],
  ['共96户', null],
  ['小计', null],
  ['3栋', null],
  ['1203', null],
  ['<b>3-2-1203</b>', null],
  ['3-2-0000', null],
  ['', null],
])('unit: %s is %s', (text, canonical, kind?: string, display?: string) => {
  const unit = parseUnitNo(text)
  if (canonical === null) expect(unit).toBeNull()
  else expect(unit).toMatchObject({ canonical, kind, display })
})

test.each([
  [{ room: '' }, 'missing'],
  [{ room: '3栋' }, 'missing'],
  [{ room: '1203' }, 'no_building'],
  [{ building: '3栋', room: '1203、1204' }, 'several'],
  [{ building: '3栋', section: '1单元', room: '1203/1204' }, 'several'],
  [{ room: '1203-1204' }, 'several'],
  [{ building: '13栋', section: '2', room: '3-2-1203' }, 'contradiction'],
  [{ building: '3栋', section: '1单元', room: '2单元1203' }, 'contradiction'],
  [{ building: '3栋', room: '见合同' }, 'unreadable'],
] satisfies [UnitTexts, string][])('unit: %j is %s', (texts, trouble) => {
  expect(readUnit(texts)).toBe(trouble)
})

test('unit: names of the estate say nothing before a building', () => {
  const options = { estateNames: ['翠湖花园'] }
  expect(parseUnitNo('翠湖花园3栋2单元1203', options)?.canonical).toBe('3-2-1203')
  expect(parseUnitNo('翠湖花园一期3栋2单元1203', options)?.canonical).toBe('1期3-2-1203')
  expect(parseUnitNo('翠湖花园3栋2单元1203')?.canonical).toBe('翠湖花园3-2-1203')
})

test('unit: 3-1203 beside building 3 is its third section, or its building said again where all rooms do so', () => {
  const texts = { building: '3栋', room: '3-1203' }
  expect(readUnit(texts)).toMatchObject({ canonical: '3-3-1203' })
  expect(readUnit(texts, { roomRepeatsBuilding: true })).toMatchObject({ canonical: '3-1203' })
})

test.each([
  ['B1-001', 'P-B1-1'],
  ['b1-1', 'P-B1-1'],
  ['Ｂ１－００１', 'P-B1-1'],
  ['B1层 1号', 'P-B1-1'],
  ['负一层1号车位', 'P-B1-1'],
  ['A12', 'P-A-12'],
  ['A-012', 'P-A-12'],
  ['固定车位12', 'P-12'],
  ['1个', null],
  ['有', null],
  ['租用', null],
])('unit: parking space %s is %s', (text, canonical) => {
  expect(parseParking(text)?.canonical ?? null).toBe(canonical)
})
