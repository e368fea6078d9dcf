import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#contract/refusal.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { closeOverSurveys } from '#modules/surveys/design/close-survey.ts'
import { readSurvey } from '#modules/surveys/design/read-survey.ts'
import { remindAll } from '#modules/surveys/sample/remind.ts'
import { askAfterService } from '#modules/surveys/service/ask-after-service.ts'
import { SYSTEM } from '#platform/auth/actor.ts'
import { addDays } from '#platform/calendar/dates.rules.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { instantNow } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { sendMessages } from '#platform/notify/send-messages.ts'
import { openSurveyHouse, pair, type SurveyHouse } from '#test/survey-house.ts'

const DAY = 86_400_000
let h: SurveyHouse
let people: { customerId: Uuid; unitId: Uuid }[]
beforeAll(async () => {
  h = await openSurveyHouse()
  const one = await h.building('1')
  people = []
  for (let i = 0; i < 4; i += 1) people.push(await h.resident(one, i === 3 ? { language: 'en' } : {}))
})
afterAll(() => h.t.close())

const later = (days: number): Instant => plusMilliseconds(instantNow(), days * DAY)
/** Ten in the morning in Shenzhen, so many days from now: no forbidden hour. */
const morning = (days: number): Instant => `${later(days).slice(0, 10)}T02:00:00.000Z`
/** Three in the night in Shenzhen. */
const night = (days: number): Instant => `${later(days).slice(0, 10)}T19:00:00.000Z`
const remind = (now: Instant) => h.t.tx((tx) => remindAll(tx, h.t.a.id), { now })
const messages = (template: string) =>
  h.t.tx(({ db }) =>
    db
      .selectFrom('outbox_message')
      .select(['id', 'body', 'to_id', 'language', 'not_before', 'state', 'to_address'])
      .where('template', '=', template)
      .orderBy('created_at')
      .execute(),
  )

test('KN-205 reminders go to those who have not answered, so many days apart, so often at most, none is made at a forbidden hour', async () => {
  const survey = await h.opened('kano')
  expect(await messages('surveyMessage.invite')).toHaveLength(4)
  const english = (await messages('surveyMessage.invite')).filter((m) => m.language === 'en')
  expect(english).toMatchObject([{ body: expect.stringMatching(/^\[测试小区TA\] Please answer “Residents”/) }])
  const [first = '', , third = ''] = await h.links(survey.id)
  await h.send(first, [{ no: 1, f: 5, d: 1 }])
  // the order of the slips is by chance: the one who wishes no calls is among those who have not answered
  const { customer_id: quiet } = await h.t.tx(({ db }) =>
    db
      .selectFrom('survey_invitation')
      .select('customer_id')
      .where('survey_id', '=', survey.id)
      .where('used', '=', false)
      .orderBy('no')
      .limit(1)
      .executeTakeFirstOrThrow(),
  )
  const noCallback = (no_callback: boolean) =>
    h.t.tx(({ db }) =>
      db
        .updateTable('customer')
        .set({ no_callback })
        .where('id', '=', quiet ?? '')
        .execute(),
    )
  await noCallback(true)
  expect(await remind(morning(4))).toBe(0)
  // what was made at night would go in the morning to whoever has answered meanwhile
  expect(await remind(night(6))).toBe(0)
  expect(await messages('surveyMessage.remind')).toEqual([])
  await h.send(third, [{ no: 1, f: 4, d: 2 }])
  expect(await remind(morning(7))).toBe(1)
  expect(await remind(morning(7))).toBe(0)
  expect(await messages('surveyMessage.remind')).toMatchObject([{ not_before: morning(7) }])
  expect(await remind(morning(13))).toBe(1)
  expect(await remind(morning(19))).toBe(0)
  await noCallback(false)
  await h.move(survey, 'close')
})

test('KN-205 nobody is reminded of a survey that was closed before the hour at which people may be disturbed', async () => {
  const before = (await messages('surveyMessage.remind')).length
  const survey = await h.opened('kano')
  await remind(night(6))
  await h.move(survey, 'close')
  await remind(morning(7))
  expect(await messages('surveyMessage.remind')).toHaveLength(before)
})

