import { afterAll, beforeAll, expect, test } from 'vitest'
import type { KindShape, VerbShape } from '#contract/kind.ts'
import { order } from '#contract/kinds/order.ts'
import { service } from '#contract/kinds/service.ts'
import { isRefusal } from '#contract/refusal.ts'
import { findMatter, moveMatter } from '#modules/matters/index.ts'
import { SYSTEM } from '#platform/auth/actor.ts'
import { inTransaction } from '#platform/db/tx.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { moveCases } from '#test/kind-walk.ts'
import { type MovesTable, proveMoves, type Sample } from '#test/moves-table.ts'
import { serviceSteps } from '#test/service-steps.ts'
import { findOrder, moveOrder } from './index.ts'

let t: TestHouse
let s: ReturnType<typeof serviceSteps>
let second: string
beforeAll(async () => {
  t = await openTestHouse()
  s = serviceSteps(t)
  second = await t.hire(t.a.id, 'technician', { line: 'repair', name: '第二位技术员' })
})
afterAll(() => t.close())

const tech = () => s.staff.technician
const byDesk = (id: string, verb: string, input: object) => s.move(s.staff.frontDeskClerk, 'services', id, verb, input)
const standing = async (kind: 'service' | 'order', id: string) => {
  const row = await t.tx(
    async (tx) =>
      (kind === 'order' ? await findOrder(tx, t.a.id, id) : await findMatter(tx, t.a.id, id)) ?? {
        state: 'none',
        version: 1,
      },
  )
  return { state: row.state, version: row.version }
}
const matterIdOf = (orderId: string): Promise<string> =>
  t.tx(async (tx) => (await findOrder(tx, t.a.id, orderId))?.matter_id ?? orderId)
const escalation = () => ({ reason: '缺人', leadId: s.staff.csLead, headId: s.staff.centreHead })

/** Brings the order of a request from wherever it stands to its end, as the technician does. */
const workThrough = async (orderId: string): Promise<void> => {
  const { state } = await standing('order', orderId)
  if (state === 'OFFERED') await s.begin(orderId)
  if (state === 'ON_SITE') s.ok(await s.act(tech(), orderId, 'startWork', { entry: s.entry }))
  s.ok(await s.finish(orderId))
}

const runningClock = async (id: string): Promise<string> => {
  const find = async () => (await s.matterOf(id)).clocks.find((c: { state: string }) => c.state === 'running')?.id
  const running = await find()
  if (running) return running
  // a state in which every clock has ended still has the one of a promise
  await byDesk(id, 'promise', { text: '稍后回电', dueAt: s.at(2) })
  return (await find()) ?? id
}

