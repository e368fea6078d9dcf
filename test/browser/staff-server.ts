import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import type { House } from '#platform/house.ts'
import { buildApp } from '#server/build-app.ts'
import { DEMO_PASSWORD } from '#server/seed/demo-accounts.ts'
import { DEMO, seedDemo } from '#server/seed/seed-demo.ts'
import { freshDatabase } from '../db/fresh-database.ts'
import { openDemoHouse } from './demo-house.ts'

const BUILT = resolve(import.meta.dirname, '../../dist')

type Cookies = Awaited<ReturnType<ReturnType<Page['context']>['cookies']>>

export type StaffServer = {
  url: string
  house: House
  estateId: string
  /** The built apps as this server gives them out: `staff`, `field`. */
  webFolder: string
  /** Signs this demo account in for all pages of the page's context, through the real sign-in. */
  signIn(page: Page, username: string): Promise<void>
  close(): Promise<void>
}

/** Enough days of matters for every state; surveys, looks and complaints have their whole past. */
const MATTER_DAYS = 6

/**
 * The whole product on a database of its own with the demo's people, serving the built pages on a free port. `history`: with
 * what they have lived through, as `npm start` shows it; it takes half a minute to tell.
 */
export const startStaffServer = async ({ history = false } = {}): Promise<StaffServer> => {
  const fresh = await freshDatabase(history ? 'empty' : 'demo')
  const dataDir = await mkdtemp(join(tmpdir(), 'wuyou-test-'))
  const opened = await openDemoHouse(fresh.ownerUrl, dataDir)
  // a build made while the tests run must not take the pages from under them
  const webFolder = join(dataDir, 'web')
  await cp(BUILT, webFolder, { recursive: true })
  const app = await buildApp(opened, { checkAnswers: true, webFolder })
  if (history) await seedDemo(opened, { history, matterDays: MATTER_DAYS })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  const url = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`
  // an account signs in once: the sign-in itself allows only so many tries a minute
  const known = new Map<string, Cookies>()
  const signIn = async (page: Page, username: string): Promise<Cookies> => {
    const answer = await page.context().request.post(`${url}/api/auth/sign-in/username`, {
      data: { username, password: DEMO_PASSWORD },
      headers: { origin: url },
    })
    if (!answer.ok()) throw new Error(`${username} could not sign in: ${answer.status()} ${await answer.text()}`)
    return page.context().cookies()
  }
  return {
    url,
    house: opened,
    estateId: DEMO.estate,
    webFolder,
    signIn: async (page, username) => {
      const cookies = known.get(username) ?? (await signIn(page, username))
      known.set(username, cookies)
      await page.context().addCookies(cookies)
    },
    close: async () => {
      await app.close()
      await opened.close()
      await fresh.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