test('nobody is reminded who has moved out, whose home asks for quiet, or whose last day is over', async () => {
  const survey = await h.opened('kano')
  const remindedOf = async () =>
    (await h.head.get(`${h.estate}/surveys/${survey.id}/invitations`)).body.rows.map(
      ({ unit, reminded }: { unit: string; reminded: number }) => [unit, reminded],
    )
  const [first, second] = people
  const moved = (until_date: string | null) =>
    h.t.tx(({ db }) =>
      db
        .updateTable('residence')
        .set({ until_date })
        .where('customer_id', '=', first?.customerId ?? '')
        .execute(),
    )
  await moved('2026-11-01')
  const cautionId = newId()
  await h.t.tx(({ db, now }) =>
    db
      .insertInto('caution')
      .values({
        estate_id: h.t.a.id,
        id: cautionId,
        unit_id: second?.unitId ?? '',
        kind: 'privacy',
        text: '家中有病人，请勿打扰',
        created_by: h.t.a.staff.csLead,
        created_at: now,
      })
      .execute(),
  )
  const closesOn = String(survey.closesOn)
  // half past eleven at night of the last day in Shenzhen, and the next morning, when only paper is typed in
  await remind(`${closesOn}T15:30:00.000Z`)
  await remind(plusMilliseconds(`${closesOn}T02:00:00.000Z`, DAY))
  expect((await remindedOf()).map(([, reminded]: [string, number]) => reminded)).toEqual([0, 0, 0, 0])
  await remind(`${closesOn}T07:30:00.000Z`)
  expect(Object.fromEntries(await remindedOf())).toEqual({
    '9栋1单元0': 0,
    '9栋1单元1': 0,
    '9栋1单元2': 1,
    '9栋1单元3': 1,
  })
  await moved(null)
  await h.t.tx(({ db, now }) => db.updateTable('caution').set({ ended_at: now }).where('id', '=', cautionId).execute())
  await h.move(survey, 'close')
})

test('the link is put in when the message goes out, the same in the reminder as in the invitation', async () => {
  const survey = await h.opened('kano', { sample: { method: 'random', size: 1, seed: 'abcdef01' } })
  const sent: string[] = []
  const { createServer } = await import('node:http')
  const gateway = createServer((request, response) => {
    let text = ''
    request.on('data', (part) => (text += String(part)))
    request.on('end', () => {
      sent.push(text)
      response.end('{}')
    })
  })
  await new Promise<void>((done) => gateway.listen(0, '127.0.0.1', done))
  const address = gateway.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await h.t.tx(({ db }) =>
    db
      .updateTable('outbox_message')
      .set({ not_before: '2026-01-01T00:00:00.000Z' })
      .where('template', 'like', 'surveyMessage.%')
      .execute(),
  )
  const house = {
    ...h.t.house,
    config: { ...h.t.house.config, NOTIFY_SMS: `http://127.0.0.1:${port}/sms`, PUBLIC_URL: 'https://wy.example' },
  }
  await sendMessages.handle(house)
  gateway.close()
  const [link = ''] = await h.links(survey.id)
  expect(sent.length).toBeGreaterThan(0)
  expect(sent.join()).toContain(link.slice(-27))
  expect(sent.join()).toMatch(/https:\/\/wy\.example\/s\/[A-Za-z0-9_-]{49}/)
  expect(sent.join()).not.toContain('⟦')
})

test('KN-205 after a service or a complaint is closed its customer is asked once, and not again within the time of rest', async () => {
  const survey = await h.opened('transaction', { questions: [pair(1, { asks: ['satisfaction'], touchpoint: 'T19' })] })
  expect(survey).toMatchObject({ invited: 0, closesOn: null })
  const closed = async (
    customer: number,
    at: Instant,
    about: object = { contactType: 'service', customerSaid: '水管漏水' },
  ): Promise<Uuid> => {
    const id = newId()
    const made = await h.t.as(h.t.a.staff.frontDeskClerk).post(`${h.estate}/matters`, {
      channel: 'phone',
      ...about,
      customerId: people[customer]?.customerId,
      unitId: people[customer]?.unitId,
    })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    await h.t.tx(({ db }) =>
      db
        .updateTable('matter')
        .set({ open: false, state: 'CLOSED', closed_at: at })
        .where('id', '=', made.body.matter.id)
        .execute(),
    )
    return id
  }
  const ask = (now: Instant) => h.t.tx((tx) => askAfterService(tx, h.t.house.keys, h.t.a.id), { now })
  expect(await ask(morning(1))).toBe(0)
  await closed(0, later(1))
  await closed(0, later(1.1))
  // at night nobody is asked yet
  expect(await ask(night(1))).toBe(0)
  expect(await ask(morning(2))).toBe(1)
  expect(await ask(morning(2))).toBe(0)
  await closed(0, later(5))
  const complaint = { feeling: '很生气', wish: '修好', touchpoint: 'T18' }
  await closed(2, later(5), { contactType: 'complaint', customerSaid: '路灯坏了一周', complaint })
  expect(await ask(morning(6))).toBe(1)
  const [message] = await messages('surveyMessage.after')
  expect(message?.body).toMatch(/^【测试小区TA】您的事项已办结/)
  const list = (await h.head.get(`${h.estate}/surveys/${survey.id}/invitations`)).body.rows
  expect(list).toHaveLength(2)
  // a home that asks for quiet is left in peace, whoever of it had the service
  const cautionId = newId()
  await h.t.tx(({ db, now }) =>
    db
      .insertInto('caution')
      .values({
        estate_id: h.t.a.id,
        id: cautionId,
        unit_id: people[1]?.unitId ?? '',
        kind: 'communication',
        text: '请勿打扰',
        created_by: h.t.a.staff.csLead,
        created_at: now,
      })
      .execute(),
  )
  await closed(1, later(7))
  expect(await ask(morning(8))).toBe(0)
  await h.t.tx(({ db, now }) => db.updateTable('caution').set({ ended_at: now }).where('id', '=', cautionId).execute())
  expect(await ask(morning(8))).toBe(1)
  // long ago is no longer in anybody's mind
  await closed(3, later(30))
  expect(await ask(morning(40))).toBe(0)
})

