import { openBrowser, newPage, closePage } from './browser.ts'
const B = 'http://127.0.0.1:8109'
const browser = await openBrowser()
const steps: [string, 1440|390|1024, string[], any?][] = JSON.parse(process.argv[2])
for (const [user, width, paths, opts] of steps) {
  const page = await newPage(browser, { width, ...(opts ?? {}) })
  page.on('console', (m) => { if (m.type() === 'error') console.log('console', user, m.text().slice(0, 300)) })
  page.on('pageerror', (e) => console.log('pageerror', user, String(e).slice(0, 300)))
  const r = await page.request.post(B + '/api/auth/sign-in/username', { data: { username: user, password: 'wuyou2026' }, headers: { origin: B } })
  if (!r.ok()) console.log(user, r.status(), (await r.text()).slice(0, 200))
  const s = await (await page.request.get(B + '/api/v1/session')).json()
  const code = s.estates[0].code
  for (const p of paths) {
    await page.goto(`${B}/e/${code}/${p}`)
    await page.waitForTimeout(1800)
    const name = `${user}-${width}-${p.replace(/[^a-z0-9]+/gi, '_')}`
    await page.screenshot({ path: `/tmp/web-staff-shots/${name}.png`, animations: 'disabled' })
    const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
    console.log(name, 'overflow', wide)
  }
  await closePage(page)
}
await browser.close()
