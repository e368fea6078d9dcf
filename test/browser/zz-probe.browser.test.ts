import { test } from 'vitest'
import { staffWeb } from './staff-web.ts'
const web = staffWeb()
test('probe', async () => {
  const lead = await web.opened('kefuzhuguan', 'board', { width: 1440 })
  const base = `${web.server.url}/api/v1/estates/${web.server.estateId}`
  const post = async (path: string, data: object) => {
    const r = await lead.context().request.post(`${base}/${path}`, { data, headers: { origin: web.server.url, 'idempotency-key': crypto.randomUUID() } })
    const j = await r.json(); if (!r.ok()) console.log('RESULT', path, JSON.stringify(j)); return j
  }
  const make = (name: string, phone: string, said: string) => post('matters', { contactType: 'complaint', channel: 'phone', customerSaid: said, place: '6栋地下室', customerName: name, contactPhone: phone, complaint: { feeling: '受不了', wish: '尽快清理', claimFen: 0, categoryInitial: 'C4.3', touchpoint: 'T10' } })
  const a = (await make('王女士', '13800001111', '六栋地下室一股恶臭，三天了')).matter
  for (const [n, p] of [['李先生', '13800002222'], ['赵阿姨', '13800003333']]) {
    const b = (await make(n, p, '地下室臭得不能进')).matter
    await post(`complaints/${b.id}/merge`, { version: b.version, intoId: a.id, reason: '同一处恶臭' })
  }
  const v = async () => (await (await lead.context().request.get(`${base}/matters/${a.id}`)).json()).version
  await post(`complaints/${a.id}/describe-post`, { version: await v(), points: '味道大\n没人管\n要求道歉', url: 'https://bbs.example.com/t/1', account: '翠湖业主' })
  await post(`complaints/${a.id}/set-category`, { version: await v(), code: 'C4.3', cause: '六栋地下室垃圾清运漏了三天，保洁外包责任', factor: 'man', factorSub: 'compliance', ours: true })
  await post(`complaints/${a.id}/demand`, { version: await v(), amountFen: 120000, grounds: '鞋柜发霉' })
  await lead.goto(`${web.server.url}/e/CH/matters/${a.id}`)
  await lead.locator('main h1').waitFor(); await lead.waitForTimeout(800)
  await lead.screenshot({ path: '/tmp/p-m1.png', fullPage: true })
  await lead.getByRole('button', { name: '更多' }).click(); await lead.waitForTimeout(400)
  await lead.screenshot({ path: '/tmp/p-m2.png' })
  const phone = await web.opened('kefuzhuguan', `matters/${a.id}`, { width: 390 })
  await phone.waitForTimeout(800)
  await phone.screenshot({ path: '/tmp/p-m3.png', fullPage: true })
  const d = await web.opened('qiantai', 'desk', { width: 1440 })
  await d.keyboard.press('Alt+2')
  await d.getByLabel('客户说的').fill('六栋地下室恶臭，受不了')
  await d.waitForTimeout(1500)
  await d.screenshot({ path: '/tmp/p-d1.png', fullPage: true })
}, 100_000)
