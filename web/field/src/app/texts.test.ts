import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FIELD_NAMESPACES, resources } from '#content/texts/index.ts'
import { PERMISSIONS } from '#contract/permissions.ts'

const all = resources('zh')
const carried = resources('zh', FIELD_NAMESPACES)
/** Folders whose words the phone shows; of `web/ui` only what the app imports. */
const SHARED = ['order/order-state.tsx', 'time-texts.ts', 'auth-text.ts'].map((name) => join('web/ui', name))

test('the phone carries every text that it shows', async () => {
  const own = (await readdir('web/field/src', { recursive: true, encoding: 'utf8' }))
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\./.test(name))
    .map((name) => join('web/field/src', name))
  const missing: string[] = []
  for (const file of [...own, ...SHARED]) {
    const source = await readFile(file, 'utf8')
    // a permission may be called like a text
    for (const [, key = ''] of source.matchAll(/['"]([a-z]\w*(?:\.[\w-]+)+)['"]/g))
      if (key in all && !(key in carried) && !PERMISSIONS.some((one) => one === key)) missing.push(`${file}: ${key}`)
    // of a key that is put together its beginning is known
    for (const [, start = ''] of source.matchAll(/`([a-z]\w*(?:\.\w+)*\.)\$\{/g))
      if (
        Object.keys(all).some((key) => key.startsWith(start)) &&
        !Object.keys(carried).some((key) => key.startsWith(start))
      )
        missing.push(`${file}: ${start}…`)
  }
  expect(missing).toEqual([])
})
