import { openBrowser, newPage, closePage } from '#test/browser/browser.ts'
import { recordOf } from '#test/browser/page-record.ts'
import { expectAccessible } from '#test/browser/accessible.ts'
import { mkdirSync } from 'node:fs'
const BASE='http://127.0.0.1:5181'
mkdirSync('/tmp/web-orders-run/shots',{recursive:true})
// args: user path name [widths] [theme] [lang]
const [user, path, name, widths='1440,390', theme='light', lang='zh', axe='axe'] = process.argv.slice(2)
const browser = await openBrowser()
for (const w of widths.split(',')) {
  const page = await newPage(browser,{width:Number(w) as 1440, theme: theme as 'light', lang: lang as 'zh'})
  if (lang==='en') await page.addInitScript(()=>localStorage.setItem('wuyou.lang','en'))
  await page.goto(BASE+'/sign-in')
  const r = await page.evaluate(async (u)=>(await fetch('/api/auth/sign-in/username',{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify({username:u,password:'wuyou2026'})})).status, user)
  if (r!==200) console.log('sign in', r)
  await page.goto(BASE+'/e/CH/'+path)
  await page.waitForSelector('main h1', {timeout: 60000}).catch(()=>console.log('no h1'))
  await page.waitForTimeout(2500)
  await page.screenshot({path:`/tmp/web-orders-run/shots/${name}-${w}.png`, fullPage:true, animations:'disabled'})
  if (axe==='axe') try { await expectAccessible(page) } catch(e) { console.log(w, String(e).slice(0,1800)) }
  const rec = recordOf(page); const bad=[...rec.consoleErrors, ...rec.failedRequests].filter(l=>!/sign-in|401/.test(l)); if (bad.length) console.log(w, bad.slice(0,5).map(l=>l.slice(0,400)))
  await closePage(page)
}
await browser.close()
