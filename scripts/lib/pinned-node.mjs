import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './dependencies.mjs'

const LEAST_MAJOR = 24

/**
 * The Node that runs the product: the one among its dependencies, whatever the machine has.
 * Throws when that is absent and the machine's own is too old.
 * @returns {{ file: string, flags: string[] }}
 */
export function pinnedNode(root = ROOT) {
  const name = `node-${process.platform}-${process.arch}`
  const file = join(root, 'node_modules', name, 'bin', 'node')
  if (existsSync(file) && spawnSync(file, ['--version']).status === 0) return { file, flags: [] }
  if (Number(process.versions.node.split('.')[0]) >= LEAST_MAJOR) {
    return { file: process.execPath, flags: ['--disable-warning=ExperimentalWarning'] }
  }
  throw new Error(
    `Node ${LEAST_MAJOR} or newer is needed, and this is Node ${process.versions.node}. ` +
      `The package ${name} that brings it is absent or does not run here: ` +
      `run "npm ci" without --omit=optional, or install Node ${LEAST_MAJOR}.`,
  )
}
