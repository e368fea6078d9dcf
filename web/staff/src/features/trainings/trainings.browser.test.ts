import { expect, test } from 'vitest'
import { inTransaction } from '#platform/db/tx.ts'
import { demoId } from '#server/seed/demo-id.ts'
import { closePage } from '#test/browser/browser.ts'
import { expectHolds, NARROW_DARK, staffWeb } from '#test/browser/staff-web.ts'

const web = staffWeb()

const startedLately = async (username: string): Promise<void> => {
  const { house, estateId } = web.server
  const from_date = new Date(Date.now() - 10 * 86_400_000).toISOString().slice(0, 10)
  await inTransaction(house.database, { scope: [estateId] }, ({ db }) =>
    db
      .updateTable('staff_role')
      .set({ from_date })
      .where('staff_id', '=', demoId(`staff ${username}`))
      .execute(),
  )
}

test('FD-765 a training is planned with its people, held with who came and what came of it', async () => {
  const page = await web.opened('kefuzhuguan', 'trainings')
  await page.getByRole('button', { name: '计划培训' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('主题').fill('访谈礼仪')
  await dialog.getByRole('button', { name: '保存' }).click()
  // what is missing is said beside its field, and what was typed stays
  await dialog.locator('[aria-invalid=true]').first().waitFor()
  expect(await dialog.getByLabel('主题').inputValue()).toBe('访谈礼仪')
  await dialog.getByText('在岗培训').click()
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

test('FD-765 an observation names whose interview it is; who was watched confirms it, and the newcomer has come further', async () => {
  await startedLately('qiantai2')
  const page = await web.opened('kefuzhuguan', 'trainings')
  await page.getByRole('region', { name: '新同事观摩' }).getByText('已观摩 0 / 2').waitFor()
  await page.getByRole('button', { name: '计划培训' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('主题').fill('报修回访观摩')
  await dialog.getByText('访谈观摩').click()
  await dialog.getByLabel('时间').first().fill('2026-11-30 08:00')
  await page.keyboard.press('Enter')
  await dialog.getByLabel('讲师').fill('张敏')
  await dialog.getByLabel('参加人员').fill('周文静')
  await page.getByTitle('周文静').last().click()
  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.locator('[aria-invalid=true]').first().waitFor()
  await dialog.getByLabel('被观摩人').click()
  await dialog.getByLabel('被观摩人').fill('张敏')
  await page.locator('.ant-select-item-option:visible').filter({ hasText: '张敏' }).click()
  await dialog.getByRole('button', { name: '保存' }).click()
  await page.getByText('已计划，参加人员收到消息').waitFor()
  await page.getByRole('row', { name: /报修回访观摩/ }).click()
  await page.getByText('由被观摩的 张敏 确认').waitFor()
  expect(await page.getByRole('button', { name: '确认观摩' }).count()).toBe(0)
  await closePage(page)

  const watched = await web.opened('guanjia', 'trainings')
  await watched.getByRole('row', { name: /报修回访观摩/ }).click()
  await watched.getByRole('button', { name: '确认观摩' }).click()
  await watched.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await watched.getByText('到场 1 / 1').waitFor()
  await closePage(watched)
  const after = await web.opened('kefuzhuguan', 'trainings')
  await after.getByText('已观摩 1 / 2').waitFor()
  await closePage(after)
})

test('FD-765 the list of trainings holds at all widths, in both languages, and is accessible', async () => {
  await expectHolds(web, 'kefuzhuguan', 'trainings', NARROW_DARK)
  await expectHolds(web, 'kefuzhuguan', 'trainings', { width: 390, lang: 'en' })
  await expectHolds(web, 'kefuzhuguan', 'trainings', { width: 1440 })
})
