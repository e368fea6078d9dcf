import { beforeAll, test } from 'vitest'
import { demoId } from '#server/seed/demo-id.ts'
import { closePage, newPage } from '#test/browser/browser.ts'
import { openComplaintHouse } from '#test/browser/complaint-house.ts'
import { staffWeb } from '#test/browser/staff-web.ts'

const web = staffWeb()
const DAY = 86_400_000
const ago = (ms: number) => new Date(Date.now() - ms).toISOString()
beforeAll(async () => {
  const house = await openComplaintHouse(web)
  await house.since('2026-08-01T00:00:00.000Z')
  await house.setting('complaint.inPhases', true)
  await house.setting('complaint.contactPhone', '0755-8888 1234')
  await house.setting('complaint.contactEmail', 'tousu@example.com')
  await house.setting('complaint.suggestionBox', '1 栋大堂门口，每天 17:00 开箱')
  for (const [name, who] of [
    ['业主论坛', 'qiantai'],
    ['社区微博与本地生活号评论区（含抖音同城）', undefined],
    ['业主微信群', 'qiantai2'],
  ] as const) {
    await house.head.send('post', `${house.estate}/watch-channels`, {
      name,
      url: name === '业主微信群' ? null : 'https://forum.example.com/cuihu/board/2938',
      assignedId: who ? demoId(`staff ${who}`) : null,
    })
  }
  const list = (await house.head.get(`${house.estate}/watch-channels`)) as { rows: { id: string }[] }
  await house.head.send('post', `${house.estate}/watch-channels/${list.rows[0]?.id}/checks`, {
    found: 2,
    note: '两个帖子说电梯停运',
  })
  await house.complaint({ receivedAt: ago(2 * DAY), title: '地库漏水没人管', state: 'INVESTIGATING' })
  await house.complaint({
    receivedAt: ago(1000),
    title: '保洁三天没来',
    channel: 'visit',
    handlerId: demoId('staff baojie'),
  })
  await house.complaint({
    receivedAt: ago(2000),
    title: '楼道灯坏了一周，打了三次电话都说马上来，到现在还是没有人来修',
    nextDueAt: ago(3_600_000),
    overdue: true,
  })
  for (let i = 0; i < 3; i += 1)
    await house.complaint({
      receivedAt: '2026-10-10T02:00:00.000Z',
      title: '电梯停运',
      category: ['C2.7', 'C6.2', 'C8.1'][i],
      open: false,
    })
  await house.neglect('楼道三天没有打扫', '巡查记录缺失三天，主管没有复查，客户两次来电没有登记')
  await house.head.send('post', `${house.estate}/penalty-rules`, {
    text: '一、明显失职：当天没有记录、没有转交、没有答复的。\n二、处理：书面警告，扣当月绩效。',
    effectiveOn: '2026-01-01',
  })
}, 180_000)
const PATHS = [
  'complaint-tally',
  'complaint-tally?tab=days',
  'complaint-watch',
  'complaint-watch?tab=checks',
  'complaint-watch?tab=channels',
  'complaint-publications',
  'complaint-publications?month=2026-10',
  'complaint-publications?month=2026-11',
  'penalties',
  'penalties?tab=rule',
]
const LOOKS = [
  { width: 1440, theme: 'light', lang: 'zh' },
  { width: 1024, theme: 'dark', lang: 'zh' },
  { width: 390, theme: 'light', lang: 'en' },
] as const
test('shots', async () => {
  for (const look of LOOKS) {
    for (const path of PATHS) {
      const page = await web.opened('zhuren', path, look)
      await page.waitForLoadState('networkidle')
      await page.screenshot({
        path: `/tmp/rounds-${path.replace(/\W+/g, '-')}-${look.width}.png`,
        fullPage: true,
        animations: 'disabled',
      })
      await closePage(page)
    }
    const page = await newPage(web.browser, look)
    await page.addInitScript((lang) => localStorage.setItem('wuyou.lang', lang), look.lang)
    await page.goto(`${web.server.url}/public/${web.server.estateId}/how-to-complain`)
    await page.waitForLoadState('networkidle')
    await page.screenshot({ path: `/tmp/rounds-public-${look.width}.png`, fullPage: true })
    await closePage(page)
  }
}, 300_000)
