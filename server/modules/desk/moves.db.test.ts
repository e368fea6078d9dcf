import { afterAll, beforeAll, expect, test } from 'vitest'
import { emergency } from '#contract/kinds/emergency.ts'
import { info } from '#contract/kinds/info.ts'
import { findMatter } from '#modules/matters/index.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { type MovesTable, proveMoves, type Sample } from '#test/moves-table.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const soon = () => new Date(Date.now() + 3_600_000).toISOString()
const stands = (id: string) =>
  t.tx(async (tx) => {
    const matter = await findMatter(tx, t.a.id, id)
    if (!matter) throw new Error(`no matter ${id}`)
    return { state: matter.state, version: matter.version }
  })
const viewed = async (id: string) => (await t.as(t.a.staff.csLead).get(url(`matters/${id}`))).body

// who organises a matter has taken it; only one that was left again can be taken in a later state
const untaken = async (id: string): Promise<object> => {
  await t.tx((tx) =>
    tx.db
      .updateTable('matter')
      .set({ handler_id: null, co_owner_id: null })
      .where('estate_id', '=', t.a.id)
      .where('id', '=', id)
      .execute(),
  )
  return {}
}

/** Moves that every kind has. */
const commonSamples = (plural: string): Record<string, Sample> => {
  const by = t.a.staff.frontDeskClerk
  const act = async (id: string, verb: string, input: object) =>
    t.as(by).post(url(`${plural}/${id}/${verb}`), { version: (await stands(id)).version, ...input })
  const escalation = { reason: '缺少备件', leadId: t.a.staff.csLead, headId: t.a.staff.centreHead }
  return {
    take: { by, input: untaken },
    note: { by, input: () => ({ text: '客户再次来电' }) },
    supervise: { by, input: () => ({ note: '已到现场看过' }) },
    promise: { by, input: () => ({ text: '今天内回电', dueAt: soon() }) },
    keepPromise: {
      by,
      input: async (id) => {
        await act(id, 'promise', { text: '今天内回电', dueAt: soon() })
        return { promiseId: (await viewed(id)).promises[0]?.id ?? id }
      },
    },
    transferOwner: {
      by: t.a.staff.csLead,
      input: () => ({ newOwnerId: t.a.staff.customerAssistant, reason: 'longLeave', customerTold: true }),
    },
    pauseClock: { by, input: async (id) => ({ clockId: await runningClock(id, act), reason: '等客户回家' }) },
    resumeClock: {
      by,
      input: async (id) => {
        const clockId = await runningClock(id, act)
        await act(id, 'pause-clock', { clockId, reason: '等客户回家' })
        return { clockId }
      },
    },
    escalate: { by, input: () => escalation },
    giveResources: { by: t.a.staff.centreHead, input: () => ({ plan: '外请专业公司' }) },
    assignDedicated: { by: t.a.staff.centreHead, input: () => ({ followerId: t.a.staff.csLead, reason: '影响面大' }) },
    reopen: { by, input: () => ({ newFact: '又出现了' }) },
  }
}

// a state in which every clock has ended still has the one of a promise
const runningClock = async (
  id: string,
  act: (id: string, verb: string, input: object) => Promise<unknown>,
): Promise<string> => {
  const find = async () => (await viewed(id)).clocks.find((c: { state: string }) => c.state === 'running')?.id
  const running = await find()
  if (running) return running
  await act(id, 'promise', { text: '稍后回电', dueAt: soon() })
  return (await find()) ?? id
}

const bornAs = (body: object) => async (): Promise<string> => {
  const made = await t.as(t.a.staff.frontDeskClerk).post(url('matters'), body)
  return made.body.matter.id
}

