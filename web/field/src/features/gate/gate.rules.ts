import type { GatePack, GateResult } from '#contract/goods.ts'
import { faultOfLine, plateOf, slipNumberOf } from '#contract/rules/goods.ts'
import type { Act, Deed } from '../../queue/act.rules.ts'

export type GoodsForm = { category: string; quantity: string; unit: string; remark: string }
export const EMPTY_GOODS: GoodsForm = { category: '', quantity: '1', unit: '', remark: '' }
export type GateForm = {
  has: 'slip' | 'noSlip'
  slip: string
  unit: string
  goods: readonly GoodsForm[]
  carrier: string
  phone: string
  plate: string
  count: 'match' | 'differs' | ''
  difference: string
  collected: boolean
  slipPhotoIds: readonly string[]
  goodsPhotoIds: readonly string[]
}
export const EMPTY_GATE: GateForm = {
  has: 'slip',
  slip: '',
  unit: '',
  goods: [EMPTY_GOODS],
  carrier: '',
  phone: '',
  plate: '',
  count: '',
  difference: '',
  collected: false,
  slipPhotoIds: [],
  goodsPhotoIds: [],
}

/** For what a slip was used. */
export type Use = Pick<GatePack['used'][number], 'at' | 'gate' | 'guard'>

type CheckAct = Act & { deed: Extract<Deed, { type: 'gateCheck' }> }
export const checksOf = (acts: readonly Act[]): CheckAct[] =>
  acts.filter((act): act is CheckAct => act.deed.type === 'gateCheck' && act.state !== 'dropped')

/** FD-507, as far as the phone can know it: what it let out itself since, and what it took along, voided checks left out. */
export const knownUse = (
  slip: string,
  {
    used,
    acts,
    me,
    gateOf,
    savedAt,
  }: {
    used: GatePack['used']
    acts: readonly Act[]
    me: string
    gateOf: (id: string) => string
    /** When that was taken along: of what was sent before it knows better. */
    savedAt: string
  },
): Use | undefined => {
  const number = slipNumberOf(slip)
  const own = checksOf(acts).find(
    ({ deed: { body }, state, sentAt }) =>
      body.result === 'match' &&
      slipNumberOf(body.slipNumber ?? '') === number &&
      !(state === 'sent' && sentAt !== null && sentAt < savedAt),
  )
  return own && number
    ? { at: own.at, gate: gateOf(own.deed.body.placeId), guard: me }
    : used.find(({ slipNumber }) => slipNumber === number)
}

/** What comes of the check: a used slip lets nothing out, whatever was counted. */
export const resultOf = ({ has, count }: GateForm, used: boolean): GateResult | undefined =>
  has === 'noSlip' ? 'noSlip' : used ? 'slipUsed' : count || undefined

const isTyped = ({ category, remark, unit }: GoodsForm) => (category + remark + unit).trim() !== ''
const lineOf = ({ category, quantity, unit, remark }: GoodsForm) => ({
  category: category.trim(),
  quantity: Number(quantity.normalize('NFKC').replace(',', '.')),
  unit: unit.trim(),
  ...(remark.trim() ? { remark: remark.trim() } : {}),
})
/** Goods that stay need not be counted. */
const linesOf = (form: GateForm, result: GateResult | undefined) =>
  result === 'noSlip' || result === 'slipUsed' ? form.goods.filter(isTyped) : form.goods

/** What is still to be filled in, by field, in words of the texts. */
export type Lack =
  | 'issue.required'
  | 'onsite.lack.photo'
  | `error.${'E_GOODS_LINE' | 'E_GOODS_VAGUE' | 'E_SLIP_NOT_COLLECTED'}`
export const gateLacks = (form: GateForm, result: GateResult | undefined): Readonly<Record<string, Lack>> => {
  const lacks: Record<string, Lack> = {}
  const counted = result !== 'noSlip' && result !== 'slipUsed'
  if (result !== 'noSlip' && !slipNumberOf(form.slip)) lacks.slip = 'issue.required'
  if (counted && !form.unit.trim()) lacks.unit = 'issue.required'
  for (const line of linesOf(form, result)) {
    const fault = faultOfLine(lineOf(line))
    if (fault) lacks[`goods.${form.goods.indexOf(line)}.${fault.at}`] = `error.${fault.code}`
  }
  if (!result) lacks.count = 'issue.required'
  if (result === 'match') {
    if (!form.collected) lacks.collected = 'error.E_SLIP_NOT_COLLECTED'
    if (form.slipPhotoIds.length === 0) lacks.slipPhotos = 'onsite.lack.photo'
  }
  if (result === 'differs') {
    if (!form.difference.trim()) lacks.difference = 'issue.required'
    if (form.goodsPhotoIds.length === 0) lacks.goodsPhotos = 'onsite.lack.photo'
  }
  return lacks
}

/** Which gate, and what was read off its label; the id and the time of the check. */
export type CheckRef = { id: string; at: string; placeId: string; labelToken: string | undefined }
/** The body of the act; what is let out has left by the time that the server hears of it. */
export const gateBody = (form: GateForm, result: GateResult, ref: CheckRef): CheckAct['deed']['body'] => {
  const { id, at, placeId, labelToken } = ref
  const said = (name: 'unit' | 'carrier' | 'phone' | 'difference') => form[name].trim()
  const hasSlip = result !== 'noSlip'
  return {
    id,
    at,
    placeId,
    result,
    lines: linesOf(form, result).map(lineOf),
    slipCollected: hasSlip && form.collected,
    slipPhotoIds: hasSlip ? [...form.slipPhotoIds] : [],
    goodsPhotoIds: [...form.goodsPhotoIds],
    gone: result === 'match',
    ...(labelToken ? { labelToken } : {}),
    ...(hasSlip ? { slipNumber: slipNumberOf(form.slip) } : {}),
    ...(said('unit') ? { unitSaid: said('unit') } : {}),
    ...(said('carrier') ? { carrierName: said('carrier') } : {}),
    ...(said('phone') ? { carrierPhone: said('phone') } : {}),
    ...(plateOf(form.plate) ? { plate: plateOf(form.plate) } : {}),
    ...(result === 'differs' ? { difference: said('difference') } : {}),
  }
}

const SHOWN = 4
const numbers = (said: string) => said.replace(/\D+/g, '-').replace(/^-|-$/g, '')
/** Units that what was typed may mean: 3-2-12 finds 3栋2单元1203. */
export const unitsLike = (typed: string, units: readonly string[]): string[] => {
  const said = typed.trim()
  if (!said || units.includes(said)) return []
  const digits = numbers(said)
  return units.filter((unit) => unit.includes(said) || (digits && numbers(unit).startsWith(digits))).slice(0, SHOWN)
}
