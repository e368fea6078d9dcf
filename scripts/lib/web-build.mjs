import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runThrough } from './child.mjs'

/** One build a shell: the staff app, the field app, the page of a resident. */
const CONFIGS = ['vite.config.ts', 'vite.field.config.ts', 'vite.resident.config.ts']
/** Everything that the built pages depend on. */
const SOURCES = ['web', 'contract', 'content', ...CONFIGS, 'package-lock.json', 'tsconfig.json']

/**
 * Builds the web pages into dist/ unless they were built from the same sources. Resolves to the exit code.
 * Without the build tools (npm ci --omit=dev) pages that are there are used as they are.
 */
export async function ensureWebBuild(root, node) {
  if (!existsSync(join(root, 'vite.config.ts'))) return 0
  const dist = join(root, 'dist')
  const mark = join(dist, '.sources')
  const wanted = fingerprint(root)
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return 0
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  if (!existsSync(vite)) {
    if (!existsSync(dist)) throw new Error('The web pages are not built and the build tools are absent: run "npm ci".')
    process.stderr.write('The web pages in dist/ may be old: the build tools are absent.\n')
    return 0
  }
  process.stderr.write('Building the web pages.\n')
  rmSync(mark, { force: true })
  for (const config of CONFIGS.filter((name) => existsSync(join(root, name)))) {
    const wish = ['build', '--logLevel', 'warn', '--config', config]
    const code = await runThrough(node.file, [...node.flags, vite, ...wish], { cwd: root })
    if (code !== 0) return code
  }
  mkdirSync(dist, { recursive: true })
  writeFileSync(mark, wanted)
  return 0
}

function fingerprint(root) {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap((name) => filesIn(root, name)).sort()) {
    const content = readFileSync(join(root, file))
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

function filesIn(root, path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false })
  if (found === undefined) return []
  if (!found.isDirectory()) return /\.test\.tsx?$/.test(path) ? [] : [path]
  return readdirSync(join(root, path)).flatMap((name) => filesIn(root, `${path}/${name}`))
}
