import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { domainPages } from './domain-pages.ts'

/** Writes docs/domain anew; a test refuses pages that are behind their tables. */
const OUT = join(import.meta.dirname, '../docs/domain')
mkdirSync(OUT, { recursive: true })
for (const [name, text] of domainPages()) writeFileSync(join(OUT, name), text)
