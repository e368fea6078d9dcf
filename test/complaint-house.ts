import { vi } from 'vitest'
import { kebab } from '#contract/kind.ts'
import type { Role } from '#contract/permissions.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { findMatter } from '#modules/matters/index.ts'
import { type Answer, openTestHouse, type TestHouse } from './house.ts'

/** Shanghai time; `24:00` is the end of the day. */
export const local = (date: string, time: string): Instant =>
  new Date(
    time === '24:00' ? Date.parse(`${date}T00:00:00+08:00`) + 86_400_000 : `${date}T${time}:00+08:00`,
  ).toISOString()

/** From now on it is this time, for routes as well as sweeps. */
export const itIs = (date: string, time: string): void => {
  vi.setSystemTime(local(date, time))
}
export const itIsAt = (at: Instant): void => {
  vi.setSystemTime(at)
}
/** So many minutes from the time that it is. */
export const inMinutes = (minutes: number): Instant => new Date(Date.now() + minutes * 60_000).toISOString()

type Over = { complaint?: object } & Record<string, unknown>
type Person = Role | { id: Uuid }
// biome-ignore lint/suspicious/noExplicitAny: JSON of any shape, looked at by assertions
type Json = any

export type ComplaintHouse = {
  t: TestHouse
  url(path: string): string
  who(person: Person): Uuid
  register(by: Person, over?: Over): Promise<Answer>
  /** Registered by the front desk, by telephone unless said otherwise. */
  registered(over?: Over): Promise<Uuid>
  act(by: Person, id: Uuid, verb: string, input?: object): Promise<Answer>
  /** Fails the test when it was refused; the matter as it stands then. */
  did(by: Person, id: Uuid, verb: string, input?: object): Promise<Json>
  /** Fails the test when it was done, or when it left a trace all the same; the error. */
  refused(by: Person, id: Uuid, verb: string, input?: object): Promise<Json>
  view(id: Uuid): Promise<Json>
  caseOf(id: Uuid): Promise<Json>
  state(id: Uuid): Promise<string>
  /** Every clock the complaint ever had, the newest of a name last. */
  clocks(id: Uuid, name?: string): Promise<{ name: string; state: string; started_at: Instant; due_at: Instant }[]>
  /** Who was told by which template, in the order of telling. */
  told(id: Uuid, template: string): Promise<Uuid[]>
  /** From registering to a plan that the customer was told. */
  replied(id: Uuid, over?: object): Promise<Json>
  /** From registering to work that is done and waits for somebody to check it. */
  worked(id: Uuid): Promise<void>
  /** To the task of calling back. */
  toCallBack(id: Uuid): Promise<void>
  close(): Promise<void>
}

export const SAID = {
  cause: '五栋楼道保洁排班漏了三天',
  closing: { satisfaction: 'satisfied', onReception: '接待热情', onMeasures: '措施及时', onResult: '已经干净' },
}