const serviceSamples = (): Record<string, Sample> => {
  const by = s.staff.frontDeskClerk
  return {
    take: { by },
    note: { by, input: () => ({ text: '客户再次来电' }) },
    supervise: { by, input: () => ({ note: '已到场看过' }) },
    promise: { by, input: () => ({ text: '今天内回电', dueAt: s.at(2) }) },
    keepPromise: {
      by,
      input: async (id) => {
        await byDesk(id, 'promise', { text: '今天内回电', dueAt: s.at(2) })
        return { promiseId: (await s.matterOf(id)).promises[0]?.id ?? id }
      },
    },
    transferOwner: {
      by: s.staff.csLead,
      input: () => ({ newOwnerId: s.staff.customerAssistant, reason: 'longLeave', customerTold: true }),
    },
    pauseClock: { by, input: async (id) => ({ clockId: await runningClock(id), reason: '客户要求' }) },
    resumeClock: {
      by,
      input: async (id) => {
        const clockId = await runningClock(id)
        await byDesk(id, 'pauseClock', { clockId, reason: '客户要求' })
        return { clockId }
      },
    },
    askAvailability: { by, input: () => ({ line: 'repair' }) },
    answerAvailable: { by: s.staff.repairLead, input: () => ({ executorId: tech(), from: s.at(1), to: s.at(5) }) },
    answerUnavailable: { by: s.staff.repairLead, input: () => ({ reason: '今日无人' }) },
    confirmToCustomer: { by, input: () => ({ from: s.at(2), to: s.at(4), toldBy: 'phone' }) },
    start: {
      by,
      run: async (id) => {
        const orderId = await s.openOrder(id)
        for (const verb of ['accept', 'arrive']) s.ok(await s.act(tech(), orderId, verb))
      },
    },
    finish: { by, run: async (id) => workThrough(await s.openOrder(id)) },
    reorganise: { by, input: () => ({ reason: '换人' }) },
    acceptResult: { by: s.staff.csLead, input: () => ({ supervisionNote: '已查看' }) },
    refuseResult: { by: s.staff.csLead, input: () => ({ reason: '未修好' }) },
    callBack: { by: s.staff.csLead, input: () => ({ satisfaction: 'satisfied', how: 'phone' }) },
    waiveCallback: { by: s.staff.csLead, input: () => ({ reason: 'noCallbackWish' }) },
    notSatisfied: { by: s.staff.csLead, input: () => ({ missing: '仍渗水', offerComplaint: false }) },
    close: { by, input: () => ({ feedback: '已告知' }) },
    cancel: { by, input: () => ({ reason: 'customerCancelled', customerWords: '不用来了' }) },
    escalate: { by, input: escalation },
    giveResources: { by: s.staff.centreHead, input: () => ({ plan: '外请专业公司' }) },
    assignDedicated: { by: s.staff.centreHead, input: () => ({ followerId: s.staff.csLead, reason: '影响面大' }) },
    merge: { by: s.staff.csLead, input: async () => ({ intoId: await s.register(), reason: '同一漏点' }) },
    reopen: { by, input: () => ({ newFact: '又漏了' }) },
  }
}

const serviceTable = (): MovesTable => ({
  house: t,
  samples: serviceSamples(),
  stands: (id) => standing('service', id),
  born: async (verb) => {
    if (verb === 'waiveCallback') return s.register({ line: 'repair', noCallbackWish: true })
    if (verb !== 'take') return s.register({ line: 'repair' })
    // only what nobody at the desk has taken can be taken
    const made = await t
      .as(s.staff.guard)
      .post(s.url('matters'), { contactType: 'service', channel: 'on_site', customerSaid: '路灯不亮' })
    return made.body.matter.id
  },
})
proveMoves({ shape: service, rule: 'OS-018', table: serviceTable })

