import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'

/** Takes the whole page, for people to look at, and returns the file's path: `.cache/screenshots/<name>.png`. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const folder = resolve('.cache/screenshots')
  await mkdir(folder, { recursive: true })
  const path = resolve(folder, `${name}.png`)
  await page.screenshot({ path, fullPage: true, animations: 'disabled' })
  return path
}
