import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { sendInspection } from '#contract/field.ts'
import { uploadFile } from '#contract/files.ts'
import { MatterAnswer } from '#contract/matters.ts'
import { type FieldGround, layFieldGround } from '#test/browser/field-ground.ts'
import { actsLeft, lookAt, phonePhoto, signInAt, untilOffline } from '#test/browser/field-hand.ts'
import { fieldPhone } from '#test/browser/field-phone.ts'
import { type FieldServer, refusalOf } from '#test/browser/field-web.ts'

const web = fieldPhone()
let server: FieldServer
let ground: FieldGround
let photo: Buffer
let phone: BrowserContext
let page: Page

beforeAll(async () => {
  photo = await phonePhoto()
  ground = await layFieldGround(web.server.staff, 'guanjia')
})
beforeEach(async () => {
  ;({ server, phone, page } = web)
  server.seen.length = 0
  await ground.forget()
  await signInAt(page, server.url, 'guanjia')
  await untilOffline(page)
})

const waits = (on = page) => on.getByTestId('waiting')
const allSent = async (on = page) => {
  await expect.poll(() => actsLeft(on), { timeout: 40_000 }).toBe(0)
  await expect.poll(() => waits(on).count()).toBe(0)
}
/** How often each look reached the server. */
const sendings = () => {
  const taken = server.seen.filter(({ path, status }) => path.endsWith('/inspections') && status === 201)
  const byId = Map.groupBy(taken, ({ answer }) => sendInspection.response.parse(answer).id)
  return [...byId.values()].map((times) => times.length)
}
/** A look outside any round, with so many failures. */
const spot = async (place: string, fails: number) => {
  await page.getByRole('button', { name: '临时检查' }).click()
  await page.getByText(place).first().click()
  await lookAt(page, fails, photo)
  await page.getByRole('heading', { name: '今天' }).waitFor()
}

test('an answer that was lost on its way makes no second look and no second photo', async () => {
  server.swallowNext.push(/POST .*\/files$/, /POST .*\/inspections$/)
  await spot('7号垃圾桶', 1)
  await allSent()
  const looks = await ground.looks()
  expect(looks).toHaveLength(1)
  expect(sendings()).toEqual([2])
  const uploads = server.seen.filter(({ path }) => path.endsWith('/files'))
  expect(uploads.length).toBeGreaterThan(1)
  expect(new Set(uploads.map(({ answer }) => (answer as { id: string }).id)).size).toBe(1)
  expect(looks[0]?.fileIds).toEqual([uploadFile.response.parse(uploads[0]?.answer).id])
}, 120_000)

test('two tabs send each act once', async () => {
  const other = await phone.newPage()
  await other.goto(`${server.url}/field/`)
  await other.getByRole('heading', { name: '今天' }).waitFor()
  await phone.setOffline(true)
  await spot('1号门岗', 0)
  await spot('7号垃圾桶', 1)
  await expect.poll(() => waits(other).textContent()).toBe('2')
  await phone.setOffline(false)
  await Promise.all([allSent(), allSent(other)])
  expect(await ground.looks()).toHaveLength(2)
  expect(sendings()).toEqual([1, 1])
  expect(server.seen.filter(({ path }) => path.endsWith('/inspections'))).toHaveLength(2)
}, 120_000)

test('an expired session keeps the queue; another person neither sees nor sends it; its owner does', async () => {
  await phone.setOffline(true)
  await spot('1号门岗', 0)
  await phone.clearCookies()
  await phone.setOffline(false)
  await page.getByText(/登录已过期，1 件等着发/).waitFor()
  expect(await ground.looks()).toEqual([])

  await page.getByRole('button', { name: '登录' }).click()
  const signIn = async (username: string) => {
    await page.getByLabel('用户名').fill(username)
    await page.getByLabel('密码').fill('wuyou2026')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByRole('heading', { name: '今天' }).waitFor()
  }
  await signIn('jishu')
  await page.getByText('刘伟').waitFor()
  await page.goto(`${server.url}/field/queue`)
  await page.getByText('都发出去了').waitFor()
  expect(await page.getByText('1号门岗').count()).toBe(0)
  expect(await ground.looks()).toEqual([])

  await page.goto(`${server.url}/field/me`)
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByText('没有等着发的记录').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: '退出登录' }).click()
  await page.getByLabel('用户名').waitFor()
  await signIn('guanjia')
  await expect.poll(async () => (await ground.looks()).length, { timeout: 30_000 }).toBe(1)
  await allSent()
  const { staff } = (await (await page.request.get(`${server.url}/api/v1/session`)).json()) as { staff: { id: string } }
  expect((await ground.looks())[0]?.by).toBe(staff.id)
}, 120_000)

