import { beforeAll, expect, test } from 'vitest'
import { listWatchChannels, listWatchChecks } from '#contract/complaint-watch.ts'
import { expectAccessible } from '#test/browser/accessible.ts'
import { closePage } from '#test/browser/browser.ts'
import { openComplaintHouse } from '#test/browser/complaint-house.ts'
import { expectNoConsoleErrors } from '#test/browser/page-record.ts'
import { expectHolds, NARROW_DARK, staffWeb } from '#test/browser/staff-web.ts'

const web = staffWeb()
const { opened } = web
let house: Awaited<ReturnType<typeof openComplaintHouse>>

beforeAll(async () => {
  house = await openComplaintHouse(web)
  await house.head.send('post', `${house.estate}/watch-channels`, {
    name: '业主论坛',
    url: 'https://forum.example.com/cuihu',
    assignedId: house.staffId('qiantai'),
  })
}, 180_000)

const boxes = async () =>
  listWatchChannels.response.parse(await house.head.get(`${house.estate}/watch-channels?kind=box`)).rows
const checks = async () =>
  listWatchChecks.response
    .parse(await house.head.get(`${house.estate}/watch-checks`))
    .rows.map((r) => [r.by.name, r.found, r.note])

test('CP-110 a channel is added by a form that refuses what is no address and a name there is, and keeps what was typed', async () => {
  const page = await opened('zhuren', 'complaint-watch')
  await page.getByRole('button', { name: '新增渠道' }).click()
  const form = page.getByRole('dialog', { name: '新增监看渠道' })
  await form.getByLabel('渠道名称').fill('业主论坛')
  await form.getByLabel('网址').fill('forum')
  await form.getByRole('button', { name: '保存' }).click()
  await expect.poll(() => form.getByLabel('网址').getAttribute('aria-invalid')).toBe('true')
  await form.getByLabel('网址').fill('https://weibo.example.com')
  await form.getByRole('button', { name: '保存' }).click()
  await form.getByText('已有同名渠道').waitFor()
  await expectAccessible(page, { within: '[role="dialog"]' })
  expect(await form.getByLabel('网址').inputValue()).toBe('https://weibo.example.com')
  await form.getByLabel('渠道名称').fill('社区微博')
  await form.getByRole('button', { name: '保存' }).click()
  await page.getByRole('list', { name: '当日查看' }).getByText('社区微博').waitFor()
  expectNoConsoleErrors(page, { except: [/409|422/] })
  await closePage(page)
})

test('CP-110 who is assigned marks a look with one press, and a find leads to the desk', async () => {
  const page = await opened('qiantai', 'complaint-watch')
  await page.getByRole('button', { name: '业主论坛：已查看，没有投诉' }).click()
  await page.getByText('已查看 1 次', { exact: true }).waitFor()
  expect(await checks()).toEqual([['林晓雨', 0, null]])
  // this one is somebody else's
  expect(await page.getByRole('button', { name: /^社区微博：/ }).count()).toBe(0)
  await page.getByRole('button', { name: '业主论坛：发现投诉' }).click()
  const form = page.getByRole('dialog', { name: '在「业主论坛」发现投诉' })
  await form.getByLabel('发现几件').fill('')
  await form.getByRole('button', { name: '保存' }).click()
  await expect.poll(() => form.getByLabel('发现几件').getAttribute('aria-invalid')).toBe('true')
  await form.getByLabel('发现几件').fill('2')
  await form.getByLabel('说明').fill('电梯停运的两个帖子')
  await form.getByRole('button', { name: '保存' }).click()
  await page.getByText('发现 2 件').waitFor()
  expect((await checks())[0]).toEqual(['林晓雨', 2, '电梯停运的两个帖子'])
  await expectAccessible(page)
  await page.getByRole('button', { name: '去服务台登记' }).click()
  await page.waitForURL(/\/desk/)
  await page.getByText('在哪个监看渠道').waitFor()
  await page.getByRole('main').getByText('业主论坛').first().waitFor()
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('CP-110 a channel that is stopped stays in the list of channels and its looks in the list of checks', async () => {
  const page = await opened('zhuren', 'complaint-watch?tab=channels')
  await page.getByRole('button', { name: '编辑「业主论坛」' }).click()
  const form = page.getByRole('dialog', { name: '编辑「业主论坛」' })
  await form.getByLabel('继续监看').click()
  await form.getByRole('button', { name: '保存' }).click()
  await page
    .getByRole('row', { name: /业主论坛/ })
    .getByText('已停用')
    .waitFor()
  await page.getByRole('tab', { name: '查看记录' }).click()
  await page.getByLabel('只看有发现的').check()
  await page.getByRole('row', { name: /电梯停运的两个帖子/ }).waitFor()
  await expect.poll(() => page.getByRole('row').filter({ hasText: '林晓雨' }).count()).toBe(1)
  const href = await page.getByRole('link', { name: '导出' }).getAttribute('href')
  expect((await page.context().request.get(web.server.url + href)).status()).toBe(200)
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('CP-080 a suggestion box is added without an address, and what lay in it is registered at the desk as from the box', async () => {
  const page = await opened('zhuren', 'complaint-watch')
  await page.getByRole('button', { name: '新增渠道' }).click()
  const form = page.getByRole('dialog', { name: '新增监看渠道' })
  await form.getByText('意见箱', { exact: true }).click()
  await form.getByLabel('渠道名称').fill('1栋大堂意见箱')
  await expect.poll(() => form.getByLabel('网址').count()).toBe(0)
  await form.getByRole('button', { name: '保存' }).click()
  await page.getByRole('list', { name: '当日查看' }).getByText('1栋大堂意见箱').waitFor()
  expectNoConsoleErrors(page)
  await closePage(page)
  for (const { id, name, version } of await boxes())
    await house.head.send('put', `${house.estate}/watch-channels/${id}`, {
      name,
      version,
      active: true,
      assignedId: house.staffId('qiantai'),
    })
  const clerk = await opened('qiantai', 'complaint-watch')
  const place = clerk.getByRole('list', { name: '当日查看' }).getByRole('listitem').filter({ hasText: '1栋大堂意见箱' })
  await place.getByText('意见箱 ·').waitFor()
  expect(await place.getByRole('button', { name: '1栋大堂意见箱：已开箱，没有投诉' }).count()).toBe(1)
  await place.getByRole('button', { name: '1栋大堂意见箱：发现投诉' }).click()
  await clerk.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await place.getByText('发现 1 件').waitFor()
  await clerk.getByRole('button', { name: '去服务台登记' }).click()
  await clerk.waitForURL(/\/desk/)
  await clerk.getByRole('main').getByText('意见箱').first().waitFor()
  expectNoConsoleErrors(clerk)
  await closePage(clerk)
})

test('CP-110 the watch holds on a phone and at 1024 px, dark, in en', async () => {
  for (const path of ['complaint-watch', 'complaint-watch?tab=checks', 'complaint-watch?tab=channels']) {
    await expectHolds(web, 'zhuren', path, { ...NARROW_DARK, lang: 'en' })
    await expectHolds(web, 'zhuren', path, { width: 390, lang: 'en' })
  }
})
