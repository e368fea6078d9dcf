import { expect, test } from 'vitest'
import { closePage } from '#test/browser/browser.ts'
import { expectHolds, NARROW_DARK, staffWeb } from '#test/browser/staff-web.ts'

const web = staffWeb()

test('FD-765 a training is planned with its people, held with who came and what came of it', async () => {
  const page = await web.opened('kefuzhuguan', 'trainings')
  await page.getByRole('button', { name: '计划培训' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('主题').fill('访谈礼仪')
  await dialog.getByRole('button', { name: '保存' }).click()
  // what is missing is said beside its field, and what was typed stays
  await dialog.locator('[aria-invalid=true]').first().waitFor()
  expect(await dialog.getByLabel('主题').inputValue()).toBe('访谈礼仪')
  await dialog.getByText('访谈观摩').click()
  await dialog.getByLabel('时间').first().fill('2026-11-30 08:00')
  await page.keyboard.press('Enter')
  await dialog.getByLabel('讲师').fill('陈主管')
  for (const name of ['林晓雨', '刘伟']) {
    await dialog.getByLabel('参加人员').fill(name)
    await page.getByTitle(name).last().click()
  }
  await page.keyboard.press('Escape')
  await dialog.getByLabel('内容').fill('观摩两场访谈')
  await dialog.getByRole('button', { name: '保存' }).click()
  await page.getByText('已计划，参加人员收到消息').waitFor()
  await page.getByRole('row', { name: /访谈礼仪/ }).click()
  await page.getByRole('button', { name: '登记结果' }).click()
  await dialog.getByLabel('刘伟 到场').uncheck()
  await dialog.getByLabel('林晓雨 的考核').click()
  await page.getByTitle('考核合格').last().click()
  await dialog.getByRole('button', { name: '保存' }).click()
  await page.getByText('到场 1 / 2').waitFor()
  await page.getByRole('listitem').filter({ hasText: '林晓雨' }).getByText('考核合格').waitFor()
  await page.getByRole('listitem').filter({ hasText: '刘伟' }).getByText('缺席').waitFor()
  await closePage(page)
})

test('FD-765 the list of trainings holds at all widths, in both languages, and is accessible', async () => {
  await expectHolds(web, 'kefuzhuguan', 'trainings', NARROW_DARK)
  await expectHolds(web, 'kefuzhuguan', 'trainings', { width: 390, lang: 'en' })
  await expectHolds(web, 'kefuzhuguan', 'trainings', { width: 1440 })
})
