import { newPage, openBrowser } from './test/browser/browser.ts'
const base = 'http://localhost:8107'
const list = process.argv.slice(2)
const browser = await openBrowser()
const pages = new Map()
const signed = async (user: string, width: 1440 | 1024 | 390) => {
  const key = `${user} ${width}`
  if (pages.has(key)) return pages.get(key)
  const page = await newPage(browser, { width })
  await page.addInitScript(() => localStorage.setItem('wuyou.lang', 'zh'))
  const a = await page.context().request.post(`${base}/api/auth/sign-in/username`, { data: { username: user, password: 'wuyou2026' }, headers: { origin: base } })
  if (!a.ok()) console.log(user, a.status(), await a.text())
  pages.set(key, page)
  return page
}
for (const one of list) {
  const [user, width, path, name] = one.split('|')
  const page = await signed(user ?? '', Number(width) as 1440)
  await page.goto(`${base}/e/CH/${path}`)
  await page.waitForSelector('main h1', { timeout: 30000 }).catch(() => console.log('no h1', path))
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: `/tmp/findings/${name}.png`, fullPage: true })
  console.log(name, await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
}
await browser.close()
