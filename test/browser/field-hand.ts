import type { BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { DEMO_PASSWORD } from '#server/seed/demo-accounts.ts'

/** A photo as a phone takes it: larger than it may be sent. */
export const phonePhoto = (): Promise<Buffer> =>
  sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#7fa0a8' } })
    .jpeg()
    .toBuffer()

/** Signs in on the app's own page; the first heading says which page the app begins with. */
export const signInAt = async (page: Page, url: string, username: string, heading = '今天'): Promise<void> => {
  await page.goto(`${url}/field/`)
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { name: heading }).waitFor()
}

/** The clock of the phone is wrong by so much (positive: ahead), for every page that it opens from now on. */
export const setClock = (phone: BrowserContext, offMs: number) =>
  phone.addInitScript((off) => {
    const True = Date
    globalThis.Date = class extends True {
      constructor(...given: []) {
        super(...(given.length > 0 ? given : ([True.now() + off] as unknown as [])))
      }
      static override now() {
        return True.now() + off
      }
    } as DateConstructor
  }, offMs)

/** Until the app lies on the phone: from then on it starts without a network. */
export const untilOffline = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (navigator.serviceWorker.controller) return
    await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }))
  })

/** Looks at the place that is open: so many items fail with a photo each, the rest passes; gives the number of photos. */
export const lookAt = async (page: Page, fails: number, photo: Buffer): Promise<number> => {
  await page.getByRole('button', { name: /^提交/ }).waitFor()
  const scan = page.getByRole('button', { name: '扫码' })
  if (await scan.isVisible()) {
    await scan.click()
    await page.getByLabel('输入码下面的编号').fill('TKNL3-2')
    await page.getByRole('button', { name: '打开这个位置' }).click()
    await page.getByText('已扫码').waitFor()
  }
  const items = page.locator('li[data-answer]')
  for (let n = 0; n < fails; n += 1) {
    const item = items.nth(n)
    // what is measured fails by its value, the rest by a tap
    const outside = item.getByRole('button', { name: '不在正常区' })
    if ((await outside.count()) > 0) await outside.click()
    else await item.getByRole('button', { name: '不合格' }).click()
    const value = item.getByLabel('测量值')
    if ((await value.count()) > 0) await value.fill('1')
    await item.locator('input[type=file]').setInputFiles({ name: 'p.jpg', mimeType: 'image/jpeg', buffer: photo })
    await item.locator('img').waitFor()
  }
  const rest = page.getByRole('button', { name: /其余 \d+ 项合格/ })
  while ((await rest.count()) > 0) {
    const name = (await rest.first().textContent()) ?? ''
    await rest.first().click()
    await page.getByRole('button', { name }).waitFor({ state: 'hidden' })
  }
  const left = await page.locator('li[data-answer=open]').evaluateAll((open) => open.map(({ id }) => id))
  for (const id of left) {
    const item = page.locator(`#${id}`)
    const choice = item.getByRole('button', { name: '在正常区', exact: true })
    if ((await choice.count()) > 0) await choice.click()
    else await item.getByRole('button', { name: '合格', exact: true }).click()
    const value = item.getByLabel('测量值')
    if ((await value.count()) > 0) await value.fill('30')
    await page.locator(`#${id}[data-answer=pass]`).waitFor()
  }
  await page.getByRole('button', { name: /^提交（(\d+)\/\1）/ }).click()
  return fails
}

/** Walks the round that is open to its end; gives the number of photos taken. */
export const walkRound = async (page: Page, fails: readonly number[], photo: Buffer): Promise<number> => {
  let photos = 0
  for (const count of fails) {
    await page.getByRole('button', { name: /^下一处/ }).click()
    photos += await lookAt(page, count, photo)
    await page.getByRole('heading', { name: '位置' }).waitFor()
  }
  await page.getByRole('button', { name: '结束这一轮' }).click()
  await page.getByRole('button', { name: '确认结束' }).click()
  await page.getByRole('heading', { name: '今天' }).waitFor()
  return photos
}

/** Acts on the phone that are neither sent nor put aside; read from the store, which knows before the page does. */
export const actsLeft = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done, fail) => {
        const opening = indexedDB.open('wuyou-field')
        opening.onerror = () => fail(opening.error)
        opening.onsuccess = () => {
          const reading = opening.result.transaction('acts').objectStore('acts').getAll()
          reading.onsuccess = () => {
            opening.result.close()
            const acts: { state: string }[] = reading.result
            done(acts.filter(({ state }) => state === 'waiting' || state === 'refused').length)
          }
        }
      }),
  )
