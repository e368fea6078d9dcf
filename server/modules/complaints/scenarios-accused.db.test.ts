import { afterAll, beforeAll, expect, test } from 'vitest'
import { type KindShape, startsOf } from '#contract/kind.ts'
import { complaint } from '#contract/kinds/complaint.ts'
import type { Role } from '#contract/permissions.ts'
import { isRefusal } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { moveMatter } from '#modules/matters/index.ts'
import { loadActor } from '#platform/auth/load-actor.ts'
import { newId } from '#platform/ids.ts'
import {
  answer,
  type ComplaintHouse,
  category,
  inMinutes,
  interim,
  local,
  openComplaintHouse,
} from '#test/complaint-house.ts'

let h: ComplaintHouse
beforeAll(async () => {
  h = await openComplaintHouse('2026-11-20', '10:00')
})
afterAll(() => h.close())

const conflict = (field?: string) => ({ code: 'E_CONFLICT_OF_INTEREST', ...(field ? { field } : {}) })
const about = (person: Role, over: object = {}) =>
  h.registered({ complaint: { accusedStaffId: h.who(person) }, ...over })
/** To the task of calling back, with nobody of it accused. */
const toCallBack = async (id: Uuid) => {
  await h.did('frontDeskClerk', id, 'dispatch', {
    handlerId: h.who('customerAssistant'),
    leadId: h.who('centreHead'),
    promisedFeedbackAt: inMinutes(5),
  })
  await h.did('customerAssistant', id, 'acceptCase')
  await h.did('customerAssistant', id, 'reply', answer(h, { responsibleId: h.who('centreHead') }))
  await h.did('customerAssistant', id, 'agree', {
    agreedBy: '王女士',
    way: 'phone',
    treatmentDueAt: inMinutes(1_440),
  })
  await h.did('customerAssistant', id, 'finishWork', { result: '已道歉', evidence: '录音' })
  await h.did('centreHead', id, 'pass', { checked: '听过录音' })
}

/** Somebody who holds every role that moves complaints, so that only who it is can stand in the way. */
const ofAllRoles = async (): Promise<Uuid> => {
  const id = await h.t.hire(h.t.a.id, 'centreHead')
  const roles: Role[] = ['frontDeskClerk', 'csLead', 'qualityDept', 'complaintVerifier', 'companyLeader']
  await h.t.tx(({ db }) =>
    db
      .insertInto('staff_role')
      .values(
        roles.map((role) => ({
          id: newId(),
          staff_id: id,
          role,
          estate_id: h.t.a.id,
          from_date: '2020-01-01',
        })),
      )
      .execute(),
  )
  return id
}

test('CP-046 of all verbs the accused may only write a note, whatever their roles', async () => {
  const accused = await ofAllRoles()
  const actor = await loadActor(h.t.house.database, accused, { required: false, roles: new Set() })
  if (!actor) throw new Error('nobody was hired')
  const id = await h.registered({ complaint: { accusedStaffId: accused } })
  const shape: KindShape = complaint
  const free: string[] = []
  for (const [verb, drawn] of Object.entries(shape.verbs)) {
    if (drawn.system) continue
    const [state = ''] = startsOf(shape, drawn)
    const open = !shape.final.includes(state)
    const { result } = await h.t.tx(async (tx) => {
      const { version } = await tx.db
        .updateTable('matter')
        .set({ state, open, closed_at: open ? null : tx.now })
        .where('estate_id', '=', h.t.a.id)
        .where('id', '=', id)
        .returning('version')
        .executeTakeFirstOrThrow()
      const input = { text: '当天情况如下', forCustomer: false }
      return {
        result: await moveMatter(tx, actor, { estateId: h.t.a.id, id, kind: 'complaint', verb, version, input }),
      }
    })
    if (!isRefusal(result) || result.code !== 'E_CONFLICT_OF_INTEREST') free.push(verb)
  }
  expect(free).toEqual(['note'])
  // who holds every role is a lead too; the others are to meet the lead they know
  await h.t.tx(({ db }) => db.updateTable('staff').set({ active: false }).where('id', '=', accused).execute())
})

