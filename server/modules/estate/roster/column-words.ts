import type { RosterField } from '#contract/roster-import.ts'
import { fold } from '../text-fold.rules.ts'

/** Fields that several columns may hold together (电话1, 电话2); of the others the likeliest column is taken. */
export const REPEATABLE: ReadonlySet<RosterField> = new Set([
  'owner',
  'ownerId',
  'ownerPhone',
  'plate',
  'parking',
  'tenant',
  'tenantId',
  'tenantPhone',
  'remarks',
])

const OWNER =
  '(?:业主|产权人|房主|户主|权利人|所有权人|所有人|产权所有人|买受人|购房人|客户|住户|业户|商户|公司|单位|企业|本人|法人|法定代表人|共有人|产权共有人|共有产权人)'
const TENANT = '(?:租户|承租人|承租方|租客|租赁人|租赁方|租房人|现租户|使用人|非业主使用人)'
const PHONE =
  '(?:(?:的?(?:联系|联络|移动|固定|手机|家庭|办公)?(?:电话|手机|座机|固话)(?:号码?)?|联系方式|联系号码)(?:或|及)?)+'
const PAPER =
  '(?:(?:居民)?身份证(?:明|件)?|有效证件|证件|营业执照|(?:统一)?社会信用代码|统一信用代码|信用代码|组织机构代码)(?:号码?|编号)?(?:或|及)?'
const NAME = '(?:姓名|名称|名字|全称|名)'
const TEL = '(?:phone|mobile|mobilephone|tel|telephone|cell|cellphone|contact|contactno|contactnumber)s?(?:no|number)?'

/**
 * The usual headings, level and without signs, notes and numbers. For one field the earlier line is the better one:
 * 建筑面积 before 面积, 房号 before 地址.
 */
const WORDS: readonly (readonly [RosterField, string])[] = [
  ['reason', '问题原因|错误原因|whatiswrong'],
  ['seq', '序号|行号|序|编号|no|number|serial(?:no|number)?|sn|seq|index|#'],
  [
    'emergencyPhone',
    `紧急(?:联系|联络)?人?${PHONE}|emergency(?:contact)?(?:phone|mobile|tel|telephone|cell|number|no)(?:no|number)?`,
  ],
  ['emergencyContact', `紧急(?:联系|联络)人?${NAME}?(?:及电话)?|emergency(?:contact)?(?:name|person)?`],
  ['tenantPhone', `${TENANT}${PHONE}|tenants?${TEL}`],
  ['tenantId', `${TENANT}(?:${PAPER})+|tenants?id(?:no|number|card)?`],
  ['tenant', `${TENANT}(?:信息)?${NAME}?|tenants?(?:name)?|lessee`],
  [
    'leaseFrom',
    '(?:租期|租赁|租约|合同)(?:开始|起始|起)(?:日期|时间|日)?|起租(?:日期|时间|日)?|lease(?:start|from|begin)(?:date)?',
  ],
  [
    'leaseTo',
    '(?:租期|租赁|租约|合同)(?:结束|截止|终止|到期|止)(?:日期|时间|日)?|(?:退租|到租)(?:日期|日)?|lease(?:end|to|until)(?:date)?',
  ],
  ['lease', '租期|租赁(?:期限?|时间|起止(?:日期|时间)?)|租约(?:期限?)?|租期起止|lease(?:term|period)?'],
  [
    'plate',
    '(?:业主|登记|机动)?(?:车牌|车牌照|车辆|车牌号)(?:号码?|牌照)?|车号|(?:license|licence|car|vehicle)?plates?(?:no|number)?|cars?|vehicles?(?:no)?',
  ],
  [
    'parking',
    '(?:固定|地下|产权|租用)?(?:车位|停车位|车库|泊位)(?:号码?|编号)?|parking(?:space|lot|bay)?(?:no|number)?|carport|garage',
  ],
  ['area', '(?:房屋|产权|登记)?(?:建筑面积|建面)'],
  [
    'area',
    '(?:房屋|产权|计费|收费|登记|合同|实测|物业)?面积|(?:gross|floor|building|built|total)?(?:floor)?area(?:sqm|m2)?|gfa|sqm|m2',
  ],
  ['innerArea', '(?:套内|室内|使用|套内建筑|实用)面积|套内|(?:inner|net|usable|carpet)area'],
  ['unitType', '户型|房型|户型结构|(?:unit)?layout|unittype|roomtype|housetype'],
  [
    'usage',
    '用途|房屋用途|使用性质|房屋性质|房产性质|物业类型|房屋类型|房产类型|业态|规划用途|物业性质|usage?|purpose|propertytype|type',
  ],
  [
    'handoverDate',
    '(?:实际)?(?:收楼|收房|交房|交楼|入住|入伙|交付|接房|领房)(?:日期|时间|日)?|(?:handover|movein|delivery|takeover)(?:date)?',
  ],
  [
    'ownerId',
    `${OWNER}?${NAME}?(?:${PAPER})+|(?:owners?)?(?:id|idcard|identity|identitycard|identification)(?:no|number|card)?|passport(?:no)?|uscc`,
  ],
  ['ownerPhone', `${OWNER}?${PHONE}|(?:owners?)?${TEL}`],
  ['owner', `${OWNER}(?:或|及)?${OWNER}?${NAME}?(?:或|及)?(?:${OWNER}${NAME}?)?`],
  ['owner', `${NAME}|owners?(?:names?)?|householder|names?|fullname|customer(?:name)?|company(?:name)?`],
  [
    'room',
    '房号|房间号码?|室号|房屋号码?|单元房号|楼栋房号|房间|房室号|户号|室|房|room(?:no|number)?|flat(?:no|number)?|apartment(?:no)?|apt(?:no)?|unit(?:no|number)',
  ],
  [
    'room',
    '门牌号?码?|商铺号|铺位?号|铺号|房屋编号|房产编号|房屋名称|房产名称|房屋|房产|door(?:no)?|house(?:no|number)?',
  ],
  ['room', '(?:房屋|房产|物业|业主)?(?:地址|坐落|座落)|物业名称?|房屋位置|address|property'],
  ['phase', '期数?|分期|期别|项目分期|组团|苑区|园区|区域|片区|分区|phase|zone'],
  [
    'building',
    '楼栋|栋号|楼号|幢号|楼栋号|栋|幢|楼宇|楼幢|楼座|栋座|座栋|楼栋名称|楼宇名称|楼|座号|building(?:no|number|name)?|block(?:no)?|tower(?:no)?|bldg(?:no)?',
  ],
  ['section', '单元|单元号|单元名称|门洞|梯号|梯|单元楼门|section(?:no)?|entrance|staircase'],
  ['floor', '楼层|层|层数|所在层|所在楼层|floor(?:no)?|level'],
  ['remarks', '备注|备注说明|说明|其他|其它|附注|情况说明|备注信息|remarks?|notes?|comments?|memo'],
]
const FORMS = WORDS.map(([field, words], rank) => ({ field, rank, form: new RegExp(`^(?:${words})$`) }))

