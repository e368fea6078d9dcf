import { afterAll, beforeAll, expect, test } from 'vitest'
import { clockTexts } from '#content/texts/clocks.ts'
import { RegisterMatter } from '#contract/matters.ts'
import { registerMatter, sweepClocks } from '#modules/matters/index.ts'
import { loadActor } from '#platform/auth/load-actor.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const words = {
  contactType: 'complaint',
  channel: 'phone',
  customerSaid: '三天没有打扫楼道',
  place: '5栋楼道',
  complaint: { feeling: '很生气', wish: '每天打扫' },
}
type Over = { complaint?: object } & Record<string, unknown>
const body = (over: Over = {}) => ({ ...words, ...over, complaint: { ...words.complaint, ...over.complaint } })
const view = async (id: string) => (await t.as(t.a.staff.centreHead).get(url(`matters/${id}`))).body

/** Registered at a time of its own; its clocks as they stand in the database. */
const bornAt = async (now: string, over: Over = {}) => {
  const actor = await loadActor(t.house.database, t.a.staff.frontDeskClerk, { required: false, roles: new Set() })
  if (!actor) throw new Error('no clerk')
  return t.tx(
    async (tx) => {
      const made = await registerMatter(tx, actor, t.a.id, RegisterMatter.parse(body(over)))
      if (!('matter' in made)) return made
      const clocks = await tx.db
        .selectFrom('clock')
        .select(['name', 'rule', 'started_at', 'due_at', 'steps'])
        .where('estate_id', '=', t.a.id)
        .where('matter_id', '=', made.matter.id)
        .execute()
      return { id: made.matter.id, flags: made.matter.flags, clocks: new Map(clocks.map((c) => [c.name, c])) }
    },
    { now },
  )
}
/** Shanghai time of November 2026, a month without holidays. */
const local = (day: number, time: string) =>
  new Date(`2026-11-${String(day).padStart(2, '0')}T${time}:00+08:00`).toISOString()

test('CP-043 a complaint is forwarded within fifteen minutes; forwarding ends that clock', async () => {
  const { clocks } = await bornAt(local(20, '10:00'))
  expect(clocks.get('complaint.forward')).toMatchObject({ rule: 'CP-043', due_at: local(20, '10:15') })
  const sent = {
    version: 1,
    handlerId: t.a.staff.customerAssistant,
    leadId: t.a.staff.csLead,
    promisedFeedbackAt: new Date(Date.now() + 60_000).toISOString(),
  }
  const other = await t.as(t.a.staff.frontDeskClerk).post(url('matters'), body({ channel: 'letter' }))
  const answer = await t.as(t.a.staff.frontDeskClerk).post(url(`complaints/${other.body.matter.id}/dispatch`), sent)
  expect(answer.body.matter.clocks.find((c: { name: string }) => c.name === 'complaint.forward').state).toBe('met')
})

test('CP-048 the handling record is due at the end of the first working day after the receipt', async () => {
  const { clocks } = await bornAt(local(20, '16:40'))
  expect(clocks.get('complaint.handlingForm')).toMatchObject({ rule: 'CP-048', due_at: local(23, '18:00') })
})

test.each([
  ['CP-070', 'X1', 'phone', local(20, '16:40'), local(21, '00:00')],
  ['CP-073', 'X2', 'visit', local(21, '10:00'), local(22, '00:00')],
  ['CP-071', 'X3', 'letter', local(20, '09:30'), local(24, '18:00')],
  ['CP-072', 'X4', 'email', local(21, '22:00'), local(24, '18:00')],
  ['CP-075', 'X7', 'forum', local(20, '17:59'), local(21, '00:00')],
  ['CP-075', 'X8', 'forum', local(20, '18:00'), local(24, '00:00')],
  ['CP-075', 'X9', 'forum', local(23, '07:30'), local(24, '00:00')],
  ['CP-077', 'X10', 'forum', local(21, '12:00'), local(24, '00:00')],
  ['CP-074', 'X11', 'phone', local(22, '23:30'), local(23, '00:00')],
  ['CP-080', 'box', 'suggestion_box', local(20, '10:00'), local(24, '18:00')],
] as const)(
  '%s %s a complaint by %s gets its reply clock at registration',
  async (_rule, _example, channel, receivedAt, due) => {
    const minuteLater = new Date(Date.parse(receivedAt) + 60_000).toISOString()
    const { clocks } = await bornAt(minuteLater, { channel, receivedAt })
    expect(clocks.get('complaint.reply')).toMatchObject({ started_at: receivedAt, due_at: due })
  },
)

test('CP-082 the reply clock warns at half and at four fifths, is due, and goes to the quality department a working day later', async () => {
  const { clocks } = await bornAt(local(20, '14:00'))
  expect(clocks.get('complaint.reply')?.steps).toEqual([
    { at: local(20, '19:00'), do: 'warn' },
    { at: local(20, '22:00'), do: 'warn' },
    { at: local(21, '00:00'), do: 'due' },
    { at: local(23, '18:00'), do: 'escalate' },
  ])
})

