import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'

const SKIPPED = new Set(['node_modules', '.git', '.data', '.cache', 'dist', 'coverage', 'test-results'])

/** What ties a file to one machine, one builder's desk or one package server. A letter in brackets keeps this file clean. */
const FOREIGN: RegExp[] = [
  /(^|[^\w.-])\/wor[k]\/(main|shared|\.library)/,
  /\.\.\/share[d]\/(spec|tools|design|samples)/,
  /\/tm[p]\/(bas[h]|brie[f])/,
  /\/(roo[t]|hom[e]\/[a-z]+|User[s]\/[A-Za-z]+)\//,
  /bash_job[s]|bash_too[l]/,
  /registry\.(npmj[s]|yarnpk[g]|npmmirro[r])/,
  /\b(npmmirro[r]|verdacci[o]|artifactor[y])\b/i,
  /\b(claud[e]|anthropi[c]|chatgp[t]|opena[i]|copilo[t]|deepsee[k]|codewhispere[r])\b/i,
  /\b(languag[e] model|AI assistan[t]|a[n] AI\b|LL[M]\b|subagen[t]|sub-agen[t])/i,
]
/** Files that stand for something unfinished; the work belongs in an issue, not in the tree. */
const UNFINISHED = /\b(TOD[O]|FIXM[E]|XX[X])\b/

async function* textFiles(folder = '.'): AsyncGenerator<{ path: string; text: string }> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (SKIPPED.has(entry.name)) continue
    if (entry.isDirectory()) yield* textFiles(path)
    else if (entry.isFile()) {
      const bytes = await readFile(path)
      if (!bytes.includes(0)) yield { path, text: bytes.toString() }
    }
  }
}

async function places(patterns: RegExp[]): Promise<string[]> {
  const found: string[] = []
  for await (const { path, text } of textFiles()) {
    for (const [index, line] of text.split('\n').entries())
      if (patterns.some((pattern) => pattern.test(line)))
        found.push(`${path}:${index + 1}: ${line.trim().slice(0, 120)}`)
  }
  return found
}

test('no file knows the machine, the desk or the package server it was written at', async () => {
  expect(await places(FOREIGN)).toEqual([])
})

test('no file leaves a note about unfinished work', async () => {
  expect(await places([UNFINISHED])).toEqual([])
})

test('no file has a name that says nothing', async () => {
  const empty: string[] = []
  for await (const { path } of textFiles())
    if (/^(utils?|helpers?|common|misc|manager|base)\.(ts|tsx|mjs)$/.test(basename(path))) empty.push(path)
  expect(empty).toEqual([])
})
