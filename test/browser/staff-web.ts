import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { expectAccessible } from './accessible.ts'
import { closePage, newPage, openBrowser, type PageOptions } from './browser.ts'
import { expectNoConsoleErrors } from './page-record.ts'
import { type StaffServer, startStaffServer } from './staff-server.ts'

export type StaffWeb = {
  /** Both stand from the first `beforeAll` on that is written after this. */
  readonly server: StaffServer
  readonly browser: Browser
  /** A page of the demo estate as this account sees it: `opened('qiantai', 'units?view=grid')`. */
  opened(username: string, path: string, options?: PageOptions): Promise<Page>
}

/** The staff web with a browser before it for one test file; put up before its tests and taken down after them. */
export const staffWeb = (options: { history?: boolean } = {}): StaffWeb => {
  let server: StaffServer
  let browser: Browser
  beforeAll(async () => {
    server = await startStaffServer(options)
    browser = await openBrowser()
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })
  return {
    get server() {
      return server
    },
    get browser() {
      return browser
    },
    opened: async (username, path, options = {}) => {
      const page = await newPage(browser, options)
      await page.addInitScript((lang) => localStorage.setItem('wuyou.lang', lang), options.lang ?? 'zh')
      await server.signIn(page, username)
      await page.goto(`${server.url}/e/CH/${path}`)
      await page.locator('main h1').waitFor()
      return page
    },
  }
}

/** The look that the walk over all pages leaves out. */
export const NARROW_DARK = { width: 1024, theme: 'dark' } as const

/** A page at this look has nothing beyond its edge, nothing that axe finds, no error in the console. */
export const expectHolds = async (
  { opened }: StaffWeb,
  username: string,
  path: string,
  options: PageOptions,
  part: { within?: string } = { within: 'main' },
): Promise<void> => {
  const page = await opened(username, path, options)
  await page.waitForLoadState('networkidle')
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wide, `${path} at ${options.width}`).toBeLessThanOrEqual(1)
  await expectAccessible(page, part)
  expectNoConsoleErrors(page)
  await closePage(page)
}