test('a full phone says so, keeps nothing by halves and goes on when there is room', async () => {
  await phone.setOffline(true)
  await page.getByRole('button', { name: '临时检查' }).click()
  await page.getByText('1号门岗').first().click()
  const item = page.locator('li[data-answer]').first()
  await item.getByRole('button', { name: '不合格' }).click()
  await page.locator('li[data-answer=fail]').waitFor()
  const devtools = await phone.newCDPSession(page)
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: server.url, quotaSize: 1 })
  // a database that is open reckons with the room it saw half a minute ago; closed and opened it looks again
  const here = page.url()
  await page.goto('about:blank')
  await new Promise((later) => setTimeout(later, 3_000))
  await page.goto(here)
  const take = () =>
    item.locator('input[type=file]').setInputFiles({ name: 'p.jpg', mimeType: 'image/jpeg', buffer: photo })
  await take()
  await page.getByText(/手机存储已满/).waitFor()
  expect(await item.locator('img').count()).toBe(0)
  await page.getByRole('button', { name: '关闭' }).click()
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: server.url })
  await take()
  await item.locator('img').waitFor()
  await page.reload()
  await expect.poll(() => item.locator('img').count()).toBe(1)
}, 120_000)

test('a new version is offered, not forced, and finds the queue as it was', async () => {
  await phone.setOffline(true)
  await spot('1号门岗', 1)
  await phone.setOffline(false)
  server.refuseNext.push({ match: /POST .*\/inspections$/, reply: refusalOf(503, 'E_OVERLOADED') })
  const field = join(server.staff.webFolder, 'field')
  const change = async (name: string, how: (text: string) => string) => {
    const text = how(await readFile(join(field, name), 'utf8'))
    await writeFile(join(field, name), text)
    await writeFile(join(field, `${name}.br`), brotliCompressSync(text))
    await writeFile(join(field, `${name}.gz`), gzipSync(text))
  }
  await change('index.html', (text) => text.replace('<head>', '<head><meta name="version" content="next">'))
  await change('worker.js', (text) => text.replace(/version:"\w+"|"version":"\w+"/, '"version":"next"'))
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
  await page.getByText('有新版本').waitFor()
  expect(await page.locator('meta[name=version]').count()).toBe(0)
  await page.getByRole('button', { name: '更新' }).click()
  await page.locator('meta[name=version]').waitFor({ state: 'attached' })
  await page.getByRole('heading', { name: '今天' }).waitFor()
  await allSent()
  expect(await ground.looks()).toHaveLength(1)
  expect(sendings()).toEqual([1])
}, 120_000)

test('what the server refuses is shown with what happened, and goes to the desk as a note with its photos', async () => {
  const reply = refusalOf(409, 'E_STATE_CHANGED', { state: 'CANCELLED' })
  server.refuseNext.push({ match: /POST .*\/inspections$/, reply })
  await spot('1号门岗', 1)
  await page.getByText('有 1 件没有被接收').waitFor()
  await page.getByRole('button', { name: '查看' }).click()
  await page.getByText('没有被接收，需要决定').waitFor()
  await page.getByRole('button', { name: '改成给服务台的说明' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: '改成给服务台的说明' }).click()
  await sheet.getByText('请填写').waitFor()
  await sheet.getByLabel('要告诉服务台的话').fill('门岗这次检查没有被接收，请看照片')
  await sheet.getByRole('button', { name: '改成给服务台的说明' }).click()
  await allSent()
  const report = server.seen.find(({ path, status }) => path.endsWith('/matters') && status === 201)
  const { matter } = MatterAnswer.parse(report?.answer)
  expect(matter.customerSaid).toContain('门岗这次检查没有被接收')
  expect(matter.files).toHaveLength(1)
  await page.getByText('放弃的原因：门岗这次检查没有被接收，请看照片').waitFor()
}, 120_000)

test('a file that the server cannot take keeps nothing else back: it is shown, and the report goes without it and says so', async () => {
  await page.getByRole('link', { name: '上报' }).click()
  await page.getByLabel('看到了什么').fill('5栋门口路灯不亮')
  await page.getByLabel('在哪里').fill('5栋门口')
  const picture = { name: 'p.jpg', mimeType: 'image/jpeg', buffer: photo }
  await page.locator('input[type=file]').setInputFiles([picture, picture])
  await expect.poll(() => page.locator('main img').count()).toBe(2)
  server.refuseNext.push({ match: /POST .*\/files$/, reply: refusalOf(415, 'E_FILE_TYPE') })
  await page.getByRole('button', { name: '上报' }).click()
  await page.getByText('有 1 件没有被接收').waitFor()
  await page.getByRole('button', { name: '查看' }).click()
  await page.getByText('有一个文件服务器不能接收。').waitFor()
  await page.getByRole('img', { name: '照片' }).waitFor()
  expect(server.seen.some(({ path }) => path.endsWith('/matters'))).toBe(false)
  await page.getByRole('button', { name: '不带这个文件发出' }).click()
  await allSent()
  const report = server.seen.find(({ path }) => path.endsWith('/matters'))
  const { matter } = MatterAnswer.parse(report?.answer)
  expect(matter.customerSaid).toBe('5栋门口路灯不亮\n（有一个照片文件服务器不能接收，没有附上）')
  expect(matter.files).toHaveLength(1)
  await page.getByText('（有一个照片文件服务器不能接收，没有附上）').waitFor()
}, 120_000)