/** A house in which time stands still until a test moves it; complaints go through the routes. */
export const openComplaintHouse = async (date = '2026-11-20', time = '10:00'): Promise<ComplaintHouse> => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(local(date, time)) })
  const t = await openTestHouse({ sameRoles: true })
  const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
  const who = (person: Person) => (typeof person === 'string' ? t.a.staff[person] : person.id)
  const stands = (id: Uuid) =>
    t.tx(async (tx) => {
      const matter = await findMatter(tx, t.a.id, id)
      if (!matter) throw new Error(`there is no matter ${id}`)
      return { state: matter.state, version: matter.version, flags: matter.flags }
    })
  const register: ComplaintHouse['register'] = (by, over = {}) =>
    t.as(who(by)).post(url('matters'), {
      contactType: 'complaint',
      channel: 'phone',
      customerSaid: '楼道三天没有打扫',
      customerName: '王女士',
      contactPhone: '13900000001',
      place: '5栋楼道',
      ...over,
      complaint: { feeling: '很生气', wish: '每天打扫', ...over.complaint },
    })
  const act: ComplaintHouse['act'] = async (by, id, verb, input = {}) =>
    t.as(who(by)).post(url(`complaints/${id}/${kebab(verb)}`), { version: (await stands(id)).version, ...input })
  const did: ComplaintHouse['did'] = async (by, id, verb, input) => {
    const answer = await act(by, id, verb, input)
    if (answer.status !== 200) throw new Error(`${verb} was refused: ${JSON.stringify(answer.body.error)}`)
    return answer.body.matter
  }
  const view: ComplaintHouse['view'] = async (id) => (await t.as(t.a.staff.centreHead).get(url(`matters/${id}`))).body
  const house: ComplaintHouse = {
    t,
    url,
    who,
    register,
    registered: async (over) => {
      const made = await register('frontDeskClerk', over)
      if (made.status !== 201) throw new Error(`not registered: ${JSON.stringify(made.body.error)}`)
      return made.body.matter.id
    },
    act,
    did,
    refused: async (by, id, verb, input) => {
      const before = await stands(id)
      const answer = await act(by, id, verb, input)
      if (answer.status < 400) throw new Error(`${verb} was done, but should have been refused`)
      const after = await stands(id)
      if (JSON.stringify(after) !== JSON.stringify(before)) throw new Error(`${verb} was refused, but left a trace`)
      return answer.body.error
    },
    view,
    caseOf: async (id) => (await t.as(t.a.staff.centreHead).get(url(`complaints/${id}/case`))).body,
    state: async (id) => (await stands(id)).state,
    clocks: (id, name) =>
      t.tx(({ db }) =>
        db
          .selectFrom('clock')
          .select(['name', 'state', 'started_at', 'due_at'])
          .where('estate_id', '=', t.a.id)
          .where('matter_id', '=', id)
          .$if(name !== undefined, (q) => q.where('name', '=', name ?? ''))
          .orderBy('id')
          .execute(),
      ),
    told: async (id, template) =>
      (
        await t.tx(({ db }) =>
          db
            .selectFrom('outbox_message')
            .select('to_id')
            .where('estate_id', '=', t.a.id)
            .where('matter_id', '=', id)
            .where('template', '=', template)
            .orderBy('id')
            .execute(),
        )
      ).map((row) => row.to_id ?? ''),
    replied: async (id, over = {}) => {
      await sentOut(house, id)
      await did('csLead', id, 'acceptCase')
      return did('csLead', id, 'reply', answer(house, over))
    },
    worked: async (id) => {
      await house.replied(id)
      await did('csLead', id, 'agree', { agreedBy: '王女士', way: 'phone', treatmentDueAt: inMinutes(1_440) })
      await did('customerAssistant', id, 'finishWork', { result: '楼道已清扫', evidence: '照片三张' })
    },
    toCallBack: async (id) => {
      await house.worked(id)
      await did('csLead', id, 'pass', { checked: '现场看过' })
    },
    close: async () => {
      await t.close()
      vi.useRealTimers()
    },
  }
  return house
}

const sentOut = async ({ did, view, who }: ComplaintHouse, id: Uuid) => {
  const { contactable, state } = await view(id)
  if (state !== 'RECEIVED') return
  await did('frontDeskClerk', id, 'dispatch', {
    handlerId: who('customerAssistant'),
    leadId: who('csLead'),
    ...(contactable ? { promisedFeedbackAt: inMinutes(5) } : {}),
  })
}

/** What words must hold to be a reply (CP-078); `reply` are those that go out. */
export const interim = ({ who }: Pick<ComplaintHouse, 'who'>, over: object = {}) => ({
  found: '排班漏了五栋',
  measure: '今天补扫并改排班',
  responsibleId: who('csLead'),
  nextAt: inMinutes(120),
  way: 'phone',
  ...over,
})
export const answer = (house: Pick<ComplaintHouse, 'who'>, over: object = {}) => ({
  ...interim(house, over),
  measureDueAt: inMinutes(1_440),
})

/** CP-012: what the cause says. */
export const category = (over: object = {}) => ({
  code: 'C4.2',
  cause: SAID.cause,
  factor: 'man',
  factorSub: 'compliance',
  ...over,
})
