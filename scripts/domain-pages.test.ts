import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { domainPages } from './domain-pages.ts'

const FOLDER = join(import.meta.dirname, '../docs/domain')

test('docs/domain shows the moves as they are: npm run docs', () => {
  const pages = domainPages()
  expect(readdirSync(FOLDER).sort()).toEqual([...pages.keys()].sort())
  for (const [name, text] of pages) expect(readFileSync(join(FOLDER, name), 'utf8'), name).toBe(text)
})

test('every verb and every state of a drawing has its words', () => {
  for (const [name, text] of domainPages()) {
    const verbs = text.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| verb'))
    expect(verbs.length, name).toBeGreaterThan(3)
    for (const line of verbs) expect(line).toMatch(/^\| \w+ \| [^|]*[\u4e00-\u9fff][^|]* \/ [^|]+ \|/)
  }
})
