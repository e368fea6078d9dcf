import { beforeAll, expect, test } from 'vitest'
import { proposeFinding } from '#contract/findings.ts'
import { Place } from '#contract/places.ts'
import { closePage } from '#test/browser/browser.ts'
import { handsOf } from '#test/browser/desk-house.ts'
import { expectNoConsoleErrors } from '#test/browser/page-record.ts'
import { expectHolds, NARROW_DARK, staffWeb } from '#test/browser/staff-web.ts'

const web = staffWeb()
const { opened } = web
const estate = () => `/api/v1/estates/${web.server.estateId}`
let number = ''

beforeAll(async () => {
  const { request } = await web.browser.newContext()
  const lead = await handsOf(request, web.server, 'kefuzhuguan')
  const place = Place.parse(
    await lead.send('post', `${estate()}/places`, { code: 'BIN-9', touchpoint: 'T10', name: '9栋垃圾桶点' }),
  )
  const found = proposeFinding.response.parse(
    await lead.send('post', `${estate()}/findings`, {
      placeId: place.id,
      itemId: 'T10-F-04',
      note: '满出来了',
      fileIds: [await lead.photo(estate())],
    }),
  )
  number = found.number
}, 180_000)

test('FD-770 a finding is confirmed, put right with a photo and looked at by another, by the buttons of its table', async () => {
  const head = await opened('zhuren', 'findings?open=true')
  await head.getByText(number).click()
  await head.getByRole('button', { name: '确认并指派' }).click()
  const form = head.getByRole('dialog')
  await form.getByRole('button', { name: '确认并指派' }).click()
  await head.getByText('整改中').first().waitFor()
  await head.getByText('满出来了').first().waitFor()

  const address = head.url().replace(/^.*\/e\/CH\//, '')
  const cleaner = await opened('guanjia', address)
  await cleaner.getByRole('button', { name: '整改完成' }).click()
  const sheet = cleaner.getByRole('dialog')
  await sheet.getByLabel('措施').fill('已清空并加派一次清运')
  await sheet.getByRole('button', { name: '整改完成' }).click()
  // without a photo it is refused beside the field, and what was typed stays
  await sheet.getByText('请至少上传一张现场照片').first().waitFor()
  expect(await sheet.getByLabel('措施').inputValue()).toBe('已清空并加派一次清运')
  await sheet
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: '清空后.png',
      mimeType: 'image/png',
      buffer: Buffer.from(PNG, 'base64'),
    })
  await sheet.getByText('清空后.png').waitFor()
  await sheet.getByText(/正在上传/).waitFor({ state: 'detached' })
  await sheet.getByRole('button', { name: '整改完成' }).click()
  await cleaner.getByText('待复查').first().waitFor()

  await head.reload()
  await head.getByRole('button', { name: '复查合格' }).click()
  await head.getByRole('dialog').getByRole('button', { name: '复查合格' }).click()
  await head.getByText('已关闭').first().waitFor()
  await head.getByRole('region', { name: '检查发现' }).getByText('整改后').waitFor()
  expectNoConsoleErrors(head)
  await closePage(cleaner)
  await closePage(head)
})

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

test.each(['findings', 'repeated-failures', 'scores', 'place-scores', 'scored-looks'])(
  'FD-770 %s holds at a narrow screen in the dark',
  (path) => expectHolds(web, 'zhuren', path, NARROW_DARK),
)