test('what is no picture, or too large to open, is told at once and not kept; the good one beside it is', async () => {
  await page.getByRole('link', { name: '上报' }).click()
  const chosen = page.locator('input[type=file]')
  await chosen.setInputFiles([
    { name: 'words.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('这不是照片，只是文字') },
    { name: 'p.jpg', mimeType: 'image/jpeg', buffer: photo },
  ])
  await page.getByText('这不是能打开的照片，没有保存。请重新拍。').waitFor()
  await page.locator('main img').waitFor()
  await page.getByRole('button', { name: '关闭' }).click()
  const folder = await mkdtemp(join(tmpdir(), 'wuyou-large-'))
  try {
    const large = join(folder, 'large.jpg')
    await writeFile(large, photo)
    await truncate(large, 100 * 1024 * 1024)
    await chosen.setInputFiles(large)
    await page.getByText('这个文件超过 64 MB，手机打不开，没有保存。').waitFor()
  } finally {
    await rm(folder, { recursive: true })
  }
  expect(await page.locator('main img').count()).toBe(1)
}, 120_000)

test('what a guard or cleaner reports without signal is at the desk with its photo when there is one', async () => {
  await phone.setOffline(true)
  await page.getByRole('link', { name: '上报' }).click()
  await page.getByRole('button', { name: '上报' }).click()
  await page.getByText('请填写').first().waitFor()
  await page.getByLabel('看到了什么').fill('5栋门口路灯不亮')
  await page.getByLabel('在哪里').fill('5栋门口')
  await page.locator('input[type=file]').setInputFiles({ name: 'p.jpg', mimeType: 'image/jpeg', buffer: photo })
  await page.locator('main img').waitFor()
  await page.getByRole('button', { name: '上报' }).click()
  await expect.poll(() => waits().textContent()).toBe('1')
  await phone.setOffline(false)
  await allSent()
  const report = server.seen.find(({ path }) => path.endsWith('/matters'))
  expect(report?.status).toBe(201)
  const { matter } = MatterAnswer.parse(report?.answer)
  expect(matter).toMatchObject({ place: '5栋门口', customerSaid: '5栋门口路灯不亮' })
  expect(matter.files).toHaveLength(1)
}, 120_000)

test('a place that asks where the phone is sends its position, or why there is none, and nothing without either', async () => {
  const open = async () => {
    await page.getByRole('button', { name: '临时检查' }).click()
    await page.getByText('南区岗亭').first().click()
  }
  await open()
  await lookAt(page, 0, photo)
  await page.getByText('先记录手机位置。').waitFor()
  await page.getByRole('button', { name: '定位' }).click()
  await page.getByLabel('为什么定不了位').waitFor({ timeout: 20_000 })
  await page.getByText('请填写').waitFor()
  expect((await ground.looks()).length).toBe(0)
  await page.getByLabel('为什么定不了位').fill('地下室没有信号')
  await page.getByRole('button', { name: /^提交/ }).click()
  await page.getByRole('heading', { name: '今天' }).waitFor()
  await allSent()
  expect(await ground.looks()).toMatchObject([{ latitude: null, positionMissing: '地下室没有信号' }])

  await phone.grantPermissions(['geolocation'])
  await phone.setGeolocation({ latitude: 31.23, longitude: 121.47, accuracy: 12 })
  await open()
  await page.getByText('已记录手机位置（误差约 12 米）').waitFor()
  await lookAt(page, 0, photo)
  await page.getByRole('heading', { name: '今天' }).waitFor()
  await allSent()
  const looks = await ground.looks()
  expect(looks).toHaveLength(2)
  expect(looks).toContainEqual(expect.objectContaining({ latitude: 31.23, positionMissing: null }))
}, 120_000)

test('what passes may say and show what is good about it', async () => {
  await page.getByRole('button', { name: '临时检查' }).click()
  await page.getByText('7号垃圾桶').first().click()
  const item = page.locator('li[data-answer]').last()
  await item.getByRole('button', { name: '合格', exact: true }).click()
  await item.getByRole('button', { name: '加说明或照片' }).click()
  await item.getByLabel('好在哪里，或要说明的').fill('桶身一尘不染')
  await item.locator('input[type=file]').setInputFiles({ name: 'p.jpg', mimeType: 'image/jpeg', buffer: photo })
  await item.locator('img').waitFor()
  await page.reload()
  await item.locator('img').waitFor()
  expect(await item.getByLabel('好在哪里，或要说明的').inputValue()).toBe('桶身一尘不染')
  await lookAt(page, 0, photo)
  await page.getByRole('heading', { name: '今天' }).waitFor()
  await allSent()
  const [look] = await ground.looks()
  expect(look?.fileIds).toHaveLength(1)
}, 90_000)

test('signing out asks while something waits, and takes what was fetched off the phone but not what waits', async () => {
  await phone.setOffline(true)
  await spot('1号门岗', 0)
  await page.getByRole('link', { name: '我的' }).click()
  await page.getByRole('button', { name: '退出登录' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByText('还有 1 件没有发出').waitFor()
  await sheet.getByText('退出登录需要信号').waitFor()
  expect(await sheet.getByRole('button', { name: '退出登录' }).isDisabled()).toBe(true)
  // signal, but the server is busy: it waits on
  const busy = { match: /POST .*\/inspections$/, reply: refusalOf(503, 'E_OVERLOADED') }
  server.refuseNext.push(busy, busy, busy)
  await phone.setOffline(false)
  await expect.poll(() => sheet.getByRole('button', { name: '退出登录' }).isEnabled()).toBe(true)
  await sheet.getByRole('button', { name: '退出登录' }).click()
  await page.getByLabel('用户名').waitFor()
  const left = await page.evaluate(
    () =>
      new Promise<number[]>((done) => {
        const opening = indexedDB.open('wuyou-field')
        opening.onsuccess = () => {
          const reading = opening.result.transaction(['acts', 'kept', 'accounts'])
          const counts = ['acts', 'kept', 'accounts'].map((name) => reading.objectStore(name).count())
          reading.oncomplete = () => done(counts.map(({ result }) => result))
        }
      }),
  )
  expect(left).toEqual([1, 0, 0])
  server.refuseNext.length = 0
  await signInAt(page, server.url, 'guanjia')
  await allSent()
  expect(await ground.looks()).toHaveLength(1)
}, 120_000)

test('a look at a place of a round that went to somebody else, by a standard that has changed, is taken and says so', async () => {
  await page.getByText('早班楼栋巡检').waitFor()
  await phone.setOffline(true)
  await page.getByText('早班楼栋巡检').click()
  await page.getByRole('button', { name: /^下一处/ }).click()
  await lookAt(page, 1, photo)
  await page.getByRole('heading', { name: '位置' }).waitFor()
  await ground.reassign(0, 'jishu')
  await ground.newStandard()
  await phone.setOffline(false)
  await expect.poll(async () => (await ground.looks()).length, { timeout: 40_000 }).toBe(1)
  const [look] = await ground.looks()
  expect(look).toMatchObject({ roundId: ground.rounds[0] })
  expect(look?.answers.filter(({ apart }) => apart === null)).toHaveLength(10)
  await page.goto(`${server.url}/field/queue`)
  await page.getByText('标准已更新，按您检查时的版本保存').waitFor()
  await page.getByText('这一轮已改派他人，结果照收').waitFor()
  expect((await ground.counts()).refused).toBe(0)
  // nobody has to decide about the beginning that came to nothing
  await allSent()
}, 60_000)

test('FD-770 what was begun on a round that went to somebody else stays in sight, is finished and taken', async () => {
  await page.getByText('午间外围巡检').click()
  await phone.setOffline(true)
  await page.getByRole('button', { name: /^下一处/ }).click()
  const item = page.locator('li[data-answer]').last()
  await item.getByRole('button', { name: '不适用' }).click()
  await page.locator('li[data-answer=na]').waitFor()
  await ground.reassign(1, 'jishu')
  await phone.setOffline(false)
  await page.goto(`${server.url}/field/`)
  await page.getByRole('heading', { name: '没做完的检查' }).waitFor({ timeout: 40_000 })
  expect(await page.getByText('午间外围巡检').count()).toBe(0)
  await page.getByText('3栋2单元12层楼道').click()
  await page.getByText(/这一轮已改派他人。已经开始的照样做完发出/).waitFor()
  await page.locator('li[data-answer=na]').getByRole('button', { name: '合格', exact: true }).click()
  await lookAt(page, 0, photo)
  await page.getByRole('heading', { name: '今天' }).waitFor()
  await allSent()
  expect(await ground.looks()).toMatchObject([{ roundId: ground.rounds[1] }])
  expect((await ground.round(1)).stops[0]?.look).not.toBeNull()
}, 90_000)
