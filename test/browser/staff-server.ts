import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { readConfig } from '#platform/config/config.ts'
import type { House } from '#platform/house.ts'
import { makeLog } from '#platform/log/log.ts'
import { openHouse } from '#platform/open-house.ts'
import { buildApp } from '#server/build-app.ts'
import { declareRooms } from '#server/modules.ts'
import { DEMO_PASSWORD } from '#server/seed/demo-accounts.ts'
import { DEMO, seedDemo } from '#server/seed/seed-demo.ts'
import { freshDatabase } from '../db/fresh-database.ts'

type Cookies = Awaited<ReturnType<ReturnType<Page['context']>['cookies']>>

export type StaffServer = {
  url: string
  house: House
  estateId: string
  /** Signs this demo account in for all pages of the page's context, through the real sign-in. */
  signIn(page: Page, username: string): Promise<void>
  close(): Promise<void>
}

/** The whole product on a database of its own with the demo's people, serving the built pages on a free port. */
export const startStaffServer = async (options: { history?: boolean } = {}): Promise<StaffServer> => {
  const fresh = await freshDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'wuyou-test-'))
  const config = readConfig({
    DATA_DIR: dataDir,
    DATABASE_URL: fresh.ownerUrl,
    LOG_LEVEL: process.env.TEST_LOG ?? 'silent',
    RATE_LIMIT_PER_MINUTE: '1000000',
    SECOND_FACTOR: 'off',
    DEMO: '1',
    PORT: '0',
  })
  const opened = await openHouse(config, makeLog(config.LOG_LEVEL), fresh.ownerUrl, 'http://localhost')
  declareRooms()
  await seedDemo(opened, { history: options.history ?? false })
  const app = await buildApp(opened, { checkAnswers: true })
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
