import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { closePage } from '#test/browser/browser.ts'
import { openDeskHouse } from '#test/browser/desk-house.ts'
import { expectNoConsoleErrors } from '#test/browser/page-record.ts'
import { expectHolds, NARROW_DARK, staffWeb } from '#test/browser/staff-web.ts'

const web = staffWeb()
const { opened } = web
let unitId = ''

beforeAll(async () => {
  unitId = (await openDeskHouse(web.browser, web.server)).unitId
}, 180_000)

const fromMenu = async (page: Page, verb: string) => {
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('menuitem', { name: verb }).click()
}

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const photo = async (form: Locator, name: string) => {
  await form
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: 'image/png', buffer: Buffer.from(PNG, 'base64') })
  await form.getByText(name).waitFor()
  await form.getByText(/正在上传/).waitFor({ state: 'detached' })
}

test('FD-771 from a home to the closing: reported, talked over, noticed, refused to sign, put right and looked at by another', async () => {
  const head = await opened('zhuren', `units/${unitId}`)
  const home = head.locator('section').filter({ has: head.getByRole('heading', { name: '违章' }) })
  await home.getByText('没有违章记录').waitFor()
  await home.getByRole('button', { name: '登记违章' }).click()
  const form = head.getByRole('dialog')
  await form.getByLabel('违章类型').click()
  await head.locator('.ant-select-item-option', { hasText: '改变外立面' }).click()
  await form.getByLabel('发现的情况').fill('南阳台外加装雨棚')
  await form.getByRole('button', { name: '登记违章' }).click()
  // without a photo it is refused beside the field, and what was typed stays
  await form.getByText('请至少上传一张现场照片').first().waitFor()
  expect(await form.getByLabel('发现的情况').inputValue()).toBe('南阳台外加装雨棚')
  await photo(form, '雨棚.png')
  await form.getByRole('button', { name: '登记违章' }).click()
  await head.getByText('未结案前，这户的装修不能通过验收').waitFor()
  await head.getByRole('button', { name: '确认并指派' }).click()
  await head.getByRole('dialog').getByRole('button', { name: '确认并指派' }).click()
  await head.getByText('劝导中').first().waitFor()

  // a notice before any talk stands in the menu, shut, with what is missing
  await head.getByRole('button', { name: '更多' }).click()
  const early = head.getByRole('menuitem', { name: '开整改通知书' })
  expect(await early.getAttribute('aria-disabled')).toBe('true')
  expect(await early.textContent()).toContain('已劝导 0 次，须 1 次')
  const tooEarly = head.getByRole('menuitem', { name: '报主管部门' })
  expect(await tooEarly.textContent()).toContain('请先送达整改通知书')
  await head.keyboard.press('Escape')

  await head.getByRole('button', { name: '劝导记录' }).click()
  const talk = head.getByRole('dialog')
  await talk.getByLabel('谈话对象').fill('周丽华')
  await talk.getByLabel('情况说明').fill('说明了规约')
  await talk.getByLabel('主动提供的帮助').fill('代为申请统一样式')
  // the day is asked for only when the customer agreed
  expect(await talk.getByLabel('客户答应改正的日期').count()).toBe(0)
  await talk.getByText('对方拒绝').click()
  await talk.getByRole('button', { name: '劝导记录' }).click()
  await head.getByText('提供帮助：代为申请统一样式').waitFor()

  await fromMenu(head, '开整改通知书')
  const notice = head.getByRole('dialog')
  await notice.getByLabel('致（业主或住户姓名）').fill('周丽华')
  await notice.getByLabel('要求整改的内容').fill('拆除雨棚，逾期罚款')
  await notice.getByRole('button', { name: '开整改通知书' }).click()
  await notice.getByText('物业没有这样的权力').first().waitFor()
  await notice.getByLabel('要求整改的内容').fill('拆除雨棚，恢复原状')
  await notice.getByRole('button', { name: '开整改通知书' }).click()
  await head.getByRole('link', { name: '打印整改通知书' }).waitFor()

  await head.getByRole('button', { name: '通知书送达' }).click()
  const served = head.getByRole('dialog')
  await served.getByText('客户拒签').click()
  expect(await served.getByLabel('签收人').count()).toBe(0)
  await served.getByRole('button', { name: '通知书送达' }).click()
  await served.getByText('客户拒签时，请拍照存档').first().waitFor()
  await served.getByText('业委会', { exact: true }).click()
  await served.getByLabel('见证人姓名').fill('陈志远')
  await served.getByRole('button', { name: '通知书送达' }).click()
  await head.getByText('签收或见证：陈志远').waitFor()

  await head.getByRole('button', { name: '整改完成' }).click()
  const done = head.getByRole('dialog')
  await done.getByLabel('措施').fill('雨棚已拆除')
  await photo(done, '拆后.png')
  await done.getByRole('button', { name: '整改完成' }).click()
  await head.getByText('待复查').first().waitFor()
  // who put it right finds the second look shut
  expect(await head.getByRole('button', { name: '复查合格' }).count()).toBe(0)
  await head.getByRole('button', { name: '更多' }).click()
  const own = head.getByRole('menuitem', { name: '复查合格' })
  expect(await own.textContent()).toContain('不能由同一人经手')
  await head.keyboard.press('Escape')

  const address = head.url().replace(/^.*\/e\/CH\//, '')
  const steward = await opened('guanjia', address)
  await steward.getByRole('button', { name: '复查合格' }).click()
  const check = steward.getByRole('dialog')
  await photo(check, '复查.png')
  await check.getByRole('button', { name: '复查合格' }).click()
  await steward.getByText('已结案').first().waitFor()
  // the refusals it asked for
  expectNoConsoleErrors(head, { except: [/422/] })
  expectNoConsoleErrors(steward)
  await closePage(steward)
  await closePage(head)
})

test.each(['violations'])('FD-771 %s holds at a narrow screen in the dark', (path) =>
  expectHolds(web, 'zhuren', path, NARROW_DARK),
)