/** Headings that mean one thing beside certain others and another thing without them. */
export const AMBIGUOUS: Record<string, 'unit' | 'block' | 'id'> = { unit: 'unit', units: 'unit', 座: 'block', id: 'id' }

/** Level, small, without spaces, stars, notes in brackets, units and the number at its end. */
export const plainHeading = (heading: string): string => {
  const level = fold(heading).toLowerCase()
  const bare = level.replace(/[([{【〔（][^)\]}】〕）]*[)\]}】〕）]/g, '')
  return (bare.trim() === '' ? level : bare)
    .replace(/[\s*※★:.。,_/、|·'"-]+/g, '')
    .replace(/(?:(?<=面积)(?:m2|平方米|平米|平方)|(?<=\D)[\d一二三])$/, '')
}

export const wordFor = (heading: string): { field: RosterField; rank: number } | null => {
  const plain = plainHeading(heading)
  if (plain === '' || plain.length > 24) return null
  const found = FORMS.find(({ form }) => form.test(plain))
  return found ? { field: found.field, rank: found.rank } : null
}

const GROUPS: readonly (readonly [RegExp, Partial<Record<RosterField, RosterField>>])[] = [
  [/^(?:租户|承租|租客|租赁|使用人|出租|tenant)/, { owner: 'tenant', ownerPhone: 'tenantPhone', ownerId: 'tenantId' }],
  [/^(?:紧急|emergency)/, { owner: 'emergencyContact', ownerPhone: 'emergencyPhone' }],
]

/** The heading under a common heading: 姓名 under 租户信息 is the tenant. */
export const wordUnder = (group: string, heading: string): { field: RosterField; rank: number } | null => {
  const joined = wordFor(`${group}${heading}`)
  const own = wordFor(heading)
  const turned = own && GROUPS.find(([words]) => words.test(plainHeading(group)))?.[1][own.field]
  if (own && turned) return { field: turned, rank: own.rank }
  return joined ?? own
}
