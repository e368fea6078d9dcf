import { expect, test } from 'vitest'
import { expectAccessible } from '#test/browser/accessible.ts'
import { closePage } from '#test/browser/browser.ts'
import { expectNoConsoleErrors } from '#test/browser/page-record.ts'
import { expectHolds, NARROW_DARK, staffWeb } from '#test/browser/staff-web.ts'

const web = staffWeb({ history: true })

test('QM 4 QM 6 a questionnaire of the company is written once, rolled out with a click, and its estates are laid side by side', async () => {
  const page = await web.opened('pinzhi', 'survey-templates')
  await page.getByRole('button', { name: '新建公司问卷' }).click()
  await page.getByLabel('中文标题').fill('电梯问卷')
  await page.getByLabel('英文标题').fill('Lifts')
  await page.getByRole('button', { name: '建立草稿' }).click()
  await page.getByRole('button', { name: '加上四道常设题' }).click()
  await page.getByText('有改动还没保存').waitFor()
  // what is published is what was saved
  const publish = page.getByRole('button', { name: /^发\s?布$/ })
  expect(await publish.isDisabled()).toBe(true)
  await page.getByRole('button', { name: '保存草稿' }).click()
  await page.getByText('草稿已保存').first().waitFor()
  await expectAccessible(page, { within: 'main' })
  await publish.click()
  await page.getByRole('button', { name: /^确\s?认|确\s?定$/ }).click()
  await page.getByText('已发布，可以下发').first().waitFor()

  await page.getByRole('button', { name: '下发到小区' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('选定的小区').click()
  await dialog.getByRole('button', { name: '下发到小区' }).click()
  await dialog.getByText('请填写').or(dialog.getByText('必填')).first().waitFor()
  // a list is pasted; what names no estate is said beside it, and nothing typed is lost
  const list = dialog.getByLabel('或粘贴小区名单')
  await list.fill('ch\n没有的小区\n碧溪苑')
  await dialog.getByText('共选中 2 个小区').waitFor()
  await dialog.getByText('第 2 行“没有的小区”').waitFor()
  await expectAccessible(page, { within: '[role="dialog"]' })
  await dialog.getByRole('button', { name: '下发到小区' }).click()
  await dialog.getByText('请改正或删去认不出的行').waitFor()
  expect(await list.inputValue()).toContain('没有的小区')
  await list.fill('CH\n碧溪苑')
  await dialog.getByRole('button', { name: '下发到小区' }).click()
  await page.getByText('已下发 2 个小区，0 个原来就有。').first().waitFor()
  await page.getByRole('tab', { name: '下发进度' }).click()
  for (const name of ['碧溪苑', '翠湖花园'])
    await page.getByRole('main').getByRole('link', { name, exact: true }).waitFor()
  await page.getByRole('tab', { name: '各小区对比' }).click()
  await page.getByText('还没有可以对比的答案').waitFor()

  await page.goto(`${web.server.url}/e/CH/survey-templates`)
  await page.getByRole('link', { name: '全公司品质调查' }).click()
  await page.getByRole('button', { name: '轿厢没有异常气味' }).click()
  await page.getByText('不如其他小区满意').waitFor()
  await page.getByText('比其他小区满意').waitFor()
  await page.getByText(/霍尔姆校正/).waitFor()
  expectNoConsoleErrors(page)
  const path = new URL(page.url()).pathname.replace('/e/CH/', '')
  await closePage(page)
  for (const tab of ['design', 'progress', 'comparison'])
    for (const look of [{}, NARROW_DARK, { width: 390, lang: 'en' } as const])
      await expectHolds(web, 'pinzhi', `${path}?tab=${tab}`, look)
}, 180_000)