test('CP-082 at the deadline owner, lead and head are told, a working day later the quality department', async () => {
  const { id } = await bornAt(local(20, '14:00'))
  const sweepAt = (now: string) => t.tx((tx) => sweepClocks(tx), { now })
  const toldOfReply = async () =>
    (
      await t.tx(({ db }) =>
        db
          .selectFrom('outbox_message')
          .select(['to_id', 'template'])
          .where('estate_id', '=', t.a.id)
          .where('matter_id', '=', id)
          .where('body', 'like', '%答复投诉%')
          .execute(),
      )
    ).map((m) => `${m.template} ${m.to_id}`)
  // one step a sweep
  for (const now of [local(20, '19:00'), local(20, '22:00'), local(21, '00:00')]) await sweepAt(now)
  const { frontDeskClerk, csLead, centreHead, qualityDept } = t.a.staff
  expect(await toldOfReply()).toEqual(
    expect.arrayContaining([
      `clock.warn ${frontDeskClerk}`,
      `clock.due ${frontDeskClerk}`,
      `clock.due ${csLead}`,
      `clock.due ${centreHead}`,
    ]),
  )
  expect(await toldOfReply()).not.toContain(`clock.escalate ${qualityDept}`)
  await sweepAt(local(23, '18:00'))
  expect(await toldOfReply()).toContain(`clock.escalate ${qualityDept}`)
  expect((await view(id)).overdue).toBe(true)
})

test('CP-043 CP-048 CP-094 each clock tells those whom its rule names, before, at and after its time', async () => {
  const { id } = await bornAt(local(24, '10:00'), { complaint: { claimFen: 100_000 } })
  for (const now of ['24 10:15', '24 22:00', '25 12:00', '25 18:00', '26 18:00']) {
    const [day, time = ''] = now.split(' ')
    for (let step = 0; step < 4; step += 1) await t.tx((tx) => sweepClocks(tx), { now: local(Number(day), time) })
  }
  const told = await t.tx(({ db }) =>
    db
      .selectFrom('outbox_message')
      .select(['to_id', 'template', 'body'])
      .where('estate_id', '=', t.a.id)
      .where('matter_id', '=', id)
      .where('template', 'like', 'clock.%')
      .execute(),
  )
  const people = Object.entries(t.a.staff)
  const whoOf = (clock: string, step: string) =>
    [...new Set(told.filter((m) => m.template === step && m.body.includes(clock)).map((m) => m.to_id))]
      .map((to) => people.find(([, staff]) => staff === to)?.[0])
      .sort()
  expect(whoOf(clockTexts['clock.complaint.forward'].zh, 'clock.due')).toEqual(['csLead', 'frontDeskClerk'])
  expect(whoOf(clockTexts['clock.complaint.handlingForm'].zh, 'clock.warn')).toEqual(['frontDeskClerk'])
  expect(whoOf(clockTexts['clock.complaint.handlingForm'].zh, 'clock.due')).toEqual(['csLead', 'frontDeskClerk'])
  expect(whoOf(clockTexts['clock.complaint.majorReport'].zh, 'clock.warn')).toEqual(['centreHead', 'csLead'])
  expect(whoOf(clockTexts['clock.complaint.majorReport'].zh, 'clock.due')).toEqual(['centreHead', 'csLead'])
  expect(whoOf(clockTexts['clock.complaint.majorReport'].zh, 'clock.escalate')).toEqual(['qualityDept'])
})

test('CP-091 the amount demanded makes it possibly major: 1000.00 yuan does, 999.99 does not', async () => {
  const born = async (claimFen: number) => {
    const { flags, clocks } = await bornAt(local(20, '15:00'), { complaint: { claimFen } })
    return [flags.includes('majorSuspected'), clocks.has('complaint.majorReport')]
  }
  expect(await born(99_999)).toEqual([false, false])
  expect(await born(100_000)).toEqual([true, true])
})

test('CP-090 CP-093 a demand of the amount is only suspected to be major until the fault is found, and its clock runs already', async () => {
  const { flags, clocks } = await bornAt(local(20, '15:00'), { complaint: { claimFen: 250_000 } })
  expect(flags).toEqual(['majorSuspected'])
  expect(clocks.get('complaint.majorReport')).toMatchObject({ rule: 'CP-094' })
})

test('CP-094 the first report of a demand made on Friday at 15:00 is due on Monday at 18:00', async () => {
  const { clocks } = await bornAt(local(20, '15:00'), { complaint: { claimFen: 100_000 } })
  expect(clocks.get('complaint.majorReport')).toMatchObject({
    started_at: local(20, '15:00'),
    due_at: local(23, '18:00'),
  })
})

test('CP-099 three persons at once make it a group complaint', async () => {
  expect((await bornAt(local(20, '15:00'), { complaint: { persons: 3 } })).flags).toContain('groupComplaint')
  expect((await bornAt(local(20, '15:00'), { complaint: { persons: 2 } })).flags).not.toContain('groupComplaint')
})
