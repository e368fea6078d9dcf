import { readdir, readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { z } from 'zod'

const BUILT = 'dist/field'
/** Issue 4 section 8: what the first visit fetches, so that the app works without a network from then on. */
const MOST_KB = 250

const Manifest = z.object({
  start_url: z.string(),
  scope: z.string(),
  display: z.string(),
  icons: z.array(z.object({ src: z.string(), sizes: z.string(), type: z.string(), purpose: z.string().optional() })),
})

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

test('a phone can install the app: its page names a manifest that opens it by itself, with icons of the sizes that phones ask for', async () => {
  const page = await readFile(`${BUILT}/index.html`, 'utf8')
  const named = /<link rel="manifest" href="([^"]+)"/.exec(page)?.[1] ?? ''
  const file = named.replace(/^\/field\//, '')
  const { icons, ...app } = Manifest.parse(JSON.parse(await readFile(`${BUILT}/${file}`, 'utf8')))
  expect(app).toEqual({ start_url: '/field/', scope: '/field/', display: 'standalone' })
  const pictures = icons.filter((icon) => icon.type === 'image/png')
  expect(pictures.map((icon) => icon.sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']))
  expect(icons.some((icon) => icon.purpose === 'maskable')).toBe(true)
  for (const { src, sizes } of pictures) {
    const { width, height, format } = await sharp(`${BUILT}/${src}`).metadata()
    expect([format, `${width}x${height}`]).toEqual(['png', sizes])
  }
})
