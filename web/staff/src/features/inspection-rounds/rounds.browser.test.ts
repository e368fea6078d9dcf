import { beforeAll, expect, test } from 'vitest'
import { closePage } from '#test/browser/browser.ts'
import { openInspectionHouse } from '#test/browser/inspection-house.ts'
import { expectHolds, NARROW_DARK, staffWeb } from '#test/browser/staff-web.ts'

const web = staffWeb()
let house: ReturnType<typeof openInspectionHouse>
beforeAll(async () => {
  house = openInspectionHouse(web)
  await house.places([
    ['东门', 'T01'],
    ['西门', 'T01'],
    ['3栋1单元电梯', 'T12'],
    ['3栋1单元12层楼道', 'T13'],
    ['1栋大堂', 'T11'],
  ])
})

test('the usual plans are made with one press, and their rounds stand in the list of the day', async () => {
  const page = await web.opened('kefuzhuguan', 'inspection-plans')
  await page.getByRole('button', { name: '生成常用计划' }).first().click()
  await page
    .getByRole('button', { name: '确定' })
    .or(page.getByRole('button', { name: '确认' }))
    .last()
    .click()
  await page.getByText(/已生成 \d+ 个计划/).waitFor()
  await page.getByText('每日点检 · 保洁').first().waitFor()
  await page.goto(`${web.server.url}/e/CH/inspection-rounds`)
  await page.getByRole('table').getByText('待检查').or(page.getByText('这段时间没有检查任务')).first().waitFor()
  await closePage(page)
})

test('a plan says beside its fields what does not fit, shows the rounds to come, and is kept', async () => {
  const page = await web.opened('kefuzhuguan', 'inspection-plans/new')
  await page.getByLabel('计划名称').fill('电梯周检')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('请选择触点，或列出要去的位置。').waitFor()
  await page.getByLabel('路线').click()
  await page.keyboard.type('3栋1单元电梯')
  await page.getByTitle('3栋1单元电梯').first().click()
  await page.getByText('1 处 3栋1单元电梯').first().waitFor()
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('计划已保存').waitFor()
  await page.getByText('电梯周检').first().waitFor()
  await closePage(page)
})

test('it rains: one press calls the rounds, a second ends it', async () => {
  const page = await web.opened('baoan', 'conditions')
  await page.getByRole('button', { name: '雨天: 现在开始' }).click()
  await page.getByText(/已发起，生成检查任务 \d+ 个/).waitFor()
  await page.getByText('进行中').first().waitFor()
  await closePage(page)
})

test('a look that could not be taken is resolved by the lead', async () => {
  await house.foreignLabel('3栋1单元电梯')
  const page = await web.opened('kefuzhuguan', 'refused-inspections')
  await page.getByText('扫到的不是本小区现用的标签。').first().waitFor()
  await page.getByRole('button', { name: '处理', exact: true }).first().click()
  await page.getByLabel('核对结果').fill('标签被换过，已补贴')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('标签被换过，已补贴').waitFor()
  await closePage(page)
})

test.each([
  'inspection-rounds',
  'inspection-plans',
  'inspection-plans/new',
  'conditions',
  'last-done',
  'refused-inspections',
  'inspector-agreement',
  'inspections',
])('%s holds at all widths, in both languages, and is accessible', async (path) => {
  await expectHolds(web, 'kefuzhuguan', path, NARROW_DARK)
  await expectHolds(web, 'kefuzhuguan', path, { width: 390, lang: 'en' })
  await expectHolds(web, 'kefuzhuguan', path, { width: 1440 })
})

test('FD-810 a missed round says so in words, counts in its day, and opens with its places', async () => {
  const day = await house.missed('夜间巡查')
  const page = await web.opened('kefuzhuguan', `inspection-rounds?from=${day}&to=${day}&missed=true`)
  await page.getByRole('row', { name: /夜间巡查.*漏检/ }).waitFor()
  await page
    .getByRole('button', { name: /漏检 1/ })
    .first()
    .waitFor()
  await page.getByRole('row', { name: /夜间巡查/ }).click()
  await page.getByRole('heading', { name: /夜间巡查/ }).waitFor()
  expect(await page.getByRole('listitem').filter({ hasText: '未检查' }).count()).toBeGreaterThan(0)
  await closePage(page)
})