const orderSamples = (): Record<string, Sample> => {
  const by = tech()
  const lead = s.staff.repairLead
  const signed = { acceptedWho: '周丽华', capacity: 'owner', acceptedHow: 'signature', signature: s.signature }
  const item = (unitFen: number) => ({ name: '人工', qty: 1, unit: '次', unitFen })
  const agreeAnew = async (id: string) => {
    await s.agree(await matterIdOf(id))
  }
  return {
    accept: { by },
    decline: { by, input: () => ({ reason: 'noTime', explanation: '另有抢修' }) },
    goOnTheWay: { by },
    arrive: { by },
    look: { by, input: () => ({ findings: '接口老化', work: '更换软管', paid: false, entry: s.entry }) },
    setCharge: { by: lead, input: () => ({ charge: 'warranty', reason: '保修期内' }) },
    quote: { by: lead, input: () => ({ items: [item(5_000)] }) },
    approveSpending: {
      by: s.staff.csLead,
      input: async (id) => {
        if ((await standing('order', id)).state === 'QUOTED')
          await s.act(lead, id, 'quote', { items: [item(90_000)], chargeTo: 'company' })
        return { note: '同意' }
      },
    },
    acceptPrice: { by, input: () => signed },
    acceptPriceAtDesk: {
      by: s.staff.frontDeskClerk,
      input: () => ({ ...signed, acceptedHow: 'phone', signature: undefined }),
    },
    refusePrice: { by, input: () => ({ reason: '太贵' }) },
    startWork: { by, input: () => ({ entry: s.entry }) },
    waitForMaterial: { by, input: () => ({ material: '三角阀' }) },
    continueWork: { by, input: () => ({ entry: s.entry }) },
    finish: { by, input: async () => ({ result: '已修好', files: await s.photos(by), signature: s.signature }) },
    reportAbsent: { by, input: () => ({ cardLeft: true }) },
    needAppointment: { by, input: () => ({ reason: '需带专用工具' }) },
    attachFiles: { by, input: async () => ({ files: await s.photos(by, ['during']) }) },
    addMaterials: { by, input: () => ({ materials: [{ name: '软管', qty: 1.5, unit: '米' }] }) },
    voidMaterial: {
      by,
      input: async (id) => {
        await s.act(by, id, 'addMaterials', { materials: [{ name: '软管', qty: 1, unit: '米' }] })
        return { materialId: (await s.orderOf(id)).materials[0]?.id ?? id, reason: '记错' }
      },
    },
    sign: { by, input: () => ({ signature: s.signature }) },
    note: { by, input: () => ({ text: '已联系客户' }) },
    reassign: { by: lead, input: () => ({ executorId: second, reason: '调配' }) },
    appoint: { by: lead, run: agreeAnew },
    hold: {
      by: lead,
      run: async (id) => {
        await agreeAnew(id)
        for (const verb of ['accept', 'goOnTheWay']) s.ok(await s.act(by, id, verb))
        s.ok(await s.act(by, id, 'reportAbsent', { cardLeft: true }))
      },
    },
    returnForRework: {
      by: lead,
      run: async (id) => void s.ok(await byDesk(await matterIdOf(id), 'refuseResult', { reason: '仍渗水' })),
    },
    approve: {
      by: lead,
      run: async (id) => void s.ok(await byDesk(await matterIdOf(id), 'acceptResult', { supervisionNote: '已看' })),
    },
    cancel: { by: lead, run: async (id) => void s.ok(await byDesk(await matterIdOf(id), 'escalate', escalation())) },
  }
}

const orderTable = (): MovesTable => ({
  house: t,
  samples: orderSamples(),
  stands: (id) => standing('order', id),
  born: async () => s.agree(await s.register()),
})
proveMoves({ shape: order, rule: 'FD-714', table: orderTable })

/** The program's own verbs have no route; called as the program calls them they still keep to the drawing. */
const bySystem = async (kind: 'service' | 'order', id: string, verb: string): Promise<string> => {
  const request = { estateId: t.a.id, id, verb, input: {}, bySystem: true }
  const moved = await inTransaction(t.house.database, { scope: [t.a.id] }, async (tx) => {
    const row =
      kind === 'order' ? await moveOrder(tx, SYSTEM, request) : await moveMatter(tx, SYSTEM, { ...request, kind })
    return isRefusal(row) ? row : { state: row.state }
  })
  return isRefusal(moved) ? moved.code : moved.state
}
for (const [kind, shape] of [
  ['service', service],
  ['order', order],
] as const) {
  const drawn: KindShape = shape
  const ofProgram = moveCases(drawn).filter(({ verb }) => (drawn.verbs[verb] as VerbShape).system)
  test.each(ofProgram)(
    `OS-018 ${kind}.$verb belongs to the program: no route, and not from $wrong`,
    async ({ verb, wrong }) => {
      const born = kind === 'order' ? await orderTable().born() : await serviceTable().born()
      const routed =
        kind === 'order'
          ? await s.act(s.staff.centreHead, born, verb)
          : await s.move(s.staff.centreHead, 'services', born, verb)
      expect(routed.status).toBe(404)
      if (wrong === drawn.initial) expect(await bySystem(kind, born, verb)).toBe('E_STATE_CHANGED')
      else {
        // the only state that is not open is an end
        const ended =
          kind === 'order'
            ? await s.act(tech(), born, 'decline', { reason: 'other', explanation: '无法前往' })
            : await byDesk(born, 'cancel', { reason: 'madeTwice', customerWords: '重复' })
        s.ok(ended)
        expect(await bySystem(kind, born, verb)).toBe('E_STATE_CHANGED')
      }
    },
  )
}
