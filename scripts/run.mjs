// node scripts/run.mjs FILE ARGS…: runs a script of the project with the project's own Node, whatever Node runs this.
import { resolve } from 'node:path'
import { orExplain, runThrough } from './lib/child.mjs'
import { ensureDependencies, ROOT } from './lib/dependencies.mjs'
import { pinnedNode } from './lib/pinned-node.mjs'

const [file, ...args] = process.argv.slice(2)

await orExplain(() => {
  if (file === undefined) throw new Error('Usage: node scripts/run.mjs FILE ARGS…')
  ensureDependencies()
  const node = pinnedNode()
  // npm does the same: the working directory is the project's, and INIT_CWD is where the person stands.
  const env = { INIT_CWD: process.cwd(), ...process.env }
  return runThrough(node.file, [...node.flags, resolve(ROOT, file), ...args], { cwd: ROOT, env })
})