const infoTable = (): MovesTable => ({
  house: t,
  born: bornAs({ contactType: 'enquiry', channel: 'phone', customerSaid: '停车月卡怎么办', line: 'repair' }),
  stands,
  samples: {
    ...commonSamples('infos'),
    answerAtOnce: { by: t.a.staff.frontDeskClerk, input: () => ({ answer: '带行驶证到前台即可办理' }) },
    dispatch: { by: t.a.staff.frontDeskClerk, input: () => ({ line: 'repair' }) },
    start: { by: t.a.staff.repairLead },
    resolve: { by: t.a.staff.repairLead, input: () => ({ result: '已查明' }) },
    close: { by: t.a.staff.frontDeskClerk, input: () => ({ result: '已答复', feedback: '电话告知' }) },
    notSatisfied: { by: t.a.staff.frontDeskClerk, input: () => ({ missing: '还没说清楚费用' }) },
    merge: {
      by: t.a.staff.csLead,
      input: async () => ({
        intoId: await bornAs({ contactType: 'suggestion', channel: 'phone', customerSaid: '加装路灯' })(),
        reason: '同一件事',
      }),
    },
  },
})
proveMoves({ shape: info, rule: 'FD-402', table: infoTable })

const emergencyTable = (): MovesTable => ({
  house: t,
  born: bornAs({ contactType: 'emergency', channel: 'phone', customerSaid: '爆管', line: 'repair' }),
  stands,
  samples: {
    ...commonSamples('emergencies'),
    redispatch: { by: t.a.staff.frontDeskClerk, input: () => ({ line: 'repair', note: '加派一组' }) },
    completeForm: {
      by: t.a.staff.frontDeskClerk,
      input: () => ({
        customerSaid: '3栋1203厨房水管爆裂',
        place: '3栋1203',
        informed: '楼下住户',
        evidence: '照片三张',
      }),
    },
    arrive: { by: t.a.staff.repairLead, input: () => ({ who: '赵志刚' }) },
    control: { by: t.a.staff.repairLead, input: () => ({ measures: '已关总阀' }) },
    resolve: { by: t.a.staff.repairLead, input: () => ({ result: '更换水管', aftercare: '次日回看' }) },
    falseAlarm: { by: t.a.staff.frontDeskClerk, input: () => ({ result: '误报' }) },
    notSatisfied: { by: t.a.staff.frontDeskClerk, input: () => ({ missing: '地面仍有积水' }) },
    close: {
      by: t.a.staff.frontDeskClerk,
      input: async (id) => {
        // FD-760: the form is owed until it is given
        await t.as(t.a.staff.frontDeskClerk).post(url(`emergencies/${id}/complete-form`), {
          version: (await stands(id)).version,
          customerSaid: '爆管',
          place: '3栋1203',
        })
        return { result: '已处理', feedback: '电话告知' }
      },
    },
  },
})
proveMoves({ shape: emergency, rule: 'FD-760', table: emergencyTable })

const minimum = { contactType: 'emergency', channel: 'phone', customerSaid: '爆管', line: 'repair' }

test('FD 5.3 an emergency is registered and dispatched with the line and what is wrong, and nothing more', async () => {
  const made = await t.as(t.a.staff.frontDeskClerk).post(url('matters'), minimum)
  expect(made.status).toBe(201)
  expect(made.body.matter).toMatchObject({ state: 'DISPATCHED', urgent: true, flags: ['formDue'] })
  expect(made.body.matter.clocks.map((c: { name: string }) => c.name).sort()).toEqual([
    'emergency.arrival',
    'emergency.form',
  ])
  const told = await t.tx((tx) =>
    tx.db
      .selectFrom('outbox_message')
      .select(['to_id', 'template'])
      .where('estate_id', '=', t.a.id)
      .where('matter_id', '=', made.body.matter.id)
      .execute(),
  )
  expect(
    told
      .filter((m) => m.template === 'emergency.go')
      .map((m) => m.to_id)
      .sort(),
  ).toEqual([t.a.staff.repairLead, t.a.staff.csLead].sort())
})

test('FD 5.3 an emergency without the line to send is refused, for nobody could go', async () => {
  const { line: _line, ...without } = minimum
  const made = await t.as(t.a.staff.frontDeskClerk).post(url('matters'), without)
  expect(made.body.error).toMatchObject({ code: 'E_INPUT', field: 'body.line' })
})

