import { beforeAll, expect, test } from 'vitest'
import { SurveyView } from '#contract/surveys.ts'
import { expectAccessible } from '#test/browser/accessible.ts'
import { closePage } from '#test/browser/browser.ts'
import { expectNoConsoleErrors } from '#test/browser/page-record.ts'
import { expectHolds, NARROW_DARK, staffWeb } from '#test/browser/staff-web.ts'
import { openSurveyPages } from '#test/browser/survey-pages.ts'

const web = staffWeb()
const { opened } = web
let pages: Awaited<ReturnType<typeof openSurveyPages>>
let id: string
beforeAll(async () => {
  pages = await openSurveyPages(web)
  await pages.openedLinks({ anonymous: false })
  id = pages.surveyId()
}, 180_000)

test('QM 4 OS-071 a draft is written with items of the standard, seen as residents see it, and kept over a reload', async () => {
  const page = await opened('kefuzhuguan', 'surveys')
  await page.getByRole('button', { name: '新建问卷' }).click()
  await page.getByLabel('中文标题').fill('电梯问卷')
  await page.getByLabel('英文标题').fill('Lifts')
  await page.getByRole('button', { name: '建立草稿' }).click()
  await page.getByText('还没有题目').waitFor()
  await page.getByRole('button', { name: '从触点标准添加' }).click()
  await page.getByLabel('搜索标准条目').fill('T12-F-13')
  await page.getByRole('button', { name: /^添加/ }).click()
  await page
    .getByRole('button', { name: 'Close' })
    .or(page.getByRole('button', { name: '关闭' }))
    .first()
    .click()
  await page.getByText('成对题目 1 / 最多 40').waitFor()
  await page
    .getByRole('complementary')
    .getByRole('heading', { name: /如果做到：年检合格证/ })
    .waitFor()
  await page.getByText('有改动还没保存').waitFor()
  await page.reload()
  await page.getByText('T12-F-13').waitFor()
  // a question of one's own without words is refused beside its field
  await page.getByRole('button', { name: '自己写一题' }).click()
  await page.getByRole('button', { name: '保存草稿' }).click()
  await expect.poll(() => page.locator('#q1-zh').getAttribute('aria-invalid')).toBe('true')
  await page.locator('#q1-zh').fill('轿厢里有空调')
  await page.locator('#q1-en').fill('The lift car is cooled')
  // OS-071, each once
  await page.getByRole('button', { name: '加上四道常设题' }).click()
  await page.getByText('成对题目 6 / 最多 40').waitFor()
  expect(await page.getByRole('button', { name: '加上四道常设题' }).count()).toBe(0)
  await page.getByRole('button', { name: '保存草稿' }).click()
  await page.getByText('草稿已保存').first().waitFor()
  await page.getByText(/可邀请 [\d,]+ 人/).waitFor()
  await expectAccessible(page, { within: 'main' })
  await page.getByRole('button', { name: '开放并发出邀请' }).click()
  await page.getByRole('button', { name: /^确\s?认|确\s?定$/ }).click()
  await page.getByText('问卷已开放').first().waitFor()
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('the desk types a sheet in; what is refused is told beside its field and stays typed', async () => {
  const page = await opened('qiantai', `surveys/${id}?tab=enter`)
  await page.getByLabel('纸质问卷编号').fill('P-1')
  await page.getByLabel('邀请单号').fill('9999')
  await page.getByLabel('1 有', { exact: true }).click()
  await page.getByText('5 喜欢', { exact: true }).last().click()
  await page.getByRole('button', { name: '录入这一张' }).click()
  await expect.poll(() => page.getByLabel('邀请单号').getAttribute('aria-invalid')).toBe('true')
  await page.getByLabel('邀请单号').fill('1')
  await page.getByLabel('留言').fill('电梯有异响')
  await page.getByRole('button', { name: '录入这一张' }).click()
  await page.getByText('只答了一半').waitFor()
  await page.getByLabel('1 没有', { exact: true }).click()
  await page.getByText('1 不喜欢', { exact: true }).last().click()
  await page.getByRole('button', { name: '录入这一张' }).click()
  await page.getByText('已录入 P-1').first().waitFor()
  expect(await page.getByLabel('纸质问卷编号').inputValue()).toBe('')
  await expectAccessible(page, { within: 'main' })
  await closePage(page)
})

/** CP-031: what somebody wrote goes to the desk with their words, their name and the way it came. */
const registersComment = async () => {
  const page = await opened('kefuzhuguan', `surveys/${id}?tab=results`)
  await page.getByRole('button', { name: '留言 1' }).click()
  await page.getByRole('button', { name: '登记为事项 电梯有异响' }).click()
  await page.waitForURL(/\/desk$/)
  await expect.poll(() => page.locator('textarea').first().inputValue()).toBe('电梯有异响')
  await page.getByText('问卷/走访记录').first().waitFor()
  await closePage(page)
}

test('QM 6 CP-031 the results stand as picture and table, warn of a small sample, and every figure opens its answers', async () => {
  const page = await opened('kefuzhuguan', `surveys/${id}?tab=results`)
  await page.getByText(/样本太小（少于 30 份）/).waitFor()
  await page.getByRole('img', { name: /横轴是没有时的不满/ }).waitFor()
  await page.getByRole('button', { name: '1 一维品质 1' }).click()
  await page.getByText('有：喜欢；没有：不喜欢').waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  expectNoConsoleErrors(page)
  await closePage(page)
  await registersComment()
  for (const tab of ['design', 'run', 'enter', 'results'])
    for (const look of [NARROW_DARK, { width: 390 } as const])
      await expectHolds(web, 'kefuzhuguan', `surveys/${id}?tab=${tab}`, look)
  await expectHolds(web, 'lingdao', 'surveys', { width: 390, lang: 'en' })
  expect(SurveyView.parse(await pages.head.get(`${pages.base}/${id}`)).answered).toBe(1)
}, 120_000)