test('QM 4 a survey whose last day is over closes by itself once its paper could be typed in, the others stay', async () => {
  const survey = await h.opened('kano')
  const closesOn = String(survey.closesOn)
  // a quarter past midnight and half past eleven at night, in Shenzhen
  const begin = (after: number) => plusMilliseconds(`${closesOn}T16:15:00.000Z`, (after - 1) * DAY)
  const end = (after: number) => plusMilliseconds(`${closesOn}T15:30:00.000Z`, after * DAY)
  const close = (now: Instant) => h.t.tx((tx) => closeOverSurveys(tx, h.t.a.id), { now })
  const state = async () => (await h.head.get(`${h.estate}/surveys/${survey.id}`)).body
  const paperOnly = async (now: Instant) => {
    const view = await h.t.tx((tx) => readSurvey(tx, SYSTEM, h.t.a.id, survey.id), { now })
    return isRefusal(view) ? view.code : view.paperOnlyUntil
  }
  await close(end(0))
  expect(await paperOnly(end(0))).toBeNull()
  const last = addDays(closesOn, 3)
  await close(begin(1))
  expect(await paperOnly(begin(1))).toBe(last)
  await close(end(3))
  expect(await paperOnly(end(3))).toBe(last)
  expect((await state()).state).toBe('opened')
  expect(await paperOnly(begin(4))).toBeNull()
  await close(begin(4))
  expect(await state()).toMatchObject({ state: 'closed', closedBy: null, paperOnlyUntil: null })
  const open = (await h.head.get(`${h.estate}/surveys?state=opened`)).body.rows
  expect(open.map((s: { kind: string }) => s.kind)).toEqual(['transaction'])
})

test('QM 4 after the last day the link says that it is over, paper of that day is typed in, and no longer once it is closed', async () => {
  const survey = await h.opened('kano')
  const [link = ''] = await h.links(survey.id)
  // the last day was yesterday in Shenzhen
  const today = later(8 / 24).slice(0, 10)
  await h.t.tx(async ({ db }) => {
    await db
      .updateTable('survey')
      .set({ closes_on: addDays(today, -1) })
      .where('id', '=', survey.id)
      .execute()
    await db
      .updateTable('survey_invitation')
      .set({ expires_at: `${addDays(today, -1)}T16:00:00.000Z` })
      .where('survey_id', '=', survey.id)
      .execute()
  })
  await h.t.tx((tx) => closeOverSurveys(tx, h.t.a.id))
  expect((await h.nobody('GET', link)).body).toMatchObject({ state: 'over', questions: [] })
  expect((await h.send(link, [{ no: 1, f: 5, d: 1 }])).body.error.code).toBe('E_SURVEY_OVER')
  const enter = (slipNo: number) =>
    h.t.as(h.t.a.staff.frontDeskClerk).post(`${h.estate}/surveys/${survey.id}/papers`, {
      ...{ paperNo: `P${slipNo}`, slipNo, answers: [{ no: 1, f: 5, d: 1 }], comments: [] },
    })
  expect((await enter(1)).status).toBe(201)
  const shown = (await h.head.get(`${h.estate}/surveys/${survey.id}`)).body
  expect(shown).toMatchObject({ state: 'opened', paperOnlyUntil: addDays(today, 2), answered: 1 })
  // by hand it is closed at once
  expect((await h.move(shown, 'close')).body).toMatchObject({ state: 'closed', paperOnlyUntil: null })
  expect((await enter(2)).body.error.code).toBe('E_SURVEY_OVER')
})
