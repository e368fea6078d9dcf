import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { openPhone } from './browser.ts'
import { type FieldServer, startFieldServer } from './field-web.ts'

export type FieldPhone = {
  readonly server: FieldServer
  readonly phone: BrowserContext
  readonly page: Page
  /** The browser is closed and opened again on what lies on the phone. */
  reopen(): Promise<void>
}

/**
 * The product behind a line that can be cut, and a phone before it, for one test file: a new one for each test, or (`one`)
 * one for all of them. What is asked for stands from the first hook on that is written after this.
 */
export const fieldPhone = ({ one = false, senses = false } = {}): FieldPhone => {
  let server: FieldServer
  let folder: string
  let phone: BrowserContext
  let page: Page
  const open = async () => {
    phone = await openPhone(folder, { senses })
    page = phone.pages()[0] ?? (await phone.newPage())
  }
  const put = async () => {
    folder = await mkdtemp(join(tmpdir(), 'wuyou-phone-'))
    await open()
  }
  const take = async () => {
    await phone?.close()
    await rm(folder, { recursive: true, force: true })
  }
  beforeAll(async () => {
    server = await startFieldServer()
    if (one) await put()
  }, 180_000)
  afterAll(async () => {
    if (one) await take()
    await server?.close()
  })
  if (!one) {
    beforeEach(put)
    afterEach(take)
  }
  return {
    get server() {
      return server
    },
    get phone() {
      return phone
    },
    get page() {
      return page
    },
    reopen: async () => {
      await phone.close()
      await open()
    },
  }
}
