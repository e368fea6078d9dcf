import { beforeAll, expect, test } from 'vitest'
import { TakenInspection } from '#contract/inspections.ts'
import { MatterAnswer } from '#contract/matters.ts'
import { type FieldGround, layFieldGround } from '#test/browser/field-ground.ts'
import { actsLeft, lookAt, phonePhoto, setClock, signInAt, untilOffline } from '#test/browser/field-hand.ts'
import { fieldPhone } from '#test/browser/field-phone.ts'

const DAY_MS = 26 * 3_600_000
const web = fieldPhone()
let ground: FieldGround
beforeAll(async () => {
  ground = await layFieldGround(web.server.staff, 'guanjia')
  await ground.sinceDays(0, 3)
}, 60_000)

test('a day without signal: what waits since yesterday is there, work goes on, and all arrives once at the times at which it was done', async () => {
  const photo = await phonePhoto()
  const { server } = web
  let { phone, page } = web
  await signInAt(page, server.url, 'guanjia')
  await untilOffline(page)
  await page.getByText('早班楼栋巡检').waitFor()
  await phone.setOffline(true)
  await page.getByText('早班楼栋巡检').click()
  await page.getByRole('button', { name: /^下一处/ }).click()
  await lookAt(page, 1, photo)
  await page.getByRole('heading', { name: '位置' }).waitFor()
  const lookedMs = Date.now()

  // the next day, still in the basement; to the server the first part lies a day back then
  await web.reopen()
  ;({ phone, page } = web)
  await setClock(phone, DAY_MS)
  await phone.setOffline(true)
  await page.goto(`${server.url}/field/`)
  await expect.poll(() => page.getByTestId('waiting').textContent()).toBe('2')
  await page.getByText('没有信号，照常干活').waitFor()
  await page.goto(`${server.url}/field/report`)
  await page.getByLabel('看到了什么').fill('地下室一直没有信号')
  await page.getByLabel('在哪里').fill('3栋地下室')
  await page.locator('input[type=file]').setInputFiles({ name: 'p.jpg', mimeType: 'image/jpeg', buffer: photo })
  await page.locator('main img').waitFor()
  await page.getByRole('button', { name: '上报' }).click()
  await page.getByRole('heading', { name: '今天' }).waitFor()
  const reportedMs = Date.now()

  await phone.setOffline(false)
  await expect.poll(() => actsLeft(page), { timeout: 60_000 }).toBe(0)
  const near = (at: string | null | undefined, ms: number) =>
    expect(Math.abs(Date.parse(at ?? '') - ms), at ?? 'no time').toBeLessThan(30_000)
  const sent = server.seen.filter(({ path, status }) => status === 201 && /\/(inspections|matters)$/.test(path))
  expect(sent.map(({ path }) => path.split('/').at(-1)).toSorted()).toEqual(['inspections', 'matters'])
  for (const { path, answer } of sent) {
    if (path.endsWith('/matters')) near(MatterAnswer.parse(answer).matter.receivedAt, reportedMs)
    else expect(TakenInspection.parse(answer).missing).toEqual([])
  }
  const [look] = await ground.looks()
  const { stops } = await ground.round(0)
  const gone = stops.filter(({ doneAt }) => doneAt !== null)
  expect(gone.map((stop) => stop.look?.id)).toEqual([look?.id])
  near(gone[0]?.doneAt, lookedMs - DAY_MS)
  expect(await ground.counts()).toMatchObject({ photos: 2, findings: 1, refused: 0 })
}, 150_000)
