import { expect, test } from 'vitest'
import { layFieldGround } from '#test/browser/field-ground.ts'
import { actsLeft, phonePhoto, signInAt, untilOffline, walkRound } from '#test/browser/field-hand.ts'
import { fieldPhone } from '#test/browser/field-phone.ts'

const web = fieldPhone()

test('a shift without signal: two rounds, 60 items, 15 photos; closed and opened; everything arrives once', async () => {
  const photo = await phonePhoto()
  const { server } = web
  const ground = await layFieldGround(server.staff, 'guanjia')
  let { phone, page } = web
  await signInAt(page, server.url, 'guanjia')
  await untilOffline(page)
  await page.getByText('早班楼栋巡检').waitFor()

  await phone.setOffline(true)
  await page.reload()
  await page.getByText('没有信号，照常干活').waitFor()
  await page.getByText('早班楼栋巡检').click()
  let photos = await walkRound(page, [3, 3, 2], photo)

  // the browser is closed in the middle of the shift and opened again in the basement
  await web.reopen()
  ;({ phone, page } = web)
  await phone.setOffline(true)
  await page.goto(`${server.url}/field/`)
  await page.getByText('午间外围巡检').click()
  photos += await walkRound(page, [3, 2, 2], photo)
  expect(photos).toBe(15)
  expect(server.seen.filter(({ path }) => /inspection|files/.test(path))).toEqual([])
  await expect.poll(() => page.getByTestId('waiting').textContent()).toBe('10')

  await phone.setOffline(false)
  await expect.poll(() => page.getByTestId('waiting').count(), { timeout: 60_000 }).toBe(0)
  expect(await actsLeft(page)).toBe(0)
  const looks = await ground.looks()
  expect(looks).toHaveLength(6)
  const sends = server.seen.filter(({ path }) => path.endsWith('/inspections'))
  expect(sends.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 201))
  expect(sends.map(({ answer }) => (answer as { id: string }).id).sort()).toEqual(looks.map(({ id }) => id).sort())
  const answers = looks.flatMap((look) => look.answers)
  expect(answers).toHaveLength(60)
  expect(new Set(answers.map(({ item_id }) => item_id)).size).toBe(60)
  expect(answers.filter(({ apart }) => apart === null)).toHaveLength(60)
  const fileIds = looks.flatMap((look) => look.fileIds)
  expect(fileIds).toHaveLength(15)
  expect(new Set(fileIds).size).toBe(15)
  expect(await ground.counts()).toEqual({ photos: 15, findings: 15, refused: 0 })
  const uploads = server.seen.filter(({ path }) => path.endsWith('/files'))
  expect(uploads).toHaveLength(15)
  expect(uploads.map(({ answer }) => (answer as { id: string }).id).sort()).toEqual([...fileIds].sort())
  // scaled on the phone, not by the server
  for (const { answer } of uploads) expect(answer).toMatchObject({ width: 1600, height: 1067, mime: 'image/jpeg' })
  const [morning, noon] = [await ground.round(0), await ground.round(1)]
  expect([morning.state, noon.state]).toEqual(['done', 'done'])
  const stops = [...morning.stops, ...noon.stops]
  expect(stops.map(({ look }) => look?.id).sort()).toEqual(looks.map(({ id }) => id).sort())
  expect(server.seen.filter(({ path }) => path.endsWith('/start'))).toHaveLength(2)
  expect(server.seen.filter(({ path }) => path.endsWith('/finish'))).toHaveLength(2)
}, 300_000)
