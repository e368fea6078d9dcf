import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { expectAccessible } from '#test/browser/accessible.ts'
import { closePage, newPage, type PageOptions } from '#test/browser/browser.ts'
import { expectNoConsoleErrors } from '#test/browser/page-record.ts'
import { staffWeb } from '#test/browser/staff-web.ts'
import { openSurveyPages } from '#test/browser/survey-pages.ts'

const web = staffWeb()
let pages: Awaited<ReturnType<typeof openSurveyPages>>
let links: string[]
beforeAll(async () => {
  pages = await openSurveyPages(web)
  links = await pages.openedLinks({ anonymous: true })
}, 180_000)

const PHONE: PageOptions = { width: 390 }
const open = async (link: string, options: PageOptions = PHONE): Promise<Page> => {
  const page = await newPage(web.browser, options)
  await page.goto(link)
  await page.locator('h1').waitFor()
  return page
}
const next = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
/** A tap on an answer; it leads on to the next question by itself, so the one that it is for is waited for. */
const choose = async (page: Page, asked: RegExp, name: string) => {
  await page.getByRole('heading', { name: asked }).waitFor()
  await page.waitForTimeout(400)
  await page.getByRole('radio', { name, exact: true }).click({ force: true })
}
const holds = async (page: Page) => {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(1)
  await expectAccessible(page)
}

test('a resident answers on a phone, one question after another, leaves, comes back, and sends it once', async () => {
  const [link = ''] = links
  const page = await open(link)
  await page.getByText('这是匿名问卷').waitFor()
  await holds(page)
  // a page of its own: neither the staff app nor its library of parts
  const scripts = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((e) => e.name.endsWith('.js'))
      .map((e) => new URL(e.name).pathname),
  )
  expect(scripts).not.toHaveLength(0)
  expect(scripts.every((path) => path.startsWith('/resident/'))).toBe(true)
  const bytes = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .reduce((sum, e) => sum + ('decodedBodySize' in e ? Number(e.decodedBodySize) : 0), 0),
  )
  expect(bytes).toBeLessThan(450_000)
  await next(page, '开始填写')
  await page.getByRole('heading', { name: /如果做到：借伞/ }).waitFor()
  await holds(page)
  const box = await page.getByText('理应如此', { exact: true }).boundingBox()
  expect(box?.height).toBeGreaterThanOrEqual(48)
  await choose(page, /如果做到：借伞/, '喜欢')
  await page.getByRole('heading', { name: /如果没有做到：借伞/ }).waitFor()
  await page.getByText('已保存').waitFor()
  await page.reload()
  await next(page, '接着填写')
  await page.getByRole('heading', { name: /如果没有做到：借伞/ }).waitFor()
  await next(page, '上一步')
  expect(await page.getByRole('radio', { name: '喜欢', exact: true }).isChecked()).toBe(true)
  await next(page, '下一步')
  await choose(page, /如果没有做到：借伞/, '无所谓')
  await page.getByRole('heading', { name: /如果做到：电梯/ }).waitFor()
  await next(page, '跳过')
  await next(page, '跳过')
  await page.getByRole('heading', { name: '还想告诉我们什么？' }).waitFor()
  await page.getByLabel('关于').selectOption('T12')
  await page.getByLabel('留言').fill('电梯有点慢')
  await holds(page)
  await next(page, '下一步')
  await page.getByText('已答 1 题，共 2 题').waitFor()
  await holds(page)
  await page.getByRole('button', { name: '提交' }).dblclick()
  await page.getByRole('heading', { name: '谢谢您！' }).waitFor()
  await holds(page)
  expect(await page.evaluate(() => Object.keys(localStorage).filter((k) => k.startsWith('wuyou.survey')))).toEqual([])
  await page.reload()
  await page.getByRole('heading', { name: '这份问卷已经提交过' }).waitFor()
  await holds(page)
  await closePage(page)
  expect(await pages.answered()).toBe(1)
})

