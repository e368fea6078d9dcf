import { expect } from 'vitest'
import type { SurveyAnswer, SurveyQuestion, Tenure } from '#contract/survey-questions.ts'
import type { SurveyView } from '#contract/surveys.ts'
import type { Uuid } from '#contract/values.ts'
import { newId } from '#platform/ids.ts'
import { openTestHouse, type TestHouse } from './house.ts'

export const pair = (no: number, more: Partial<SurveyQuestion> = {}): SurveyQuestion => ({
  no,
  touchpoint: 'T12',
  itemId: null,
  zh: `属性${no}`,
  en: `Attribute ${no}`,
  asks: ['pair'],
  classDefault: 'must-be',
  effort: null,
  ...more,
})

type Resident = { customerId: Uuid; unitId: Uuid; buildingId: Uuid }
type Given = {
  tenure?: Tenure
  phone?: boolean
  noCallback?: boolean
  caution?: string
  from?: string
  until?: string
  language?: 'zh' | 'en'
}

/** A house whose estate A has residents, with what tests of surveys do again and again. */
export const openSurveyHouse = async () => {
  const t = await openTestHouse()
  const estate = `/api/v1/estates/${t.a.id}`
  const head = t.as(t.a.staff.centreHead)
  let made = 0
  const building = async (name: string): Promise<Uuid> => {
    const id = newId()
    await t.tx(({ db }) =>
      db
        .insertInto('building')
        .values({ estate_id: t.a.id, id, code: name, name: `${name}栋` })
        .execute(),
    )
    return id
  }
  const resident = async (buildingId: Uuid, given: Given = {}): Promise<Resident> => {
    const n = made++
    const [unitId, customerId] = [newId(), newId()]
    const at = { estate_id: t.a.id }
    await t.tx(async ({ db, now }) => {
      await db
        .insertInto('unit')
        .values({
          ...at,
          id: unitId,
          building_id: buildingId,
          unit_no: `9-1-${n}`,
          display: `9栋1单元${n}`,
          room: `${n}`,
          kind: 'flat',
          sort_key: `${n}`,
          created_at: now,
        })
        .execute()
      await db
        .insertInto('customer')
        .values({
          ...at,
          id: customerId,
          kind: 'person',
          name: `住户${n}`,
          language: given.language ?? 'zh',
          no_callback: given.noCallback ?? false,
          created_at: now,
          updated_at: now,
        })
        .execute()
      if (given.phone !== false)
        await db
          .insertInto('customer_phone')
          .values({
            ...at,
            id: newId(),
            customer_id: customerId,
            phone: `138${String(n).padStart(8, '0')}`,
            preferred: true,
            from_date: '2020-01-01',
          })
          .execute()
      await db
        .insertInto('residence')
        .values({
          ...at,
          id: newId(),
          unit_id: unitId,
          customer_id: customerId,
          role: given.tenure ?? 'owner',
          from_date: given.from ?? '2019-06-30',
          until_date: given.until ?? null,
        })
        .execute()
      if (given.caution)
        await db
          .insertInto('caution')
          .values({
            ...at,
            id: newId(),
            customer_id: customerId,
            kind: given.caution,
            text: '请勿打扰',
            created_by: t.a.staff.csLead,
            created_at: now,
          })
          .execute()
    })
    return { customerId, unitId, buildingId }
  }
  const draft = async (
    kind: SurveyView['kind'],
    more: { questions?: SurveyQuestion[]; anonymous?: boolean; sample?: Record<string, unknown> } = {},
  ): Promise<SurveyView> => {
    const created = await head.post(`${estate}/surveys`, { kind, titleZh: '住户问卷', titleEn: 'Residents' })
    expect(created.status, JSON.stringify(created.body)).toBe(201)
    const saved = await head.put(`${estate}/surveys/${created.body.id}`, {
      version: created.body.version,
      titleZh: '住户问卷',
      titleEn: 'Residents',
      questions: more.questions ?? [pair(1), pair(2)],
      freeText: true,
      anonymous: more.anonymous ?? false,
      sample: more.sample ?? {},
    })
    expect(saved.status, JSON.stringify(saved.body)).toBe(200)
    return saved.body
  }
  const move = (survey: { id: Uuid; version: number }, verb: 'open' | 'close' | 'revise') =>
    head.post(`${estate}/surveys/${survey.id}/${verb}`, { version: survey.version })
  const opened = async (...given: Parameters<typeof draft>): Promise<SurveyView> => {
    const answer = await move(await draft(...given), 'open')
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    return answer.body
  }
  /** Addresses of the public page's calls, in the order of the slips. */
  const links = async (surveyId: Uuid): Promise<string[]> => {
    const list = await head.get(`${estate}/surveys/${surveyId}/invitations?limit=200`)
    const made: string[] = []
    for (const { id } of list.body.rows) {
      const { body } = await head.post(`${estate}/surveys/${surveyId}/invitations/${id}/link`, { purpose: '当面递交' })
      made.push(`/api/v1/public/estates/${t.a.id}/surveys/${String(body.link).slice(-27)}`)
    }
    return made
  }
  const nobody = async (method: 'GET' | 'PUT' | 'POST', url: string, body?: unknown) => {
    const answer = await t.app.inject({
      method,
      url,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, payload: JSON.stringify(body) }),
    })
    return { status: answer.statusCode, body: answer.json() }
  }
  const send = (link: string, answers: SurveyAnswer[], more: { version?: number; comments?: unknown[] } = {}) =>
    nobody('POST', `${link}/send`, { version: more.version ?? 0, answers, comments: more.comments ?? [] })
  return { t, estate, head, building, resident, draft, move, opened, links, nobody, send }
}
export type SurveyHouse = Awaited<ReturnType<typeof openSurveyHouse>> & { t: TestHouse }