test('FD-760 an emergency is not closed before its form is given, and its record keeps who came, the measures and the aftercare', async () => {
  const clerk = t.as(t.a.staff.frontDeskClerk)
  const lead = t.as(t.a.staff.repairLead)
  const { id } = (await clerk.post(url('matters'), minimum)).body.matter
  await lead.post(url(`emergencies/${id}/arrive`), { version: 1, who: '赵志刚、刘伟' })
  await lead.post(url(`emergencies/${id}/control`), { version: 2, measures: '已关总阀' })
  await lead.post(url(`emergencies/${id}/resolve`), { version: 3, result: '更换水管', aftercare: '次日回看' })
  const early = await clerk.post(url(`emergencies/${id}/close`), { version: 4, result: '已处理', feedback: '已告知' })
  expect(early.body.error).toMatchObject({ code: 'E_FIRST_RECEIVER_DUTY_OPEN', details: { missing: 'form' } })
  const form = await clerk.post(url(`emergencies/${id}/complete-form`), {
    version: 4,
    customerSaid: '厨房爆管',
    place: '3栋1203',
    informed: '楼下1103',
    evidence: '照片',
  })
  expect(form.body.matter.details.record).toMatchObject({
    arrivedWho: '赵志刚、刘伟',
    measures: '已关总阀',
    aftercare: '次日回看',
    informed: '楼下1103',
    evidence: '照片',
  })
  expect(
    (await clerk.post(url(`emergencies/${id}/close`), { version: 5, result: '已处理', feedback: '已告知' })).body.matter
      .state,
  ).toBe('CLOSED')
})

test('FD-760 nobody arrives in the future or before the call', async () => {
  const made = await t.as(t.a.staff.frontDeskClerk).post(url('matters'), minimum)
  const lead = t.as(t.a.staff.repairLead)
  const arrive = (arrivedAt: string) =>
    lead.post(url(`emergencies/${made.body.matter.id}/arrive`), { version: 1, arrivedAt })
  expect((await arrive(soon())).body.error.code).toBe('E_TIME_FUTURE')
  expect((await arrive('2020-01-01T00:00:00.000Z')).body.error.code).toBe('E_TIME_RANGE')
})

test('FD-412 a major event is closed by its dedicated follower alone', async () => {
  const clerk = t.as(t.a.staff.frontDeskClerk)
  const { id } = (
    await clerk.post(url('matters'), {
      contactType: 'suggestion',
      channel: 'visit',
      customerSaid: '建议加装充电桩',
      line: 'repair',
    })
  ).body.matter
  await t
    .as(t.a.staff.centreHead)
    .post(url(`infos/${id}/assign-dedicated`), { version: 1, followerId: t.a.staff.csLead, reason: '涉及多栋' })
  await t.as(t.a.staff.repairLead).post(url(`infos/${id}/resolve`), { version: 2, result: '方案已定' })
  const close = { version: 3, result: '已安排', feedback: '已告知' }
  expect((await clerk.post(url(`infos/${id}/close`), close)).body.error.code).toBe('E_NOT_HANDLER')
  expect((await t.as(t.a.staff.csLead).post(url(`infos/${id}/close`), close)).body.matter.state).toBe('CLOSED')
})

test('FD-414 an item is not closed without feedback to the customer or a reason that is true', async () => {
  const clerk = t.as(t.a.staff.frontDeskClerk)
  const { id } = (
    await clerk.post(url('matters'), {
      contactType: 'enquiry',
      channel: 'phone',
      customerSaid: '何时停水',
      line: 'repair',
    })
  ).body.matter
  await clerk.post(url(`infos/${id}/dispatch`), { version: 1, line: 'repair' })
  await t.as(t.a.staff.repairLead).post(url(`infos/${id}/resolve`), { version: 2, result: '明早九点' })
  const close = (input: object) => clerk.post(url(`infos/${id}/close`), { version: 3, result: '明早九点', ...input })
  expect((await close({})).body.error.code).toBe('E_FEEDBACK_MISSING')
  expect((await close({ noFeedbackReason: 'anonymous' })).body.error.code).toBe('E_FEEDBACK_MISSING')
  expect((await close({ noFeedbackReason: 'noContact' })).body.error.code).toBe('E_FEEDBACK_MISSING')
  expect((await close({ noFeedbackReason: 'customerDeclined' })).body.matter.state).toBe('CLOSED')
})
