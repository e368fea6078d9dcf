// npm run rules [-- PREFIX|RULE …]: which rules of the specification are proven by a test, and where.
import { globSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { titlesIn } from './lib/test-titles.ts'

const RULE = /\b(?:(?:CP|FD|VS|DS|OS|KN)-\d+[a-z]?|T\d\d-[A-Z]+-\d\d)\b/g
const FOLDERS = '{contract,content,server,web,test,scripts,bench}'

const { positionals: wanted } = parseArgs({ allowPositionals: true })
const proofs = new Map<string, string[]>()

for (const file of globSync(`${FOLDERS}/**/*.test.{ts,tsx}`).sort()) {
  for (const { title, line } of titlesIn(file, readFileSync(file, 'utf8'))) {
    for (const rule of new Set(title.match(RULE))) {
      const places = proofs.get(rule) ?? []
      proofs.set(rule, [...places, `${file}:${line}  ${title}`])
    }
  }
}

const asked = (rule: string) => wanted.length === 0 || wanted.some((one) => rule === one || rule.startsWith(`${one}-`))
const rules = [...proofs.keys()].filter(asked).sort(new Intl.Collator('en', { numeric: true }).compare)

for (const rule of rules) {
  console.log(rule)
  for (const place of proofs.get(rule) ?? []) console.log(`  ${place}`)
}
const kinds = Map.groupBy(rules, (rule) => rule.split('-')[0] ?? '')
for (const [kind, ofKind] of kinds) console.log(`${kind}: ${ofKind.length} rules proven`)
console.log(`all: ${rules.length} rules proven`)
