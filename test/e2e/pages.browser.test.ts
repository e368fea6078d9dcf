import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible } from '../browser/accessible.ts'
import { closePage, newPage, openBrowser } from '../browser/browser.ts'
import { expectNoConsoleErrors } from '../browser/page-record.ts'
import { screenshot } from '../browser/screenshot.ts'
import { type StaffServer, startStaffServer } from '../browser/staff-server.ts'

let server: StaffServer
let browser: Browser
beforeAll(async () => {
  server = await startStaffServer({ history: false })
  browser = await openBrowser()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** Pages with an account that may see them. */
const PAGES: readonly (readonly [path: string, username: string])[] = [
  ['desk', 'qiantai'],
  ['board', 'qiantai'],
  ['mine', 'qiantai'],
  ['orders', 'gongcheng'],
  ['availability', 'gongcheng'],
  ['inventory', 'qiantai'],
]

test.each(PAGES)(
  'page %s shows itself at three widths without errors, and is accessible (as %s)',
  async (path, username) => {
    for (const width of [1440, 1024, 390] as const) {
      const page = await newPage(browser, { width, theme: width === 1024 ? 'dark' : 'light' })
      try {
        await server.signIn(page, username)
        await page.goto(`${server.url}/e/CH/${path}`)
        await page.waitForSelector('h1, main h2', { timeout: 20_000 })
        await page.waitForLoadState('networkidle')
        await screenshot(page, `${path.replace(/\W+/g, '-')}-${width}`)
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect(sideways, `${path} scrolls sideways at ${width}`).toBeLessThanOrEqual(1)
        if (width !== 1024) await expectAccessible(page)
        expectNoConsoleErrors(page)
      } finally {
        await closePage(page)
      }
    }
  },
  90_000,
)

test('English is complete on the board: no Chinese is left but names and words of customers', async () => {
  const page = await newPage(browser, { width: 1440, lang: 'en' })
  try {
    await page.addInitScript(() => localStorage.setItem('wuyou.lang', 'en'))
    await server.signIn(page, 'kefuzhuguan')
    await page.goto(`${server.url}/e/CH/settings`)
    await page.waitForSelector('h1')
    const heading = await page.locator('h1').first().textContent()
    expect(heading).not.toMatch(/[一-鿿]/)
  } finally {
    await closePage(page)
  }
})