test('a double tap answers one question and not the next one as well', async () => {
  const page = await open(links[5] ?? '')
  await next(page, '开始填写')
  await page.getByRole('heading', { name: /如果做到：借伞/ }).waitFor()
  await page.waitForTimeout(400)
  await page.getByRole('radio', { name: '喜欢', exact: true }).dblclick({ force: true })
  await page.getByRole('heading', { name: /如果没有做到：借伞/ }).waitFor()
  expect(await page.getByRole('radio', { name: '喜欢', exact: true }).isChecked()).toBe(false)
  await closePage(page)
})

test('half a pair is said before sending and can be put right; English, dark and wide hold too', async () => {
  const [, link = ''] = links
  const page = await open(link, { width: 1024, theme: 'dark' })
  await next(page, 'English')
  await next(page, 'Begin')
  await page.getByRole('heading', { name: 'How do you feel if this is so: Umbrellas?' }).waitFor()
  await holds(page)
  await choose(page, /if this is so: Umbrellas/, 'I like it')
  for (let i = 0; i < 3; i += 1) await next(page, 'Skip')
  await next(page, 'Skip')
  await page.getByText('Pairs answered by half: 1').waitFor()
  expect(await page.getByRole('button', { name: 'Send' }).isDisabled()).toBe(true)
  await holds(page)
  await next(page, 'Complete')
  await choose(page, /if this is not so: Umbrellas/, 'I dislike it')
  for (let i = 0; i < 3; i += 1) await next(page, 'Skip')
  await next(page, 'Send')
  await page.getByRole('heading', { name: 'Thank you!' }).waitFor()
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('who is written to in English reads English on a Chinese phone too, until they choose', async () => {
  await pages.speaksEnglish(7)
  const page = await open(links[6] ?? '')
  await page.getByRole('button', { name: 'Begin' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en-GB')
  await next(page, '中文')
  await page.reload()
  await page.getByRole('button', { name: '开始填写' }).waitFor()
  await closePage(page)
})

test('without a network the answers stay on the phone and go up by themselves, also the sending', async () => {
  const [, , link = ''] = links
  const page = await open(link)
  await next(page, '开始填写')
  await page.context().setOffline(true)
  await choose(page, /如果做到：借伞/, '喜欢')
  await choose(page, /如果没有做到：借伞/, '不喜欢')
  await page.getByText('暂时没有网络').waitFor({ timeout: 20_000 })
  for (let i = 0; i < 3; i += 1) await next(page, '跳过')
  await next(page, '提交')
  await page.getByText('等有网络后自动送出').waitFor({ timeout: 20_000 })
  await page.context().setOffline(false)
  await page.getByRole('heading', { name: '谢谢您！' }).waitFor({ timeout: 30_000 })
  await closePage(page)
  expect(await pages.answered()).toBe(3)
}, 120_000)

test('two pages of the same link: both sets of answers are put together and nothing is lost', async () => {
  const [, , , link = ''] = links
  const one = await open(link)
  const two = await open(link)
  await next(one, '开始填写')
  await next(two, '开始填写')
  await choose(one, /如果做到：借伞/, '喜欢')
  await one.getByText('已保存').waitFor()
  await next(two, '跳过')
  await choose(two, /如果没有做到：借伞/, '不喜欢')
  await two.getByText('两边的答案已经合在一起').waitFor()
  await next(two, '上一步')
  await next(two, '上一步')
  expect(await two.getByRole('radio', { name: '喜欢', exact: true }).isChecked()).toBe(true)
  await closePage(one)
  await closePage(two)
})

test('a link that is cut short, unknown, or over says so', async () => {
  const [, , , , link = ''] = links
  for (const wrong of [link.slice(0, -3), `${link.slice(0, -27)}${'x'.repeat(27)}`]) {
    const page = await open(wrong)
    await page.getByRole('heading', { name: '没有找到这份问卷' }).waitFor()
    await holds(page)
    await closePage(page)
  }
  await pages.expire()
  const over = await open(link)
  await over.getByRole('heading', { name: '这份问卷已经截止' }).waitFor()
  await holds(over)
  await closePage(over)
})
