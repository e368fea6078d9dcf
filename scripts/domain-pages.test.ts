import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { domainPages, kindPages } from './domain-pages.ts'

const FOLDER = join(import.meta.dirname, '../docs/domain')

test('docs/domain shows the moves as they are: npm run docs', () => {
  const pages = domainPages()
  expect(readdirSync(FOLDER).sort()).toEqual([...pages.keys()].sort())
  for (const [name, text] of pages) expect(readFileSync(join(FOLDER, name), 'utf8'), name).toBe(text)
})

test('every verb and every state of a drawing has its words', () => {
  for (const [name, text] of kindPages()) {
    const verbs = text.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| verb'))
    expect(verbs.length, name).toBeGreaterThan(3)
    for (const line of verbs) expect(line).toMatch(/^\| \w+ \| [^|]*[\u4e00-\u9fff][^|]* \/ [^|]+ \|/)
  }
})

test('QM 5 the page of surveys reads every pair as the specification does, and all its words are there in Chinese', () => {
  const text = domainPages().get('survey.md') ?? ''
  const rows = text.split('\n').filter((line) => /^\|.*\| [MOAIRQ] \|$/.test(line))
  const codes = rows.map((line) =>
    line
      .split(' | ')
      .slice(1)
      .join('')
      .replaceAll(/[^A-Z]/g, ''),
  )
  expect(codes).toEqual(['QAAAO', 'RIIIM', 'RIIIM', 'RIIIM', 'RRRRQ'])
  for (const move of ['save', 'open', 'enter', 'close', 'revise'])
    expect(text).toMatch(new RegExp(`^\\| ${move} \\| [\u4e00-\u9fff]`, 'm'))
  expect(text).toContain('opened --> closed: 结束问卷')
  const settings = text.split('\n').filter((line) => line.startsWith('| survey.'))
  expect(settings.length).toBeGreaterThan(10)
  for (const line of settings)
    expect(line).toMatch(/^\| survey\.\w+ \| [^|]*[\u4e00-\u9fff][^|]* \/ [^|]+ \| \S+ \| QM \d \|$/)
})
