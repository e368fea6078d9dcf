import { expect, test } from 'vitest'
import { expectAccessible } from '#test/browser/accessible.ts'
import { closePage } from '#test/browser/browser.ts'
import { expectNoConsoleErrors } from '#test/browser/page-record.ts'
import { expectHolds, NARROW_DARK, staffWeb } from '#test/browser/staff-web.ts'

const web = staffWeb()

test('FD-766 the quality department drafts a version, changes an item and sees what changed; somebody else checks and publishes it', async () => {
  const page = await web.opened('pinzhi', 'standards')
  await page.getByRole('button', { name: '以此起草：第 0 版' }).click()
  const begin = page.getByRole('dialog', { name: '起草新版本' })
  await begin.getByRole('button', { name: '开始起草' }).click()
  await expect.poll(() => begin.getByLabel('名称').getAttribute('aria-invalid')).toBe('true')
  await begin.getByLabel('名称').fill('2026 冬季版')
  await begin.getByRole('button', { name: '开始起草' }).click()
  await page.getByRole('heading', { name: /第 1 版 2026 冬季版/ }).waitFor()

  await page.getByLabel('编号或内容').fill('T12-F-13')
  await page.getByText('年检合格证仍在有效期').click()
  const form = page.getByRole('dialog', { name: /T12-F-13/ })
  await form.getByLabel('检查内容（中文）').fill('')
  await form.getByRole('button', { name: '保存' }).click()
  await expect.poll(() => form.getByLabel('检查内容（中文）').getAttribute('aria-invalid')).toBe('true')
  await form.getByLabel('检查内容（中文）').fill('年检合格证在有效期内且字迹清楚')
  await expectAccessible(page, { within: '[role="dialog"]' })
  await form.getByRole('button', { name: '保存' }).click()
  await page.getByText('年检合格证在有效期内且字迹清楚').waitFor()

  await page.getByRole('button', { name: '与其他版本比较' }).click()
  const compared = page.getByRole('dialog', { name: '第 1 版的变化' })
  await compared.getByText('年检合格证在有效期内且字迹清楚').first().waitFor()
  await expectAccessible(page, { within: '[role="dialog"]' })
  await page.keyboard.press('Escape')

  await page.getByText('等待未参与编制的人核对').waitFor()
  expect(await page.getByRole('button', { name: /核对通过|发布/ }).count()).toBe(0)
  const address = page.url().split('/e/CH/')[1] ?? ''
  expectNoConsoleErrors(page)
  await closePage(page)

  const second = await web.opened('lingdao', address)
  await second.getByRole('button', { name: '核对通过' }).click()
  await second.getByRole('tooltip').getByRole('button', { name: '核对通过' }).click()
  await second.getByRole('button', { name: '发布' }).click()
  const publish = second.getByRole('dialog', { name: '发布第 1 版' })
  await publish.getByRole('button', { name: '发布' }).click()
  await second.getByText('生效中', { exact: true }).waitFor()
  await second.getByText('罗毅').first().waitFor()
  expect(await second.getByRole('button', { name: '新增条目' }).count()).toBe(0)
  await expectAccessible(second)
  expectNoConsoleErrors(second)
  await closePage(second)
})

test('an estate leaves an item out only with its reason, keeps the draft and puts it in force', async () => {
  const page = await web.opened('zhuren', 'standards?tab=estate')
  await page.getByRole('button', { name: '起草本小区差异' }).first().click()
  await page.getByRole('heading', { name: '本小区标准第 1 版' }).waitFor()
  await page.getByLabel('为玻璃门').check()
  await page.getByLabel('T01-P-02', { exact: true }).uncheck()
  await page.getByLabel('T01-P-02 停用原因').fill('外包岗位，合同另有着装要求')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('草稿已保存').waitFor()
  await page.reload()
  await expect.poll(() => page.getByLabel('T01-P-02 停用原因').inputValue()).toBe('外包岗位，合同另有着装要求')
  await page.getByRole('button', { name: '发布' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '发布' }).click()
  await page.getByText('停用 1 条，新增 0 条，调整 0 条').waitFor()
  expectNoConsoleErrors(page)
  await closePage(page)
})

test('a place is added by a form that refuses a code there is, and its checklist opens', async () => {
  const page = await web.opened('zhuren', 'places')
  await page.getByRole('button', { name: '新增点位' }).first().click()
  const form = page.getByRole('dialog', { name: '新增点位' })
  await form.getByLabel('点位编号').fill('前台')
  await form.getByLabel('名称').fill('客服中心二号台')
  await form.getByLabel('触点').click()
  await page.keyboard.type('T15')
  await page.getByTitle('T15 前台').click()
  await form.getByRole('button', { name: '保存' }).click()
  await form.getByText('已有点位使用这个编号').waitFor()
  expect(await form.getByLabel('名称').inputValue()).toBe('客服中心二号台')
  const code = `前台-${Date.now()}`
  await form.getByLabel('点位编号').fill(code)
  await form.getByRole('button', { name: '保存' }).click()
  await page.getByText('点位已保存').waitFor()
  await page.getByLabel('编号或名称').fill(code)
  await page.getByText(code).click()
  await page
    .getByRole('dialog', { name: `${code} 客服中心二号台` })
    .getByText('T15-P-01')
    .waitFor()
  await expectAccessible(page, { within: '[role="dialog"]' })
  expectNoConsoleErrors(page, { except: [/409/] })
  await closePage(page)
})

test('standards and places hold on a narrow dark screen', async () => {
  await expectHolds(web, 'pinzhi', 'standards', NARROW_DARK)
  await expectHolds(web, 'zhuren', 'places', NARROW_DARK)
})
