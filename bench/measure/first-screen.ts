import { gzipSync } from 'node:zlib'
import { openBrowser } from '../../test/browser/browser.ts'
import { clerkOf, PASSWORD } from '../company/size.ts'
import type { Figure } from '../report.ts'
import type { Server } from '../server/start-server.ts'

const AIM_KB = 350
const PATIENCE_MS = 60_000
const QUIET_MS = 1_500
const LARGEST = 25

/** All JavaScript that a browser without a cache fetches until the first page after signing in stands still, as gzip makes it. */
export const measureFirstScreen = async (server: Server): Promise<Figure[]> => {
  const browser = await openBrowser()
  try {
    const context = await browser.newContext()
    const size = async (where: RegExp): Promise<Figure['detail'] & { kilobytes: number; files: number }> => {
      const page = await context.newPage()
      const scripts = new Map<string, Promise<number>>()
      page.on('response', (answer) => {
        if (/\.js(\?|$)/.test(answer.url()) && !scripts.has(answer.url()))
          scripts.set(
            answer.url(),
            answer.body().then((body) => gzipSync(body).length),
          )
      })
      await page.goto(server.url)
      // a page that does not come to stand would count as a small one
      await page.waitForURL((url) => where.test(url.pathname), { timeout: PATIENCE_MS, waitUntil: 'commit' })
      await page.waitForLoadState('networkidle')
      await page.waitForTimeout(QUIET_MS)
      const sizes = await Promise.all(
        [...scripts].map(async ([file, bytes]) => ({ file: new URL(file).pathname, kilobytes: (await bytes) / 1024 })),
      )
      const address = page.url()
      await page.close()
      return {
        kilobytes: sizes.reduce((sum, one) => sum + one.kilobytes, 0),
        files: sizes.length,
        page: new URL(address).pathname,
        largest: sizes.toSorted((a, b) => b.kilobytes - a.kilobytes).slice(0, LARGEST),
      }
    }
    const signingIn = await size(/^\/sign-in/)
    const answer = await context.request.post(`${server.url}/api/auth/sign-in/username`, {
      data: { username: clerkOf(0), password: PASSWORD },
      headers: { origin: server.url },
    })
    if (!answer.ok()) throw new Error(`the browser could not sign in: ${answer.status()}`)
    const first = await size(/^\/e\//)
    return [
      {
        what: 'first screen, JavaScript gzip: signing in',
        value: signingIn.kilobytes,
        unit: 'kB',
        aim: { most: AIM_KB },
        detail: signingIn,
      },
      {
        what: 'first screen, JavaScript gzip: signed in',
        value: first.kilobytes,
        unit: 'kB',
        aim: { most: AIM_KB },
        detail: first,
      },
    ]
  } finally {
    await browser.close()
  }
}
