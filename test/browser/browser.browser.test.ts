import { createServer } from 'node:http'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible } from './accessible.ts'
import { closePage, newPage, openBrowser, type PageOptions } from './browser.ts'
import { expectNoConsoleErrors, recordOf } from './page-record.ts'
import { screenshot } from './screenshot.ts'

/** As strict as a policy can be: nothing inline, nothing evaluated. */
const POLICY = "default-src 'self'; script-src 'self'; style-src 'self'"
const shown = (body: string) =>
  `<!doctype html><html lang="zh"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>样页</title><body><main>${body}</main></body></html>`
const PAGES: Record<string, string> = {
  '/good': shown('<h1>汇聚一站,全程无忧</h1><p>投诉 3栋2单元1203 ¥1,280.00</p>'),
  '/bad': shown('<h1>坏页</h1><img src="/missing.png"><script>alert(1)</script>'),
}

const server = createServer((request, response) => {
  const page = PAGES[request.url ?? '']
  response.writeHead(page ? 200 : 404, { 'content-type': 'text/html', 'content-security-policy': POLICY })
  response.end(page ?? '')
})
let origin: string
let browser: Browser

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('the server has no port')
  origin = `http://127.0.0.1:${address.port}`
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await new Promise((closed) => server.close(closed))
})

async function opened(path: string, options?: PageOptions): Promise<Page> {
  const page = await newPage(browser, options)
  await page.goto(origin + path)
  return page
}

test('a page without fault passes every check', async () => {
  const page = await opened('/good')
  expectNoConsoleErrors(page)
  await expectAccessible(page)
  expect(recordOf(page).slowRequests).toEqual([])
  await closePage(page)
})

test('a missing picture and a refused script are both told', async () => {
  const page = await opened('/bad')
  await expect.poll(() => recordOf(page).failedRequests).toEqual([`GET ${origin}/missing.png: 404`])
  expect(recordOf(page).consoleErrors.join()).toContain('Content Security Policy')
  expect(() => expectNoConsoleErrors(page)).toThrow('missing.png')
  expect(() => expectNoConsoleErrors(page, { except: [/Content Security Policy/] })).toThrow('missing.png')
  expectNoConsoleErrors(page, { except: [/Content Security Policy/, /404/] })
  await closePage(page)
})

test('a broken script on the page is told', async () => {
  const page = await opened('/good')
  await page.evaluate(() => setTimeout(() => JSON.parse('{')))
  await expect.poll(() => recordOf(page).consoleErrors.join()).toContain('SyntaxError')
  await closePage(page)
})

test('axe works under a strict content security policy and names the rule and the place', async () => {
  const page = await opened('/bad')
  await expect(expectAccessible(page)).rejects.toThrow(/image-alt.*\n {2}at img/)
  await expectAccessible(page, { except: { 'image-alt': 'the picture is the point of this page' } })
  await expectAccessible(page, { within: 'h1' })
  await closePage(page)
})

test('width, language and theme reach the page', async () => {
  const page = await opened('/good', { width: 390, lang: 'en', theme: 'dark' })
  const heard = await page.evaluate(() => ({
    width: window.innerWidth,
    language: navigator.language,
    dark: matchMedia('(prefers-color-scheme: dark)').matches,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  }))
  expect(heard).toEqual({ width: 390, language: 'en-GB', dark: true, zone: 'Asia/Shanghai' })
  await closePage(page)
})

test('Chinese letters are drawn, each in its own shape', async () => {
  const page = await opened('/good')
  // Without a font every letter becomes the same empty box.
  const shapes = await page.evaluate(() =>
    ['无', '忧', '诉', '骉'].map((letter) => {
      const canvas = document.createElement('canvas')
      const pen = canvas.getContext('2d')
      if (!pen) throw new Error('no canvas')
      pen.font = '64px sans-serif'
      pen.fillText(letter, 0, 80)
      return canvas.toDataURL()
    }),
  )
  expect(new Set(shapes).size).toBe(4)
  expect(await screenshot(page, 'chinese-letters')).toMatch(/chinese-letters\.png$/)
  await closePage(page)
})
