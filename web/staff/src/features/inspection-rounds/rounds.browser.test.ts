import { beforeAll, expect, test } from 'vitest'
import { expectAccessible } from '#test/browser/accessible.ts'
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
  await page.getByLabel('搜索计划名称').fill('每日点检')
  await page.getByText('每日点检 · 保洁').first().waitFor()
  await page.goto(`${web.server.url}/e/CH/inspection-rounds`)
  await page.getByRole('table').getByText('待检查').or(page.getByText('这段时间没有检查任务')).first().waitFor()
  await closePage(page)

  // who reads English reads the same plans in English, also in the form
  const english = await web.opened('kefuzhuguan', 'inspection-plans?q=wipe%20lamps', { lang: 'en' })
  await english.getByText('Cleaning · Wipe lamps and lamp covers').first().click()
  await english.getByRole('heading', { name: 'Cleaning · Wipe lamps and lamp covers' }).waitFor()
  await expect
    .poll(() => english.getByRole('textbox', { name: 'Task' }).inputValue())
    .toBe('Wipe lamps and lamp covers')
  await closePage(english)
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

test('a half-typed recurrence or window stays, a plan opened again shows what was saved, and a reader has nothing to save', async () => {
  const page = await web.opened('kefuzhuguan', 'inspection-plans/new')
  await page.getByLabel('计划名称').fill('每周门岗检查')
  await page.getByLabel('路线').click()
  await page.keyboard.type('东门')
  await page.getByTitle('东门', { exact: true }).first().click()
  await page.getByRole('combobox', { name: '频次' }).first().click()
  await page.getByTitle('每周固定日子', { exact: true }).click()
  await page.getByRole('checkbox', { name: '一' }).uncheck()
  await page.getByRole('checkbox', { name: '三' }).check()
  await page.getByRole('button', { name: '添加时段' }).click()
  await page.getByRole('button', { name: '添加时段' }).click()
  const from = page.getByLabel('时段 1 开始')
  await from.fill('')
  expect(await page.getByLabel('时段 2 开始').inputValue()).toBe('09:00')
  await from.fill('06:00')
  await page.getByLabel('时段 1 结束').fill('08:00')
  await page.getByRole('button', { name: '移除时段 2' }).click()
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('计划已保存').waitFor()

  await page.getByRole('row', { name: /每周门岗检查/ }).click()
  await page.getByLabel('计划名称').fill('每周三门岗检查')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('计划已保存').last().waitFor()
  await page.getByRole('row', { name: /每周三门岗检查/ }).click()
  await expect.poll(() => page.getByLabel('计划名称').inputValue()).toBe('每周三门岗检查')
  expect(await page.getByText('别人刚改过这个计划').count()).toBe(0)
  expect(await page.getByRole('checkbox', { name: '三' }).isChecked()).toBe(true)
  expect(await page.getByRole('checkbox', { name: '一' }).isChecked()).toBe(false)
  const path = new URL(page.url()).pathname.replace('/e/CH/', '')
  await closePage(page)

  const reader = await web.opened('qiantai', path)
  await reader.getByText('可以查看，不能修改').waitFor()
  expect(await reader.getByLabel('计划名称').isDisabled()).toBe(true)
  expect(await reader.getByRole('button', { name: '保存' }).count()).toBe(0)
  await expectAccessible(reader, { within: 'main' })
  await closePage(reader)
})

test('what somebody typed and did not send is gone from the tab when they sign out', async () => {
  // whose session no other test of this file goes on with
  const page = await web.opened('jiazheng', 'inspection-plans/new')
  await page.getByLabel('计划名称').fill('没写完的计划')
  await page.getByRole('button', { name: '何秀兰' }).click()
  await page.getByText('退出登录').click()
  await page.getByLabel('用户名').waitFor()
  const kept = () => page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('wuyou.draft.')))
  await page.waitForTimeout(600)
  expect(await kept()).toEqual([])
  await closePage(page)
})

test('FD-770 the places of a route are moved by keys and by hand, and the plan keeps their order', async () => {
  const page = await web.opened('kefuzhuguan', 'inspection-plans/new')
  await page.getByLabel('计划名称').fill('门岗电梯巡检')
  for (const name of ['东门', '西门', '3栋1单元电梯']) {
    await page.getByLabel('路线').click()
    await page.keyboard.type(name)
    await page.getByTitle(name, { exact: true }).first().click()
  }
  const handle = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}：第`) })
  const order = () =>
    page.getByRole('button', { name: /：第 \d 处/ }).evaluateAll((all) => all.map((b) => b.ariaLabel?.split('：')[0]))
  expect(await order()).toEqual(['东门', '西门', '3栋1单元电梯'])
  await handle('东门').focus()
  await page.keyboard.press('End')
  await page.getByText('东门 现在是第 3 处，共 3 处').waitFor({ state: 'attached' })
  await page.keyboard.press('ArrowUp')
  expect(await order()).toEqual(['西门', '东门', '3栋1单元电梯'])
  expect(await handle('东门').evaluate((node) => node === document.activeElement)).toBe(true)
  const [from, to] = [await handle('3栋1单元电梯').boundingBox(), await handle('西门').boundingBox()]
  if (!from || !to) throw new Error('no handles')
  await page.mouse.move(from.x + 8, from.y + 8)
  await page.mouse.down()
  await page.mouse.move(to.x + 8, to.y - 4, { steps: 6 })
  await page.mouse.up()
  expect(await order()).toEqual(['3栋1单元电梯', '西门', '东门'])
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('计划已保存').waitFor()
  await page.getByRole('row', { name: /门岗电梯巡检/ }).click()
  await handle('东门').waitFor()
  expect(await order()).toEqual(['3栋1单元电梯', '西门', '东门'])
  await closePage(page)
})

test('FD-770 a place takes its position as a map gives it and refuses anything else beside the field', async () => {
  const page = await web.opened('kefuzhuguan', 'places')
  const dialog = page.getByRole('dialog')
  const open = async () => {
    await page
      .getByRole('row', { name: /^西门 西门 / })
      .getByRole('button', { name: /^编辑/ })
      .click()
    await dialog.getByLabel('定位', { exact: true }).waitFor()
  }
  await open()
  await dialog.getByLabel('定位', { exact: true }).fill('人民广场')
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.locator('[aria-invalid=true]').waitFor()
  expect(await dialog.getByLabel('定位', { exact: true }).inputValue()).toBe('人民广场')
  await dialog.getByLabel('定位', { exact: true }).fill('31.2304，121.4737')
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await open()
  expect(await dialog.getByLabel('定位', { exact: true }).inputValue()).toBe('31.23040, 121.47370')
  await closePage(page)
})

test('FD-810 the desk answers when it was last done without leaving the desk', async () => {
  const page = await web.opened('qiantai', 'desk')
  const card = page.getByRole('region', { name: '上次何时做的' })
  await card.getByRole('button', { name: '上次何时做的' }).click()
  await card.getByLabel('搜索位置、楼栋或作业').fill('1栋大堂')
  await card.getByText('1栋大堂 · 现场检查').waitFor()
  await card.getByText('没有记录').first().waitFor()
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
