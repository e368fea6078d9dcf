import { test } from 'vitest'
import { expectAccessible } from '#test/browser/accessible.ts'
import { closePage } from '#test/browser/browser.ts'
import { staffWeb } from '#test/browser/staff-web.ts'

const web = staffWeb()

test('FD-770 a new plan says how many it draws, a kept one which; its round is drawn again with the same outcome', async () => {
  const page = await web.opened('kefuzhuguan', 'inspection-plans/new')
  await page.getByLabel('计划名称').fill('楼道抽查')
  await page.getByLabel('触点').first().click()
  await page.keyboard.type('T13')
  await page.keyboard.press('Enter')
  await page.getByLabel('每次抽检几处').fill('2')
  await page
    .getByText(/^\d+ 处中随机抽 2 处$/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('计划已保存').waitFor()

  await page.getByText('楼道抽查').first().click()
  await page
    .getByText(/^2 处 .+楼道、.+楼道$/)
    .first()
    .waitFor()
  await page.goto(`${web.server.url}/e/CH/inspection-rounds`)
  await page.getByText('楼道抽查').first().click()
  await page.getByText(/\d+ 处中抽 2 处/).waitFor()
  await page.getByRole('button', { name: '再抽一次核对' }).click()
  await page.getByText('核对一致：同一种子抽出同样的位置').waitFor()
  await expectAccessible(page)
  await closePage(page)
})
