import { expect, test } from 'vitest'
import { phonePhoto, signInAt, untilOffline, walkRound } from '#test/browser/field-hand.ts'
import { fieldPhone } from '#test/browser/field-phone.ts'

const web = fieldPhone()

test('a shift without signal: two rounds, 60 items, 15 photos; closed and opened; everything arrives once', async () => {
  const photo = await phonePhoto()
  const { server } = web
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
  const { inspections, rounds } = server.fake
  expect(inspections.size).toBe(6)
  const sent = [...inspections.values()]
  expect(sent.every(({ times }) => times === 1)).toBe(true)
  expect(sent.flatMap((one) => one.sent.answers)).toHaveLength(60)
  const fileIds = sent.flatMap((one) => one.sent.answers.flatMap((answer) => answer.fileIds))
  expect(new Set(fileIds).size).toBe(15)
  const uploads = server.seen.filter(({ path }) => path.endsWith('/files'))
  expect(uploads).toHaveLength(15)
  expect(uploads.map(({ answer }) => (answer as { id: string }).id).sort()).toEqual([...fileIds].sort())
  // scaled on the phone, not by the server
  for (const { answer } of uploads) expect(answer).toMatchObject({ width: 1600, height: 1067, mime: 'image/jpeg' })
  expect(rounds.slice(0, 2).map(({ state }) => state)).toEqual(['done', 'done'])
  expect(server.seen.filter(({ path }) => path.endsWith('/start'))).toHaveLength(2)
  expect(server.seen.filter(({ path }) => path.endsWith('/finish'))).toHaveLength(2)
}, 300_000)
