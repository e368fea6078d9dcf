import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { findChromium } from './chromium.ts'
import { fontConfiguration } from './fonts.ts'
import { recordPage } from './page-record.ts'

const FLAGS = [
  '--no-sandbox', // the tests may run as root
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none', // the same letter widths on every machine
]

/** A headless Chromium with an empty profile of its own; close it in `afterAll`. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch(await launchOptions())
}

/** A camera and a microphone that give something, and are allowed. */
const SENSES = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']

/** A phone whose browser keeps its profile in a folder: closed and opened again, it has everything it had. `senses`: with camera and microphone. */
export async function openPhone(folder: string, { senses = false } = {}): Promise<BrowserContext> {
  const options = await launchOptions()
  const context = await chromium.launchPersistentContext(folder, {
    ...options,
    args: senses ? [...options.args, ...SENSES] : options.args,
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  for (const page of context.pages()) recordPage(page)
  return context
}

async function launchOptions() {
  const { path, libraries } = await findChromium()
  const known = process.env.LD_LIBRARY_PATH
  const env: Record<string, string | undefined> = { ...process.env, FONTCONFIG_FILE: fontConfiguration() }
  // The system's own libraries stay in front; the package's fill what a bare machine lacks.
  if (libraries) env.LD_LIBRARY_PATH = known ? `${known}:${libraries}` : libraries
  return { executablePath: path, headless: true, args: FLAGS, env }
}

export type PageOptions = {
  /** Of the three widths every page must work at. Default 1440. */
  width?: 1440 | 1024 | 390
  /** Default `zh`. */
  lang?: 'zh' | 'en'
  /** What the page hears from `prefers-color-scheme`. Default `light`. */
  theme?: 'light' | 'dark'
}

const HEIGHTS = { 1440: 900, 1024: 768, 390: 844 }

/** A page in a context of its own: nobody signed in, nothing stored; recorded, and closed with `closePage`. */
export async function newPage(
  browser: Browser,
  { width = 1440, lang = 'zh', theme = 'light' }: PageOptions = {},
): Promise<Page> {
  const phone = width === 390
  const context = await browser.newContext({
    viewport: { width, height: HEIGHTS[width] },
    isMobile: phone,
    hasTouch: phone,
    locale: lang === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    colorScheme: theme,
    // A picture or a contrast check in the middle of a fade proves nothing.
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  recordPage(page)
  return page
}

/** Closes a page of `newPage` with all that its context holds. */
export async function closePage(page: Page): Promise<void> {
  await page.context().close()
}
