import { beforeAll, expect, test } from 'vitest'
import { listGates } from '#contract/goods.ts'
import { expectAccessible } from '#test/browser/accessible.ts'
import { closePage } from '#test/browser/browser.ts'
import { handsOf } from '#test/browser/desk-house.ts'
import { expectHolds, NARROW_DARK, staffWeb } from '#test/browser/staff-web.ts'
import { newKey } from '#ui/api.ts'

const web = staffWeb()
const { opened } = web
const ids = { first: newKey(), second: newKey(), third: newKey() }
const at = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()

beforeAll(async () => {
  const estate = `/api/v1/estates/${web.server.estateId}`
  const hands = async (name: string) => handsOf((await web.browser.newContext()).request, web.server, name)
  const guard = await hands('baoan')
  const { gates } = listGates.response.parse(await (await hands('qiantai')).get(`${estate}/gates`))
  const gate = (code: string) => gates.find((one) => one.code === code)?.id
  const send = (name: keyof typeof ids, more: object) =>
    guard.send('post', `${estate}/gate-checks`, {
      id: ids[name],
      placeId: gate('东门-车'),
      result: 'match',
      unitSaid: '3栋2单元1203',
      lines: [{ category: '双门冰箱', quantity: 1, unit: '台' }],
      slipCollected: true,
      photoMissing: '镜头坏了',
      gone: true,
      ...more,
    })
  await send('first', { at: at(90), slipNumber: 'FX-1' })
  await send('second', { at: at(30), slipNumber: 'fx-1', placeId: gate('西门-人'), plate: '粤B12345' })
  await send('third', { at: at(20), slipNumber: 'FX-2', lines: [{ category: '钢琴', quantity: 1, unit: '架' }] })
}, 180_000)

test('FD-508 the register finds a second passage, leads to the first, and a plate is shown for a purpose only', async () => {
  const page = await opened('qiantai', 'gate-checks')
  await page.getByText('钢琴 1 架').waitFor()
  await page.getByLabel('重复放行').check()
  await page.getByText('钢琴 1 架').waitFor({ state: 'detached' })
  await page.getByText('第二次放行').click()
  await page.getByRole('link', { name: /东门车行出入口由马超放行过/ }).waitFor()
  expect(await page.getByRole('button', { name: '更正' }).count()).toBe(0)
  await page.getByText('粤B****5').waitFor()
  await page.getByRole('button', { name: '查看 车牌' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '查看' }).click()
  await page.getByText('粤B12345').waitFor()
  await page.getByRole('link', { name: /^\d\d-\d{6}$/ }).click()
  await page.getByRole('heading', { name: /第二次放行/ }).waitFor()
  await closePage(page)
})

test('FD-508 a correction is refused beside its field, keeps what was typed, and shows what stood there; a void is told', async () => {
  const page = await opened('qiantaizhang', `gate-checks/${ids.third}`)
  await page.getByRole('button', { name: '更正' }).click()
  const form = page.getByRole('dialog', { name: '更正查验记录' })
  await form.getByLabel('1 品名').fill('家具一批')
  await form.getByLabel('原因').fill('看照片是沙发')
  await form.getByRole('button', { name: '更正' }).click()
  await form.getByText(/这样的说法不算数/).waitFor()
  expect(await form.getByLabel('1 品名').getAttribute('aria-invalid')).toBe('true')
  expect(await form.getByLabel('原因').inputValue()).toBe('看照片是沙发')
  await expectAccessible(page, { within: '[role="dialog"]' })
  await form.getByLabel('1 品名').fill('三人沙发')
  await form.getByLabel('房号').fill('')
  await form.getByRole('button', { name: '更正' }).click()
  await expect.poll(() => form.getByLabel('房号').getAttribute('aria-invalid')).toBe('true')
  await form.getByLabel('房号').fill('3-2-1203')
  await form.getByRole('button', { name: '更正' }).click()
  await form.waitFor({ state: 'detached' })
  await page.getByText('物品 原为：钢琴 1 架').waitFor()
  await page.getByRole('button', { name: '作废' }).click()
  const revoke = page.getByRole('dialog', { name: '作废这次查验' })
  await revoke.getByLabel('原因').fill('重复录入')
  await revoke.getByRole('button', { name: '作废' }).click()
  await page.getByText('许佳 已作废：重复录入').waitFor()
  await closePage(page)
})

test('the register holds at 1024 px in the dark', () => expectHolds(web, 'zhuren', 'gate-checks', NARROW_DARK))
