import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's root folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Installs the dependencies when they are absent or are not those of package-lock.json. Throws when that fails. */
export function ensureDependencies(root = ROOT) {
  const why = whyInstall(root)
  if (why === undefined) return
  const command = installCommand(root)
  const said = `npm ${command.join(' ')}`
  process.stderr.write(`Installing dependencies (${said}): ${why}.\n`)
  const npm = process.env.npm_execpath
  const [file, args] = npm?.endsWith('.js') ? [process.execPath, [npm, ...command]] : ['npm', command]
  // Standard output belongs to the command that comes after.
  const { status, error } = spawnSync(file, args, { cwd: root, stdio: ['ignore', 2, 2] })
  if (error !== undefined) throw new Error(`npm could not be started (${error.message}). Run "${said}" by hand.`)
  if (status !== 0) throw new Error(`${said} failed; its messages are above.`)
  writeMark(root)
}

/** Why the dependencies must be installed, or undefined when they need not be. */
function whyInstall(root) {
  const lock = join(root, 'package-lock.json')
  if (!existsSync(lock)) throw new Error('package-lock.json is missing: this is not a complete copy of the project.')
  if (!existsSync(join(root, 'node_modules'))) return 'node_modules is missing'
  if (read(markOf(root))?.trim() === hashOf(lock)) return undefined
  const installed = read(join(root, 'node_modules', '.package-lock.json'))
  if (installed === undefined) return 'node_modules was not made by npm'
  const different = firstDifference(JSON.parse(readFileSync(lock, 'utf8')), JSON.parse(installed))
  if (different !== undefined) return `${different} is not as package-lock.json says`
  writeMark(root)
  return undefined
}

// `npm ci` refuses a lock file that lacks any optional package, even one of another platform that a registry did not
// have. `npm install --no-save` takes the same versions and checksums from it and leaves the file as it is.
function installCommand(root) {
  const { packages = {} } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const lacks = ([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).some((name) => !resolves(packages, path, name))
  return Object.entries(packages).some(lacks) ? ['install', '--no-save'] : ['ci']
}

// A package finds another in its own node_modules or in one above.
function resolves(packages, from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    if (packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`] !== undefined) return true
    if (at === '') return false
  }
}

// What npm leaves out on purpose is no difference: dev packages under --omit=dev, and optional packages, except those
// that are made for this very platform.
function firstDifference(lock, installed) {
  const present = installed.packages ?? {}
  const omitted = (kind) => !Object.values(present).some((entry) => entry[kind])
  const [noDev, noOptional] = [omitted('dev'), omitted('optional')]
  for (const [path, wanted] of Object.entries(lock.packages ?? {})) {
    if (path === '' || wanted.link || present[path]?.version === wanted.version) continue
    if (present[path] === undefined) {
      if (wanted.dev && noDev) continue
      if (wanted.optional && (noOptional || !isForThisPlatform(wanted))) continue
      if (wanted.devOptional && noDev && noOptional) continue
    }
    return path
  }
  return undefined
}

function isForThisPlatform({ os, cpu, libc }) {
  return (
    os !== undefined &&
    cpu !== undefined &&
    libc === undefined &&
    allows(os, process.platform) &&
    allows(cpu, process.arch)
  )
}

function allows(list, value) {
  const wanted = [list].flat()
  if (wanted.includes(`!${value}`)) return false
  return wanted.includes(value) || wanted.every((entry) => entry.startsWith('!'))
}

function writeMark(root) {
  try {
    writeFileSync(markOf(root), `${hashOf(join(root, 'package-lock.json'))}\n`)
  } catch {
    // A read-only installation is compared anew each time.
  }
}

function markOf(root) {
  return join(root, 'node_modules', '.wuyou-lock')
}

function hashOf(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
