import { beforeAll, test } from 'vitest'
import { staffWeb } from '#test/browser/staff-web.ts'
import { insertDemoFigures } from '#test/browser/figures-house.ts'
const web = staffWeb()
beforeAll(async () => { await insertDemoFigures(web.server) }, 180_000)
const paths = (process.env.SHOTS ?? '').split(' ').filter(Boolean)
test('shots', async () => {
  for (const one of paths) {
    const [name, user, path, w, theme, lang] = one.split('|')
    const page = await web.opened(user ?? '', path ?? '', { width: Number(w) as 1440, theme: (theme ?? 'light') as 'light', lang: (lang ?? 'zh') as 'zh' })
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(700)
    const h = await page.evaluate(() => Math.max(document.documentElement.scrollHeight, ...[...document.querySelectorAll('main, main *')].map((e) => e.scrollHeight)))
    await page.setViewportSize({ width: Number(w), height: Math.min(h + 120, 5200) })
    await page.waitForTimeout(500)
    await page.screenshot({ path: `/tmp/cf-${name}.png` })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    console.log(name, 'wide', wide)
    await page.context().close()
  }
}, 300_000)
