import { afterAll, beforeAll, expect, test } from 'vitest'
import type { KindShape } from '#contract/kind.ts'
import { order } from '#contract/kinds/order.ts'
import { service } from '#contract/kinds/service.ts'
import { isRefusal } from '#contract/refusal.ts'
import { moveMatter } from '#modules/matters/index.ts'
import { SYSTEM } from '#platform/auth/actor.ts'
import { inTransaction } from '#platform/db/tx.ts'
import { type Answer, openTestHouse, type TestHouse } from '#test/house.ts'
import { moveCases, pathTo } from '#test/kind-walk.ts'
import { serviceSteps } from '#test/service-steps.ts'
import { moveOrder } from './index.ts'

let t: TestHouse
let s: ReturnType<typeof serviceSteps>
let second: string
beforeAll(async () => {
  t = await openTestHouse()
  s = serviceSteps(t)
  second = await t.hire(t.a.id, 'technician', { line: 'repair', name: '第二位技术员' })
})
afterAll(() => t.close())

type Outcome = { status: number; code?: string; state?: string }
const outcome = (a: Answer): Outcome => ({ status: a.status, code: a.body.error?.code, state: (a.body.matter ?? a.body.order)?.state })

/** The program's own verbs have no route; they are called as the program calls them. */
const bySystem = async (kind: 'service' | 'order', id: string, verb: string, input: object): Promise<Outcome> => {
  const request = { estateId: t.a.id, id, verb, input, bySystem: true }
  const moved = await inTransaction(t.house.database, { scope: [t.a.id] }, async (tx) => {
    const row = kind === 'order' ? await moveOrder(tx, SYSTEM, request) : await moveMatter(tx, SYSTEM, { ...request, kind })
    return isRefusal(row) ? row : { state: row.state }
  })
  return isRefusal(moved) ? { status: 409, code: moved.code } : { status: 200, ...moved }
}

type Sample = { by: string; input?: () => object | Promise<object> }

const orderSamples = (): Record<string, Sample> => {
  const tech = { by: s.staff.technician }
  const lead = { by: s.staff.repairLead }
  const items = [{ name: '上门费', qty: 1, unit: '次', unitFen: 5_000 }]
  const signed = { acceptedWho: '周丽华', capacity: 'owner', acceptedHow: 'signature', signature: s.signature }
  return {
    accept: tech,
    decline: { ...tech, input: () => ({ reason: 'noTime', explanation: '另有抢修' }) },
    goOnTheWay: tech,
    arrive: tech,
    look: { ...tech, input: () => ({ findings: '接口老化', work: '更换软管', paid: false, entry: s.entry }) },
    setCharge: { ...lead, input: () => ({ charge: 'warranty', reason: '保修期内' }) },
    quote: { ...lead, input: () => ({ items }) },
    approveSpending: { by: s.staff.csLead, input: () => ({ note: '同意' }) },
    acceptPrice: { ...tech, input: () => signed },
    acceptPriceAtDesk: { by: s.staff.frontDeskClerk, input: () => ({ ...signed, acceptedHow: 'phone', signature: undefined }) },
    refusePrice: { ...tech, input: () => ({ reason: '太贵' }) },
    startWork: { ...tech, input: () => ({ entry: s.entry }) },
    waitForMaterial: { ...tech, input: () => ({ material: '三角阀' }) },
    continueWork: { ...tech, input: () => ({ entry: s.entry }) },
    finish: { ...tech, input: async () => ({ result: '已修好', files: await s.photos(s.staff.technician), signature: s.signature }) },
    reportAbsent: { ...tech, input: () => ({ cardLeft: true }) },
    needAppointment: { ...tech, input: () => ({ reason: '需带专用工具' }) },
    attachFiles: { ...tech, input: async () => ({ files: await s.photos(s.staff.technician, ['during']) }) },
    addMaterials: { ...tech, input: () => ({ materials: [{ name: '软管', qty: 1.5, unit: '米' }] }) },
    voidMaterial: tech,
    sign: { ...tech, input: () => ({ signature: s.signature }) },
    note: { ...tech, input: () => ({ text: '已联系客户' }) },
    reassign: { ...lead, input: () => ({ executorId: second, reason: '调配' }) },
    appoint: { by: 'system', input: () => ({ executorId: s.staff.technician, from: s.at(5), to: s.at(6) }) },
    hold: { by: 'system' },
    returnForRework: { by: 'system', input: () => ({ reason: '仍渗水' }) },
    approve: { by: 'system' },
    conclude: { by: 'system', input: () => ({ result: '已解除' }) },
    cancel: { by: 'system', input: () => ({ reason: '客户取消' }) },
  }
}

