import { afterAll, beforeAll, expect, test } from 'vitest'
import { USUAL_TASKS } from '#content/usual-tasks.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { placesIn } from '#test/places.ts'
import { sheetOf } from '#test/sheet-of.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
  await placesIn(t, t.a.id, [
    { code: '东门', touchpoint: 'T01' },
    { code: '大堂', touchpoint: 'T11' },
  ])
})
afterAll(() => t?.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const lead = () => t.as(t.a.staff.csLead)

test('the usual plans are made once, the tasks with them, and their rounds stand at once', async () => {
  const first = await lead().post(url('inspection-plans/usual'), { tasks: true })
  expect(first.body.created.length).toBeGreaterThan(25)
  const again = await lead().post(url('inspection-plans/usual'), { tasks: true })
  expect(again.body).toEqual({ created: [], kept: first.body.created })
  const plans = await lead().get(url('inspection-plans?kind=task&limit=200'))
  const made = plans.body.rows.filter((p: { task: string }) => USUAL_TASKS.some(({ task }) => task.zh === p.task))
  expect(made).toHaveLength(USUAL_TASKS.length)
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  const counts = await lead().get(url(`inspection-round-counts?from=${day(0)}&to=${day(2)}`))
  expect(counts.body.days.length).toBeGreaterThan(0)
})

test('a usual plan is found, exported and saved in English and stays one; its own name stays what somebody gave it', async () => {
  const found = await lead().get(url('inspection-plans?q=Wipe%20lamps'))
  expect(found.body.rows).toMatchObject([{ name: '保洁 · 擦拭灯具和灯罩', task: '擦拭灯具和灯罩' }])
  const [{ id, ...plan }] = found.body.rows
  const { name, kind, task, line, recurrence, hours, touchpoints, items, assigneeRole, fromDate } = plan
  const shape = { name, kind, task, line, recurrence, hours, touchpoints, items, assigneeRole, fromDate }
  const english = { ...shape, name: 'Cleaning · Wipe lamps and lamp covers', task: 'Wipe lamps and lamp covers' }
  const saved = await lead().put(url(`inspection-plans/${id}`), { ...english, version: plan.version })
  expect(saved.body).toMatchObject({ name, task })
  const cells = async (lang: string) =>
    (await sheetOf((await lead().get(url(`inspection-plans.xlsx?q=Wipe%20lamps&lang=${lang}`))).body)).flat()
  expect(await cells('en')).toEqual(expect.arrayContaining(['Cleaning · Wipe lamps and lamp covers']))
  expect(await cells('zh')).toEqual(expect.arrayContaining(['保洁 · 擦拭灯具和灯罩', '擦拭灯具和灯罩']))
  const own = { ...shape, name: '二期灯具', version: saved.body.version }
  expect((await lead().put(url(`inspection-plans/${id}`), own)).body.name).toBe('二期灯具')
})
