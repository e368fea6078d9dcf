import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { listMatters, type MatterLine } from '#contract/matters.ts'
import { expectAccessible } from '#test/browser/accessible.ts'
import { closePage } from '#test/browser/browser.ts'
import { openComplaintHouse } from '#test/browser/complaint-house.ts'
import { expectNoConsoleErrors } from '#test/browser/page-record.ts'
import { staffWeb } from '#test/browser/staff-web.ts'

const web = staffWeb()
let house: Awaited<ReturnType<typeof openComplaintHouse>>

beforeAll(async () => {
  house = await openComplaintHouse(web)
}, 180_000)

const SAID = '客户说的'
/** The desk of the clerk with a complaint begun: its words stand there. */
const complaining = async (said: string): Promise<Page> => {
  const page = await web.opened('qiantai', 'desk')
  await page.getByLabel(SAID).fill(said)
  await page.keyboard.press('Alt+2')
  await page.getByLabel('客户的感受').waitFor()
  return page
}
const matters = async (title: string): Promise<MatterLine[]> =>
  listMatters.response.parse(await house.head.get(`${house.estate}/matters?q=${encodeURIComponent(title)}`)).rows
const registered = async (page: Page, title: string): Promise<MatterLine> => {
  await page.keyboard.press('Control+Enter')
  await page
    .locator('main')
    .getByText(/已登记 \d\d-\d+$/)
    .waitFor()
  const [matter] = await matters(title)
  if (!matter) throw new Error(`${title} is not there`)
  return matter
}
const tellWhatIsAsked = async (page: Page) => {
  await page.getByLabel('客户的感受').fill('很烦，睡不好')
  await page.getByLabel('客户的诉求').fill('晚上安静一点')
  await page.getByLabel('事发地点').fill('5栋楼道')
}

test('CP-035 between neighbours nobody presses for a name or a room: the script says so, and it is registered without', async () => {
  const said = '隔壁天天半夜拖桌子'
  const page = await complaining(said)
  const hint = page.getByText('客户不愿说房号和姓名，就不要追问。')
  const words = page.getByText('房号和姓名您不方便说也没有关系，我们一样会去了解和协调。')
  expect([await hint.count(), await words.count()]).toEqual([0, 0])
  await page.getByRole('checkbox', { name: '涉及邻里' }).check()
  await hint.waitFor()
  await words.waitFor()
  await page.getByRole('button', { name: '联系方式、现场情况、附件…' }).click()
  const [room, name] = [page.getByRole('combobox', { name: '房号、姓名、电话或车牌' }), page.getByLabel('客户称呼')]

  // what is missing is told at its fields, and neither the name nor the room is among them
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => page.getByText('请填写').count()).toBe(3)
  for (const field of [room, name]) {
    expect(await field.inputValue()).toBe('')
    expect(await field.getAttribute('aria-required')).not.toBe('true')
    expect(await field.getAttribute('aria-invalid')).not.toBe('true')
  }
  await expectAccessible(page, { within: 'main' })

  await tellWhatIsAsked(page)
  const made = await registered(page, said)
  expect(made).toMatchObject({ kind: 'complaint', state: 'RECEIVED', unit: null, customer: null, customerName: null })
  expect(made.flags).toContain('aboutNeighbour')
  expectNoConsoleErrors(page)
  await closePage(page)
}, 60_000)

test('KN-020 KN-021 KN-022 KN-023 how the customer is brings the list of what helps, beside the words to say', async () => {
  const page = await complaining('物业费涨了没人解释')
  const steps = page.locator('section', { hasText: '客户现在的情绪' }).getByRole('listitem')
  expect(await steps.count()).toBe(0)
  const lists: [mood: string, count: number, first: string, extreme: number][] = [
    ['愤怒', 10, '先认可对方在生气', 1],
    ['不满', 8, '听', 0],
    ['苛刻专横', 4, '专业', 0],
    ['粗鲁', 2, '沉着自信地掌控场面', 1],
  ]
  for (const [mood, count, first, extreme] of lists) {
    await page.getByRole('radio', { name: mood }).check()
    await expect.poll(() => steps.count()).toBe(count)
    expect(await steps.first().textContent()).toContain(first)
    expect(await page.getByText(/登记后立即点“报告极端风险”/).count()).toBe(extreme)
    await page.getByRole('heading', { name: '可以这样说' }).waitFor()
  }
  await expectAccessible(page, { within: 'main' })
  await closePage(page)
}, 60_000)

test('KN-024 CP-027 the mood is not kept, and what the list names for the extreme is there once it is registered', async () => {
  const said = '再没人管我就去堵大门'
  const page = await complaining(said)
  await page.getByRole('radio', { name: '愤怒' }).check()
  await page.getByText('只在这次谈话里提示，不记入客户档案').waitFor()
  await tellWhatIsAsked(page)
  const made = await registered(page, said)
  expect(JSON.stringify(await house.head.get(`${house.estate}/matters/${made.id}`))).not.toMatch(/愤怒|angry/)
  await page.getByRole('button', { name: /更多$/ }).first().click()
  await page.getByRole('menuitem', { name: '报告极端风险' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('迹象').fill('扬言今晚带人堵大门')
  await form.getByRole('button', { name: '报告极端风险' }).click()
  await expect.poll(async () => (await matters(said))[0]?.flags).toContain('extremeRisk')
  await page.getByText('极端风险', { exact: true }).first().waitFor()
  expectNoConsoleErrors(page)

  // the next conversation begins without it
  await page.keyboard.press('Alt+n')
  await page.keyboard.press('Alt+2')
  await page.getByRole('heading', { name: '客户现在的情绪' }).waitFor()
  expect(await page.getByRole('radio', { name: '愤怒' }).isChecked()).toBe(false)
  await closePage(page)
}, 60_000)

test('CP-099 CP-091 CP-074 the hints of a complaint go by what this estate has set, also when it is changed meanwhile', async () => {
  await house.setting('complaint.hotGroup', 5)
  await house.setting('complaint.majorFromFen', 50_000)
  await house.setting('telephone.lateOralAfter', '00:00')
  const page = await complaining('十几户一起来投诉电梯')
  await page.getByText('00:00 以后的口头投诉').waitFor()
  await page.getByLabel('投诉人数').fill('4')
  await page.getByLabel('索赔金额').fill('499.99')
  expect(await page.getByText(/将标为/).count()).toBe(0)
  await page.getByLabel('投诉人数').fill('5')
  await page.getByText('5 人及以上将标为集体投诉').waitFor()
  await page.getByLabel('索赔金额').fill('500')
  await page.getByText('将标为疑似重大投诉并启动报告时限').waitFor()

  await house.setting('complaint.hotGroup', 8)
  await page.getByText('5 人及以上将标为集体投诉').waitFor({ state: 'detached' })
  await page.getByLabel('投诉人数').fill('8')
  await page.getByText('8 人及以上将标为集体投诉').waitFor()
  await closePage(page)
}, 60_000)