test('CP-046 nobody is named for a part in a complaint about themselves: not as handler, lead, specialist or for the measure', async () => {
  const accused = h.who('customerAssistant')
  const id = await about('customerAssistant')
  const forward = { promisedFeedbackAt: local('2026-11-20', '18:00') }
  expect(await h.refused('frontDeskClerk', id, 'forward', { ...forward, leadId: accused })).toMatchObject(
    conflict('body.leadId'),
  )
  expect(await h.refused('frontDeskClerk', id, 'replyInterim', interim(h, { responsibleId: accused }))).toMatchObject(
    conflict('body.responsibleId'),
  )
  await h.did('frontDeskClerk', id, 'forward', { ...forward, leadId: h.who('csLead') })
  await h.did('csLead', id, 'acceptCase')
  await h.did('csLead', id, 'reply', answer(h))
  await h.did('csLead', id, 'refuse', { reason: '要求当面道歉', nextTalkAt: inMinutes(60) })
  expect(
    await h.refused('csLead', id, 'proposeAgain', interim(h, { measure: '当面道歉', responsibleId: accused })),
  ).toMatchObject(conflict('body.responsibleId'))
  const quality = await about('qualityDept')
  await h.did('frontDeskClerk', quality, 'forward', { ...forward, leadId: h.who('csLead') })
  await h.did('csLead', quality, 'acceptCase')
  expect(
    await h.refused('centreHead', quality, 'escalateToQuality', { effort: '三次', qualityId: h.who('qualityDept') }),
  ).toMatchObject(conflict('body.qualityId'))
})

test('CP-046 whom it is about may be found later: from then on they have no part in it, and what they had goes to the lead', async () => {
  const id = await h.registered()
  await h.did('frontDeskClerk', id, 'dispatch', {
    handlerId: h.who('customerAssistant'),
    leadId: h.who('csLead'),
    promisedFeedbackAt: inMinutes(5),
  })
  const named = { accusedStaffId: h.who('frontDeskClerk'), reason: '回听录音，语气生硬' }
  expect((await h.refused('frontDeskClerk', id, 'nameAccused', named)).code).toBe('E_FORBIDDEN')
  await h.did('csLead', id, 'nameAccused', named)
  const lead = { id: h.who('csLead') }
  expect(await h.view(id)).toMatchObject({
    owner: lead,
    closureController: lead,
    handler: { id: h.who('customerAssistant') },
  })
  expect(await h.told(id, 'matter.nowYours')).toContain(h.who('csLead'))
  expect((await h.refused('frontDeskClerk', id, 'supervise', { note: '催' })).code).toBe('E_CONFLICT_OF_INTEREST')
  expect((await h.refused('csLead', id, 'nameAccused', { ...named, accusedStaffId: h.who('cleaner') })).code).toBe(
    'E_STATE_CHANGED',
  )
})

test('CP-046 T35 what a superior passes on about the lead goes to whoever stands above, and the company of it hears from another', async () => {
  const id = await about('csLead', { channel: 'superior' })
  const seen = await h.view(id)
  expect(seen.state).toBe('ASSIGNED')
  expect([seen.handler.id, seen.owner.id]).not.toContain(h.who('csLead'))
  const leader = await about('companyLeader', { channel: 'superior' })
  await h.did('csLead', leader, 'acceptCase')
  await h.did('csLead', leader, 'reply', answer(h))
  await h.did('csLead', leader, 'agree', { agreedBy: '王女士', way: 'phone', treatmentDueAt: inMinutes(60) })
  await h.did('csLead', leader, 'finishWork', { result: '已道歉', evidence: '录音' })
  expect(
    await h.refused('csLead', leader, 'informCompany', { text: '已道歉', companyId: h.who('companyLeader') }),
  ).toMatchObject(conflict('body.companyId'))
})

