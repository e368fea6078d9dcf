import { readdir, readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

const BUILT = 'dist/field'
/** Issue 4 section 8: what the first visit fetches, so that the app works without a network from then on. */
const MOST_KB = 250

test('the whole app, as it is kept on the phone, is at most 250 kB gzip', async () => {
  const names = (await readdir(BUILT, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !/\.(gz|br)$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
  const sizes = await Promise.all(
    names.map(async (name) => ({ name, size: gzipSync(await readFile(name), { level: 9 }).length })),
  )
  const total = sizes.reduce((sum, { size }) => sum + size, 0)
  const told = sizes.map(({ name, size }) => `${size} ${name}`).join('\n')
  expect(total, told).toBeLessThanOrEqual(MOST_KB * 1_000)
  // and nothing that the worker does not know of
  const worker = await readFile(`${BUILT}/worker.js`, 'utf8')
  for (const name of names.filter((one) => !one.endsWith('/worker.js')))
    expect(worker, name).toContain(name.slice(BUILT.length + 1))
})