const serviceSamples = (): Record<string, Sample> => {
  const clerk = { by: s.staff.frontDeskClerk }
  const time = () => ({ from: s.at(2), to: s.at(4) })
  const escalation = () => ({ reason: '缺人', leadId: s.staff.csLead, headId: s.staff.centreHead })
  return {
    take: clerk,
    note: { ...clerk, input: () => ({ text: '客户再次来电' }) },
    supervise: { ...clerk, input: () => ({ note: '已到场看过' }) },
    promise: { ...clerk, input: () => ({ text: '今天内回电', dueAt: s.at(2) }) },
    keepPromise: clerk,
    transferOwner: { by: s.staff.csLead, input: () => ({ newOwnerId: s.staff.customerAssistant, reason: 'longLeave', customerTold: true }) },
    pauseClock: clerk,
    resumeClock: clerk,
    askAvailability: { ...clerk, input: () => ({ line: 'repair' }) },
    answerAvailable: { by: s.staff.repairLead, input: () => ({ executorId: s.staff.technician, from: s.at(1), to: s.at(5) }) },
    answerUnavailable: { by: s.staff.repairLead, input: () => ({ reason: '今日无人' }) },
    confirmToCustomer: { ...clerk, input: () => ({ ...time(), toldBy: 'phone' }) },
    start: { by: 'system' },
    finish: { by: 'system', input: () => ({ result: '已修好' }) },
    reorganise: { ...clerk, input: () => ({ reason: '换人' }) },
    acceptResult: { ...clerk, input: () => ({ supervisionNote: '已查看' }) },
    refuseResult: { ...clerk, input: () => ({ reason: '未修好' }) },
    callBack: { ...clerk, input: () => ({ satisfaction: 'satisfied', how: 'phone' }) },
    waiveCallback: { ...clerk, input: () => ({ reason: 'noCallbackWish' }) },
    notSatisfied: { ...clerk, input: () => ({ missing: '仍渗水', offerComplaint: false }) },
    close: { ...clerk, input: () => ({ feedback: '已告知' }) },
    cancel: { ...clerk, input: () => ({ reason: 'customerCancelled', customerWords: '不用来了' }) },
    escalate: { ...clerk, input: escalation },
    giveResources: { by: s.staff.centreHead, input: () => ({ plan: '外请' }) },
    assignDedicated: { by: s.staff.centreHead, input: () => ({ followerId: s.staff.csLead, reason: '重大' }) },
    merge: { by: s.staff.csLead, input: async () => ({ intoId: await s.register(), reason: '同一漏点' }) },
    reopen: { ...clerk, input: () => ({ newFact: '又漏了' }) },
  }
}

/** Some verbs are about a row that has to be there first, or about a matter of a certain kind. */
const registered = (verb: string) => {
  if (verb === 'waiveCallback') return s.register({ noCallbackWish: true })
  if (verb === 'take')
    return t.as(s.staff.guard).post(s.url('matters'), { contactType: 'service', channel: 'on_site', customerSaid: '路灯不亮' }).then((a): string => a.body.matter.id)
  return s.register({ line: 'repair' })
}

const walk = async (kind: 'service' | 'order', verb: string, state: string): Promise<{ id: string; go(): Promise<Outcome> }> => {
  const shape: KindShape = kind === 'order' ? order : service
  const samples = kind === 'order' ? orderSamples() : serviceSamples()
  const matterId = await registered(verb)
  const id = kind === 'order' ? await s.agree(matterId) : matterId
  const run = async (name: string, extra: object = {}): Promise<Outcome> => {
    const sample = samples[name]
    if (!sample) throw new Error(`no sample for ${kind}.${name}`)
    const input = { ...(await sample.input?.()), ...extra }
    if (sample.by === 'system') return bySystem(kind, id, name, input)
    return outcome(kind === 'order' ? await s.act(sample.by, id, name, input) : await s.move(sample.by, 'services', id, name, input))
  }
  for (const step of pathTo(shape, state) ?? []) expect(await run(step), `${kind}.${step} on the way to ${state}`).toMatchObject({ status: 200 })
  return { id, go: async () => run(verb, await aboutRow(kind, verb, id, run)) }
}

const aboutRow = async (kind: 'service' | 'order', verb: string, id: string, run: (verb: string, extra?: object) => Promise<Outcome>): Promise<object> => {
  if (kind === 'order' && verb === 'voidMaterial') {
    await run('addMaterials')
    return { materialId: (await s.orderOf(id)).materials[0]?.id ?? id, reason: '记错' }
  }
  if (kind === 'order' && verb === 'approveSpending') {
    // over the owner's limit, at our own cost
    await s.act(s.staff.repairLead, id, 'quote', { items: [{ name: '吊顶修复', qty: 1, unit: '项', unitFen: 90_000 }], chargeTo: 'company' })
  }
  if (verb === 'keepPromise') {
    await run('promise')
    return { promiseId: (await s.matterOf(id)).promises[0]?.id ?? id }
  }
  if (verb === 'pauseClock' || verb === 'resumeClock') {
    const clockId = (await s.matterOf(id)).clocks[0]?.id
    if (verb === 'resumeClock') await run('pauseClock', { clockId, reason: '客户要求' })
    return { clockId, ...(verb === 'pauseClock' ? { reason: '客户要求' } : {}) }
  }
  return {}
}

for (const [kind, shape] of [['service', service], ['order', order]] as const) {
  test.each(moveCases(shape))(`OS-018 ${kind}: $verb goes from $from to $to`, async ({ verb, from, to }) => {
    const { go } = await walk(kind, verb, from)
    expect(await go()).toMatchObject({ status: 200, state: to })
  })

  test.each(moveCases(shape))(`OS-018 ${kind}: $verb is refused in $wrong`, async ({ verb, wrong }) => {
    const { go } = await walk(kind, verb, wrong)
    expect(await go()).toMatchObject({ status: 409, code: 'E_STATE_CHANGED' })
  })

  test.each(Object.entries(shape.verbs as KindShape['verbs']).filter(([, v]) => v.system))(
    `OS-018 ${kind}: %s belongs to the program and has no route`,
    async (verb) => {
      const id = kind === 'order' ? await s.agree(await s.register()) : await s.register()
      const answer = kind === 'order' ? await s.act(s.staff.centreHead, id, verb) : await s.move(s.staff.centreHead, 'services', id, verb)
      expect(answer.status).toBe(404)
    },
  )
}