test('CP-046 the accused neither gets the number of who complained nor calls them, whatever comes of the call', async () => {
  const id = await about('csLead')
  await toCallBack(id)
  const lead = h.t.as(h.who('csLead'))
  const { version } = await h.view(id)
  const dialled = await lead.post(h.url(`matters/${id}/callback-number`), {})
  expect([dialled.status, dialled.body.error?.code]).toEqual([422, 'E_CONFLICT_OF_INTEREST'])
  for (const call of [
    { outcome: 'noAnswer' },
    { outcome: 'refused', words: '不要再打来' },
    { outcome: 'later', nextAt: inMinutes(600) },
  ]) {
    const tried = await lead.post(h.url(`matters/${id}/callback-attempts`), { version, how: 'phone', ...call })
    expect([call.outcome, tried.status, tried.body.error?.code]).toEqual([call.outcome, 422, 'E_CONFLICT_OF_INTEREST'])
  }
  expect((await h.view(id)).flags).not.toContain('noCallbackWish')
})

test('CP-046 the accused takes no part out of a complaint about themselves, nor brings it into another', async () => {
  const id = await about('csLead')
  const split = await h.t.as(h.who('csLead')).post(h.url(`matters/${id}/split`), {
    version: (await h.view(id)).version,
    reason: '另一件事',
    parts: [
      {
        title: '楼道灯',
        customerSaid: '楼道灯不亮',
        contactType: 'complaint',
        complaint: { feeling: '不便', wish: '修好' },
      },
    ],
  })
  expect([split.status, split.body.error?.code]).toEqual([422, 'E_CONFLICT_OF_INTEREST'])
  const other = await h.registered({ contactPhone: '13900000002' })
  expect(await h.refused('csLead', other, 'merge', { intoId: id, reason: '同一件事' })).toMatchObject(
    conflict('body.intoId'),
  )
})

test('CP-046 CP-160 the accused does not decide the review that the finding opened, also not that nobody is to blame', async () => {
  const id = await about('centreHead')
  await h.did('csLead', id, 'setCategory', category({ factorSub: 'attitude', obviousNeglect: true }))
  const { rows } = (await h.t.as(h.who('csLead')).get(h.url('penalty-reviews?limit=200'))).body
  const review = rows.find((row: { matterId?: Uuid; number: string }) => row.matterId === id)
  const decide = (by: Role) =>
    h.t.as(h.who(by)).post(h.url(`penalty-reviews/${review.id}/decide`), {
      personId: null,
      decision: '无人失职',
      version: review.version,
    })
  const own = await decide('centreHead')
  expect([own.status, own.body.error?.code]).toEqual([422, 'E_CONFLICT_OF_INTEREST'])
  expect((await decide('projectManager')).status).toBe(200)
})

test('CP-046 CP-104 the accused writes no report about themselves', async () => {
  const id = await about('csLead', { complaint: { accusedStaffId: h.who('csLead'), claimFen: 100_000 } })
  const url = (path = '') => h.url(`complaint-reports${path}`)
  const lead = h.t.as(h.who('csLead'))
  const opened = await lead.post(url(), { kind: 'caseAnalysis', matterId: id })
  expect([opened.status, opened.body.error?.code]).toEqual([422, 'E_CONFLICT_OF_INTEREST'])
  const [first] = (await lead.get(url(`?matterId=${id}`))).body.rows
  for (const sent of [
    await lead.put(url(`/${first.id}/parts`), { version: 1, parts: { factsSoFar: '与我无关' } }),
    await lead.post(url(`/${first.id}/submit`), { version: 1 }),
  ])
    expect([sent.status, sent.body.error?.code]).toEqual([422, 'E_CONFLICT_OF_INTEREST'])
  const head = h.t.as(h.who('centreHead'))
  expect(
    (await head.put(url(`/${first.id}/parts`), { version: 1, parts: { factsSoFar: '投诉主管态度' } })).status,
  ).toBe(200)
})
